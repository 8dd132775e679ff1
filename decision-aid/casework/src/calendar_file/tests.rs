//! The file for a calendar: one event for each date, the same one whenever it is made anew.

use super::CalendarFile;
use crate::CaseHistory;
use crate::sample::{DECIDE, case, case_view};

const ID: &str = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

fn history(id: &str, calendar_sequence: u32) -> CaseHistory {
    CaseHistory { calendar_sequence, ..CaseHistory::new(id.to_owned()) }
}

fn calendar(texts: &[(&str, &str)], history: &CaseHistory) -> Option<CalendarFile> {
    case_view(&case(DECIDE, texts)).calendar_file(history, "2026-08-31")
}

/// The lines of a file, put together again.
fn lines(file: &CalendarFile) -> Vec<String> {
    assert!(file.text.split("\r\n").all(|line| line.len() <= 75), "{}", file.text);
    assert!(!file.text.replace("\r\n", "").contains(['\r', '\n']), "{}", file.text);
    file.text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn values(file: &CalendarFile, name: &str) -> Vec<String> {
    lines(file).iter().filter_map(|line| line.strip_prefix(name)).map(str::to_owned).collect()
}

#[test]
fn an_event_is_one_whole_day_with_what_to_do_and_two_reminders() {
    let texts = [("record/decided-on", "2026-08-31"), ("record/reference", "CH-1, part 2")];
    let file = calendar(&texts, &history(ID, 4)).expect("there is a date");
    assert_eq!(
        lines(&file),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Customer Handling Handbook//EN",
            "BEGIN:VEVENT",
            "UID:6f9619ff-8b86-4011-b42d-00c04fc964ff-review-date@customer-handling",
            "SEQUENCE:4",
            "DTSTAMP:20260831T000000Z",
            "DTSTART;VALUE=DATE:20270228",
            "DTEND;VALUE=DATE:20270301",
            "SUMMARY:Review: CH-1\\, part 2",
            "DESCRIPTION:Open the case file of CH-1\\, part 2 in the decision aid of the handbook\\, do what is due\\, and \
             write down there what you did.",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-P6DT15H",
            "DESCRIPTION:Review: CH-1\\, part 2",
            "END:VALARM",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:PT9H",
            "DESCRIPTION:Review: CH-1\\, part 2",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            ""
        ]
    );
    assert_eq!(file.next_sequence, 5);
}

#[test]
fn a_changed_date_moves_the_event_and_two_cases_never_share_one() {
    let made = |id: &str, sequence, date| {
        let file =
            calendar(&[("record/review-date", date)], &history(id, sequence)).expect("there is a date");
        (
            values(&file, "UID:"),
            values(&file, "SEQUENCE:"),
            values(&file, "DTSTART;VALUE=DATE:"),
            file.next_sequence,
        )
    };
    let (first, sequence, date, next) = made(ID, 0, "2027-02-28");
    let (moved, later, other_date, _) = made(ID, next, "2027-03-01");
    assert_eq!(first, moved);
    assert_eq!((sequence, later), (vec!["0".to_owned()], vec!["1".to_owned()]));
    assert_ne!(date, other_date);
    let (other, ..) = made("another-case", 0, "2027-02-28");
    assert_ne!(first, other, "the same event of another case");
}

#[test]
fn what_is_no_date_is_left_out() {
    for date in ["2027-02-30", "soon", ""] {
        assert_eq!(calendar(&[("record/review-date", date)], &history(ID, 0)), None, "{date}");
    }
    let case = case(DECIDE, &[("record/review-date", "2027-02-28")]);
    assert_eq!(
        case_view(&case).calendar_file(&history(ID, 0), "today"),
        None,
        "nobody knows when it was made"
    );
}

#[test]
fn a_case_without_a_reference_names_none() {
    let file = calendar(&[("record/review-date", "2027-02-28")], &history(ID, 0)).expect("there is a date");
    assert_eq!(values(&file, "SUMMARY:"), ["Review"]);
    assert!(values(&file, "DESCRIPTION:")[0].starts_with("Open the case file in the decision aid"));
}

#[test]
fn the_number_of_a_file_stays_within_what_calendars_count() {
    let file =
        calendar(&[("record/review-date", "2027-02-28")], &history(ID, u32::MAX)).expect("there is a date");
    assert_eq!(
        (values(&file, "SEQUENCE:"), file.next_sequence),
        (vec!["2147483647".to_owned()], 2_147_483_647)
    );
}

#[test]
fn no_line_is_forged() {
    let reference = "é🙂".repeat(60) + "\r\nEND:VCALENDAR";
    let texts = [("record/review-date", "2027-02-28"), ("record/reference", reference.as_str())];
    let file = calendar(&texts, &history("id\r\nEND:VCALENDAR", 0)).expect("there is a date");
    assert_eq!(lines(&file).iter().filter(|line| *line == "END:VCALENDAR").count(), 1, "{}", file.text);
    assert!(values(&file, "SUMMARY:")[0].contains("é🙂é🙂"));
}
