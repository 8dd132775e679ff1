//! What holds of every policy and every case, tried on policies that nobody wrote: results, their reasons, and what would
//! change them.

use crate::generated_policy::{answers, answers_out_of_range, policies};
use crate::{
    Answers, Assessment, Change, Policy, Question, Ref, Selection, Status, assess, changes_to_outcome,
    changes_to_status, deciding_rules, effect, reason, single_changes_to_status, trace, walk, why_outcome,
    why_status,
};
use crate::{PolicyOption, RawAnswers};
use proptest::prelude::*;

fn option_refs(policy: &Policy) -> impl Iterator<Item = Ref<PolicyOption>> {
    (0..).take(policy.options.len()).map(Ref::new)
}

fn is_complete(policy: &Policy, answers: &Answers) -> bool {
    policy.question_refs().all(|question| answers.known(question).is_some())
}

/// Some of the answers and no others.
fn only(policy: &Policy, answers: &Answers, kept: &[Ref<Question>]) -> Answers {
    let mut few = Answers::none(policy);
    for &question in kept {
        few.set(question, answers.get(question).expect("a reason is an answer that was given"));
    }
    few
}

/// The answers with a change made.
fn changed(answers: &Answers, change: &Change) -> Answers {
    let mut changed = answers.clone();
    change.iter().for_each(|(question, selection)| changed.set(*question, *selection));
    changed
}

/// The answers with those of another case where there are none.
fn completed(policy: &Policy, answers: &Answers, other: &Answers) -> Answers {
    let mut completed = answers.clone();
    for question in policy.question_refs().filter(|question| answers.known(*question).is_none()) {
        let usual = policy[question].answers.choices().is_empty();
        let otherwise = Selection::Chosen(if usual { 0 } else { 1 });
        completed.set(question, other.known(question).map_or(otherwise, Selection::Chosen));
    }
    completed
}

/// What the policy says of the status of an option in a complete case, read from its rules and not from its diagrams.
fn settled(assessment: &Assessment, option: Ref<PolicyOption>) -> Option<Status> {
    let found = assessment.options[option.index()];
    found.settled.then_some(found.status)
}

proptest! {
    #[test]
    fn what_is_definite_stays_however_the_rest_turns_out(
        policy in policies(), answers in answers(), others in proptest::collection::vec(answers(), 4),
    ) {
        let now = assess(&policy, &answers);
        for other in others {
            let later = assess(&policy, &completed(&policy, &answers, &other));
            prop_assert!(later.outcome.is_some_and(|outcome| now.possible.contains(&outcome)));
            for (now, later) in now.findings.iter().zip(&later.findings) {
                prop_assert!(later.is_some() && (now.is_none() || now == later));
            }
            for option in option_refs(&policy) {
                let (now, later) = (settled(&now, option), settled(&later, option));
                prop_assert!(later.is_some() && (now.is_none() || now == later));
            }
        }
    }

    #[test]
    fn the_reasons_given_suffice_and_no_fewer_do(policy in policies(), answers in answers()) {
        let now = assess(&policy, &answers);
        for outcome in policy.outcome_refs() {
            let reasons = why_outcome(&policy, &answers, outcome);
            prop_assert_eq!(reasons.is_some(), now.outcome == Some(outcome));
            let holds = |few: &Answers| assess(&policy, few).outcome == Some(outcome);
            prop_assert!(reasons.is_none_or(|reasons| suffice(&policy, &answers, &reasons, holds)));
        }
        for (option, (status, _)) in option_refs(&policy).flat_map(|of| Status::WORDS.map(|word| (of, word))) {
            let reasons = why_status(&policy, &answers, option, status);
            prop_assert_eq!(reasons.is_some(), settled(&now, option) == Some(status));
            let holds = |few: &Answers| settled(&assess(&policy, few), option) == Some(status);
            prop_assert!(reasons.is_none_or(|reasons| suffice(&policy, &answers, &reasons, holds)));
        }
    }

    #[test]
    fn the_rule_that_gives_the_reason_gives_the_status(policy in policies(), answers in answers()) {
        let now = assess(&policy, &answers);
        for option in option_refs(&policy) {
            let Some(status) = settled(&now, option) else { continue };
            let deciding = deciding_rules(&policy, &answers, option);
            let rules = &policy[option].rules;
            prop_assert!(deciding.iter().all(|index| rules[*index].status == status), "{deciding:?}");
            prop_assert!(!is_complete(&policy, &answers) || deciding.len() <= 1, "{deciding:?}");
            let given = reason(&policy, &answers, option, now.options[option.index()]);
            prop_assert!(status == Status::NotOffered || deciding.iter().any(|index| &rules[*index].source == given.source));
        }
    }

    #[test]
    fn a_change_made_does_what_it_says(policy in policies(), answers in answers()) {
        for outcome in policy.outcome_refs() {
            for change in changes_to_outcome(&policy, &answers, outcome) {
                let then = assess(&policy, &changed(&answers, &change));
                prop_assert!(then.possible.contains(&outcome), "{change:?}");
            }
        }
        for (option, (status, _)) in option_refs(&policy).flat_map(|of| Status::WORDS.map(|word| (of, word))) {
            let single = single_changes_to_status(&policy, &answers, option, status);
            prop_assert!(single.iter().all(|change| change.len() == 1));
            for change in changes_to_status(&policy, &answers, option, status).iter().chain(&single) {
                let then = changed(&answers, change);
                let standing = settled(&assess(&policy, &then), option);
                prop_assert!(standing.is_none_or(|standing| standing == status), "{change:?}");
                // Where the rest is still open, nothing more has to change.
                let more = changes_to_status(&policy, &then, option, status);
                prop_assert!(more.contains(&Change::new()), "{change:?}, and then {more:?}");
            }
        }
    }

    #[test]
    fn a_question_that_is_not_asked_changes_nothing(
        policy in policies(), answers in answers(), other in answers(),
    ) {
        let now = assess(&policy, &answers);
        let complete = completed(&policy, &answers, &other);
        for question in policy.question_refs().filter(|of| answers.known(*of).is_none() && !now.ask.contains(of)) {
            let otherwise = changed(&complete, &vec![(question, other.known(question).map_or(Selection::Chosen(1), Selection::Chosen))]);
            let (one, two) = (assess(&policy, &complete), assess(&policy, &otherwise));
            prop_assert_eq!(one.outcome, two.outcome);
            let weighed = one.outcome.map(|outcome| policy[outcome].weigh.clone()).unwrap_or_default();
            prop_assert!(weighed.iter().all(|option| settled(&one, *option) == settled(&two, *option)));
        }
    }

    #[test]
    fn walking_again_through_what_was_read_leads_to_the_same(policy in policies(), answers in answers()) {
        let raw: RawAnswers = policy
            .question_refs()
            .filter_map(|of| Some((policy[of].id.clone(), policy[of].answer(answers.get(of)?))))
            .collect();
        let once = walk(&policy, &raw);
        prop_assert_eq!(&assess(&policy, &once.answers), &once.assessment);
        let read: RawAnswers = once
            .answered
            .iter()
            .filter_map(|of| Some((policy[*of].id.clone(), policy[*of].answer(once.answers.get(*of)?))))
            .collect();
        prop_assert_eq!(walk(&policy, &read).assessment, once.assessment);
    }

    #[test]
    fn answers_that_no_question_has_stop_nothing(policy in policies(), answers in answers_out_of_range()) {
        let now = assess(&policy, &answers);
        for outcome in policy.outcome_refs() {
            why_outcome(&policy, &answers, outcome);
            changes_to_outcome(&policy, &answers, outcome);
        }
        for question in policy.question_refs() {
            effect(&policy, &answers, &now, question);
            answers.get(question).map(|selection| policy[question].answer(selection));
        }
        for option in option_refs(&policy) {
            let standing = now.options[option.index()];
            reason(&policy, &answers, option, standing);
            why_status(&policy, &answers, option, standing.status);
            policy[option].rules.iter().for_each(|rule| drop(trace(&policy, &answers, &rule.when)));
        }
    }
}

/// Whether a result holds with the reasons alone, and with none of them left out.
fn suffice(
    policy: &Policy,
    answers: &Answers,
    reasons: &[Ref<Question>],
    holds: impl Fn(&Answers) -> bool,
) -> bool {
    let without = |left_out| {
        let fewer: Vec<_> = reasons.iter().copied().filter(|reason| *reason != left_out).collect();
        holds(&only(policy, answers, &fewer))
    };
    holds(&only(policy, answers, reasons)) && !reasons.iter().copied().any(without)
}
