//! Nothing in the programs, the scripts and the theme knows the Council's policy: no name that its pages give, and none of its words.
//!
//! Another policy works without a change of them: the book `library` is built here and walked in `tests/browser/library.spec.js`.

use handbook_tests::{HANDBOOK, root};
use policy::{Field, FieldKind, Policy};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// Names that the pages of the Council share with the program, and what each is there.
const OF_THE_PROGRAM: [(&str, &str); 4] = [
    ("case-reference", "the class of the case\u{2019}s reference, in a page"),
    ("feedback-policy", "a contact detail, in `book.toml`"),
    ("text-relay", "a contact detail, in `book.toml`"),
    ("on-the-spot", "the table of a report, on one kind of entry"),
];

/// The kind of entry has the name of a letter.
const KIND_OF_ENTRY: &str = "on-the-spot-notice";

/// Words of the Council's text that say whose it is.
const WORDS: [&str; 4] = ["Cambridgeshire", "Charter", "the Council", "Customer Handling Policy"];

/// The code of the programs, the scripts and the theme: what stands neither in a comment nor in a test.
fn code() -> Vec<(String, String)> {
    let folders = ["decision-aid", "theme"].map(|folder| root().join(folder));
    let entries = folders.iter().flat_map(|folder| WalkDir::new(folder).into_iter().map(Result::unwrap));
    let written = |path: &Path| {
        let kinds = ["rs", "js", "hbs", "css"];
        path.extension().is_some_and(|kind| kinds.iter().any(|known| kind == *known))
    };
    let tried = |path: &str| {
        ["/tests/", "/tests.rs", "/examples/", "/sample.rs", "/small_policy.rs"]
            .iter()
            .any(|part| path.contains(part))
    };
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.into_path()).filter(|path| written(path)) {
        let name = path.strip_prefix(root()).unwrap().display().to_string().replace('\\', "/");
        if !tried(&name) {
            files.push((name, without_comments(&fs::read_to_string(&path).unwrap())));
        }
    }
    assert!(files.len() > 300, "{} files", files.len());
    files
}

fn without_comments(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let is_code = |line: &&str| !["//", "/*", "*"].iter().any(|mark| line.trim_start().starts_with(mark));
    code.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

/// The names that the Council's pages give and that no other policy would come to by chance: those of more than one word.
fn names() -> BTreeSet<&'static str> {
    let Policy { clauses, questions, groups, conditions, findings, outcomes, duties, options, .. } =
        &HANDBOOK.policy;
    let paperwork = &HANDBOOK.paperwork;
    let all: [Vec<&str>; 12] = [
        clauses.iter().map(|clause| clause.id.as_str()).collect(),
        questions.iter().map(|question| question.id.as_str()).collect(),
        questions
            .iter()
            .flat_map(|question| question.answers.choices())
            .map(|choice| choice.id.as_str())
            .collect(),
        groups.iter().map(|group| group.id.as_str()).collect(),
        conditions.iter().map(|condition| condition.id.as_str()).collect(),
        findings.iter().map(|finding| finding.id.as_str()).collect(),
        outcomes.iter().map(|outcome| outcome.id.as_str()).collect(),
        duties.iter().map(|duty| duty.id.as_str()).collect(),
        options.iter().map(|option| option.id.as_str()).collect(),
        options.iter().flat_map(|option| ids(&option.details)).collect(),
        paperwork.letters.iter().flat_map(|letter| ids(&letter.fields).chain([letter.id.as_str()])).collect(),
        paperwork
            .sections
            .iter()
            .flat_map(|section| ids(&section.fields).chain([section.id.as_str()]))
            .collect(),
    ];
    let names: BTreeSet<&str> = all.into_iter().flatten().filter(|name| name.contains(['-', '.'])).collect();
    assert!(names.len() > 200, "{} names", names.len());
    names
}

/// The ids of fields and of what can be chosen in them.
fn ids(fields: &'static [Field]) -> impl Iterator<Item = &'static str> {
    fields.iter().flat_map(|field| {
        let choices = match &field.kind {
            FieldKind::Choice(choices) | FieldKind::Choices(choices) => choices.as_slice(),
            _ => &[],
        };
        choices.iter().map(|choice| choice.id.as_str()).chain([field.id.as_str()])
    })
}

#[test]
fn no_program_knows_a_name_that_the_councils_pages_give() {
    let shared: Vec<&str> = OF_THE_PROGRAM.iter().map(|(name, _)| *name).chain([KIND_OF_ENTRY]).collect();
    let quoted = |text: &str, name: &str| {
        let quotation = ['"', '\'', '`'];
        text.match_indices(name)
            .any(|(at, _)| text[..at].ends_with(quotation) && text[at + name.len()..].starts_with(quotation))
    };
    let code = code();
    let mut found = BTreeSet::new();
    for name in names() {
        let using = code.iter().filter(|(_, text)| quoted(text, name));
        found.extend(using.map(|(file, _)| (name, file.as_str())));
    }
    let known: Vec<_> = found.iter().filter(|(name, _)| !shared.contains(name)).collect();
    assert!(known.is_empty(), "{known:#?}");
    let used: BTreeSet<&str> = found.iter().map(|(name, _)| *name).collect();
    assert_eq!(used, shared.into_iter().collect(), "each exception is needed");
}

#[test]
fn no_program_speaks_of_the_council() {
    let code = code();
    let said = code.iter().flat_map(|(file, text)| text.lines().map(move |line| (file, line)));
    let found: Vec<_> = said.filter(|(_, line)| WORDS.iter().any(|word| line.contains(word))).collect();
    // An example of a setting says how it is written.
    let found: Vec<_> = found.into_iter().filter(|(file, _)| !file.ends_with("settings/check.rs")).collect();
    assert!(found.is_empty(), "{found:#?}");
}
