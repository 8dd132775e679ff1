//! What is written by other people, and what reads it: pages, conditions, case files, lines of answers and letters.
//!
//! Each function here takes any bytes. It ends, without a panic; what it can say of them beyond that, it asserts. The fuzzers in
//! `tests/fuzz` look for bytes with which it does not; a test replays those that were found, and those to begin with.

use crate::{CONTENT, HANDBOOK};
use casework::{Case, CaseFile, CaseHistory, CaseView};
use document::to_markdown;
use handbook::assess::{Detail, assess_lines};
use policy::{Content, assess};
use policy_compiler::{Compiled, Page, compile, recompile};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A function that takes any bytes, by the name of its fuzzer and of the folder with its input.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 5] = [
    ("pages", pages),
    ("conditions", conditions),
    ("case_files", case_files),
    ("answer_lines", answer_lines),
    ("letters", letters),
];

/// A page of a handbook.
pub fn pages(input: &[u8]) {
    compiled(String::from_utf8_lossy(input).into_owned());
}

/// What a page makes. What is wrong with it is said in lines and in a report.
fn compiled(text: String) -> Option<Compiled> {
    let pages = [Page { file: "src/page.md".into(), url: "page.html".into(), text, ..Page::default() }];
    match compile(&pages, "1") {
        Ok(compiled) => {
            let again = recompile(compiled.policy.clone()).expect("its diagrams were made before");
            assert_eq!(again, compiled.policy, "the diagrams come from the policy alone");
            Some(compiled)
        }
        Err(wrong) => {
            let lines = wrong.lines(&pages);
            assert!(
                !lines.is_empty() && lines.iter().all(|line| line.starts_with("src/page.md:")),
                "{lines:?}"
            );
            assert!(!wrong.report(&pages, false).is_empty());
            None
        }
    }
}

/// A condition of an outcome; another outcome holds where it does not.
pub fn conditions(input: &[u8]) {
    let condition = String::from_utf8_lossy(input);
    let when = quoted(&condition);
    let otherwise = quoted(&format!("not ({condition})"));
    let text =
        include_str!("untrusted/conditions.md").replace("{when}", &when).replace("{otherwise}", &otherwise);
    let Some(compiled) = compiled(text) else { return };
    let unknown = assess(&compiled.policy, &policy::Answers::none(&compiled.policy));
    assert_eq!(unknown.possible.len(), 2, "it neither always nor never holds");
}

/// A text between quotation marks, as TOML and JSON both write it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be written")
}

/// A case file. One that opens is shown as far as the aid would, saved, and is the same when it is opened again.
pub fn case_files(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let Ok(file) = CaseFile::from_json::<serde_json::Value>(&text, "new-id") else { return };
    let again = file.to_json_of_any_size::<serde_json::Value>().expect("what was opened can be saved");
    let again = CaseFile::from_json_of_any_size::<serde_json::Value>(&again, "new-id");
    let newest = CaseFile { format_version: CaseFile::FORMAT_VERSION, unknown: Vec::new(), ..file.clone() };
    assert_eq!(again, Ok(newest));
    let case = file.draft.as_ref().map(|draft| draft.case.clone()).unwrap_or_default();
    let view = CaseView::new(&CONTENT, &case);
    file.opened(&view);
    file.resumed(&view);
    shown(&view);
    let saved = CaseFile::save(&view, &file.history, "2026-11-28");
    assert!(saved.to_json_of_any_size::<serde_json::Value>().is_ok(), "what is on screen can be saved");
}

/// All that the aid makes of a case.
fn shown(view: &CaseView<'_>) {
    view.missing();
    view.stages();
    for screen in view.screens() {
        view.missing_on(screen);
        view.after(screen);
    }
    assert!(!to_markdown(&view.record("2026-11-28")).is_empty());
    for letter in &view.content.paperwork.letters {
        let state = view.letter(letter);
        state.is_complete();
        state.parts.iter().for_each(|part| drop(part.plain_text()));
        assert!(!to_markdown(&state.document()).is_empty());
    }
}

/// Lines of answers, as the command `assess` takes them.
pub fn answer_lines(input: &[u8]) {
    let mut output = Vec::new();
    let detail = Detail { because: true, why: true };
    let wrong = assess_lines(&HANDBOOK.policy, detail, input, &mut output).expect("nothing fails in memory");
    let written = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let read: Vec<BTreeMap<String, serde_json::Value>> =
        written.map(|line| serde_json::from_slice(line).expect("what is written is JSON")).collect();
    assert_eq!(read.iter().filter(|line| line.contains_key("error")).count(), wrong);
    let lines = input.split(|byte| *byte == b'\n');
    assert_eq!(read.len(), lines.filter(|line| !line.iter().all(u8::is_ascii_whitespace)).count());
}

/// The text of a letter, with its blanks filled, and left as they are.
pub fn letters(input: &[u8]) {
    static FILLED: LazyLock<Case> = LazyLock::new(|| {
        let mut case = Case::default();
        let texts = [("who", "A **name** {name}"), ("days", "Monday\n\nTuesday."), ("until", "2026-12-01")];
        for (field, text) in texts {
            case.write(&format!("letter-field/letter/{field}"), text.to_owned());
        }
        case
    });
    let text = quoted(&String::from_utf8_lossy(input));
    let text = include_str!("untrusted/letters.md").replace("{text}", &text);
    let Some(Compiled { policy, paperwork, .. }) = compiled(text) else { return };
    let content = Content { policy, paperwork };
    for case in [&Case::default(), &*FILLED] {
        shown(&CaseView::new(&content, case));
    }
    let saved =
        CaseFile::save(&CaseView::new(&content, &FILLED), &CaseHistory::new("case".into()), "2026-11-28");
    assert!(saved.to_json::<serde_json::Value>().is_ok());
}
