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
        outcome: (possible.len() == 1).then(|| possible.first().copied()).flatten(),
        findings: diagrams.findings.iter().map(|finding| reach.truth(*finding)).collect(),
        duties: diagrams.duties.iter().map(|duty| reach.truth(*duty)).collect(),
        options: standings(policy, &mut reach),
        ask: questions_that_matter(policy, answers, reach, &possible),
        possible,
    }
}

/// The outcomes that the answers do not exclude.
fn possible_outcomes(policy: &Policy, reach: &mut Reach<'_>) -> Vec<Ref<Outcome>> {
    let ends = reach.of(policy.diagrams.outcome);
    policy.outcome_refs().filter(|outcome| ends >> outcome.index() & 1 == 1).collect()
}

/// The standing of each option: its status where only one is still possible.
fn standings(policy: &Policy, reach: &mut Reach<'_>) -> Vec<Standing> {
    let mut standing = |diagram: &Link| {
        let ends = reach.of(*diagram);
        let only = Some(ends).filter(|ends| ends.is_power_of_two());
        let status = only.and_then(|end| Status::WORDS.get(end.trailing_zeros() as usize));
        Standing { status: status.map_or(Status::Open, |(status, _)| *status), settled: status.is_some() }
    };
    policy.diagrams.statuses.iter().map(&mut standing).collect()
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
    let mut matters: Vec<bool> =
        policy.questions.iter().map(|question| policy[question.group].always).collect();
    let diagrams = &policy.diagrams;
    let mut bits = vec![false; diagrams.bits.len()];
    let roots = what_the_result_holds(policy, possible);
    reach.reduce().bits_left(roots.into_iter(), &mut bits);
    for ((question, _), _) in diagrams.bits.iter().zip(&bits).filter(|(_, left)| **left) {
        matters[question.index()] = true;
    }
    for item in possible.iter().flat_map(|outcome| &policy[*outcome].record) {
        if let RecordItem::Question(question) = item {
            matters[question.index()] = true;
        }
    }
    let open = |question: &Ref<Question>| matters[question.index()] && answers.known(*question).is_none();
    policy.question_refs().filter(open).collect()
}

/// The diagrams of what a result holds: the outcome, the options weighed, and the findings in the record of a
/// possible outcome.
fn what_the_result_holds(policy: &Policy, possible: &[Ref<Outcome>]) -> Vec<Link> {
    let diagrams = &policy.diagrams;
    let recorded = possible.iter().flat_map(|outcome| &policy[*outcome].record);
    let findings = recorded.filter_map(|item| match item {
        RecordItem::Finding(finding) => Some(diagrams.findings[finding.index()]),
        RecordItem::Question(_) => None,
    });
    findings.chain([diagrams.outcome]).chain(diagrams.weighed.iter().copied()).collect()
}

#[cfg(test)]
mod tests;
