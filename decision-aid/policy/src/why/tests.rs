//! The fewest answers that suffice, against every subset tried in turn.

use super::{why_outcome, why_status};
use crate::small_policy::{every_case, small_policy};
use crate::{Answers, Policy, Question, Ref, Selection, assess};

/// Every subset of the answers given, smallest first, and of those as small the one asked first.
fn subsets(answers: &Answers, policy: &Policy) -> Vec<Vec<Ref<Question>>> {
    let given: Vec<_> =
        policy.question_refs().filter(|question| answers.known(*question).is_some()).collect();
    let subset = |mask: u32| {
        let chosen = given.iter().enumerate().filter(|(place, _)| mask >> place & 1 == 1);
        chosen.map(|(_, question)| *question).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = (0..1_u32 << given.len()).map(subset).collect();
    all.sort_by(|left, right| (left.len(), left).cmp(&(right.len(), right)));
    all
}

fn only(answers: &Answers, kept: &[Ref<Question>], policy: &Policy) -> Answers {
    let mut few = Answers::none(policy);
    for &question in kept {
        few.set(question, Selection::Chosen(answers.known(question).unwrap_or_default()));
    }
    few
}

#[test]
fn the_fewest_answers_suffice_and_no_fewer_do() {
    let policy = small_policy();
    let (mut outcomes, mut statuses) = (0, 0);
    for answers in every_case(&policy) {
        let assessment = assess(&policy, &answers);
        let all = subsets(&answers, &policy);
        let first = |holds: &dyn Fn(&crate::Assessment) -> bool| {
            all.iter().find(|kept| holds(&assess(&policy, &only(&answers, kept, &policy)))).cloned()
        };
        for outcome in policy.outcome_refs() {
            let expected = first(&|few| few.outcome == Some(outcome));
            outcomes += usize::from(expected.is_some());
            assert_eq!(why_outcome(&policy, &answers, outcome), expected, "{outcome:?} with {answers:?}");
        }
        for (option, standing) in (0..).zip(&assessment.options).filter(|(_, standing)| standing.settled) {
            let held = |few: &crate::Assessment| {
                let found = few.options[usize::from(option)];
                found.settled && found.status == standing.status
            };
            let found = why_status(&policy, &answers, Ref::new(option), standing.status);
            statuses += 1;
            assert_eq!(found, first(&held), "option {option} with {answers:?}");
        }
    }
    assert!(
        outcomes > 100 && statuses > 100,
        "only {outcomes} outcomes and {statuses} statuses were settled"
    );
}
