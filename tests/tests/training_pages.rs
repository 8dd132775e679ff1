//! What the pages show of the training: reading times, questions that open without a script, notes, the trainers' list.

#![allow(clippy::expect_used, reason = "a test that cannot find its material can only stop")]

use handbook_tests::{build_into, tests};
use scraper::{Html, Selector};
use std::fs;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The page of the good book that teaches something.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    let out = TempDir::new().expect("there is a folder for it");
    let site = out.path().join("site");
    build_into(&tests().join("books/good/training"), &site).expect("the book can be built");
    fs::read_to_string(site.join("rules.html")).expect("its page is there")
});

/// The texts of what a selector finds on it, with one blank between words.
fn texts(selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("the selector can be read");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Html::parse_document(&PAGE).select(&selector).map(|found| words(found.text().collect())).collect()
}

#[test]
fn learning_outcomes_that_follow_one_another_are_one_list_with_their_clauses() {
    let lists = texts("ol.learning-outcomes");
    assert_eq!(
        lists,
        [
            "You can tell late from in time. Policy, paragraph 1.1 You can say what a late book costs. Policy, paragraph 1.1",
            "You can thank a reader. Policy, paragraph 1.1",
        ]
    );
}

#[test]
fn a_section_shows_how_long_it_takes_to_read() {
    assert_eq!(texts("h2.course-section[id]"), ["Dates", "Thanks"]);
    assert_eq!(
        texts("h2.course-section + .reading-time"),
        [
            "Section 1 of 2. About 3 minutes to read, with 1 question.",
            "Section 2 of 2. About 1 minute to read, with 1 question."
        ]
    );
}

#[test]
fn a_question_shows_its_choices_and_folds_their_feedback_away_without_a_script() {
    assert_eq!(texts("#quiz-question-q2 > h3"), ["When is a book late?"]);
    assert_eq!(texts("#quiz-question-q1 > .quiz-rule"), ["Choose one answer."]);
    assert_eq!(texts("#quiz-question-q2 > .quiz-rule"), ["Choose each answer that is right."]);
    let choices = ["One day after its date", "Two days after its date", "On its date"];
    assert_eq!(texts("#quiz-question-q2 > ol > li"), choices);
    let feedback = ["Right. The day has passed.", "Right. It stays late.", "Wrong. That is in time."];
    assert_eq!(texts("#quiz-question-q2 > details:not([open]) li"), feedback);
    assert_eq!(texts("#quiz-question-q2 details .source"), ["Policy, paragraph 1.1"]);
}

#[test]
fn a_practice_case_tells_both_learners_something_and_a_worked_example_neither() {
    let told = ["You looked at the date.", "Look at the date again."];
    assert_eq!(texts("#scenario-late details dl.practice-notes dd"), told);
    assert_eq!(texts("#scenario-example dl.practice-notes"), Vec::<String>::new());
    assert_eq!(
        texts("#scenario-in-time details a[href$='#learning-outcome-thanks']"),
        ["You can thank a reader."]
    );
}

#[test]
fn trainers_find_each_practice_case_under_all_that_it_teaches() {
    assert_eq!(
        texts("h3[id^=cases-for-], h3[id^=cases-for-] ~ p:not(.policy-note), h3[id^=cases-for-] ~ ul > li"),
        [
            "You can tell late from in time.",
            "In the course: Dates. The knowledge check has 3 questions on it.",
            "A case: Remind",
            "You can say what a late book costs.",
            "In the course: Dates. The knowledge check has 3 questions on it.",
            "A case: Remind",
            "You can thank a reader.",
            "In the course: Thanks. The knowledge check has 3 questions on it.",
            "A case: Thank",
        ]
    );
}
