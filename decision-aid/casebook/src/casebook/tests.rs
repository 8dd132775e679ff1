//! Which files count: broken ones, several of one case, and what is kept of each.

use crate::sample::{Made, casebook, content, entry, file};
use crate::{Casebook, DuplicateKind};
use casework::{CaseEntry, Key};
use policy::EntryKind;
use serde_json::{Value, json};

fn decision() -> CaseEntry {
    entry(EntryKind::Decision, "2026-03-01", "decide")
        .limited("2027-03-01", "2026-09-01")
        .with(Key::Record("reference"), "CH-1")
}

fn review() -> CaseEntry {
    entry(EntryKind::Review, "2026-09-01", "review").limited("2027-03-01", "2027-02-01")
}

/// What is said of each file that is left out.
fn left_out(book: &Casebook) -> Vec<(&str, &str)> {
    book.left_out().iter().map(|left_out| (left_out.name.as_str(), left_out.why.as_str())).collect()
}

#[test]
fn a_broken_file_is_named_and_the_rest_counts() {
    let mut book = casebook(&[("one", vec![decision()])]);
    let sound = file("two", &[decision()]);
    book.add::<Value>("cut.json", &sound[..sound.len() / 2]);
    book.add::<Value>("other.json", "{}");
    book.add::<Value>("picture.json", "\u{fffd}PNG");
    let backwards = [decision(), entry(EntryKind::Review, "2026-02-01", "review")];
    book.add::<Value>("backwards.json", &file("three", &backwards));
    let mut newer: Value = serde_json::from_str(&sound).unwrap();
    newer["entries"].as_array_mut().unwrap().push(json!({ "kind": "appeal" }));
    book.add::<Value>("newer.json", &newer.to_string());
    let mut draft: Value = serde_json::from_str(&sound).unwrap();
    draft["entries"][0]["made-on"] = Value::Null;
    book.add::<Value>("draft.json", &draft.to_string());
    assert_eq!((book.files(), book.cases_counted()), (7, 1));
    assert_eq!(
        left_out(&book),
        [
            ("cut.json", "The file cannot be read: it is cut off or was changed. Choose another copy of it."),
            (
                "other.json",
                "The file is not a case file. Choose one that was saved here; its name ends in “.json”."
            ),
            (
                "picture.json",
                "The file is not a case file. Choose one that was saved here; its name ends in “.json”."
            ),
            (
                "backwards.json",
                "It says what cannot be. Entry 2 (Review) was made on 1 February 2026, before the one above it, which \
                 was made on 1 March 2026. Correct the case in the decision aid."
            ),
            (
                "newer.json",
                "A newer version of this handbook made an entry in it. Reload this page, and choose the file again."
            ),
            (
                "draft.json",
                "No entry was made in it yet. Open it in the decision aid, make the entry, and save it again."
            ),
        ]
    );
}

#[test]
fn files_of_one_case_count_once() {
    let other = || decision().with(Key::Record("matter"), "Another matter.");
    let longer = |used: &str| DuplicateKind::Longer { used: used.to_owned() };
    for (files, kind, counted) in [
        (vec![vec![decision()], vec![decision()]], DuplicateKind::Same, Some("1")),
        (vec![vec![decision()], vec![decision(), review()]], longer("2"), Some("2")),
        (vec![vec![decision(), review()], vec![decision()]], longer("1"), Some("1")),
        (
            vec![vec![decision()], vec![decision(), review()], vec![decision(), review()]],
            longer("2"),
            Some("2"),
        ),
        (vec![vec![decision()], vec![other()]], DuplicateKind::Different, None),
        (vec![vec![decision(), review()], vec![other()], vec![decision()]], DuplicateKind::Different, None),
    ] {
        let mut book = Casebook::new(content());
        for (number, entries) in (1..).zip(&files) {
            book.add::<Value>(&number.to_string(), &file("case", entries));
        }
        let found = book.duplicates();
        assert_eq!(found.len(), 1);
        assert_eq!((&found[0].kind, found[0].counted.as_deref()), (&kind, counted), "{} files", files.len());
        assert_eq!((found[0].names.len(), found[0].reference.as_str()), (files.len(), "CH-1"));
        assert_eq!(book.cases_counted(), usize::from(counted.is_some()));
    }
    assert_eq!(casebook(&[("one", vec![decision()]), ("two", vec![decision()])]).duplicates(), []);
}

#[test]
fn of_files_that_differ_the_one_that_is_chosen_counts() {
    let mut book = casebook(&[("case", vec![decision()])]);
    let other = decision().limited("2026-12-31", "2026-06-01");
    book.add::<Value>("case.json", &file("case", &[other]));
    assert_eq!(book.register(content(), "2026-04-01").rows.len(), 0, "nobody has chosen");
    for (name, until) in
        [("case.json (2)", "2026-12-31"), ("case.json", "2027-03-01"), ("no file", "2027-03-01")]
    {
        book.choose(name);
        let rows = book.register(content(), "2026-04-01").rows;
        assert_eq!(rows.iter().map(|row| row.until.as_str()).collect::<Vec<_>>(), [until], "{name}");
    }
}

#[test]
fn of_a_file_only_what_is_read_is_kept() {
    let long = "x".repeat(10_000);
    let noted = decision().with(Key::Evidence("kinds"), &long).with(Key::Record("learnt"), "Ask earlier.");
    let book = casebook(&[("case", vec![noted])]);
    let kept = book.counted_cases()[0].file.history.made().next().unwrap().case.clone();
    assert_eq!(
        kept.texts,
        [
            ("record/learnt".to_owned(), "Ask earlier.".to_owned()),
            ("record/reference".to_owned(), "CH-1".to_owned())
        ]
    );
}
