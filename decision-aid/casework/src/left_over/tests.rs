//! What another version of the policy left in a case is kept and listed.

use crate::sample::{DECIDE, case, case_view, content};
use policy::{Answer, Content};

#[test]
fn answers_that_the_policy_has_no_use_for_are_kept_and_listed() {
    let mut case = case(DECIDE, &[]);
    case.answers.insert("old-question".to_owned(), Answer::One("yes".to_owned()));
    case.answers.insert("told".to_owned(), Answer::One("perhaps".to_owned()));
    let left_over: Vec<&str> = case.left_over(&content().policy).into_iter().map(|(id, _)| id).collect();
    assert_eq!(left_over, ["old-question", "told"]);
    let view = case_view(&case);
    let record = document::to_markdown(&view.record("2026-11-24"));
    assert!(record.contains("old-question: yes") && record.contains("told: perhaps"), "{record}");
}

/// A text in every kind of place that the sample has.
const PLACED: [&str; 17] = [
    "evidence/kinds/calls",
    "evidence/kinds",
    "record/reference",
    "record/who",
    "open-point/how-long",
    "taken/limit",
    "detail/limit/number",
    "reason/limit/why",
    "reason/stop/why-not",
    "own-option-1",
    "own-option-5",
    "reason/own-option-5/why",
    "reason/own-option-1/why-not",
    "letter-field/decision/happened",
    "letter-part/decision/action",
    "letter-without/decision/more",
    "record/ends-on",
];

#[test]
fn a_text_has_a_place_where_the_policy_has_its_field() {
    let placed = PLACED.map(|key| (key, "words"));
    assert!(case(DECIDE, &placed).left_over_texts(content()).is_empty());
    assert_eq!(
        case(DECIDE, &placed).left_over_texts(&Content::default()).len(),
        PLACED.len() - 2,
        "own options stay"
    );
}

#[test]
fn a_text_without_a_place_is_left_over_unless_nothing_stands_in_it() {
    for key in [
        "detail/limit/minutes",
        "detail/gone/number",
        "detail/own-option-1/number",
        "record/gone",
        "reason/limit/gone",
        "evidence/gone",
        "own-option-6",
        "letter-field/decision/gone",
        "letter-part/gone/action",
        "letter-without/decision/happened",
        "taken/gone",
        "limit/number",
        "",
    ] {
        assert_eq!(case(DECIDE, &[(key, "words")]).left_over_texts(content()), [(key, "words")]);
        assert!(case(DECIDE, &[(key, " \n")]).left_over_texts(content()).is_empty(), "{key}");
    }
}

#[test]
fn the_record_lists_texts_without_a_place_under_their_own_heading() {
    let written = case(DECIDE, &[("detail/limit/minutes", "Two minutes.\n\nNo more.")]);
    let record = document::to_markdown(&case_view(&written).record("2026-11-24"));
    let (_, listed) =
        record.split_once("## What this version of the policy has no place for").expect("a heading");
    assert!(listed.contains("**detail/limit/minutes:**\n\nTwo minutes.\n\nNo more."), "{record}");
    let nothing = document::to_markdown(&case_view(&case(DECIDE, &[])).record("2026-11-24"));
    assert!(!nothing.contains("no place for"), "{nothing}");
}
