//! What is counted, in which period, and what of it is published.

use super::{Count, Report, ReportTable};
use crate::sample::{Made, casebook, content, entry};
use crate::{Casebook, MADE_UP, Period};
use casework::{CaseEntry, Key};
use document::to_markdown;
use policy::{Answer, EntryKind};

use EntryKind::{Change, Decision, End, Incident, OnTheSpotNotice, Review, Warning};

const TODAY: &str = "2026-12-31";

fn year() -> Period {
    Period { from: "2026-01-01".to_owned(), until: "2026-12-31".to_owned() }
}

fn report(book: &Casebook) -> Report {
    book.report(content(), &year(), TODAY)
}

fn table<'r>(report: &'r Report, id: &str) -> &'r ReportTable {
    report.tables.iter().find(|table| table.id == id).expect("there is such a table")
}

/// The counts of a table for the period, its total last.
fn now(report: &Report, id: &str) -> Vec<String> {
    let table = table(report, id);
    table.rows.iter().chain(&table.total).map(|row| row.now.to_string()).collect()
}

/// A report on one case.
fn of(entries: Vec<CaseEntry>) -> Report {
    report(&casebook(&[("case", entries)]))
}

fn decision(day: &str) -> CaseEntry {
    entry(Decision, day, "decide")
}

#[test]
fn results_are_counted_on_the_day_of_the_decision_beside_the_period_before() {
    let late = decision("2026-01-02").with(Key::Record("decided"), "2025-12-31");
    let book = casebook(&[
        ("a", vec![decision("2026-01-01"), entry(Incident, "2026-02-01", "")]),
        ("b", vec![late]),
        ("c", vec![entry(OnTheSpotNotice, "2026-12-31", "act"), entry(Decision, "2027-01-01", "decide")]),
        ("d", vec![entry(Decision, "2026-05-01", "")]),
        ("e", vec![entry(Decision, "2025-05-01", "what-was-once")]),
        ("f", vec![decision("2024-12-31")]),
    ]);
    let report = report(&book);
    let counts: Vec<(&str, Count, Count)> =
        table(&report, "outcomes").rows.iter().map(|row| (row.label.as_str(), row.now, row.before)).collect();
    let number = Count::Number;
    assert_eq!(
        counts,
        [
            ("Act", number(1), number(0)),
            ("Ask for a change", number(0), number(0)),
            ("Review", number(0), number(0)),
            ("Decide", number(1), number(1)),
            ("No single result yet", number(1), number(0)),
            ("A result of another version of the policy", number(0), number(1)),
        ]
    );
    let total = table(&report, "outcomes").total.clone().expect("it has a sum");
    assert_eq!((total.now, total.before), (number(3), number(2)));
}

#[test]
fn grounds_behaviour_and_options_can_be_several_of_a_case_and_leave_reviews_out() {
    let kinds = || Answer::Many(vec!["calls".to_owned(), "visits".to_owned()]);
    let mut decision = decision("2026-03-01").answering("kinds", kinds()).with(Key::Taken("limit"), "yes");
    decision.findings = vec!["grave".to_owned()];
    decision.case.write(&Key::Own(1).to_string(), "Meet at the library.".to_owned());
    let review =
        entry(Review, "2026-09-01", "review").answering("kinds", kinds()).with(Key::Taken("lift"), "yes");
    let report = of(vec![decision, review]);
    assert_eq!(now(&report, "grounds"), ["1"]);
    assert_eq!(now(&report, "behaviour"), ["1", "1"]);
    assert_eq!(now(&report, "options"), ["1", "1"], "the limit, and one that is not on the list");
}

#[test]
fn what_the_policy_required_was_taken_unless_the_officer_said_otherwise() {
    let required = |taken: &str| {
        let mut decision = decision("2026-03-01").with(Key::Taken("limit"), taken);
        decision.options.insert("limit".to_owned(), policy::Status::Required);
        now(&of(vec![decision]), "options")[0].clone()
    };
    assert_eq!([required(""), required("yes"), required("no")], ["1", "1", "0"]);
}

#[test]
fn durations_run_from_the_first_day_to_the_last() {
    for (until, row) in [
        ("2026-03-20", 0),
        ("2026-04-01", 0),
        ("2026-04-02", 1),
        ("2026-06-01", 1),
        ("2026-09-01", 2),
        ("2027-03-01", 3),
        ("2027-03-02", 4),
        ("", 5),
    ] {
        let counts = now(&of(vec![decision("2026-03-01").limited(until, "")]), "durations");
        assert_eq!(counts.iter().position(|count| count == "1"), Some(row), "until {until:?}");
        assert_eq!(counts.last().map(String::as_str), Some("1"));
    }
}

#[test]
fn a_warning_was_enough_where_a_later_check_set_no_limits() {
    let warning = |day| entry(Warning, day, "ask");
    for (later, counts) in [
        (vec![], ["0", "0", "1", "1"]),
        (vec![entry(Incident, "2026-04-01", "")], ["0", "0", "1", "1"]),
        (vec![decision("2026-04-01")], ["1", "0", "0", "1"]),
        (vec![decision("2026-04-01").limited("2026-06-01", "")], ["0", "1", "0", "1"]),
        (
            vec![decision("2026-04-01"), decision("2026-05-01").limited("2026-06-01", "")],
            ["1", "0", "0", "1"],
        ),
        (vec![warning("2026-04-01")], ["0", "1", "1", "2"]),
    ] {
        let entries = std::iter::once(warning("2026-03-01")).chain(later).collect();
        assert_eq!(now(&of(entries), "warnings"), counts);
    }
}

#[test]
fn a_restriction_on_the_spot_waits_for_its_assessment() {
    let notice = || entry(OnTheSpotNotice, "2026-03-01", "act").limited("2026-04-01", "");
    let assessed = |entry: CaseEntry, day| entry.with(Key::Record("assessed"), day);
    for (entries, row) in [
        (vec![notice()], 4),
        (vec![notice(), entry(Incident, "2026-03-03", "")], 4),
        (vec![notice(), entry(OnTheSpotNotice, "2026-12-30", "")], 4),
        (vec![notice(), decision("2026-03-08")], 0),
        (vec![notice(), decision("2026-03-09")], 1),
        (vec![notice(), decision("2026-03-30")], 2),
        (vec![notice(), assessed(decision("2026-03-30"), "2026-03-04")], 0),
        // An assessment of before was of something else.
        (vec![notice(), assessed(decision("2026-03-30"), "2026-02-04")], 2),
        (vec![assessed(notice(), "2026-03-20")], 1),
        (vec![notice(), entry(End, "2026-03-05", "decide")], 3),
    ] {
        let counts = now(&of(entries.clone()), "on-the-spot");
        assert_eq!(
            counts[row],
            if row == 4 && entries.len() == 2 && entries[1].kind == OnTheSpotNotice { "2" } else { "1" },
            "{counts:?}"
        );
    }
}

#[test]
fn a_review_is_held_by_its_day_or_late_or_not_at_all() {
    let set = || decision("2026-03-01").limited("2027-03-01", "2026-09-01");
    let at = |kind, day| entry(kind, day, "review");
    for (entries, today, row) in [
        (vec![set()], "2026-09-01", 4),
        (vec![set()], "2026-09-02", 3),
        (vec![set(), at(Review, "2026-09-01")], TODAY, 0),
        (vec![set(), at(Review, "2026-09-02")], TODAY, 1),
        (vec![set(), at(End, "2026-08-01")], TODAY, 2),
        (vec![set(), at(End, "2026-10-01")], TODAY, 3),
        (vec![set(), decision("2026-07-01").limited("2027-01-01", "")], TODAY, 2),
        // What limits nothing, or is decided on the spot, leaves them in force.
        (vec![set(), decision("2026-07-01")], TODAY, 3),
        (vec![set(), at(OnTheSpotNotice, "2026-07-01").limited("2026-08-01", "")], TODAY, 3),
        // A further step adds to them.
        (vec![set(), at(Change, "2026-07-01").limited("2027-01-01", "")], TODAY, 3),
        (vec![set(), at(Change, "2026-07-01").limited("2027-01-01", ""), at(Review, "2026-09-01")], TODAY, 0),
        (
            vec![
                at(OnTheSpotNotice, "2026-03-01").limited("2026-12-01", "2026-09-01"),
                at(Change, "2026-07-01").limited("2027-01-01", ""),
            ],
            TODAY,
            2,
        ),
    ] {
        let book = casebook(&[("case", entries)]);
        let report = book.report(content(), &year(), today);
        let counts = now(&report, "reviews-due");
        assert_eq!(counts.iter().position(|count| count == "1"), Some(row), "{counts:?}");
    }
}

#[test]
fn reviews_are_counted_by_what_they_came_to_and_who_asked() {
    let review = |taken: &[&str], asked: &str| {
        let review = entry(Review, "2026-09-01", "review");
        let review = taken.iter().fold(review, |review, option| review.with(Key::Taken(option), "yes"));
        vec![review.answering("asked", Answer::One(asked.to_owned()))]
    };
    let report = report(&casebook(&[
        ("a", review(&["lift"], "customer")),
        ("b", review(&["keep"], "nobody")),
        ("c", review(&["lift", "keep"], "customer")),
        ("d", review(&[], "once")),
    ]));
    assert_eq!(now(&report, "reviews-held"), ["1", "1", "2", "4"]);
    assert_eq!(now(&report, "reviews-asked-for"), ["2", "1", "1", "4"]);
    let labels: Vec<&str> =
        table(&report, "reviews-held").rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Lift the limits", "Go on with them", "None of these, or several"]);
}

/// A book in which something is written down in two periods.
fn noted() -> Casebook {
    let decision = |day, reference, lesson| {
        decision(day).with(Key::Record("reference"), reference).with(Key::Record("learnt"), lesson)
    };
    casebook(&[
        (
            "a",
            vec![
                decision("2026-06-01", "CH-1", "Ask earlier.").with(Key::Record("adjusted"), "Large print."),
            ],
        ),
        (
            "b",
            vec![
                decision("2026-03-01", "CH-2", "=Write less.")
                    .with(Key::Record("departed"), "It was urgent."),
            ],
        ),
        ("c", vec![decision("2025-03-01", "CH-3", "Of last year.")]),
    ])
}

#[test]
fn lessons_and_departures_stand_in_the_words_of_the_records() {
    let report = report(&noted());
    assert_eq!(report.lessons.as_deref(), Some(&["=Write less.", "Ask earlier."].map(str::to_owned)[..]));
    assert_eq!(report.departures.as_deref(), Some(&["CH-2, 1 March 2026: It was urgent.".to_owned()][..]));
    assert_eq!(now(&report, "written-down"), ["1", "1", "2"]);
}

#[test]
fn what_is_published_has_no_words_of_the_records_and_no_small_count() {
    let report = report(&noted());
    let published = report.published();
    assert!(published.is_published && published.lessons.is_none() && published.departures.is_none());
    assert_eq!(published.published(), published, "nothing more is taken out");
    let small = |count: Count| matches!(count, Count::Number(1..5));
    let rows = || published.tables.iter().flat_map(|table| table.rows.iter().chain(&table.total));
    assert!(rows().all(|row| !small(row.now) && !small(row.before)));
    assert_eq!(now(&published, "written-down"), ["[c]", "[c]", "[c]"]);
    for text in [published.csv(), to_markdown(&published.document(TODAY)).replace('\\', "")] {
        assert!(text.contains("[c]") && !text.contains("CH-2") && !text.contains("Ask earlier"), "{text}");
    }
}

#[test]
fn a_period_looks_the_same_in_the_report_on_the_next() {
    let entries = |count: usize, day: &str| -> Vec<(String, Vec<CaseEntry>)> {
        (0..count).map(|number| (format!("c-{}-{number}", day.len() + count), vec![decision(day)])).collect()
    };
    let all: Vec<(String, Vec<CaseEntry>)> =
        entries(7, "2025-05-01").into_iter().chain(entries(3, "2026-05-01")).collect();
    let files: Vec<(&str, Vec<CaseEntry>)> =
        all.iter().map(|(id, made)| (id.as_str(), made.clone())).collect();
    let book = casebook(&files);
    let this = report(&book).published();
    let last = book.report(content(), &year().before(), TODAY).published();
    for (this, last) in this.tables.iter().zip(&last.tables) {
        let before: Vec<Count> = this.rows.iter().map(|row| row.before).collect();
        let then: Vec<Count> = last.rows.iter().map(|row| row.now).collect();
        assert_eq!(before, then, "{}", this.id);
    }
}

#[test]
fn a_report_of_made_up_cases_says_so_also_where_it_is_published() {
    let made_up = Casebook::of_made_up_cases(content()).report(content(), &year(), TODAY);
    let line = format!("\u{feff}\"{MADE_UP}\",,,\r\nTable,Row,");
    for report in [&made_up, &made_up.published()] {
        assert!(report.csv().starts_with(&line), "{}", report.csv());
        assert!(to_markdown(&report.document(TODAY)).contains(MADE_UP));
    }
    let real = report(&noted());
    assert!(!real.csv().contains(MADE_UP) && !to_markdown(&real.document(TODAY)).contains(MADE_UP));
}

#[test]
fn the_report_is_taken_along_as_a_spreadsheet_and_a_document() {
    let mut book = noted();
    book.add::<serde_json::Value>("broken.json", "{");
    let report = report(&book);
    let csv = report.csv();
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    assert_eq!(lines[0], "Table,Row,2026-01-01 to 2026-12-31,2025-01-01 to 2025-12-31");
    assert!(lines.contains(&"Results,Decide,2,1") && lines.contains(&"Results,Total,2,1"), "{csv}");
    assert!(lines.contains(&"Lessons,'=Write less.,,"), "{csv}");
    let markdown = to_markdown(&report.document(TODAY));
    assert!(markdown.contains("Made from 3 cases. Left out: 1 file that cannot be counted."), "{markdown}");
    assert!(markdown.contains("Ask earlier."), "{markdown}");
}

#[test]
fn what_a_handbook_has_no_place_for_is_left_out() {
    let mut content = content().clone();
    content.paperwork.entries = policy::EntryRules::default();
    let titles = |book: &Casebook| -> Vec<String> {
        book.report(&content, &year(), TODAY).tables.into_iter().map(|table| table.id).collect()
    };
    assert_eq!(
        titles(&casebook(&[("a", vec![decision("2026-01-01")])])),
        ["outcomes", "options", "durations"]
    );
    let report = casebook(&[]).report(&content, &year(), TODAY);
    assert_eq!((report.lessons.as_ref(), report.departures.as_ref()), (None, None));
    assert!(!report.csv().contains("Lessons") && !to_markdown(&report.document(TODAY)).contains("Lessons"));
    let earlier = casebook(&[("a", vec![entry(Warning, "2026-01-01", "ask")])]);
    assert!(titles(&earlier).contains(&"warnings".to_owned()), "an earlier version had them");
}
