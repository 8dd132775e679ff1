//! The smallest changes, against every complete case tried in turn.

use super::{MOST_CHANGES, changes_to_outcome, changes_to_status, single_changes_to_status};
use crate::small_policy::{every_case, small_policy};
use crate::{Answers, Policy, Ref, Status, assess};
use std::collections::BTreeSet;

/// In how many answers two complete cases differ.
fn distance(left: &Answers, right: &Answers, policy: &Policy) -> usize {
    policy.question_refs().filter(|question| left.get(*question) != right.get(*question)).count()
}

#[test]
fn changes_lead_where_they_say_by_the_shortest_way() {
    let policy = small_policy();
    let complete: Vec<Answers> = every_case(&policy)
        .into_iter()
        .filter(|answers| policy.question_refs().all(|question| answers.known(question).is_some()))
        .collect();
    for answers in &complete {
        let here = assess(&policy, answers).outcome;
        for outcome in policy.outcome_refs().filter(|outcome| Some(*outcome) != here) {
            let there = complete.iter().filter(|other| assess(&policy, other).outcome == Some(outcome));
            let nearest = there.map(|other| distance(answers, other, &policy)).min();
            // Ways that change more answers than an officer would follow are not listed.
            let nearest = nearest.filter(|changes| *changes <= MOST_CHANGES);
            let changes = changes_to_outcome(&policy, answers, outcome);
            let lengths: BTreeSet<usize> = changes.iter().map(Vec::len).collect();
            assert_eq!(lengths.into_iter().collect::<Vec<_>>(), Vec::from_iter(nearest), "{answers:?}");
            for change in changes {
                let mut changed = answers.clone();
                change.iter().for_each(|(question, selection)| changed.set(*question, *selection));
                assert_eq!(assess(&policy, &changed).outcome, Some(outcome), "{change:?} of {answers:?}");
            }
        }
    }
}

#[test]
fn the_changes_of_one_answer_are_the_smallest_where_there_are_any() {
    let policy = small_policy();
    let mut single = 0;
    for answers in every_case(&policy) {
        for (option, (status, _)) in (0..)
            .take(policy.options.len())
            .flat_map(|option| Status::WORDS.map(|word| (Ref::new(option), word)))
        {
            let smallest = changes_to_status(&policy, &answers, option, status);
            let expected: Vec<_> = smallest.into_iter().filter(|change| change.len() == 1).collect();
            single += expected.len();
            assert_eq!(single_changes_to_status(&policy, &answers, option, status), expected, "{answers:?}");
        }
    }
    assert!(single > 0, "some status is one answer away");
}

#[test]
fn a_question_marked_fixed_stays_as_it_is() {
    let mut policy = small_policy();
    let answers =
        crate::small_policy::answers("danger = no; kinds = calls; review = bad; warned = yes; idle = no");
    let act = Ref::new(0);
    assert_eq!(changes_to_outcome(&policy, &answers, act).len(), 1);
    policy.questions[0].fixed = true;
    assert_eq!(changes_to_outcome(&policy, &answers, act), Vec::<super::Change>::new());
}
