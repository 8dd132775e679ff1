//! What is in force after some entries, what is due, what cannot be, and what goes on.

use super::{CaseEntry, CaseHistory, DueKind, Limits};
use crate::sample::{DECIDE, case, case_view, content};
use crate::{Case, Key};
use policy::{Answer, Content, EntryFacts, EntryKind, EntryRules, Ref};

use EntryKind::{Change, Correction, Decision, End, Incident, OnTheSpotNotice, Review, Warning};

fn limits(until: &str, review: &str) -> Limits {
    Limits {
        says: vec!["You may ring us twice a week.".to_owned()],
        starts_on: "2026-03-01".to_owned(),
        ends_on: until.to_owned(),
        review_on: review.to_owned(),
        told: vec!["Reception".to_owned()],
    }
}

fn entry(kind: EntryKind, made_on: &str, limits: Option<Limits>) -> CaseEntry {
    CaseEntry {
        kind,
        made_on: Some(made_on.to_owned()),
        saved_on: made_on.to_owned(),
        limits,
        ..CaseEntry::default()
    }
}

fn history(entries: &[CaseEntry]) -> CaseHistory {
    let mut history = CaseHistory::new("case-1".to_owned());
    for entry in entries {
        let day = entry.made_on.clone().unwrap();
        history.make(entry.clone(), &day);
    }
    history
}

fn some() -> Option<Limits> {
    Some(limits("2027-03-01", "2026-09-01"))
}

#[test]
fn what_is_in_force_follows_from_the_entries_in_order() {
    for (kinds, in_force) in [
        (vec![], vec![]),
        (vec![(Warning, None)], vec![]),
        (vec![(Decision, some())], vec![1]),
        (vec![(Decision, some()), (Incident, None), (Correction, None)], vec![1]),
        (vec![(Decision, some()), (Decision, None)], vec![1]),
        (vec![(Decision, some()), (Review, some())], vec![2]),
        (vec![(Decision, some()), (Review, None)], vec![]),
        // A further step adds to what is there; a review decides on both.
        (vec![(Decision, some()), (Change, some())], vec![1, 2]),
        (vec![(Decision, some()), (Change, some()), (Review, some())], vec![3]),
        (vec![(Decision, some()), (Change, some()), (Review, None)], vec![]),
        (vec![(Decision, some()), (Change, None)], vec![1]),
        (vec![(Decision, some()), (End, None)], vec![]),
        (vec![(OnTheSpotNotice, some())], vec![1]),
        (vec![(OnTheSpotNotice, some()), (Decision, some())], vec![2]),
        (vec![(Decision, some()), (OnTheSpotNotice, some())], vec![2, 1]),
        (vec![(Decision, some()), (OnTheSpotNotice, some()), (End, None)], vec![]),
        (vec![(Decision, some()), (End, None), (Decision, some())], vec![3]),
    ] {
        let entries: Vec<CaseEntry> =
            kinds.iter().map(|(kind, limits)| entry(*kind, "2026-03-01", limits.clone())).collect();
        let history = history(&entries);
        let found: Vec<usize> = history.in_force().iter().map(|set| set.number).collect();
        assert_eq!(found, in_force, "{kinds:?}");
    }
}

#[test]
fn what_is_overdue_comes_first_and_says_for_how_long() {
    let of = |kind, until, review| history(&[entry(kind, "2026-03-01", Some(limits(until, review)))]);
    for (history, today, says) in [
        (
            of(Decision, "2027-03-01", "2026-09-01"),
            "2026-08-31",
            vec!["The review is due on 1 September 2026."],
        ),
        (
            of(Decision, "2027-03-01", "2026-09-01"),
            "2026-09-01",
            vec!["The review is due on 1 September 2026."],
        ),
        (
            of(Decision, "2027-03-01", "2026-09-01"),
            "2026-09-02",
            vec!["The review was due on 1 September 2026, a day ago."],
        ),
        (
            of(Decision, "2027-03-01", "2026-09-01"),
            "2026-10-01",
            vec!["The review was due on 1 September 2026, 30 days ago."],
        ),
        (
            of(Decision, "2024-02-29", "2024-02-01"),
            "2024-03-01",
            vec![
                "The review was due on 1 February 2024, 29 days ago.",
                "The last day of the limits was 29 February 2024, a day ago. Say that they have ended, and tell everyone who was told of them.",
            ],
        ),
        (
            of(OnTheSpotNotice, "2026-03-20", ""),
            "2026-03-04",
            vec!["The assessment after the restriction on the spot is owed since 1 March 2026, 3 days ago."],
        ),
        (of(Decision, "", ""), "2030-01-01", vec![]),
        // The clock is the officer's: one that is set wrong makes nothing due, and breaks nothing.
        (of(Decision, "2027-03-01", "2026-09-01"), "no day", vec!["The review is due on 1 September 2026."]),
    ] {
        let found: Vec<String> = history.due(None, today).iter().map(|due| due.says(today)).collect();
        assert_eq!(found, says, "on {today}");
    }
    let both = history(&[
        entry(Decision, "2026-03-01", Some(limits("2027-03-01", "2026-12-01"))),
        entry(OnTheSpotNotice, "2026-10-01", Some(limits("2026-10-20", "2026-10-15"))),
    ]);
    let kinds: Vec<DueKind> = both.due(None, "2026-10-10").iter().map(|due| due.kind).collect();
    assert_eq!(kinds, [DueKind::Assessment, DueKind::Review, DueKind::Review]);
}

#[test]
fn an_entry_that_was_made_after_today_is_named_and_counts() {
    let made = history(&[entry(Decision, "2026-03-01", some())]);
    for (today, count) in [("2026-02-28", 1), ("2026-03-01", 0), ("2027-01-01", 0), ("no day", 0)] {
        assert_eq!(made.made_after(today).len(), count, "on {today}");
        assert_eq!(made.in_force().len(), 1);
    }
    assert_eq!(
        made.made_after("2026-02-28"),
        [
            "Entry 1 (Decision) was made on 1 March 2026, which is after today. Check the day of this computer."
        ]
    );
}

#[test]
fn a_history_that_cannot_be_is_named() {
    let correction = |of: &str| {
        let mut correction = entry(Correction, "2026-04-01", None);
        correction.case.write(&Key::Corrects.to_string(), of.to_owned());
        correction
    };
    let decision = || entry(Decision, "2026-03-01", some());
    let backwards = entry(Decision, "2026-03-01", Some(limits("2026-02-01", "")));
    for (entries, says) in [
        (vec![decision(), correction("1")], vec![]),
        // A decision on paper can be reviewed here.
        (vec![entry(Review, "2026-03-01", None)], vec![]),
        (
            vec![decision(), correction("2")],
            vec!["Entry 2 (Correction) corrects entry 2, which does not stand before it."],
        ),
        (
            vec![decision(), correction("0")],
            vec!["Entry 2 (Correction) corrects entry 0, which does not stand before it."],
        ),
        (
            vec![decision(), entry(Review, "2026-02-28", None)],
            vec![
                "Entry 2 (Review) was made on 28 February 2026, before the one above it, which was made on 1 March 2026.",
            ],
        ),
        (
            vec![backwards],
            vec!["Entry 1 (Decision) sets limits that end on 1 February 2026 and begin on 1 March 2026."],
        ),
        (
            vec![decision(), entry(End, "2026-04-01", None), entry(Review, "2026-05-01", some())],
            vec!["Entry 3 (Review) reviews a restriction, and every one had ended before it."],
        ),
        (
            vec![
                decision(),
                entry(End, "2026-04-01", None),
                entry(Decision, "2026-05-01", some()),
                entry(Review, "2026-06-01", None),
            ],
            vec![],
        ),
    ] {
        assert_eq!(history(&entries).contradictions(), says);
    }
    let mut left_open = history(&[decision()]);
    left_open.entries.insert(0, super::PastEntry::Known(Box::new(CaseEntry { made_on: None, ..decision() })));
    assert_eq!(left_open.contradictions(), ["Entry 1 (Decision) was never made, and others follow it."]);
}

/// The sample with rules of entries.
fn with_rules() -> Content {
    let mut content = content().clone();
    let policy = &content.policy;
    content.paperwork.entries = EntryRules {
        carries: vec![policy.question("kinds").unwrap()],
        carries_fields: vec!["reference".to_owned()],
        in_force: policy.question("danger"),
        facts: EntryFacts { first_decision: Some("decided-on".to_owned()), ..EntryFacts::default() },
        ..EntryRules::default()
    };
    content
}

#[test]
fn a_review_takes_what_stays_and_asks_the_rest_afresh() {
    let content = with_rules();
    let made = Case {
        texts: case("", &[("record/reference", "CH-1"), ("evidence/kinds", "Calls.")]).texts,
        ..case(DECIDE, &[])
    };
    let mut decision = entry(Decision, "2026-03-01", some());
    let given = made.answers.get("kinds").cloned();
    decision.case = made;
    let history = history(&[decision]);
    let review = history.begin_review(&content, "2026-10-01");
    assert_eq!(review.answers.get("kinds"), given.as_ref());
    assert_eq!(review.answers.get("danger"), Some(&Answer::One("yes".to_owned())), "limits are in force");
    assert_eq!(review.answers.len(), 2, "every other question is asked afresh");
    for (key, text) in [
        ("record/reference", "CH-1"),
        ("evidence/kinds", "Calls."),
        ("carried/kinds", "the decision of 1 March 2026"),
        ("record/decided-on", "2026-03-01"),
        ("begun", "review"),
    ] {
        let found = review.texts.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str());
        assert_eq!(found, Some(text), "{key}");
    }
    let check = CaseHistory::new("case-2".to_owned()).begin_check(&content);
    assert_eq!(check.answers.get("danger"), Some(&Answer::One("no".to_owned())), "nothing is in force");
    assert_eq!(check.text(&Key::Begun), "");
}

#[test]
fn a_review_starts_from_the_limits_of_the_decision_and_of_what_a_further_step_added() {
    let mut content = with_rules();
    let limit = content.policy.options.iter().position(|option| option.id == "limit").unwrap();
    content.paperwork.entries.terms = vec![(Ref::new(limit as u16), "how".to_owned())];
    content.paperwork.entries.facts.told_again = Some("told-again".to_owned());
    let set = |says: &str, told: &[&str]| {
        let told = told.iter().map(|&who| who.to_owned()).collect();
        some().map(|limits| Limits { says: vec![says.to_owned()], told, ..limits })
    };
    let history = history(&[
        entry(Decision, "2026-03-01", set("One email a week.", &["The library", "The office"])),
        entry(Change, "2026-04-01", set("Not in the library.", &["The library"])),
    ]);
    let review = history.begin_review(&content, "2026-05-01");
    assert_eq!(review.text(&Key::Detail("limit", "how")), "One email a week.\nNot in the library.");
    assert_eq!(review.text(&Key::Record("told-again")), "The library\nThe office");
    assert_eq!(
        review.text(&Key::Record("decided-on")),
        "2026-03-01",
        "the decision under review is the first"
    );
}

#[test]
fn the_case_on_screen_becomes_an_entry_with_what_it_sets() {
    let taken = case(
        DECIDE,
        &[("taken/limit", "yes"), ("record/ends-on", "2027-01-31"), ("record/starts-on", "2026-02-31")],
    );
    let made = case_view(&taken).entry_today("2026-11-24");
    assert_eq!((made.kind, made.outcome.as_str()), (Decision, "decide"));
    assert!(made.limits.is_some_and(|limits| !limits.says.is_empty()));
    assert_eq!(case_view(&case(DECIDE, &[])).entry_today("2026-11-24").limits, None);
}
