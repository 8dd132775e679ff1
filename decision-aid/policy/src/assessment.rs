//! What follows from the answers: exactly what holds however the open questions turn out.

use crate::diagram::Reach;
use crate::{Answers, Link, Outcome, Policy, Question, RecordItem, Ref, Status};

/// What follows from a set of answers, complete or not.
///
/// Whatever is definite here holds for every way of filling in the questions without a definite answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The outcome, where the answers settle it.
    pub outcome: Option<Ref<Outcome>>,
    /// The outcomes that are still possible; the one above alone when there is one.
    pub possible: Vec<Ref<Outcome>>,
    /// Each finding, in order; `None` where the answers do not settle it.
    pub findings: Vec<Option<bool>>,
    /// Each duty, in order; `None` where the answers do not settle it.
    pub duties: Vec<Option<bool>>,
    /// Each option, in order.
    pub options: Vec<Standing>,
    /// The questions that matter and have no definite answer, in the order asked.
    pub ask: Vec<Ref<Question>>,
}

/// The standing of one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The status: open where the answers do not settle it.
    pub status: Status,
    /// Whether the answers settle it: a status can also be open for good, for a person to judge.
    pub settled: bool,
}

/// Applies the policy to what is known of a case. Total: every set of answers has an assessment.
pub fn assess(policy: &Policy, answers: &Answers) -> Assessment {
    let diagrams = &policy.diagrams;
    let known = diagrams.known(answers);
    let mut reach = diagrams.reach(&known);
    let possible = possible_outcomes(policy, &mut reach);
    Assessment {
        outcome: if let [only] = possible[..] { Some(only) } else { None },
        findings: truths(&mut reach, &diagrams.findings),
        duties: truths(&mut reach, &diagrams.duties),
        options: standings(policy, &mut reach),
        ask: questions_that_matter(policy, answers, reach, &possible),
        possible,
    }
}

/// The outcomes that the answers do not exclude.
fn possible_outcomes(policy: &Policy, reach: &mut Reach<'_>) -> Vec<Ref<Outcome>> {
    let ends = reach.of(policy.diagrams.outcome);
    let mut possible = Vec::new();
    for outcome in policy.outcome_refs() {
        if ends >> outcome.index() & 1 == 1 {
            possible.push(outcome);
        }
    }
    possible
}

/// What yes-no diagrams say.
fn truths(reach: &mut Reach<'_>, diagrams: &[Link]) -> Vec<Option<bool>> {
    let mut truths = Vec::new();
    for diagram in diagrams {
        truths.push(reach.truth(*diagram));
    }
    truths
}

/// The standing of each option: its status where only one is still possible.
fn standings(policy: &Policy, reach: &mut Reach<'_>) -> Vec<Standing> {
    let mut standings = Vec::new();
    for diagram in &policy.diagrams.statuses {
        let ends = reach.of(*diagram);
        let mut standing = Standing { status: Status::Open, settled: false };
        if ends.is_power_of_two()
            && let Some((status, _)) = Status::WORDS.get(ends.trailing_zeros() as usize)
        {
            standing = Standing { status: *status, settled: true };
        }
        standings.push(standing);
    }
    standings
}

/// The questions that matter and have no definite answer: those that can still change the outcome, or the status of
/// an option in an outcome that weighs it, or a finding in the record of a possible outcome; those in such a record;
/// and those that matter in every case.
fn questions_that_matter(
    policy: &Policy,
    answers: &Answers,
    reach: Reach<'_>,
    possible: &[Ref<Outcome>],
) -> Vec<Ref<Question>> {
    let diagrams = &policy.diagrams;
    let mut matters = Vec::new();
    for question in &policy.questions {
        matters.push(policy[question.group].always);
    }
    // The diagrams of what a result holds: the outcome, the options weighed, and the findings in the record of a
    // possible outcome.
    let mut held = vec![diagrams.outcome];
    held.extend_from_slice(&diagrams.weighed);
    for outcome in possible {
        for item in &policy[*outcome].record {
            match item {
                RecordItem::Finding(finding) => held.push(diagrams.findings[finding.index()]),
                RecordItem::Question(question) => matters[question.index()] = true,
            }
        }
    }
    let left = reach.reduce().bits_left(held);
    for (bit, (question, _)) in diagrams.bits.iter().enumerate() {
        matters[question.index()] |= left[bit];
    }
    let mut open = Vec::new();
    for question in policy.question_refs() {
        if matters[question.index()] && answers.known(question).is_none() {
            open.push(question);
        }
    }
    open
}

#[cfg(test)]
mod tests;
