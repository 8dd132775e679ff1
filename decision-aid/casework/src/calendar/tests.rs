use super::{calendar_file, in_words, months_after, parse};

#[test]
fn only_days_that_exist_are_dates() {
    for text in ["2026-02-28", "2028-02-29", "2026-12-31", " 2026-01-01 "] {
        assert!(parse(text).is_some(), "{text}");
    }
    for text in [
        "",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "26-04-01",
        "2026-04",
        "2026-04-01-1",
        "soon",
        "0026-08-31",
    ] {
        assert!(parse(text).is_none(), "{text}");
    }
}

#[test]
fn months_end_where_they_end() {
    for (from, months, to) in [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-11-24", 6, "2027-05-24"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-10-31", 0, "2026-10-31"),
    ] {
        assert_eq!(months_after(from, months).as_deref(), Some(to), "{from} and {months} months");
    }
    assert_eq!(months_after("2026-02-30", 6), None);
}

#[test]
fn a_date_reads_like_a_date() {
    assert_eq!(in_words("2026-08-31"), "31 August 2026");
    assert_eq!(in_words("next week"), "next week");
}

#[test]
fn an_event_is_one_whole_day() {
    let event = calendar_file(
        &[("2027-02-28", "Review; the restriction"), ("soon", "Nothing"), ("2027-12-31", "End")],
        "CH-1, part 2",
        "2026-08-31",
    )
    .expect("a date");
    let lines: Vec<&str> = event.split("\r\n").collect();
    assert_eq!(lines.first(), Some(&"BEGIN:VCALENDAR"));
    for line in [
        "DTSTAMP:20260831T000000Z",
        "DTSTART;VALUE=DATE:20270228",
        "DTEND;VALUE=DATE:20270301",
        "DTSTART;VALUE=DATE:20271231",
        "DTEND;VALUE=DATE:20280101",
        "SUMMARY:Review\\; the restriction: CH-1\\, part 2",
    ] {
        assert!(lines.contains(&line), "{line} in {event}");
    }
    assert_eq!(event.matches("BEGIN:VEVENT").count(), 2, "what is no date is left out");
    assert!(calendar_file(&[("2027-02-30", "Review")], "", "2026-08-31").is_none());
}

#[test]
fn no_line_of_an_event_is_longer_than_75_bytes_and_none_is_forged() {
    let reference = "é🙂".repeat(60) + "\r\nEND:VCALENDAR";
    let event = calendar_file(&[("2027-02-28", "Review")], &reference, "2026-08-31").expect("a date");
    assert!(event.split("\r\n").all(|line| line.len() <= 75), "{event}");
    let unfolded = event.replace("\r\n ", "");
    assert_eq!(unfolded.matches("\r\nEND:VCALENDAR").count(), 1, "{unfolded}");
    assert!(unfolded.contains("é🙂é🙂"));
}
