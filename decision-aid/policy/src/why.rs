//! Why a result holds: the fewest answers that suffice for it.
//!
//! A set of answers suffices when the result holds whatever all other answers are. The smallest such set is found
//! the other way round: every way to another result has to be blocked by at least one answer that it contradicts.
//! So each such way gives a set of questions of which one must be in the answer, and the smallest choice that hits
//! all of them is tried next, until it leaves no way open.

use crate::diagram::{Diagrams, Ends, Link};
use crate::{Answers, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status};

/// The fewest of the answers that suffice for an outcome, in the order asked; of several as few, those asked first.
/// None where even all of them do not suffice.
pub fn why_outcome(policy: &Policy, answers: &Answers, outcome: Ref<Outcome>) -> Option<Vec<Ref<Question>>> {
    fewest_answers(policy, answers, Result { diagram: policy.diagrams.outcome, ends: 1 << outcome.index() })
}

/// The same for the status of an option.
pub fn why_status(
    policy: &Policy,
    answers: &Answers,
    option: Ref<PolicyOption>,
    status: Status,
) -> Option<Vec<Ref<Question>>> {
    let diagram = policy.diagrams.statuses[option.index()];
    fewest_answers(policy, answers, Result { diagram, ends: status.end() })
}

/// A result to explain: a diagram, and the ends of it that are the result.
#[derive(Debug, Clone, Copy)]
struct Result {
    diagram: Link,
    ends: Ends,
}

fn fewest_answers(policy: &Policy, answers: &Answers, result: Result) -> Option<Vec<Ref<Question>>> {
    let diagrams = &policy.diagrams;
    let mut to_hit: Vec<Vec<Ref<Question>>> = Vec::new();
    loop {
        let chosen = smallest_hitting(&to_hit)?;
        match way_out(diagrams, answers, &chosen, result) {
            Some(contradicted) => to_hit.push(contradicted),
            None => return Some(chosen),
        }
    }
}

/// The questions whose answers a way to another result contradicts, with as few of them as can be; none where the
/// chosen answers leave no such way.
fn way_out(
    diagrams: &Diagrams,
    answers: &Answers,
    chosen: &[Ref<Question>],
    result: Result,
) -> Option<Vec<Ref<Question>>> {
    let fixed =
        diagrams.known_where(|question| definite(answers, question).filter(|_| chosen.contains(&question)));
    if diagrams.reach(&fixed).of(result.diagram) & !result.ends == 0 {
        return None;
    }
    let given = diagrams.known_where(|question| definite(answers, question));
    let path = diagrams.nearest(result.diagram, !result.ends, &fixed, &given)?;
    let mut contradicted = Vec::new();
    for bit in path {
        insert(&mut contradicted, diagrams.bits[bit].0);
    }
    Some(contradicted)
}

/// Puts a question among others in their order, where it is not yet.
pub(crate) fn insert(among: &mut Vec<Ref<Question>>, question: Ref<Question>) {
    let mut place = 0;
    while place < among.len() && among[place] < question {
        place += 1;
    }
    if among.get(place) != Some(&question) {
        among.insert(place, question);
    }
}

fn definite(answers: &Answers, question: Ref<Question>) -> Option<Selection> {
    answers.known(question).map(Selection::Chosen)
}

/// The smallest choice of questions with at least one from each set; of several as small, the first in order.
/// None where a set is empty.
fn smallest_hitting(sets: &[Vec<Ref<Question>>]) -> Option<Vec<Ref<Question>>> {
    let mut candidates = Vec::new();
    for set in sets {
        if set.is_empty() {
            return None;
        }
        for question in set {
            insert(&mut candidates, *question);
        }
    }
    for size in 0..=candidates.len() {
        let mut chosen = Vec::new();
        if hit(sets, &candidates, size, &mut chosen) {
            return Some(chosen);
        }
    }
    None
}

fn is_hit(set: &[Ref<Question>], chosen: &[Ref<Question>]) -> bool {
    for question in set {
        if chosen.contains(question) {
            return true;
        }
    }
    false
}

/// Extends `chosen` by `left` of the candidates, in order, so that every set is hit.
fn hit(
    sets: &[Vec<Ref<Question>>],
    candidates: &[Ref<Question>],
    left: usize,
    chosen: &mut Vec<Ref<Question>>,
) -> bool {
    // The open set whose last question comes soonest must be hit no later than there. The questions of a set are in
    // order.
    let mut latest: Option<Ref<Question>> = None;
    for set in sets {
        if let Some(last) = set.last()
            && !is_hit(set, chosen)
            && latest.is_none_or(|latest| *last < latest)
        {
            latest = Some(*last);
        }
    }
    let Some(latest) = latest else { return true };
    if left == 0 {
        return false;
    }
    for (place, &candidate) in candidates.iter().enumerate() {
        if candidate > latest {
            return false;
        }
        chosen.push(candidate);
        if hit(sets, &candidates[place + 1..], left - 1, chosen) {
            return true;
        }
        chosen.pop();
    }
    false
}

#[cfg(test)]
mod tests;
