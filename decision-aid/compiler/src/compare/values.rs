//! What a result can say, and for which answers a revision says it.

use super::Value;
use crate::diagram::refs;
use crate::diagram::space::{Space, TooLarge};
use biodivine_lib_bdd::Bdd;
use policy::{Condition, Policy, PolicyOption, Status};

/// Each value with the answers that lead to it: for every set of answers exactly one.
pub(super) type Values = Vec<(Value, Bdd)>;

/// The outcomes. Where a revision has not exactly one, because it does not know an answer, it has none.
pub(super) fn outcomes(space: &mut Space<'_>) -> Result<Values, TooLarge> {
    let policy = space.policy();
    let (mut some, mut several) = (space.variables.mk_false(), space.variables.mk_false());
    let mut values = Values::new();
    for outcome in policy.outcome_refs() {
        let held = space.outcome(outcome)?;
        several = space.or(&several, &space.and(&held, &some)?)?;
        some = space.or(&some, &held)?;
        values.push((Value::Outcome(policy[outcome].id.clone()), held));
    }
    let one = several.not();
    for (_, held) in &mut values {
        *held = space.and(held, &one)?;
    }
    let none = space.or(&some.not(), &several)?;
    values.push((Value::NoOutcome, none));
    Ok(values)
}

/// The statuses of an option; of one that the revision does not have, that it is not there.
pub(super) fn statuses(space: &mut Space<'_>, id: &str) -> Result<Values, TooLarge> {
    let policy = space.policy();
    let mut options = refs::<PolicyOption>(&policy.options);
    let Some(option) = options.find(|option| policy[*option].id == id) else { return Ok(not_there(space)) };
    Status::WORDS
        .iter()
        .map(|(status, _)| Ok((Value::Status(*status), space.status(option, *status)?)))
        .collect()
}

/// Whether a condition holds; of something that the revision does not have, that it is not there.
pub(super) fn truth(space: &mut Space<'_>, when: Option<&Condition>) -> Result<Values, TooLarge> {
    let Some(when) = when else { return Ok(not_there(space)) };
    let holds = space.condition(when)?;
    let fails = holds.not();
    Ok(vec![(Value::Holds(true), holds), (Value::Holds(false), fails)])
}

fn not_there(space: &Space<'_>) -> Values {
    vec![(Value::NotThere, space.variables.mk_true())]
}

/// When a finding with an id holds.
pub(super) fn finding<'p>(policy: &'p Policy, id: &str) -> Option<&'p Condition> {
    policy.findings.iter().find(|finding| finding.id == id).map(|finding| &finding.when)
}

/// When a duty with an id comes up.
pub(super) fn duty<'p>(policy: &'p Policy, id: &str) -> Option<&'p Condition> {
    policy.duties.iter().find(|duty| duty.id == id).map(|duty| &duty.when)
}
