//! What a question can still change, against every completion tried in turn; and traces.

use super::{effect, reason, trace};
use crate::small_policy::{
    ACT, DANGER, DECIDE, HEAVY, KINDS, REVIEW, TOLD, WARNED, all, any, choice, compiled, every_case, not,
    small_policy, yes,
};
use crate::{AnswerKind, Answers, Condition, Policy, Question, Ref, Selection, assess};

/// Every definite answer to a question.
fn every_answer(question: &Question) -> Vec<Selection> {
    let count = question.answers.choices().len();
    match question.answers {
        AnswerKind::YesNo => vec![Selection::Chosen(0), Selection::Chosen(1)],
        AnswerKind::AnyOf(_) => (0..1 << count).map(Selection::Chosen).collect(),
        AnswerKind::OneOf(_) => (0..count).map(|place| Selection::Chosen(1 << place)).collect(),
    }
}

/// Every way to answer the questions that are open, `but` left out.
fn completions(policy: &Policy, answers: &Answers, but: Ref<Question>) -> Vec<Answers> {
    let open = policy.question_refs().filter(|asked| *asked != but && answers.known(*asked).is_none());
    open.fold(vec![answers.clone()], |all, asked| {
        let each = |answers: Answers| {
            let with = move |selection| {
                let mut answers = answers.clone();
                answers.set(asked, selection);
                answers
            };
            every_answer(&policy[asked]).into_iter().map(with)
        };
        all.into_iter().flat_map(each).collect()
    })
}

#[test]
fn what_a_question_can_change_is_what_some_completion_shows() {
    let policy = small_policy();
    let (mut can, mut cannot) = (0, 0);
    for answers in every_case(&policy) {
        for question in policy.question_refs() {
            let shown = completions(&policy, &answers, question).iter().any(|completed| {
                let outcome = |selection| {
                    let mut answers = completed.clone();
                    answers.set(question, selection);
                    assess(&policy, &answers).outcome
                };
                let outcomes: Vec<_> = every_answer(&policy[question]).into_iter().map(outcome).collect();
                outcomes.windows(2).any(|pair| pair[0] != pair[1])
            });
            let found = effect(&policy, &answers, &assess(&policy, &answers), question);
            assert_eq!(found.outcome, shown, "{question:?} with {answers:?}");
            if shown { can += 1 } else { cannot += 1 }
        }
    }
    assert!(can > 100 && cannot > 100, "{can} can, {cannot} cannot");
}

/// The small policy with two outcomes only: one where a condition holds, and one where not.
fn with_outcome_when(condition: &Condition) -> Policy {
    let mut policy = small_policy();
    let never = not(Condition::Always);
    let conditions = [condition.clone(), not(condition.clone()), never.clone(), never];
    policy.outcomes.iter_mut().zip(conditions).for_each(|(outcome, when)| outcome.when = when);
    compiled(policy)
}

#[test]
fn of_two_ways_to_the_same_several_results_it_counts_how_they_lead_there() {
    let [danger, warned, idle] = [DANGER, WARNED, Ref::new(4)].map(yes);
    let both_or_neither = |a: &Condition, b: &Condition| {
        any([all([a.clone(), b.clone()]), all([not(a.clone()), not(b.clone())])])
    };
    let if_else = |when: &Condition, then: &Condition, otherwise: &Condition| {
        any([all([when.clone(), then.clone()]), all([not(when.clone()), otherwise.clone()])])
    };
    // Where idle is yes, the same as warned, by another way.
    let by_idle = both_or_neither(&warned, &idle);
    let by_calls = if_else(&choice(KINDS, 0), &by_idle, &warned);
    let table = [
        (both_or_neither(&danger, &warned), "", true),
        (all([warned.clone(), both_or_neither(&danger, &idle)]), "", true),
        (if_else(&danger, &by_idle, &warned), "", true),
        (if_else(&danger, &by_idle, &warned), "idle = no", true),
        (if_else(&danger, &by_idle, &warned), "idle = yes", false),
        (if_else(&danger, &by_calls, &warned), "", true),
        (if_else(&danger, &by_calls, &warned), "idle = yes", false),
    ];
    for (condition, given, changes) in table {
        let policy = with_outcome_when(&condition);
        let answers = crate::small_policy::answers(given);
        let assessment = assess(&policy, &answers);
        assert_eq!(assessment.possible, [ACT, DECIDE], "either way both stay possible");
        let found = effect(&policy, &answers, &assessment, DANGER).outcome;
        assert_eq!(found, changes, "{condition:?} with `{given}`");
    }
}

#[test]
fn every_question_that_is_asked_has_an_effect() {
    let policy = small_policy();
    for answers in every_case(&policy) {
        let assessment = assess(&policy, &answers);
        for &question in &assessment.ask {
            let found = effect(&policy, &answers, &assessment, question);
            let something = found.always
                || found.outcome
                || !(found.options.is_empty() && found.findings.is_empty() && found.recorded_in.is_empty());
            assert!(something, "{question:?} with {answers:?}");
        }
    }
}

#[test]
fn an_effect_names_the_options_the_findings_and_the_records_that_hang_on_the_answer() {
    let policy = small_policy();
    let found = |given: &str, question| {
        let answers = crate::small_policy::answers(given);
        effect(&policy, &answers, &assess(&policy, &answers), question)
    };
    let options = |given, question| -> Vec<usize> {
        found(given, question).options.into_iter().map(Ref::index).collect()
    };

    let open = "danger = no; kinds = calls; warned = yes";
    // Whether the options are weighed at all hangs on the review, and on the kinds.
    assert_eq!(options(open, REVIEW), [0, 1, 2]);
    assert_eq!(options("danger = no; kinds = calls; review = bad; warned = yes", KINDS), [0, 1, 2]);
    assert_eq!(options("danger = no; kinds = calls; review = good", WARNED), [0_usize; 0]);
    // What is recorded with a decision, which has to be possible.
    assert_eq!((found(open, REVIEW).findings, found(open, WARNED).findings), (vec![HEAVY], vec![]));
    assert_eq!(found("danger = yes", REVIEW).findings, []);
    assert_eq!(
        (found("danger = yes", WARNED).recorded_in, found(open, WARNED).recorded_in),
        (vec![ACT], vec![])
    );
    assert!(found(open, DANGER).always && !found(open, REVIEW).always);
    // Its own answer is not held against a question.
    assert!(found("danger = yes", DANGER).outcome);
}

#[test]
fn the_reason_for_a_status_is_that_of_the_rule_that_decides() {
    let mut policy = small_policy();
    for (option, number) in policy.options.iter_mut().zip(0..) {
        option.source.statute = Some(format!("option {number}"));
        for (rule, place) in option.rules.iter_mut().zip(0..) {
            rule.because = format!("because {place}");
            rule.source.statute = Some(format!("option {number}, rule {place}"));
        }
    }
    let heavy = "danger = no; kinds = visits; review = bad; warned = yes";
    let not_weighed = "This option is not weighed in this outcome.";
    let table = [
        (heavy, 0, "because 0", "option 0, rule 0"),
        (heavy, 1, "because 3", "option 1, rule 3"),
        (heavy, 2, "because 1", "option 2, rule 1"),
        ("danger = yes", 1, not_weighed, "option 1"),
        ("danger = no; kinds = visits", 1, "The answers so far do not settle this.", "option 1"),
        // Which rule decides is open, and not the status: the first of them gives the reason.
        ("danger = no; kinds = visits; warned = yes; review = not-done", 0, "because 1", "option 0, rule 1"),
    ];
    for (given, option, because, source) in table {
        let answers = crate::small_policy::answers(given);
        let status = assess(&policy, &answers).options[option];
        let number = u16::try_from(option).expect("there are few");
        let found = reason(&policy, &answers, Ref::new(number), status);
        let found = (found.because, found.source.statute.as_deref().unwrap_or_default());
        assert_eq!(found, (because, source), "option {option} with `{given}`");
    }
}

#[test]
fn a_trace_takes_a_named_condition_apart_as_it_does_a_finding() {
    let policy = small_policy();
    let answers = crate::small_policy::answers("warned = yes");
    let rule = Condition::Any(vec![Condition::Named(TOLD), Condition::Named(TOLD)]);
    let lines: Vec<(usize, &Condition)> =
        trace(&policy, &answers, &rule).iter().map(|line| (line.depth, line.part)).collect();
    let told = Condition::Named(TOLD);
    assert_eq!(lines, [(0, &rule), (1, &told), (2, &policy[TOLD].when), (1, &told)]);
}

#[test]
fn a_trace_takes_a_rule_apart_down_to_the_answers() {
    let policy = small_policy();
    let mut answers = Answers::none(&policy);
    answers.set(DANGER, Selection::Chosen(0));
    answers.set(KINDS, Selection::Chosen(1));
    answers.set(WARNED, Selection::Chosen(1));
    let rule = Condition::All(vec![
        Condition::Not(Box::new(Condition::Answer { question: DANGER, choice: 0 })),
        Condition::Finding(HEAVY),
        Condition::Finding(HEAVY),
    ]);
    let lines: Vec<(usize, Option<bool>)> =
        trace(&policy, &answers, &rule).iter().map(|line| (line.depth, line.holds)).collect();
    let expected = [
        (0, None),
        (1, Some(true)),
        (2, Some(false)),
        (1, None),
        (2, None),
        (3, Some(true)),
        (3, None),
        (4, None),
        // The finding comes up a second time, and is not taken apart again.
        (1, None),
    ];
    assert_eq!(lines, expected);
    answers.set(REVIEW, Selection::Chosen(1 << 1));
    assert_eq!(trace(&policy, &answers, &rule)[0].holds, Some(true));
}
