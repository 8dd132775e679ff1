//! The report counts what `tests/casebook/recount.mjs` counts, over 500 made cases, and the files that are made are the same for a seed.

use casebook::{Casebook, Count, CountRow, Period, Report};
use handbook::samples::{UNTIL as LAST_DAY, write};
use handbook_tests::{CONTENT, root, tests};
use samples::{Sample, samples};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const FROM: &str = "2025-07-01";
const UNTIL: &str = "2026-06-30";
const TODAY: &str = "2026-11-27";

/// A casebook of 500 made cases, whose files are written into a folder too.
fn casebook(folder: &Path) -> Casebook {
    let mut book = Casebook::new(&CONTENT);
    for sample in samples::<Value>(&CONTENT, 500, 20, LAST_DAY) {
        let Sample { name, text } = sample.unwrap();
        std::fs::write(folder.join(&name), &text).unwrap();
        book.add::<Value>(&name, &text);
    }
    book
}

/// The counts of the report in one of its two periods.
struct Counted<'r> {
    report: &'r Report,
    count: fn(&CountRow) -> Count,
}

impl Counted<'_> {
    /// The counts of a table.
    fn counts(&self, id: &str) -> Vec<u64> {
        let table = self.report.tables.iter().find(|table| table.id == id).unwrap();
        let number = |row: &CountRow| match (self.count)(row) {
            Count::Number(number) => u64::from(number),
            Count::Suppressed => panic!("nothing is taken out of the report itself"),
        };
        table.rows.iter().map(number).collect()
    }
}

/// The counts of another program.
fn recount(folder: &Path) -> Value {
    let script = tests().join("casebook/recount.mjs");
    let output = Command::new("node").arg(script).arg(folder).args([FROM, UNTIL, TODAY]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Counts of a table by the ids of its rows; a row that was never counted has none.
fn by_id<'i>(ids: impl Iterator<Item = &'i str>, counts: &[u64]) -> BTreeMap<String, u64> {
    let counted = ids.zip(counts).filter(|(_, count)| **count > 0);
    counted.map(|(id, count)| (id.to_owned(), *count)).collect()
}

fn map(counted: &Value) -> BTreeMap<String, u64> {
    serde_json::from_value(counted.clone()).unwrap()
}

fn in_order(counted: &Value, names: &[&str]) -> Vec<u64> {
    names.iter().map(|name| counted[*name].as_u64().unwrap()).collect()
}

#[test]
fn the_report_counts_what_another_program_counts() {
    let folder = TempDir::new().unwrap();
    let book = casebook(folder.path());
    let period = Period { from: FROM.to_owned(), until: UNTIL.to_owned() };
    let (recounted, report) = (recount(folder.path()), book.report(&CONTENT, &period, TODAY));
    assert_eq!(book.left_out(), []);
    assert_eq!(recounted["cases"], book.cases_counted());
    assert_eq!(recounted["inForce"], book.register(&CONTENT, TODAY).rows.len());

    let now = Counted { report: &report, count: |row| row.now };
    let before = Counted { report: &report, count: |row| row.before };
    for (period, counted) in [("now", now), ("before", before)] {
        counts_alike(&recounted[period], &counted, period);
    }
    for (id, _, texts) in report.texts() {
        assert_eq!(texts.len() as u64, recounted["now"][id].as_u64().unwrap(), "{id}");
    }
    assert_eq!(report.texts().count(), 2);
    shows_no_small_count(&report.published());
}

/// Whether every table counts what was counted once more, in one of the two periods.
fn counts_alike(recounted: &Value, report: &Counted<'_>, period: &str) {
    let policy = &CONTENT.policy;
    let outcomes = policy.outcomes.iter().map(|outcome| outcome.id.as_str()).chain([""]);
    assert_eq!(map(&recounted["outcomes"]), by_id(outcomes, &report.counts("outcomes")), "{period}");
    let grounds = &CONTENT.paperwork.entries.facts.grounds;
    let grounds: Vec<&str> = grounds.iter().map(|ground| policy[*ground].id.as_str()).collect();
    let mut found = map(&recounted["grounds"]);
    found.retain(|finding, _| grounds.contains(&finding.as_str()));
    assert_eq!(found, by_id(grounds.into_iter(), &report.counts("grounds")), "{period}");
    assert!(found.values().sum::<u64>() > 20, "the made cases come to too few grounds: {period}");
    let behaviour = &policy[policy.question("behaviour").unwrap()];
    let choices = behaviour.answers.choices().iter().map(|choice| choice.id.as_str());
    assert_eq!(map(&recounted["behaviour"]), by_id(choices, &report.counts("behaviour")), "{period}");
    let of_reviews = ["lift", "modify", "continue"];
    let options = policy.options.iter().map(|option| option.id.as_str());
    let options = options.filter(|id| !of_reviews.contains(id));
    let mut taken = map(&recounted["options"]);
    taken.retain(|option, _| !of_reviews.contains(&option.as_str()));
    assert_eq!(taken, by_id(options, &report.counts("options")), "{period}");
    follow_alike(recounted, report, period);
}

/// The same for what follows from one entry to the next.
fn follow_alike(recounted: &Value, report: &Counted<'_>, period: &str) {
    for (table, counted, names) in [
        ("warnings", &recounted["warnings"], &["enough", "notEnough", "open"][..]),
        ("on-the-spot", &recounted["onTheSpot"], &["week", "month", "later", "ended", "open"]),
        ("reviews-due", &recounted["due"], &["held", "late", "notNeeded", "notHeld", "toCome"]),
        ("reviews-held", &recounted["reviews"], &["lift", "modify", "continue", "other"]),
        ("written-down", recounted, &["adjustments", "departures", "lessons"]),
    ] {
        let found = in_order(counted, names);
        assert_eq!(found, report.counts(table), "{table}, {period}");
        assert!(found.iter().sum::<u64>() > 20, "the made cases come to too little of it: {table}, {period}");
    }
    let policy = &CONTENT.policy;
    let review = &policy[policy.question("review").unwrap()];
    let asked = review.answers.choices().iter().map(|choice| choice.id.as_str()).chain([""]);
    assert_eq!(map(&recounted["asked"]), by_id(asked, &report.counts("reviews-asked-for")), "{period}");
    let durations = report.counts("durations");
    assert_eq!(recounted["limits"]["set"], durations.iter().sum::<u64>(), "{period}");
    assert_eq!(recounted["limits"]["withoutEnd"], durations[durations.len() - 1], "{period}");
}

fn shows_no_small_count(published: &Report) {
    let rows = published.tables.iter().flat_map(|table| table.rows.iter().chain(&table.total));
    for row in rows {
        for count in [row.now, row.before] {
            assert!(!matches!(count, Count::Number(1..5)), "{}: {count}", row.label);
        }
    }
}

#[test]
fn a_seed_makes_the_same_files_and_another_seed_others() {
    let first = |count, seed| {
        samples::<Value>(&CONTENT, count, seed, LAST_DAY).collect::<Result<Vec<_>, _>>().unwrap()
    };
    assert_eq!(first(10, 20)[..5], first(5, 20), "however many are made");
    assert_ne!(first(5, 21), first(5, 20));
}

#[test]
fn samples_are_written_into_an_empty_folder_and_nowhere_else() {
    let temporary = TempDir::new().unwrap();
    let folder = temporary.path().join("new");
    let made = write(&root(), 3, 7, &folder).unwrap();
    assert_eq!(made, format!("Made 3 case files with the seed 7 in {}", folder.display()));
    assert_eq!(handbook_tests::files(&folder).len(), 3);
    let file = temporary.path().join("file");
    std::fs::write(&file, "").unwrap();
    for (count, folder, says) in [
        (0, &temporary.path().join("other"), "ask for at least 1 case file"),
        (usize::MAX, &temporary.path().join("other"), "ask for at most 100000 case files"),
        (3, &folder, "is not empty: name a new folder with --out"),
        (3, &file, "cannot be read as a folder"),
    ] {
        let refused = write(&root(), count, 7, folder).unwrap_err().to_string();
        assert!(refused.ends_with(says), "{refused}");
    }
    assert!(!temporary.path().join("other").exists(), "nothing was made");
    assert_eq!(handbook_tests::files(&folder).len(), 3, "nothing was added");
}
