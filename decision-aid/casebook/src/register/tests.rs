//! What is in force, in which order, and what is taken along of it.

use super::{Column, Register};
use crate::MADE_UP;
use crate::sample::{Made, casebook, content, entry};
use casework::{CaseEntry, Key};
use document::{Block, to_markdown};
use policy::EntryKind;

const TODAY: &str = "2026-10-01";

fn decision(reference: &str, until: &str, review_on: &str) -> Vec<CaseEntry> {
    let decision = entry(EntryKind::Decision, "2026-03-01", "decide").limited(until, review_on);
    vec![decision.with(Key::Record("reference"), reference)]
}

fn register() -> Register {
    let on_the_spot = |day| entry(EntryKind::OnTheSpotNotice, day, "act").limited("2026-10-20", "2026-10-10");
    let mut both = decision("CH-4", "2027-03-01", "2026-12-01");
    both.push(on_the_spot("2026-09-20"));
    let mut ended = decision("CH-5", "2027-03-01", "2026-12-01");
    ended.push(entry(EntryKind::End, "2026-05-01", "decide"));
    casebook(&[
        ("a", decision("CH-1", "2027-03-01", "2026-11-01")),
        ("b", decision("CH-2", "2027-03-01", "2026-09-01")),
        ("c", decision("=CH-3", "2026-09-15", "2026-09-01")),
        ("d", both),
        ("e", ended),
        ("f", vec![entry(EntryKind::Warning, "2026-03-01", "ask")]),
        ("g", decision("", "", "")),
    ])
    .register(content(), TODAY)
}

fn column(register: &Register, of: fn(&super::RegisterRow) -> String) -> Vec<String> {
    register.rows.iter().map(of).collect()
}

#[test]
fn what_is_overdue_comes_first_and_then_what_is_due_sooner() {
    let rows = register().rows;
    let found: Vec<(&str, bool, Vec<&str>)> = rows
        .iter()
        .map(|row| (row.file.as_str(), row.is_overdue, row.due.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        found,
        [
            ("b.json", true, vec!["The review was due on 1 September 2026, 30 days ago."]),
            (
                "c.json",
                true,
                vec![
                    "The review was due on 1 September 2026, 30 days ago.",
                    "The last day of the limits was 15 September 2026, 16 days ago. Say that they have ended, and tell everyone who was told of them."
                ]
            ),
            (
                "d.json",
                true,
                vec![
                    "The assessment after the restriction on the spot is owed since 20 September 2026, 11 days ago.",
                    "The review is due on 10 October 2026."
                ]
            ),
            ("a.json", false, vec!["The review is due on 1 November 2026."]),
            ("d.json", false, vec!["The review is due on 1 December 2026."]),
            ("g.json", false, vec![]),
        ]
    );
    assert_eq!(rows[0].told, ["Reception", "The contact centre"]);
    assert_eq!((rows[0].since.as_str(), rows[0].until.as_str()), ("2026-03-01", "2027-03-01"));
}

#[test]
fn rows_are_sorted_by_each_column_and_what_is_empty_comes_last() {
    let register = register();
    let references =
        |column_of, ascending| column(&register.sorted_by(column_of, ascending), |row| row.reference.clone());
    for (column, ascending, order) in [
        (Column::Reference, true, ["=CH-3", "CH-1", "CH-2", "CH-4", "CH-4", ""]),
        (Column::Reference, false, ["CH-4", "CH-4", "CH-2", "CH-1", "=CH-3", ""]),
        (Column::Review, true, ["CH-2", "=CH-3", "CH-4", "CH-1", "CH-4", ""]),
        (Column::Until, true, ["=CH-3", "CH-4", "CH-2", "CH-1", "CH-4", ""]),
        (Column::Since, false, ["CH-4", "CH-2", "=CH-3", "CH-1", "CH-4", ""]),
        (Column::Due, true, ["CH-2", "=CH-3", "CH-4", "CH-1", "CH-4", ""]),
        (Column::File, true, ["CH-1", "CH-2", "=CH-3", "CH-4", "CH-4", ""]),
    ] {
        assert_eq!(references(column, ascending), order, "{column:?}, ascending: {ascending}");
    }
}

#[test]
fn a_row_is_found_by_what_it_says() {
    for (words, count) in [
        ("", 6),
        ("ch-4", 2),
        ("RING twice", 6),
        ("twice ch-1", 1),
        ("2027-03-01", 3),
        ("1 November", 1),
        ("reception nobody", 0),
        ("b.json", 1),
    ] {
        assert_eq!(register().filtered(words).rows.len(), count, "{words:?}");
    }
}

#[test]
fn a_spreadsheet_gets_a_row_each_and_no_formula() {
    let csv = register().csv();
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 7);
    assert_eq!(lines[0], "Overdue,Case,What applies,Since,Until,Review,Told,What is due,File");
    assert_eq!(
        lines[1],
        "yes,CH-2,You may ring us twice a week.,2026-03-01,2027-03-01,2026-09-01,Reception; The contact \
         centre,\"The review was due on 1 September 2026, 30 days ago.\",b.json"
    );
    assert!(lines[2].starts_with("yes,'=CH-3,"), "{}", lines[2]);
}

#[test]
fn the_document_says_how_many_are_in_force_and_has_them_all() {
    let document = register().document(TODAY);
    let markdown = to_markdown(&document);
    assert!(markdown.contains(
        "On 1 October 2026, 6 restrictions are in force in the files that were read. Something is overdue for 3 of them."
    ), "{markdown}");
    let Some(Block::Table(table)) = document.blocks.last() else { panic!("there is a table") };
    assert_eq!((table.rows.len(), table.columns()), (6, 5));
    assert_eq!(Register::default().document(TODAY).blocks.len(), 1, "nothing is in force, and that is said");
}

#[test]
fn what_is_made_of_made_up_cases_says_so_however_it_is_arranged() {
    let made_up = Register { is_made_up: true, ..register() };
    let arranged = made_up.filtered("ch-4").sorted_by(Column::Until, false);
    let line = format!("\u{feff}\"{MADE_UP}\",,,,,,,,\r\nOverdue,Case,");
    for register in [&made_up, &arranged] {
        assert!(register.csv().starts_with(&line), "{}", register.csv());
        let first = to_markdown(&register.document(TODAY));
        assert!(first.contains(MADE_UP), "{first}");
    }
    assert!(!register().csv().contains(MADE_UP), "real files are not called made up");
    assert!(!to_markdown(&register().document(TODAY)).contains(MADE_UP));
}

#[test]
fn one_calendar_has_every_review_to_come_under_a_name_of_its_own() {
    let calendar = register().calendar(TODAY).expect("there are reviews");
    let of = |name: &str| -> Vec<String> {
        calendar.lines().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
    };
    // The third has run out: its review is not held any more.
    assert_eq!(
        of("UID:"),
        [
            "b-review-on@customer-handling",
            "c-review-on@customer-handling",
            "d-review-on@customer-handling",
            "a-review-on@customer-handling",
            "d-review-on-1@customer-handling"
        ]
    );
    assert_eq!(of("DTSTART;VALUE=DATE:"), ["20260901", "20260901", "20261010", "20261101", "20261201"]);
    assert_eq!(of("SUMMARY:")[0], "Review a limit: CH-2");
    assert_eq!(Register::default().calendar(TODAY), None);
    assert_eq!(
        register().filtered("ch-1").calendar(TODAY).map(|text| text.matches("BEGIN:VEVENT").count()),
        Some(1)
    );
}
