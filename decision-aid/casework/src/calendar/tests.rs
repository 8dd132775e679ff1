use super::{days_after, in_words, is_day, months_after, parse};

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
fn a_file_writes_a_day_in_one_way() {
    for (text, is) in
        [("2026-02-28", true), (" 2026-02-28", false), ("2026-2-28", false), ("2026-02-30", false)]
    {
        assert_eq!(is_day(text), is, "{text}");
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
fn a_day_that_no_file_can_have_is_not_counted_to() {
    // A page may say any number of months; the largest once stopped the aid.
    for months in [3_000, 70_000, u32::MAX - 1, u32::MAX] {
        assert_eq!(months_after("2026-12-31", months), None, "{months}");
    }
    assert_eq!(months_after("2199-11-30", 1).as_deref(), Some("2199-12-30"));
    assert_eq!(months_after("2199-12-30", 1), None);
}

#[test]
fn days_are_counted_over_the_ends_of_months_both_ways() {
    for (from, days, to) in [
        ("2026-02-28", 1, Some("2026-03-01")),
        ("2028-02-28", 1, Some("2028-02-29")),
        ("2026-01-01", -1, Some("2025-12-31")),
        ("2026-01-01", 365, Some("2027-01-01")),
        ("2026-01-01", 0, Some("2026-01-01")),
        // No file can have such a day.
        ("2199-12-31", 1, None),
        ("1900-01-01", -1, None),
        ("2026-01-01", i64::MAX, None),
        ("2026-02-30", 1, None),
    ] {
        assert_eq!(days_after(from, days).as_deref(), to, "{from} and {days} days");
    }
}

#[test]
fn a_date_reads_like_a_date() {
    assert_eq!(in_words("2026-08-31"), "31 August 2026");
    assert_eq!(in_words("next week"), "next week");
}
