//! Case files: what is saved, and what is said of it when it is opened.

use super::CaseFile;
use crate::sample::{DECIDE, case, case_view, content};
use policy::{Answer, Content, Status};

#[test]
fn a_case_is_saved_with_its_result() {
    let case = case(DECIDE, &[("record/reference", "CH-1")]);
    let file = CaseFile::save(&case_view(&case), "2026-11-24");
    assert_eq!((file.policy_version.as_str(), file.saved_on.as_str()), ("edition 1", "2026-11-24"));
    assert_eq!(file.outcome, "decide");
    let options = [("point", Status::Required), ("limit", Status::Warranted), ("stop", Status::Open)];
    assert_eq!(file.options, options.map(|(id, status)| (id.to_owned(), status)).into());
    assert_eq!(file.case, case);
    let notice = file.opened(&case_view(&case));
    assert_eq!(
        notice.paragraphs,
        ["It was saved on 24 November 2026."],
        "under the same policy nothing changes"
    );
    assert!(notice.changes.is_empty());
    assert_eq!(file.resumed(&case_view(&case)), None);
}

/// A file that records another outcome than the policy gives, and another status of an option.
fn changed(case: &crate::Case) -> CaseFile {
    let mut file = CaseFile::save(&case_view(case), "2026-11-24");
    file.outcome = "rest".to_owned();
    file.options.insert("limit".to_owned(), Status::NotWarranted);
    file
}

const CHANGES: [&str; 2] = [
    "The outcome was “Rest” and is now “Decide”.",
    "Limit the calls: was “Not supported”, is now “Supported by the facts”.",
];

#[test]
fn another_version_says_what_changes() {
    let case = case(DECIDE, &[]);
    let mut file = changed(&case);
    file.policy_version = "edition 0".to_owned();
    let notice = file.opened(&case_view(&case));
    assert_eq!(notice.paragraphs[1], "It was saved under another version of the policy: edition 0.");
    assert_eq!(notice.paragraphs[2], "This version comes to another result:");
    assert_eq!(notice.changes, CHANGES);
    file.outcome = String::new();
    file.options.clear();
    assert_eq!(file.opened(&case_view(&case)).changes[0], "The outcome was “open” and is now “Decide”.");
    file.outcome = "long-gone".to_owned();
    assert_eq!(file.opened(&case_view(&case)).changes[0], "The outcome was “long-gone” and is now “Decide”.");
}

#[test]
fn an_option_that_this_version_does_not_have_is_named() {
    let case = case(DECIDE, &[]);
    let mut file = CaseFile::save(&case_view(&case), "2026-11-24");
    file.options.insert("whip".to_owned(), Status::Warranted);
    file.options.insert("never-offered".to_owned(), Status::NotOffered);
    assert_eq!(
        file.opened(&case_view(&case)).changes,
        ["whip: was “Supported by the facts”, and is no option now."]
    );
}

#[test]
fn another_version_with_the_same_result_says_so() {
    let case = case(DECIDE, &[]);
    let mut file = CaseFile::save(&case_view(&case), "2026-11-24");
    file.policy_version = "edition 0".to_owned();
    let notice = file.opened(&case_view(&case));
    assert_eq!(notice.paragraphs[2], "This version comes to the same result.");
    let resumed = file.resumed(&case_view(&case)).unwrap();
    assert_eq!(resumed.paragraphs[0], "You began under another version: edition 0. This is edition 1.");
    assert_eq!(resumed.paragraphs[1], "This version comes to the same result.");
    assert!(notice.changes.is_empty() && resumed.changes.is_empty());
}

#[test]
fn the_same_version_with_another_result_says_so() {
    let case = case(DECIDE, &[]);
    let notice = changed(&case).opened(&case_view(&case));
    assert_eq!(notice.changes, CHANGES);
    assert_eq!(
        notice.paragraphs[1],
        "It was saved under this version of the policy, and yet it records another result: something changed the \
         file. This is what the policy says:"
    );
}

#[test]
fn a_case_that_comes_back_under_another_version_says_what_changes() {
    let case = case(DECIDE, &[]);
    let mut file = changed(&case);
    file.policy_version = "edition 0".to_owned();
    let resumed = file.resumed(&case_view(&case)).unwrap();
    assert_eq!(resumed.title, "The policy has changed while you worked on this case");
    assert_eq!(resumed.paragraphs[1], "This version comes to another result:");
    assert_eq!(resumed.changes, CHANGES);
}

#[test]
fn answers_that_the_policy_has_no_use_for_are_kept_and_listed() {
    let mut case = case(DECIDE, &[]);
    case.answers.insert("old-question".to_owned(), Answer::One("yes".to_owned()));
    case.answers.insert("told".to_owned(), Answer::One("perhaps".to_owned()));
    let left_over: Vec<&str> = case.left_over(&content().policy).into_iter().map(|(id, _)| id).collect();
    assert_eq!(left_over, ["old-question", "told"]);
    let view = crate::CaseView::new(content(), &case);
    let record = document::to_markdown(&view.record("2026-11-24"));
    assert!(record.contains("old-question: yes") && record.contains("told: perhaps"), "{record}");
}

#[test]
fn a_case_opens_under_a_policy_that_knows_none_of_it() {
    let case = case(DECIDE, &[("record/reference", "CH-1"), ("detail/gone/number", "3")]);
    let empty = Content::default();
    let view = crate::CaseView::new(&empty, &case);
    assert_eq!(view.assessment().outcome, None);
    assert_eq!(case.left_over(&empty.policy).len(), 3);
}
