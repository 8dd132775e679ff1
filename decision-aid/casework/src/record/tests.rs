//! The record: it holds all that was answered, written and decided.

use crate::CaseView;
use crate::sample::{DECIDE, case, case_view, stages};

fn record(answers: &str, texts: &[(&str, &str)]) -> String {
    let case = case(answers, texts);
    document::to_markdown(&case_view(&case).record("2026-11-24"))
}

#[test]
fn the_record_holds_the_whole_case() {
    let written = record(
        DECIDE,
        &[
            ("record/reference", "CH-1"),
            ("record/decided-on", "2026-08-31"),
            ("record/route", "letter"),
            ("evidence/kinds", "Twelve calls on 3 March"),
            ("taken/limit", "yes"),
            ("detail/limit/number", "2"),
            ("reason/limit/why", "Nothing milder has worked"),
            ("open-point/how-long", "Until the end of January"),
        ],
    );
    for words in [
        "# Decision record",
        "**Made on:** 24 November 2026",
        "edition 1",
        "Decide. Decide now.",
        "Twelve calls on 3 March",
        "Was the customer told?",
        "## The options, least intrusive first",
        "Supported by the facts. Calls are the trouble.",
        "**Decision:** Taken",
        "**How many:** 2",
        "Nothing milder has worked",
        "**Case reference:** CH-1",
        "31 August 2026",
        "28 February 2027",
        "**The ways of contact that the customer needs:** Letter",
        "Until the end of January",
        "This option has no end yet.",
        "Limit the calls – Which way: fill this in",
    ] {
        assert!(written.replace('\\', "").contains(words), "no “{words}” in\n{written}");
    }
}

#[test]
fn what_is_not_known_or_not_filled_in_is_said() {
    let written = record("danger = not-sure", &[]);
    for words in
        ["still possible", "Case reference:** not filled in", "Case reference: fill this in", "Not sure"]
    {
        assert!(written.contains(words), "no “{words}” in\n{written}");
    }
}

#[test]
fn an_empty_column_takes_no_paper_and_an_empty_list_is_said() {
    let (without, with) = (record(DECIDE, &[]), record(DECIDE, &[("evidence/kinds", "Twelve calls")]));
    assert!(without.contains("**Evidence:** none noted here"), "{without}");
    assert!(!without.contains("| Evidence |") && with.contains("| Evidence |"), "{with}");
    assert!(without.contains("**Last day:** none recorded"), "{without}");
}

#[test]
fn what_the_answers_do_not_support_takes_a_line_until_somebody_decides_on_it() {
    let visits = "danger = no; kinds = visits; told = yes";
    let line = "- Limit the calls: Not supported. Calls are no trouble.";
    assert!(record(visits, &[]).contains(line), "{}", record(visits, &[]));
    for decided in ["yes", "no"] {
        let written = record(visits, &[("taken/limit", decided)]);
        assert!(written.contains("### Limit the calls") && !written.contains(line), "{written}");
    }
}

#[test]
fn what_the_answers_support_and_nobody_decided_on_is_owed() {
    let owed = "Limit the calls – decide whether to take it";
    assert!(record(DECIDE, &[]).contains(owed));
    for decided in ["yes", "no"] {
        assert!(!record(DECIDE, &[("taken/limit", decided)]).contains(owed));
    }
    assert!(!record(DECIDE, &[]).contains("Stop the calls – decide"), "nothing supports that one yet");
}

#[test]
fn answers_that_do_not_matter_stand_in_no_record() {
    let written = record("danger = yes; kinds = calls; told = yes", &[]);
    assert!(written.contains("Danger"), "{written}");
    assert!(!written.contains("Kinds") && !written.contains("Calls"), "{written}");
}

#[test]
fn no_record_says_that_anything_is_approved() {
    for answers in [DECIDE, "danger = yes", "danger = no; kinds ="] {
        let written = record(answers, &[]).to_lowercase();
        assert!(!written.contains("approved") && !written.contains("justified"), "{written}");
    }
}

#[test]
fn what_happened_under_each_choice_stands_with_its_name_and_before_the_rest() {
    let notes = [
        ("evidence/kinds", "All of it in March"),
        ("evidence/kinds/calls", "Twelve calls on 3 March"),
        ("evidence/kinds/visits", "One visit on 4 March"),
    ];
    let both = record("danger = no; kinds = calls, visits; told = yes", &notes);
    let at = |words: &str| both.find(words).unwrap_or_else(|| panic!("no “{words}” in\n{both}"));
    assert!(at("Calls: Twelve calls on 3 March") < at("Visits: One visit on 4 March"));
    assert!(at("Visits: One visit on 4 March") < at("All of it in March"));
    let one = record(DECIDE, &notes);
    assert!(!one.contains("One visit on 4 March"), "nobody ticked visits: {one}");
}

#[test]
fn the_reasons_for_the_decision_stand_once_where_one_is_needed() {
    let written = |answers: &str, texts: &[(&str, &str)]| {
        let case = case(answers, texts);
        document::to_markdown(&CaseView::new(stages(), &case).record("2026-11-24"))
    };
    let reason = ("decision-reason/why", "Nothing milder has worked");
    let taken = written("danger = yes", &[("taken/close", "yes"), reason]);
    assert_eq!(taken.matches("Nothing milder has worked").count(), 1, "{taken}");
    assert!(taken.contains("The reasons for the decision"), "{taken}");
    let rejected = written("danger = yes", &[("taken/close", "no"), reason]);
    assert!(!rejected.contains("The reasons for the decision"), "nothing limits anybody: {rejected}");
}

#[test]
fn answers_that_do_not_go_together_are_listed_while_they_count() {
    let listed = |answers: &str| {
        let case = case(answers, &[]);
        document::to_markdown(&CaseView::new(stages(), &case).record("2026-11-24"))
            .contains("**Answers that do not go together:**")
    };
    let together = "danger = no; kinds = calls; heavy = yes; told = yes; found = good";
    assert!(listed(together));
    assert!(!listed(&together.replace("good", "bad")));
    assert!(!listed(&together.replace("danger = no", "danger = yes")), "they are set aside");
}
