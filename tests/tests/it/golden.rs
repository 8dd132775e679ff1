//! The pages that the handbook writes itself, as text in `golden/`: a change of policy is a difference to read.
//!
//! Where a golden file is stale, look at the difference. If it is meant, renew the file with
//! `UPDATE_EXPECT=1 cargo test --package handbook-tests golden::`, and commit it with the change.

use expect_test::{ExpectFile, expect_file};
use handbook::content::{Part, text};
use handbook::generated::catalogue::catalogue;
use handbook::generated::certificate::certificate;
use handbook::generated::facilitator::cases_with_notes;
use handbook::generated::flow::{Flow, in_words};
use handbook::generated::{paper, rules};
use handbook_tests::{HANDBOOK, pages};
use policy_compiler::compile;

const STALE: &str = "This golden file is stale. If the change is meant, renew it: UPDATE_EXPECT=1 cargo test --package handbook-tests golden::";

/// Compares parts with a golden file.
fn compare(parts: &[Part], golden: ExpectFile) {
    compare_text(&text(&HANDBOOK.policy, parts), golden);
}

fn compare_text(text: &str, golden: ExpectFile) {
    if std::env::var_os("UPDATE_EXPECT").is_none() && golden.data() != text {
        eprintln!("{STALE}");
    }
    golden.assert_eq(text);
}

#[test]
fn everything_the_aid_can_ask_and_say_is_as_in_the_golden_text() {
    compare(&catalogue(&HANDBOOK.policy), expect_file!["../../golden/everything.txt"]);
}

#[test]
fn the_checklist_on_paper_is_as_in_the_golden_text() {
    compare(&paper(&HANDBOOK.policy), expect_file!["../../golden/checklist.txt"]);
}

#[test]
fn the_flow_is_as_in_the_golden_text() {
    let flow = Flow::of(&HANDBOOK.policy);
    compare(&in_words(&HANDBOOK.policy, &flow), expect_file!["../../golden/flow.txt"]);
}

/// One sheet with what sets a case apart, one with options that the facts support: all would be a long file to read.
#[test]
fn two_of_the_facilitators_sheets_are_as_in_the_golden_text() {
    let wanted = ["where-is-my-answer", "the-finished-case"].map(|case| format!("sheet-{case}"));
    let is_wanted = |part: &Part| match part {
        Part::Group { parts, .. } => match parts.first() {
            Some(Part::Heading { id: Some(id), .. }) => wanted.contains(id),
            _ => false,
        },
        _ => false,
    };
    let sheets: Vec<Part> = cases_with_notes(&HANDBOOK).into_iter().filter(is_wanted).collect();
    assert_eq!(sheets.len(), wanted.len());
    compare(&sheets, expect_file!["../../golden/facilitator.txt"]);
}

#[test]
fn the_certificate_is_as_in_the_golden_text() {
    let text = text(&HANDBOOK.policy, &certificate(&HANDBOOK));
    assert!(!text.contains("Built from"), "the date and the revision belong to a build");
    compare_text(&text, expect_file!["../../golden/certificate.txt"]);
}

#[test]
fn the_rules_that_the_fingerprint_is_of_are_as_in_the_golden_text() {
    compare_text(&rules::rules(&HANDBOOK.policy), expect_file!["../../golden/rules.txt"]);
}

#[test]
fn a_certificate_never_claims_what_does_not_hold() {
    let book = handbook_tests::tests().join("books/bad-coverage/property-broken");
    let compiled = compile(&pages(&book), "test").expect("the book compiles");
    let text = text(&compiled.policy, &certificate(&compiled));
    assert!(text.starts_with("**1 of 8 promises are broken.**"), "{text}");
    assert!(text.contains("- **Broken:** No book is late."), "{text}");
    assert!(text.contains("For example with Late: yes."), "{text}");
    assert!(!text.contains("All 8 promises hold"), "{text}");
    assert_eq!(text.matches("No book is late.").count(), 1, "it is not among what holds\n{text}");
}
