//! What follows from answers to the small policy, as tables.

use super::{Assessment, assess};
use crate::Status;
use crate::small_policy::{KINDS, REVIEW, answers, compiled, small_policy, yes};
use crate::{Ref, deciding_rules};

fn of(given: &str) -> Assessment {
    assess(&small_policy(), &answers(given))
}

fn outcomes(assessment: &Assessment) -> Vec<String> {
    let policy = small_policy();
    assessment.possible.iter().map(|outcome| policy[*outcome].id.clone()).collect()
}

fn asked(assessment: &Assessment) -> Vec<String> {
    let policy = small_policy();
    assessment.ask.iter().map(|question| policy[*question].id.clone()).collect()
}

#[test]
fn an_outcome_is_definite_once_no_other_is_possible() {
    let every = ["act", "decide", "write", "carry-on"].as_slice();
    let table = [
        ("", every),
        ("danger = yes", &["act"]),
        ("danger = no", &["decide", "write", "carry-on"]),
        ("kinds =", &["act", "carry-on"]),
        ("danger = no; kinds =", &["carry-on"]),
        ("danger = no; kinds = calls", &["decide", "write", "carry-on"]),
        ("danger = no; kinds = calls; review = good", &["carry-on"]),
        ("danger = no; kinds = calls; review = bad", &["decide", "write"]),
        ("danger = no; kinds = calls; review = bad; warned = yes", &["decide"]),
        ("danger = no; kinds = calls; review = bad; warned = no", &["write"]),
        ("danger = no; warned = no", &["write", "carry-on"]),
    ];
    for (given, expected) in table {
        let assessment = of(given);
        assert_eq!(outcomes(&assessment), expected, "possible with `{given}`");
        let definite = assessment.outcome.map(|outcome| small_policy()[outcome].id.clone());
        let only = if let [only] = expected { Some((*only).to_owned()) } else { None };
        assert_eq!(definite, only, "definite with `{given}`");
    }
}

#[test]
fn not_sure_is_never_yes_and_never_no() {
    let table = [
        ("danger", "danger = not-sure", ""),
        ("kinds", "danger = no; kinds = not-sure", "danger = no"),
        ("review", "danger = no; kinds = calls; review = not-sure", "danger = no; kinds = calls"),
        (
            "warned",
            "danger = no; kinds = calls; review = bad; warned = not-sure",
            "danger = no; kinds = calls; review = bad",
        ),
    ];
    for (question, not_sure, silent) in table {
        let (unsure, silent) = (of(not_sure), of(silent));
        assert_eq!(unsure.outcome, None, "with `{not_sure}`");
        assert_eq!(unsure.possible, silent.possible, "with `{not_sure}`");
        assert_eq!(unsure.findings, silent.findings, "with `{not_sure}`");
        assert_eq!(unsure.options, silent.options, "with `{not_sure}`");
        assert!(asked(&unsure).iter().any(|id| id == question), "`{question}` still matters");
    }
}

#[test]
fn findings_and_duties_are_null_until_settled() {
    let (yes, no) = (Some(true), Some(false));
    let table = [
        // given; heavy; ring, check, adjust
        ("", None, [None, None, None]),
        ("danger = yes", None, [yes, no, None]),
        ("danger = no", None, [no, no, None]),
        ("danger = not-sure", None, [None, yes, None]),
        ("kinds =", no, [None, None, no]),
        ("kinds = calls; review = bad", yes, [None, None, None]),
        ("kinds = calls; review = bad; warned = no", yes, [None, None, yes]),
        ("kinds = calls; review = bad; warned = yes", yes, [None, None, no]),
        ("warned = yes", None, [None, None, no]),
    ];
    for (given, heavy, duties) in table {
        let assessment = of(given);
        assert_eq!(assessment.findings, [heavy], "findings with `{given}`");
        assert_eq!(assessment.duties, duties, "duties with `{given}`");
    }
}

#[test]
fn the_first_rule_that_holds_decides_and_what_is_not_settled_is_open() {
    let decide = |rest: &str| format!("danger = no; warned = yes; {rest}");
    let by = |status, rule: usize| (status, vec![rule]);
    let not_offered = || (Status::NotOffered, vec![]);
    let unsettled = |rules: &[usize]| (Status::Open, rules.to_vec());
    let (contact_point, limit, police) = (0, 1, 2);
    let table = [
        // One outcome: the rule says why.
        (decide("kinds = calls; review = bad"), limit, by(Status::Warranted, 1)),
        (decide("kinds = online; review = bad"), limit, by(Status::Open, 2)),
        (decide("kinds = visits; review = bad"), limit, by(Status::NotWarranted, 3)),
        // The rule above wins, whatever stands below it.
        (decide("kinds = calls; review = not-done"), limit, by(Status::NotAvailable, 0)),
        (decide("kinds = calls, online; review = bad"), limit, by(Status::Warranted, 1)),
        (decide("kinds = calls; review = bad"), contact_point, by(Status::Required, 0)),
        (decide("kinds = calls; review = not-done"), contact_point, by(Status::Required, 1)),
        ("danger = no; kinds =; review = not-done".to_owned(), contact_point, by(Status::NotOffered, 2)),
        // Not weighed in the outcome at all.
        ("danger = yes".to_owned(), limit, not_offered()),
        ("danger = no; kinds =".to_owned(), police, not_offered()),
        // A rule for one outcome only is passed over in the others.
        ("danger = yes".to_owned(), police, by(Status::Required, 0)),
        (decide("kinds = visits; review = bad"), police, by(Status::Warranted, 1)),
        (decide("kinds = calls; review = bad"), police, by(Status::NotWarranted, 2)),
        // An unanswered question leaves two statuses possible.
        ("danger = yes".to_owned(), contact_point, unsettled(&[0, 2])),
        // The outcome is not definite, and the outcomes disagree.
        ("danger = no; kinds = calls; review = bad".to_owned(), limit, unsettled(&[1])),
        ("kinds = visits; review = bad; warned = no".to_owned(), police, unsettled(&[0, 1])),
        (String::new(), limit, unsettled(&[0, 1, 2, 3])),
        // The outcome is not definite, but each outcome still possible gives the same status: by the same rule …
        ("danger = no; kinds = visits; review = bad".to_owned(), police, by(Status::Warranted, 1)),
        ("review = bad".to_owned(), contact_point, by(Status::Required, 0)),
        // … or by none, for neither offers it.
        ("danger = no; warned = no; kinds = calls".to_owned(), limit, not_offered()),
        ("danger = no; kinds = calls; warned = yes; review = not-sure".to_owned(), limit, unsettled(&[0, 1])),
    ];
    for (given, option, expected) in table {
        let standing = of(&given).options[option];
        let rules = deciding_rules(&small_policy(), &answers(&given), Ref::new(option as u16));
        let found = (standing.status, rules);
        assert_eq!(found, expected, "option {option} with `{given}`");
    }
}

#[test]
fn statuses_that_agree_by_different_rules_are_definite() {
    let mut policy = small_policy();
    // In `decide` and in `write` the police are warranted now, each by its own rule.
    policy.options[2].rules[2].status = Status::Warranted;
    policy.options[2].rules[1].only_in = Some(vec![crate::small_policy::DECIDE]);
    let (policy, answers) = (compiled(policy), answers("danger = no; kinds = visits; review = bad"));
    assert_eq!(assess(&policy, &answers).options[2].status, Status::Warranted);
    assert_eq!(deciding_rules(&policy, &answers, Ref::new(2)), [1, 2]);
}

#[test]
fn only_questions_that_can_still_change_something_are_asked() {
    let table = [
        // Nothing rests on `idle`.
        ("", &["danger", "kinds", "review", "warned"] as &[&str]),
        // The record of `act` holds `warned`; the contact point rests on nothing that `act` weighs.
        ("danger = yes", &["warned"]),
        ("danger = yes; warned = no", &[]),
        ("danger = no; kinds =", &[]),
        ("danger = no; kinds = calls; review = good", &[]),
        ("danger = no; kinds = calls; review = bad; warned = yes", &[]),
        // A safety question is asked in every case, even where the rest is settled.
        ("kinds =", &["danger", "warned"]),
        // Not sure is not settled; the walk knows not to repeat it.
        ("danger = no; kinds = calls; review = not-sure", &["review", "warned"]),
    ];
    for (given, expected) in table {
        assert_eq!(asked(&of(given)), expected, "asked with `{given}`");
    }
}

#[test]
fn a_rule_behind_one_that_holds_asks_nothing() {
    let mut policy = small_policy();
    // The first rule of `police` holds in `act`, so the kinds of contact that the second reads are no matter.
    policy.outcomes[0].weigh = vec![crate::Ref::new(2)];
    let assessment = assess(&compiled(policy.clone()), &answers("danger = yes; warned = no"));
    assert_eq!(assessment.ask, []);
    // A rule that is not settled lets the questions of those behind it through.
    policy.options[2].rules[0].when = yes(REVIEW);
    let assessment = assess(&compiled(policy.clone()), &answers("danger = yes; warned = no"));
    assert_eq!(assessment.ask, [KINDS, REVIEW]);
}

#[test]
fn a_safety_question_is_asked_even_where_it_can_change_nothing() {
    let mut policy = small_policy();
    let idle = policy.questions.len() - 1;
    policy.questions[idle].group = crate::Ref::new(0);
    let assessment = assess(&compiled(policy.clone()), &answers("danger = no; kinds ="));
    assert_eq!(assessment.ask.iter().map(|question| question.index()).collect::<Vec<_>>(), [idle]);
}
