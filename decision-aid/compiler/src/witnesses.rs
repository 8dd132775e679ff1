//! The shortest ways to everything that the aid can ask and say.
//!
//! For a question, the way is every answer given before it comes up; `asked` finds it by walking all interviews at
//! once. For a result, it is the answers that suffice for it, whatever all the others are.

mod asked;

use crate::Witness;
use crate::diagram::refs;
use crate::diagram::space::{Space, TooLarge};
use crate::prove::TooEntangled;
use biodivine_lib_bdd::Bdd;
use policy::{Duty, Policy, PolicyOption};

/// The shortest way to each thing, by its index in the policy's lists. None where nothing leads there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Witnesses {
    /// The fewest answers after which each question comes up.
    pub questions: Vec<Option<Witness>>,
    /// Answers that suffice for each outcome.
    pub outcomes: Vec<Option<Witness>>,
    /// Answers that suffice for each finding.
    pub findings: Vec<Option<Witness>>,
    /// Answers that suffice for each duty; "not sure" only where nothing else does.
    pub duties: Vec<Option<Witness>>,
    /// For each option, answers with which each of its rules is the one that decides.
    pub rules: Vec<Vec<Option<Witness>>>,
}

/// Finds the shortest way to each thing.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn witnesses(policy: &Policy) -> Result<Witnesses, TooEntangled> {
    let mut found = results(&mut Space::new(policy)).map_err(|_| TooEntangled)?;
    found.questions = asked::witnesses(policy);
    Ok(found)
}

fn results(space: &mut Space<'_>) -> Result<Witnesses, TooLarge> {
    let policy = space.policy();
    let mut found = Witnesses::default();
    for outcome in policy.outcome_refs() {
        let diagram = space.outcome(outcome)?;
        found.outcomes.push(space.witness(&diagram));
    }
    for finding in refs(&policy.findings) {
        let diagram = space.finding(finding)?;
        found.findings.push(space.witness(&diagram));
    }
    for duty in refs::<Duty>(&policy.duties) {
        let diagram = space.condition(&policy[duty].when)?;
        found.duties.push(space.witness_or_not_sure(&diagram));
    }
    for option in refs::<PolicyOption>(&policy.options) {
        let deciding = space.rules(option)?;
        let way = |decides: &Bdd| space.witness(decides);
        found.rules.push(deciding.iter().map(way).collect());
    }
    Ok(found)
}
