//! Case files: what is saved, and what is said of it when it is opened.

use super::CaseFile;
use crate::history::CaseEntry;
use crate::sample::{DECIDE, case, case_view};
use crate::{Case, CaseHistory};
use policy::{Content, Status};

fn saved(case: &Case) -> CaseFile {
    CaseFile::save(&case_view(case), &CaseHistory::new("case-1".to_owned()), "2026-11-24")
}

#[test]
fn a_case_is_saved_with_its_result() {
    let case = case(DECIDE, &[("record/reference", "CH-1")]);
    let file = saved(&case);
    assert_eq!(
        (draft(&file).policy_version.as_str(), draft(&file).saved_on.as_str()),
        ("edition 1", "2026-11-24")
    );
    assert_eq!(draft(&file).outcome, "decide");
    let options = [("point", Status::Required), ("limit", Status::Warranted), ("stop", Status::Open)];
    assert_eq!(draft(&file).options, options.map(|(id, status)| (id.to_owned(), status)).into());
    assert_eq!(draft(&file).case, case);
    let notice = file.opened(&case_view(&case));
    assert_eq!(
        notice.paragraphs,
        ["It was saved on 24 November 2026."],
        "under the same policy nothing changes"
    );
    assert!(notice.changes.is_empty());
    assert_eq!(file.resumed(&case_view(&case)), None);
}

fn draft(file: &CaseFile) -> &CaseEntry {
    file.draft.as_ref().unwrap()
}

fn draft_mut(file: &mut CaseFile) -> &mut CaseEntry {
    file.draft.as_mut().unwrap()
}

/// A file that records another outcome than the policy gives, and another status of an option.
fn changed(case: &Case) -> CaseFile {
    let mut file = saved(case);
    draft_mut(&mut file).outcome = "rest".to_owned();
    draft_mut(&mut file).options.insert("limit".to_owned(), Status::NotWarranted);
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
    draft_mut(&mut file).policy_version = "edition 0".to_owned();
    let notice = file.opened(&case_view(&case));
    assert_eq!(notice.paragraphs[1], "It was saved under another version of the policy: edition 0.");
    assert_eq!(notice.paragraphs[2], "This version comes to another result:");
    assert_eq!(notice.changes, CHANGES);
    draft_mut(&mut file).outcome = String::new();
    draft_mut(&mut file).options.clear();
    assert_eq!(file.opened(&case_view(&case)).changes[0], "The outcome was “open” and is now “Decide”.");
    draft_mut(&mut file).outcome = "long-gone".to_owned();
    assert_eq!(file.opened(&case_view(&case)).changes[0], "The outcome was “long-gone” and is now “Decide”.");
}

#[test]
fn an_option_that_this_version_does_not_have_is_named() {
    let case = case(DECIDE, &[]);
    let mut file = saved(&case);
    draft_mut(&mut file).options.insert("whip".to_owned(), Status::Warranted);
    draft_mut(&mut file).options.insert("never-offered".to_owned(), Status::NotOffered);
    assert_eq!(
        file.opened(&case_view(&case)).changes,
        ["whip: was “Supported by the facts”, and is no option now."]
    );
}

#[test]
fn another_version_with_the_same_result_says_so() {
    let case = case(DECIDE, &[]);
    let mut file = saved(&case);
    draft_mut(&mut file).policy_version = "edition 0".to_owned();
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
    draft_mut(&mut file).policy_version = "edition 0".to_owned();
    let resumed = file.resumed(&case_view(&case)).unwrap();
    assert_eq!(resumed.title, "The policy has changed while you worked on this case");
    assert_eq!(resumed.paragraphs[1], "This version comes to another result:");
    assert_eq!(resumed.changes, CHANGES);
}

#[test]
fn a_case_opens_under_a_policy_that_knows_none_of_it() {
    let case = case(DECIDE, &[("record/reference", "CH-1"), ("detail/gone/number", "3")]);
    let empty = Content::default();
    let view = crate::CaseView::new(&empty, &case);
    assert_eq!(view.assessment().outcome, None);
    assert_eq!(case.left_over(&empty.policy).len(), 3);
}

#[test]
fn the_notice_says_that_a_file_is_of_the_first_format_and_what_it_could_not_place() {
    let mut file = saved(&case(DECIDE, &[("detail/limit/minutes", "10"), ("record/reference", "CH-1")]));
    file.format_version = 1;
    let notice = file.opened(&case_view(&draft(&file).case));
    assert_eq!(
        notice.paragraphs,
        [
            "It was saved on 24 November 2026.",
            "The file is of the first format of case files, and was converted to the present one. Save the case, and open \
             the new file from now on: only there its dates keep their places in a calendar.",
        ]
    );
    assert_eq!(notice.unplaced, ["Under “detail/limit/minutes” stands: “10”."]);
}
