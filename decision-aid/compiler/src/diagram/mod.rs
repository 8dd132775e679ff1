//! Compiles the conditions of a policy into decision diagrams, and checks with them what only holds over every
//! possible set of answers.
//!
//! `space` turns answers into bits and conditions into diagrams; `export` puts them into the table that the browser
//! walks; `soundness` refuses a policy with a gap, an overlap, or something that can never happen.

mod export;
pub(crate) mod soundness;
pub(crate) mod space;

use crate::resolve::Item;
use biodivine_lib_bdd::Bdd;
use export::Table;
use policy::{Diagrams, Duty, Outcome, Policy, PolicyOption, Ref, Status};
use space::{Space, TooLarge};

/// The most outcomes, or rules of an option, that an end of a diagram can number.
pub(crate) const MOST_ENDS: usize = 63;

/// A part of the policy whose diagram outgrew its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outgrown(pub(crate) Item);

/// Compiles every condition of a policy.
pub(crate) fn compile(policy: &Policy) -> Result<Diagrams, Outgrown> {
    let mut space = Space::new(policy);
    let mut table = Table::default();
    let outcomes = each(policy.outcome_refs(), Item::Outcome, |outcome| space.outcome(outcome))?;
    let outcome = table.add(&outcomes).map_err(|TooLarge| Outgrown(Item::Outcome(Ref::new(0))))?;
    let findings = each(refs(&policy.findings), Item::Finding, |finding| {
        let diagram = space.finding(finding)?;
        table.add_truth(&diagram)
    })?;
    let duties = each(refs::<Duty>(&policy.duties), Item::Duty, |duty| {
        let diagram = space.condition(&policy[duty].when)?;
        table.add_truth(&diagram)
    })?;
    let options = each(refs(&policy.options), Item::Option, |option| {
        let rules = rules(&mut space, policy, option)?;
        let decided = table.add(&rules)?;
        let weighed = weighed(&mut space, policy, option, &rules)?;
        Ok((decided, table.add(&weighed)?))
    })?;
    let (options, weighed) = options.into_iter().unzip();
    let bits = space.bits.clone();
    Ok(Diagrams { bits, outcome, findings, duties, options, weighed, ..table.into_diagrams() })
}

fn each<T: Copy, R>(
    things: impl Iterator<Item = T>,
    item: impl Fn(T) -> Item,
    mut compile: impl FnMut(T) -> Result<R, TooLarge>,
) -> Result<Vec<R>, Outgrown> {
    things.map(|thing| compile(thing).map_err(|TooLarge| Outgrown(item(thing)))).collect()
}

pub(crate) fn refs<T>(list: &[T]) -> impl Iterator<Item = Ref<T>> + use<T> {
    (0..u16::try_from(list.len()).unwrap_or(u16::MAX)).map(Ref::new)
}

/// For each rule of an option, where it is the one that decides.
pub(crate) fn rules(
    space: &mut Space<'_>,
    policy: &Policy,
    option: Ref<PolicyOption>,
) -> Result<Vec<Bdd>, TooLarge> {
    let option = &policy[option];
    let mut undecided = space.any_outcome(&option.offered_in)?;
    let mut deciding = Vec::new();
    for rule in &option.rules {
        let read_in: Vec<Ref<Outcome>> =
            option.offered_in.iter().copied().filter(|outcome| rule.applies_in(*outcome)).collect();
        let read = space.any_outcome(&read_in)?;
        let holds = space.condition(&rule.when)?;
        let holds = space.and(&holds, &read)?;
        deciding.push(space.and(&holds, &undecided)?);
        undecided = space.and(&undecided, &holds.not())?;
    }
    Ok(deciding)
}

/// For each status but the last, where an option has it in an outcome that weighs the option.
fn weighed(
    space: &mut Space<'_>,
    policy: &Policy,
    option: Ref<PolicyOption>,
    rules: &[Bdd],
) -> Result<Vec<Bdd>, TooLarge> {
    let weighing: Vec<Ref<Outcome>> =
        policy.outcome_refs().filter(|outcome| policy[*outcome].weigh.contains(&option)).collect();
    let weighing = space.any_outcome(&weighing)?;
    Status::WORDS
        .iter()
        .map(|(status, _)| {
            let held = status_where(space, policy, option, rules, *status)?;
            space.and(&held, &weighing)
        })
        .collect()
}

/// Where an option has a status.
pub(crate) fn status_where(
    space: &Space<'_>,
    policy: &Policy,
    option: Ref<PolicyOption>,
    rules: &[Bdd],
    status: Status,
) -> Result<Bdd, TooLarge> {
    let mut with = space.variables.mk_false();
    let mut read = space.variables.mk_false();
    for (rule, decides) in policy[option].rules.iter().zip(rules) {
        read = space.or(&read, decides)?;
        if rule.status == status {
            with = space.or(&with, decides)?;
        }
    }
    if status == Status::NotOffered {
        with = space.or(&with, &read.not())?;
    }
    Ok(with)
}
