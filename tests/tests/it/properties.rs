//! What holds of the Council's policy, and of policies that nobody wrote, for whatever is answered: the reasons given suffice,
//! what is said to change a result changes it, and no answer stops anything.
//!
//! What holds of every part of a result is tried in the crate `policy`, on small policies; here the policies come from pages.

use crate::round_trip::policies;
use handbook_tests::HANDBOOK;
use policy::{
    Answer, Answers, Policy, Question, RawAnswers, Ref, Selection, Status, assess, changes_to_outcome,
    changes_to_status, why_outcome, why_status,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// What can be known of a case: a definite answer to most questions, to the rest none or "not sure".
fn answers(policy: &Policy) -> impl Strategy<Value = Answers> + use<> {
    let questions: Vec<_> = policy.questions.iter().map(answer).collect();
    let none = Answers::none(policy);
    questions.prop_map(move |selections| {
        let mut answers = none.clone();
        for (question, selection) in (0..).map(Ref::new).zip(selections) {
            selection.into_iter().for_each(|selection| answers.set(question, selection));
        }
        answers
    })
}

fn answer(question: &Question) -> impl Strategy<Value = Option<Selection>> + use<> {
    let count = u32::try_from(question.answers.choices().len()).expect("there are few");
    let chosen = match question.answers {
        policy::AnswerKind::YesNo => (0..2_u32).boxed(),
        policy::AnswerKind::OneOf(_) => (0..count).prop_map(|choice| 1 << choice).boxed(),
        // Few ticks tell more than many.
        policy::AnswerKind::AnyOf(_) => vec(0..count, 0..3)
            .prop_map(|ticked| ticked.into_iter().fold(0, |chosen, choice| chosen | 1 << choice))
            .boxed(),
    };
    let given = prop_oneof![15 => chosen.prop_map(Selection::Chosen), 1 => Just(Selection::NotSure)];
    option::weighted(0.85, given)
}

fn policies_with_answers() -> impl Strategy<Value = (Policy, Vec<Answers>)> {
    policies().prop_flat_map(|policy| {
        let answers = vec(answers(&policy), 4);
        (Just(policy), answers)
    })
}

/// The reasons given for the outcome and for the status of each option, alone, lead to them again.
fn assert_reasons_suffice(policy: &Policy, answers: &Answers) {
    let now = assess(policy, answers);
    let only = |kept: Vec<Ref<Question>>| {
        let mut few = Answers::none(policy);
        kept.into_iter().for_each(|of| few.set(of, answers.get(of).expect("it was answered")));
        assess(policy, &few)
    };
    if let Some(outcome) = now.outcome {
        let reasons = why_outcome(policy, answers, outcome).expect("there are reasons for what is settled");
        assert_eq!(only(reasons.clone()).outcome, Some(outcome), "{reasons:?} of {answers:?}");
    }
    for (option, standing) in (0..).zip(&now.options).filter(|(_, standing)| standing.settled) {
        let reasons = why_status(policy, answers, Ref::new(option), standing.status).expect("it is settled");
        assert_eq!(
            only(reasons.clone()).options[usize::from(option)],
            *standing,
            "{reasons:?} of {answers:?}"
        );
    }
}

/// Each change that is said to lead to a result does, and touches no answer that has to stay.
fn assert_changes_lead_there(policy: &Policy, answers: &Answers) {
    let changed = |change: &policy::Change| {
        let mut changed = answers.clone();
        for (question, selection) in change {
            assert!(!policy[*question].fixed, "`{}` has to stay", policy[*question].id);
            changed.set(*question, *selection);
        }
        assess(policy, &changed)
    };
    for outcome in policy.outcome_refs() {
        for change in changes_to_outcome(policy, answers, outcome) {
            assert!(changed(&change).possible.contains(&outcome), "{change:?} of {answers:?}");
        }
    }
    for option in 0..policy.options.len() {
        let of = Ref::new(u16::try_from(option).expect("there are few"));
        for (status, _) in Status::WORDS {
            for change in changes_to_status(policy, answers, of, status) {
                let standing = changed(&change).options[option];
                assert!(!standing.settled || standing.status == status, "{change:?} of {answers:?}");
            }
        }
    }
}

/// Answers as a file can hold them: to any questions, in any words.
fn raw_answers() -> impl Strategy<Value = RawAnswers> {
    let ids: Vec<String> = HANDBOOK.policy.questions.iter().map(|question| question.id.clone()).collect();
    let choices = HANDBOOK.policy.questions.iter().flat_map(|question| question.answers.choices());
    let mut words: Vec<String> = ["yes", "no", "not-sure", "none-of-these", ""].map(str::to_owned).into();
    words.extend(choices.map(|choice| choice.id.clone()));
    let word = || select(words.clone());
    let answer = prop_oneof![word().prop_map(Answer::One), vec(word(), 0..4).prop_map(Answer::Many)];
    let id = prop_oneof![20 => select(ids), 1 => "[a-z-]{0,6}"];
    btree_map(id, answer, 0..40).prop_map(|answers| answers.into_iter().collect())
}

proptest! {
    #[test]
    fn reasons_and_changes_hold_for_the_handbook(answers in answers(&HANDBOOK.policy)) {
        assert_reasons_suffice(&HANDBOOK.policy, &answers);
        assert_changes_lead_there(&HANDBOOK.policy, &answers);
    }

    #[test]
    fn reasons_and_changes_hold_for_any_policy((policy, cases) in policies_with_answers()) {
        for answers in cases {
            assert_reasons_suffice(&policy, &answers);
            assert_changes_lead_there(&policy, &answers);
        }
    }

    #[test]
    fn no_answers_stop_the_walk(raw in raw_answers()) {
        let walked = policy::walk(&HANDBOOK.policy, &raw);
        prop_assert_eq!(assess(&HANDBOOK.policy, &walked.answers), walked.assessment);
        match Answers::read(&HANDBOOK.policy, &raw) {
            Ok(answers) => prop_assert!(!assess(&HANDBOOK.policy, &answers).possible.is_empty()),
            Err(wrong) => prop_assert!(!wrong.to_string().is_empty()),
        }
    }
}
