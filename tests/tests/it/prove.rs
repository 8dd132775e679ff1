//! What `cargo handbook prove` writes: a line for each promise, and for a broken one answers that break it.

use handbook_tests::{root, tests};
use policy::{Answer, Answers, Policy, RawAnswers, Status, assess};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The report on a book, and what it ends with where a promise is broken.
fn report(book: &Path) -> (String, Option<String>) {
    let mut output = Vec::new();
    let ended = handbook::prove::report(book, &mut output);
    let text = String::from_utf8(output).expect("the report is text");
    (text, ended.err().map(|error| error.to_string()))
}

/// A book that breaks a promise, and is sound but for that.
fn broken(name: &str) -> PathBuf {
    tests().join("books/broken").join(name)
}

#[test]
fn every_promise_of_the_handbook_is_proved_and_counted() {
    let (text, ended) = report(&root());
    assert_eq!(ended, None);
    let (promises, last) = text.trim_end().rsplit_once("\n\n").expect("the last line stands apart");
    let lines: Vec<&str> = promises.lines().collect();
    assert_eq!(last, format!("All {} properties hold for every set of answers.", lines.len()));
    let sets = every_set();
    for line in &lines {
        assert!(line.starts_with("proved  "), "{line}");
        assert!(line.ends_with(&format!("  over {sets} sets of answers")), "{line}");
    }
    assert!(lines.len() > 7, "there are more promises than the laws");
}

/// How many complete sets of answers the handbook has, from its questions, with commas.
fn every_set() -> String {
    let questions = &handbook_tests::HANDBOOK.policy.questions;
    let each = questions.iter().map(|question| match &question.answers {
        policy::AnswerKind::YesNo => 2_u128,
        policy::AnswerKind::AnyOf(choices) => 1 << choices.len(),
        policy::AnswerKind::OneOf(choices) => choices.len() as u128,
    });
    let digits = each.product::<u128>().to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",")
}

/// A line that `assess` takes.
#[derive(Deserialize)]
struct Line {
    answers: RawAnswers,
}

#[test]
fn a_broken_promise_comes_with_the_smallest_answers_that_break_it() {
    let (text, ended) = report(&broken("promise-broken"));
    assert!(ended.is_some_and(|ended| ended.starts_with("1 of ")), "{text}");
    let mut lines = text.lines().skip_while(|line| !line.starts_with("BROKEN"));
    assert_eq!(lines.next(), Some("BROKEN  no-fee-for-wet-books  A wet book never costs a fee."));
    let witness = lines.next().expect("a witness follows");
    let compiled = compiled("promise-broken");
    let Line { answers } = serde_json::from_str(witness).expect("`assess` takes the witness");
    assert!(breaks(&compiled, &answers), "{witness}");
    // None of its answers can be left out.
    for left_out in answers.keys() {
        let mut fewer = answers.clone();
        fewer.remove(left_out);
        assert!(!breaks(&compiled, &fewer), "`{left_out}` can be left out of {witness}");
    }
    assert_eq!(answers.len(), 2, "{witness}");
}

fn compiled(book: &str) -> Policy {
    let pages = handbook_tests::pages(&broken(book));
    policy_compiler::compile(&pages, "test").expect("the book is good").policy
}

/// Whether some answers are enough to break the promise, whatever the others are.
fn breaks(policy: &Policy, answers: &RawAnswers) -> bool {
    let read = Answers::read(policy, answers).expect("the questions take the answers");
    let wet =
        matches!(answers.get("kinds"), Some(Answer::Many(kinds)) if kinds.iter().any(|kind| kind == "wet"));
    wet && assess(policy, &read).options[0].status == Status::Warranted
}
