//! Three-valued logic, and every form of a condition, as tables.

use super::{Circumstances, Condition, and, or};
use crate::small_policy::{
    CARRY_ON, DANGER, DECIDE, HEAVY, KINDS, REVIEW, TOLD, WARNED, all, answers, any, choice, not,
    small_policy, yes,
};
use crate::{Outcome, Ref, Status};

const YES: Option<bool> = Some(true);
const NO: Option<bool> = Some(false);

fn holds(condition: &Condition, given: &str, outcome: Option<Ref<Outcome>>) -> Option<bool> {
    let (policy, answers) = (small_policy(), answers(given));
    condition.holds(Circumstances { policy: &policy, answers: &answers, outcome })
}

#[test]
fn and_holds_where_both_do_and_fails_where_one_does() {
    let table = [
        (YES, YES, YES),
        (YES, NO, NO),
        (YES, None, None),
        (NO, YES, NO),
        (NO, NO, NO),
        (NO, None, NO),
        (None, YES, None),
        (None, NO, NO),
        (None, None, None),
    ];
    for (left, right, both) in table {
        assert_eq!(and(left, right), both, "{left:?} and {right:?}");
    }
}

#[test]
fn or_holds_where_one_does_and_fails_where_both_do() {
    let table = [
        (YES, YES, YES),
        (YES, NO, YES),
        (YES, None, YES),
        (NO, YES, YES),
        (NO, NO, NO),
        (NO, None, None),
        (None, YES, YES),
        (None, NO, None),
        (None, None, None),
    ];
    for (left, right, either) in table {
        assert_eq!(or(left, right), either, "{left:?} or {right:?}");
    }
}

#[test]
fn not_turns_what_is_known_and_leaves_what_is_not() {
    for (given, opposite) in
        [("danger = yes", NO), ("danger = no", YES), ("danger = not-sure", None), ("", None)]
    {
        assert_eq!(holds(&not(yes(DANGER)), given, None), opposite, "not danger, with `{given}`");
    }
}

#[test]
fn an_answer_is_yes_or_no_only_where_it_is_definite() {
    let table = [
        (yes(DANGER), "danger = yes", YES),
        (yes(DANGER), "danger = no", NO),
        (yes(DANGER), "danger = not-sure", None),
        (yes(DANGER), "", None),
        (choice(KINDS, 1), "kinds = calls, visits", YES),
        (choice(KINDS, 2), "kinds = calls, visits", NO),
        (choice(KINDS, 0), "kinds =", NO),
        (choice(KINDS, 0), "kinds = not-sure", None),
        (choice(REVIEW, 2), "review = not-done", YES),
        (choice(REVIEW, 0), "review = not-done", NO),
        (choice(REVIEW, 0), "review = not-sure", None),
        (Condition::AnyChoice(KINDS), "kinds = online", YES),
        (Condition::AnyChoice(KINDS), "kinds =", NO),
        (Condition::AnyChoice(KINDS), "kinds = not-sure", None),
        (Condition::AnyChoice(KINDS), "", None),
    ];
    for (condition, given, expected) in table {
        assert_eq!(holds(&condition, given, None), expected, "{condition:?} with `{given}`");
    }
}

#[test]
fn not_sure_is_known_once_there_is_an_answer() {
    let table = [("danger = not-sure", YES), ("danger = yes", NO), ("danger = no", NO), ("", None)];
    for (given, expected) in table {
        assert_eq!(holds(&Condition::NotSure(DANGER), given, None), expected, "with `{given}`");
    }
}

#[test]
fn a_finding_and_a_named_condition_hold_when_theirs_does() {
    let table = [
        (Condition::Finding(HEAVY), "kinds = calls; review = bad", YES),
        (Condition::Finding(HEAVY), "kinds = calls; review = good", NO),
        (Condition::Finding(HEAVY), "kinds =", NO),
        (Condition::Finding(HEAVY), "kinds = calls", None),
        (Condition::Named(TOLD), "warned = yes", YES),
        (Condition::Named(TOLD), "warned = no", NO),
        (Condition::Named(TOLD), "", None),
    ];
    for (condition, given, expected) in table {
        assert_eq!(holds(&condition, given, None), expected, "{condition:?} with `{given}`");
    }
}

#[test]
fn an_outcome_is_known_only_where_one_is_supposed() {
    let table = [(Some(DECIDE), YES), (Some(CARRY_ON), NO), (None, None)];
    for (supposed, expected) in table {
        assert_eq!(holds(&Condition::Outcome(DECIDE), "", supposed), expected, "supposing {supposed:?}");
    }
}

#[test]
fn lists_hold_together_or_one_by_one_and_empty_lists_are_settled() {
    let table = [
        (all([]), "", YES),
        (any([]), "", NO),
        (Condition::Always, "", YES),
        (all([yes(DANGER), yes(WARNED)]), "danger = yes; warned = yes", YES),
        (all([yes(DANGER), yes(WARNED)]), "danger = yes", None),
        (all([yes(DANGER), yes(WARNED)]), "danger = not-sure; warned = no", NO),
        (any([yes(DANGER), yes(WARNED)]), "danger = no; warned = no", NO),
        (any([yes(DANGER), yes(WARNED)]), "danger = no", None),
        (any([yes(DANGER), yes(WARNED)]), "danger = not-sure; warned = yes", YES),
    ];
    for (condition, given, expected) in table {
        assert_eq!(holds(&condition, given, None), expected, "{condition:?} with `{given}`");
    }
}

#[test]
fn every_part_has_the_name_that_it_is_written_with_and_words_for_people() {
    let mut policy = small_policy();
    policy.findings[0].name = "It is heavy".to_owned();
    policy.conditions[0].name = "Was told".to_owned();
    policy.outcomes[1].name = "Decide now".to_owned();
    policy.duties[0].name = "Ring for help".to_owned();
    policy.options[1].name = "Limit the calls".to_owned();
    policy.questions[2].short = "The review".to_owned();
    let table = [
        (Condition::Always, "always", "Always"),
        (yes(WARNED), "warned", "warned"),
        (choice(REVIEW, 1), "review.bad", "The review – The bad"),
        (Condition::AnyChoice(KINDS), "any(kinds)", "kinds – any"),
        (Condition::NotSure(DANGER), "not-sure(danger)", "danger – not sure"),
        (Condition::Finding(HEAVY), "heavy", "It is heavy"),
        (Condition::Named(TOLD), "told", "Was told"),
        (Condition::Outcome(DECIDE), "outcome(decide)", "Decide now"),
        (Condition::Duty(Ref::new(0)), "duty(ring)", "Ring for help"),
        (
            Condition::Status(Ref::new(1), Status::Open),
            "open(limit)",
            "Limit the calls – A person must judge",
        ),
        (not(yes(DANGER)), "not", "Not the next line"),
        (all([yes(DANGER), yes(WARNED)]), "and", "All of the lines below"),
        (any([yes(DANGER), yes(WARNED)]), "or", "At least one of the lines below"),
    ];
    for (condition, name, words) in table {
        assert_eq!((condition.name(&policy).as_str(), condition.in_words(&policy).as_str()), (name, words));
    }
}

#[test]
fn a_duty_holds_where_its_condition_does_and_a_status_is_asked_of_its_diagram() {
    let ring = Condition::Duty(Ref::new(0));
    assert_eq!(holds(&ring, "danger = yes", None), YES);
    assert_eq!(holds(&ring, "danger = no", None), NO);
    assert_eq!(holds(&ring, "", None), None);
    assert_eq!(holds(&Condition::Status(Ref::new(1), Status::Open), "danger = yes", None), None);
}
