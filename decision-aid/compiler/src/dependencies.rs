//! On which questions each result depends: those whose answers can make a difference to it.

use crate::diagram::refs;
use crate::diagram::space::{Space, TooLarge};
use crate::prove::TooEntangled;
use biodivine_lib_bdd::Bdd;
use policy::{Condition, Duty, Group, Policy, PolicyOption, Question, Ref, Status};
use std::collections::BTreeSet;

/// The questions that a result depends on.
pub type Questions = BTreeSet<Ref<Question>>;

/// What each result depends on, by its place in the policy's lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dependencies {
    /// What each outcome depends on.
    pub outcomes: Vec<Questions>,
    /// What each finding depends on.
    pub findings: Vec<Questions>,
    /// What each named condition reads.
    pub conditions: Vec<Questions>,
    /// What each duty depends on.
    pub duties: Vec<Questions>,
    /// What the status of each option depends on.
    pub options: Vec<Questions>,
}

/// Finds what each result depends on.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn dependencies(policy: &Policy) -> Result<Dependencies, TooEntangled> {
    of_results(&mut Space::new(policy)).map_err(|_| TooEntangled)
}

fn of_results(space: &mut Space<'_>) -> Result<Dependencies, TooLarge> {
    let policy = space.policy();
    let mut found = Dependencies::default();
    for outcome in policy.outcome_refs() {
        let diagram = space.outcome(outcome)?;
        found.outcomes.push(support(space, &diagram));
    }
    for finding in refs(&policy.findings) {
        let diagram = space.finding(finding)?;
        found.findings.push(support(space, &diagram));
    }
    for named in refs(&policy.conditions) {
        let diagram = space.condition(&Condition::Named(named))?;
        found.conditions.push(support(space, &diagram));
    }
    for duty in refs::<Duty>(&policy.duties) {
        let diagram = space.condition(&policy[duty].when)?;
        found.duties.push(support(space, &diagram));
    }
    for option in refs::<PolicyOption>(&policy.options) {
        let mut all = Questions::new();
        for (status, _) in Status::WORDS {
            let diagram = space.status(option, status)?;
            all.extend(support(space, &diagram));
        }
        found.options.push(all);
    }
    Ok(found)
}

/// The questions that a diagram reads.
pub(crate) fn support(space: &Space<'_>, diagram: &Bdd) -> Questions {
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
