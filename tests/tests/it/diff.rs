//! `cargo handbook diff`: the pages as they stand against a revision of them, in a repository made for the test.

use handbook::diff::{Difference, difference, report};
use policy::{Answers, Policy, RawAnswers, assess};
use policy_compiler::Witness;
use policy_compiler::compare::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The book's folder in its repository.
const BOOK: &str = "library/book";

/// A repository with the book of everything in a folder of it, committed once.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let good = handbook_tests::tests().join("books/good/everything");
    copy(&good, &folder.path().join(BOOK));
    git(folder.path(), &["init", "--quiet"]);
    commit(folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the fixture book is there") {
        let from = entry.expect("its entries can be read").path();
        let to = to.join(from.file_name().expect("an entry has a name"));
        match from.is_dir() {
            true => copy(&from, &to),
            false => drop(fs::copy(&from, &to).expect("a page can be copied")),
        }
    }
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "The book"]);
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    handbook_tests::git::run(handbook_tests::git::git(folder, arguments))
}

fn book(repository: &TempDir) -> PathBuf {
    repository.path().join(BOOK)
}

/// Changes a page of the book.
fn change(repository: &TempDir, from: &str, to: &str) {
    let page = book(repository).join("src/rules/lending.md");
    let text = fs::read_to_string(&page).expect("the page can be read");
    assert!(text.contains(from), "no `{from}` to change");
    fs::write(page, text.replacen(from, to, 1)).expect("the page can be written");
}

/// Lends without a card what is not torn.
fn lend_without_a_card(repository: &TempDir) {
    change(repository, "\"borrowing and card-shown\"", "\"borrowing and (card-shown or not damaged)\"");
    change(repository, "\"borrowing and not card-shown\"", "\"borrowing and not card-shown and damaged\"");
}

fn outcome(policy: &Policy, line: Option<&Witness>) -> Option<Value> {
    let raw: RawAnswers = line?.answers.iter().cloned().collect();
    let answers = Answers::read(policy, &raw).expect("the revision takes the line");
    Some(Value::Outcome(policy[assess(policy, &answers).outcome?].id.clone()))
}

fn text(repository: &TempDir, revision: &str) -> String {
    let mut text = Vec::new();
    report(&book(repository), revision, &mut text).expect("both revisions can be compared");
    String::from_utf8(text).expect("the report is text")
}

#[test]
fn a_changed_rule_is_counted_and_its_example_shows_it() {
    let repository = repository();
    lend_without_a_card(&repository);
    let Difference { before, now, comparison, .. } =
        difference(&book(&repository), "HEAD").expect("both revisions can be compared");
    // Eight lists of books, two states, and two answers to two questions.
    assert_eq!(comparison.sets.to_string(), "64");
    let [change] = comparison.outcome.pairs.as_slice() else { panic!("{:?}", comparison.outcome) };
    // Any of seven lists, in a good state, without a card, with help or without.
    assert_eq!(
        (change.sets.to_string(), comparison.outcome.sets.to_string()),
        ("14".to_owned(), "14".to_owned())
    );
    assert_eq!(outcome(&before, change.example.before.as_ref()), Some(Value::Outcome("ask".to_owned())));
    assert_eq!(outcome(&now, change.example.now.as_ref()), Some(Value::Outcome("lend".to_owned())));
    assert_eq!(
        (&change.before, &change.now),
        (&Value::Outcome("ask".into()), &Value::Outcome("lend".into()))
    );
}

#[test]
fn the_report_leads_with_the_cases_then_says_how_much_and_then_counts() {
    let repository = repository();
    lend_without_a_card(&repository);
    let text = text(&repository, "HEAD");
    let short = git(repository.path(), &["rev-parse", "--short", "HEAD"]);
    let short = short.trim();
    let expected = [
        format!("Compared with HEAD ({short}), 1 case of 6 comes to another result:"),
        "  No card (no-card)".to_owned(),
        "      outcome: ask → lend".to_owned(),
        String::new(),
        "The result changes in about one in five sets of answers.".to_owned(),
        "Exactly: in 14 of 64 sets of answers (21.9 %).".to_owned(),
        String::new(),
        "The outcome changes in about one in five sets of answers.".to_owned(),
        "Exactly: in 14 of 64 sets of answers (21.9 %):".to_owned(),
        "  ask  → lend  14".to_owned(),
        "      {\"answers\":{\"books\":[\"other\"],\"state\":\"good\",\"card-shown\":\"no\"}}".to_owned(),
    ];
    assert_eq!(text.lines().take(expected.len()).collect::<Vec<_>>(), expected);
    assert!(text.contains("\nOptions that change:\n  short-loan  open  → required  4\n"), "{text}");
}

#[test]
fn each_revision_is_asked_for_its_own_facts_of_a_case() {
    let repository = repository();
    let cases = book(&repository).join("src/about/language.md");
    let edit = |from: &str, to: &str| {
        let text = fs::read_to_string(&cases).expect("the page can be read");
        assert!(text.contains(from), "no `{from}` to change");
        fs::write(&cases, text.replacen(from, to, 1)).expect("the page can be written");
    };
    // The rules stay. A case gets another fact and with it another result, one gets another name, and one is new.
    edit("state = \"good\"\ncard-shown = \"no\"", "state = \"good\"\ncard-shown = \"yes\"");
    edit("id = \"good-novel\"", "id = \"fine-novel\"");
    let found = difference(&book(&repository), "HEAD").expect("both revisions can be compared");
    assert!(found.comparison.same_results());
    assert_eq!(found.cases, 5, "those that both revisions have");
    let changed: Vec<&str> = found.case_changes.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(changed, ["no-card"]);
    let said = text(&repository, "HEAD");
    assert!(
        said.contains(
            "1 case of 5 comes to another result:\n  No card (no-card)\n      outcome: ask → lend\n"
        ),
        "{said}"
    );
    assert!(said.contains("\nNo result changes: for each of 64 sets of answers"), "{said}");
}

#[test]
fn a_case_that_nothing_settles_any_more_is_said_to_be_open() {
    let repository = repository();
    let cases = book(&repository).join("src/about/language.md");
    let text_of_page = fs::read_to_string(&cases).expect("the page can be read");
    fs::write(&cases, text_of_page.replacen("card-shown = \"no\"", "card-shown = \"not-sure\"", 1))
        .expect("the page can be written");
    let said = text(&repository, "HEAD");
    assert!(said.contains("      outcome: ask → not settled\n"), "{said}");
}

#[test]
fn new_wording_changes_no_result_and_the_report_says_so() {
    let repository = repository();
    change(&repository, "Was the card shown?", "Did the reader show a card?");
    let text = text(&repository, "HEAD");
    assert!(
        text.contains(
            "no case comes to another result.\n\nNo result changes: for each of 64 sets of answers"
        ),
        "{text}"
    );
}

#[test]
fn cases_that_no_longer_agree_are_no_obstacle_and_nothing_in_the_repository_changes() {
    let repository = repository();
    change(&repository, "\"warranted\"\nbecause = \"Everybody", "\"open\"\nbecause = \"Everybody");
    assert!(handbook::site::check(&book(&repository)).is_err(), "a case expects the bag to be warranted");
    let before = git(repository.path(), &["status", "--porcelain"]);
    let found = difference(&book(&repository), "HEAD").expect("both revisions can be compared");
    assert_eq!(found.comparison.options.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["bag"]);
    assert_eq!(git(repository.path(), &["status", "--porcelain"]), before);
    assert_eq!(before, format!(" M {BOOK}/src/rules/lending.md\n"));
}

/// What is said where two revisions cannot be compared.
fn refusal(book: &Path, revision: &str) -> String {
    let refused = difference(book, revision).expect_err("they cannot be compared");
    format!("{refused:#}")
}

#[test]
fn what_cannot_be_compared_is_refused_in_a_sentence() {
    let repository = repository();
    let book = book(&repository);
    let said = refusal(&book, "nonsense");
    assert!(said.starts_with("git knows no revision `nonsense`"), "{said}");

    change(&repository, "\"borrowing and card-shown\"", "\"borrowing and card-shwon\"");
    commit(repository.path());
    change(&repository, "card-shwon", "card-shown");
    let said = refusal(&book, "HEAD");
    assert!(said.starts_with("the pages of HEAD ("), "{said}");
    assert!(said.contains("do not compile with this compiler"), "{said}");
    assert!(said.contains("card-shwon") && said.contains("src/rules/lending.md:"), "{said}");
    assert!(difference(&book, "HEAD~1").is_ok(), "the revision before was good");

    let moved = repository.path().join("moved");
    fs::rename(&book, &moved).expect("the book can be moved");
    let said = refusal(&moved, "HEAD");
    assert!(said.contains("has no such book: there is no moved/book.toml in it"), "{said}");
    let said = refusal(&book, "HEAD");
    assert!(said.starts_with("there is no folder"), "{said}");
}

#[test]
fn a_book_outside_git_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let said = refusal(folder.path(), "HEAD");
    assert!(said.contains("is not in a git repository"), "{said}");
}
