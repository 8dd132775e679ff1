//! Why a result holds: the fewest answers that suffice for it.
//!
//! A set of answers suffices when the result holds whatever all other answers are. The smallest such set is found
//! the other way round: every path to another result has to be blocked by at least one answer that it contradicts.
//! So each such path gives a set of questions of which one must be chosen, and the smallest choice that hits all sets
//! (a minimum hitting set) is tried next, until it leaves no path open.

use crate::diagram::{Diagrams, Edge, TerminalSet};
use crate::{Answers, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status};
use std::collections::BTreeSet;

/// The fewest of the answers that suffice for an outcome, in the order asked; of several as few, those asked first.
/// None where even all of them do not suffice.
pub fn why_outcome(policy: &Policy, answers: &Answers, outcome: Ref<Outcome>) -> Option<Vec<Ref<Question>>> {
    fewest_answers(
        policy,
        answers,
        Target { diagram: policy.diagrams.outcome, terminals: 1 << outcome.index() },
    )
}

/// The same for the status of an option.
pub fn why_status(
    policy: &Policy,
    answers: &Answers,
    option: Ref<PolicyOption>,
    status: Status,
) -> Option<Vec<Ref<Question>>> {
    let diagram = policy.diagrams.statuses[option.index()];
    fewest_answers(policy, answers, Target { diagram, terminals: status.terminal() })
}

/// A result to explain: a diagram, and the terminals of it that are the result.
#[derive(Debug, Clone, Copy)]
struct Target {
    diagram: Edge,
    terminals: TerminalSet,
}

fn fewest_answers(policy: &Policy, answers: &Answers, target: Target) -> Option<Vec<Ref<Question>>> {
    let diagrams = &policy.diagrams;
    let mut to_hit: Vec<BTreeSet<Ref<Question>>> = Vec::new();
    loop {
        let chosen = smallest_hitting_set(&to_hit)?;
        match path_elsewhere(diagrams, answers, &chosen, target) {
            Some(contradicted) => to_hit.push(contradicted),
            None => return Some(chosen),
        }
    }
}

/// The questions whose answers a path to another result contradicts, with as few of them as can be; none where the
/// chosen answers leave no such path.
fn path_elsewhere(
    diagrams: &Diagrams,
    answers: &Answers,
    chosen: &[Ref<Question>],
    target: Target,
) -> Option<BTreeSet<Ref<Question>>> {
    let given = |question| answers.known(question).map(Selection::Chosen);
    let fixed = diagrams.assignment_from(|question| given(question).filter(|_| chosen.contains(&question)));
    if diagrams.evaluator(&fixed).terminals(target.diagram) & !target.terminals == 0 {
        return None;
    }
    let given = diagrams.assignment_from(given);
    let path = diagrams.nearest_path(target.diagram, !target.terminals, &fixed, &given)?;
    Some(path.into_iter().map(|bit| diagrams.bits[usize::from(bit)].0).collect())
}

/// The smallest choice of questions with at least one from each set; of several as small, the first in order.
/// None where a set is empty.
fn smallest_hitting_set(sets: &[BTreeSet<Ref<Question>>]) -> Option<Vec<Ref<Question>>> {
    if sets.iter().any(BTreeSet::is_empty) {
        return None;
    }
    let candidates: BTreeSet<Ref<Question>> = sets.iter().flatten().copied().collect();
    let candidates: Vec<Ref<Question>> = candidates.into_iter().collect();
    (0..=candidates.len()).find_map(|size| {
        let mut chosen = Vec::new();
        extend_to_hitting_set(sets, &candidates, size, &mut chosen).then_some(chosen)
    })
}

/// Extends `chosen` by at most `left` of the candidates, in order, so that every set is hit.
fn extend_to_hitting_set(
    sets: &[BTreeSet<Ref<Question>>],
    candidates: &[Ref<Question>],
    left: usize,
    chosen: &mut Vec<Ref<Question>>,
) -> bool {
    // Candidates are tried in order, so the set whose last question comes first has to be hit no later than there.
    let open = sets.iter().filter(|set| !chosen.iter().any(|question| set.contains(question)));
    let Some(latest) = open.filter_map(BTreeSet::last).min().copied() else { return true };
    if left == 0 {
        return false;
    }
    for (index, &candidate) in
        candidates.iter().enumerate().take_while(|(_, candidate)| **candidate <= latest)
    {
        chosen.push(candidate);
        if extend_to_hitting_set(sets, &candidates[index + 1..], left - 1, chosen) {
            return true;
        }
        chosen.pop();
    }
    false
}

#[cfg(test)]
mod tests;
