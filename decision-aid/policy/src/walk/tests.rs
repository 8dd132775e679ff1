//! The way through the questions of the small policy.

use super::{Walk, as_expected, walk};
use crate::small_policy::{ACT, DANGER, DECIDE, KINDS, REVIEW, WARNED, raw, small_policy};
use crate::{Question, RawAnswers, RecordItem, Ref, Selection};

/// The questions answered, the next one, and the outcome.
fn way(given: &RawAnswers) -> (Vec<String>, Option<String>, Option<String>) {
    let policy = small_policy();
    let id = |question: Ref<Question>| policy[question].id.clone();
    let Walk { answered, next, assessment, .. } = walk(&policy, given);
    let outcome = assessment.outcome.map(|outcome| policy[outcome].id.clone());
    (answered.into_iter().map(id).collect(), next.map(id), outcome)
}

#[test]
fn questions_come_in_order_until_none_matters() {
    let table = [
        ("", &[] as &[&str], Some("danger"), None),
        ("danger = yes", &["danger"], Some("warned"), Some("act")),
        ("danger = yes; warned = no", &["danger", "warned"], None, Some("act")),
        ("danger = no", &["danger"], Some("kinds"), None),
        ("danger = no; kinds =", &["danger", "kinds"], None, Some("carry-on")),
        ("danger = no; kinds = calls", &["danger", "kinds"], Some("review"), None),
        (
            "danger = no; kinds = calls; review = bad; warned = yes",
            &["danger", "kinds", "review", "warned"],
            None,
            Some("decide"),
        ),
        // A later answer counts where it can still matter, and the first question without one is next.
        ("kinds = calls; review = bad", &["kinds", "review"], Some("danger"), None),
        ("danger = no; review = bad; warned = yes", &["danger", "review", "warned"], Some("kinds"), None),
        ("danger = yes; kinds = calls; review = bad", &["danger"], Some("warned"), Some("act")),
    ];
    for (given, answered, next, outcome) in table {
        let (found, found_next, found_outcome) = way(&raw(given));
        assert_eq!(found, answered, "answered with `{given}`");
        assert_eq!(found_next.as_deref(), next, "next with `{given}`");
        assert_eq!(found_outcome.as_deref(), outcome, "outcome with `{given}`");
    }
}

#[test]
fn an_answer_that_no_longer_matters_is_neither_read_nor_lost() {
    let policy = small_policy();
    let mut given = raw("danger = no; kinds = calls; review = bad; warned = yes; idle = yes");
    let before = walk(&policy, &given);

    // Nothing is heavy now: the review and the warning do not come up, and decide nothing.
    given.extend(raw("kinds ="));
    let changed = walk(&policy, &given);
    assert_eq!(way(&given), (vec!["danger".into(), "kinds".into()], None, Some("carry-on".into())));
    assert_eq!((changed.answers.get(REVIEW), changed.answers.get(WARNED)), (None, None));
    // The contact point would be required by the review; it must not be.
    assert_ne!(changed.assessment.options[0].status, crate::Status::Required);

    // Changed back, everything is as it was.
    given.extend(raw("kinds = calls"));
    assert_eq!(walk(&policy, &given), before);
}

#[test]
fn not_sure_is_visited_once_and_passed_by() {
    let (answered, next, outcome) = way(&raw("danger = no; kinds = not-sure"));
    assert_eq!(answered, ["danger", "kinds"]);
    assert_eq!(next.as_deref(), Some("review"));
    assert_eq!(outcome, None);

    let all = raw("danger = no; kinds = not-sure; review = not-sure; warned = yes");
    let end = walk(&small_policy(), &all);
    assert_eq!(end.answered, [DANGER, KINDS, REVIEW, WARNED]);
    assert_eq!(end.next, None, "the walk ends");
    assert_eq!(end.answers.get(KINDS), Some(Selection::NotSure));
    assert_eq!(end.assessment.ask, [KINDS, REVIEW], "and says what is unsettled");
    assert!(end.assessment.possible.len() > 1);
}

#[test]
fn an_answer_that_cannot_be_read_is_asked_again() {
    let (answered, next, _) = way(&raw("danger = perhaps; kinds = calls"));
    assert_eq!(answered, ["kinds"]);
    assert_eq!(next.as_deref(), Some("danger"));
}

#[test]
fn answers_to_questions_that_do_not_exist_are_passed_over() {
    assert_eq!(way(&raw("danger = no; kinds =; colour = red")), way(&raw("danger = no; kinds =")));
}

#[test]
fn a_group_shows_what_matters_where_the_rest_is_as_expected() {
    let policy = small_policy();
    let facts = Ref::new(1);
    let table = [
        // Of no kind, the review does not come up.
        ("danger = no", &["kinds"] as &[&str]),
        // Which of several choices is taken can be expected of nobody: the list ends there until one is.
        ("danger = no; kinds = calls", &["kinds", "review"]),
        ("danger = no; kinds = calls; review = bad", &["kinds", "review", "warned"]),
        ("danger = no; kinds = calls; review = good", &["kinds", "review"]),
        // Under danger only the record of the outcome asks.
        ("danger = yes", &["warned"]),
        // What is not known of an earlier group is not expected of it either.
        ("kinds = calls", &["kinds", "review"]),
    ];
    for (given, shown) in table {
        let found = &walk(&policy, &raw(given)).by_group[1];
        assert_eq!(
            *found,
            as_expected(&policy, &raw(given), facts),
            "with or without a way of its own, with `{given}`"
        );
        let found: Vec<&str> = found.iter().map(|question| policy[*question].id.as_str()).collect();
        assert_eq!(found, shown, "with `{given}`");
    }
}

#[test]
fn a_list_goes_on_behind_what_is_open_and_a_check_is_expected_to_be_met() {
    let idle = Ref::new(4);
    let mut policy = small_policy();
    policy.outcomes[ACT.index()].record = [KINDS, WARNED, idle].map(RecordItem::Question).into();
    policy.outcomes[DECIDE.index()].record = vec![RecordItem::Question(idle)];
    let list = |policy: &_, given: &str| walk(policy, &raw(given)).by_group[1].clone();

    // All three are in the record, and none has an answer.
    assert_eq!(list(&policy, "danger = yes"), [KINDS, WARNED, idle]);

    // Only after a warning is it recorded who was idle; that there was one is expected of a check alone.
    let heavy = "danger = no; kinds = calls; review = bad";
    assert_eq!(list(&policy, heavy), [KINDS, REVIEW, WARNED]);
    policy.questions[WARNED.index()].needs = Some(true);
    assert_eq!(list(&policy, heavy), [KINDS, REVIEW, WARNED, idle]);
}
