//! Case files: what is saved, and what another version of the policy says of it.

use super::{CaseFile, changes_since};
use crate::sample::{DECIDE, case, content, desk};
use policy::{Answer, Content};

#[test]
fn a_case_is_saved_with_its_result() {
    let case = case(DECIDE, &[("record/reference", "CH-1")]);
    let file = CaseFile::save(&desk(&case), "2026-11-24");
    assert_eq!((file.policy_version.as_str(), file.saved_on.as_str()), ("edition 1", "2026-11-24"));
    assert_eq!(file.outcome, "decide");
    let options = [("point", "required"), ("limit", "warranted"), ("stop", "open")];
    assert_eq!(file.options, options.map(|(id, status)| (id.to_owned(), status.to_owned())));
    assert_eq!(file.case, case);
    assert_eq!(changes_since(&file, &desk(&case)), [""; 0], "under the same policy nothing changes");
}

#[test]
fn another_version_says_what_changes() {
    let case = case(DECIDE, &[]);
    let mut file = CaseFile::save(&desk(&case), "2026-11-24");
    file.outcome = "rest".to_owned();
    file.options[1].1 = "not-warranted".to_owned();
    assert_eq!(
        changes_since(&file, &desk(&case)),
        [
            "The outcome was “Rest” and is now “Decide”.",
            "Limit the calls: was “Not warranted”, is now “Warranted”.",
        ]
    );
    file.outcome = String::new();
    file.options.clear();
    assert_eq!(changes_since(&file, &desk(&case))[0], "The outcome was “open” and is now “Decide”.");
    file.outcome = "long-gone".to_owned();
    assert_eq!(changes_since(&file, &desk(&case))[0], "The outcome was “long-gone” and is now “Decide”.");
}

#[test]
fn answers_that_the_policy_has_no_use_for_are_kept_and_listed() {
    let mut case = case(DECIDE, &[]);
    case.answers.insert("old-question".to_owned(), Answer::One("yes".to_owned()));
    case.answers.insert("told".to_owned(), Answer::One("perhaps".to_owned()));
    let left_over: Vec<&str> = case.left_over(&content().policy).into_iter().map(|(id, _)| id).collect();
    assert_eq!(left_over, ["old-question", "told"]);
    let desk = crate::Desk::new(content(), &case);
    let record = document::to_markdown(&desk.record("2026-11-24"));
    assert!(record.contains("old-question: yes") && record.contains("told: perhaps"), "{record}");
}

#[test]
fn a_case_opens_under_a_policy_that_knows_none_of_it() {
    let case = case(DECIDE, &[("record/reference", "CH-1"), ("detail/gone/number", "3")]);
    let empty = Content::default();
    let desk = crate::Desk::new(&empty, &case);
    assert_eq!(desk.assessment().outcome, None);
    assert_eq!(case.left_over(&empty.policy).len(), 3);
}
