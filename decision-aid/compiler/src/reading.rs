//! Which questions each result reads: those whose answers can make a difference to it.

use crate::diagram::refs;
use crate::diagram::space::{Space, TooLarge};
use crate::prove::TooEntangled;
use biodivine_lib_bdd::Bdd;
use policy::{Condition, Duty, Group, Policy, PolicyOption, Question, Ref, Status};
use std::collections::BTreeSet;

/// The questions that a result reads.
pub type Reads = BTreeSet<Ref<Question>>;

/// What each result reads, by its place in the policy's lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What each outcome reads.
    pub outcomes: Vec<Reads>,
    /// What each finding reads.
    pub findings: Vec<Reads>,
    /// What each named condition reads.
    pub conditions: Vec<Reads>,
    /// What each duty reads.
    pub duties: Vec<Reads>,
    /// What the status of each option reads.
    pub options: Vec<Reads>,
}

/// Finds what each result reads.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn reading(policy: &Policy) -> Result<Reading, TooEntangled> {
    read_all(&mut Space::new(policy)).map_err(|_| TooEntangled)
}

fn read_all(space: &mut Space<'_>) -> Result<Reading, TooLarge> {
    let policy = space.policy();
    let mut reading = Reading::default();
    for outcome in policy.outcome_refs() {
        let diagram = space.outcome(outcome)?;
        reading.outcomes.push(reads(space, &diagram));
    }
    for finding in refs(&policy.findings) {
        let diagram = space.finding(finding)?;
        reading.findings.push(reads(space, &diagram));
    }
    for named in refs(&policy.conditions) {
        let diagram = space.condition(&Condition::Named(named))?;
        reading.conditions.push(reads(space, &diagram));
    }
    for duty in refs::<Duty>(&policy.duties) {
        let diagram = space.condition(&policy[duty].when)?;
        reading.duties.push(reads(space, &diagram));
    }
    for option in refs::<PolicyOption>(&policy.options) {
        let mut all = Reads::new();
        for (status, _) in Status::WORDS {
            let diagram = space.status(option, status)?;
            all.extend(reads(space, &diagram));
        }
        reading.options.push(all);
    }
    Ok(reading)
}

fn reads(space: &Space<'_>, diagram: &Bdd) -> Reads {
    diagram.support_set().into_iter().map(|bit| space.bits[bit.to_index()].0).collect()
}

/// For each outcome, the first group after which it can be certain, whatever the answers to all later questions.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn certain_after(policy: &Policy) -> Result<Vec<Option<Ref<Group>>>, TooEntangled> {
    let mut space = Space::new(policy);
    let mut certain = |outcome| {
        let diagram = space.outcome(outcome)?;
        let groups = refs::<Group>(&policy.groups);
        Ok(groups.into_iter().find(|group| !whatever_comes_after(&space, &diagram, *group).is_false()))
    };
    let found: Result<Vec<_>, TooLarge> = policy.outcome_refs().map(&mut certain).collect();
    found.map_err(|_| TooEntangled)
}

/// Where a diagram holds whatever the answers to the questions of later groups.
fn whatever_comes_after(space: &Space<'_>, diagram: &Bdd, group: Ref<Group>) -> Bdd {
    let policy = space.policy();
    let later = policy.question_refs().filter(|question| policy[*question].group > group);
    let bits: Vec<_> = later.flat_map(|question| space.variables_of(question)).map(|(bit, _)| bit).collect();
    diagram.for_all(&bits)
}
