//! What a question can still change, against every completion tried in turn; and traces.

use super::{effect, trace};
use crate::small_policy::{DANGER, HEAVY, KINDS, REVIEW, WARNED, every_case, small_policy};
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
