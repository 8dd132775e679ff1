//! Compiles the conditions of a policy into decision diagrams, and checks with them what only holds over every
//! possible set of answers.
//!
//! `space` turns answers into bits and conditions into diagrams; `export` puts them into the table that the browser
//! walks; `soundness` refuses a policy with a gap, an overlap, a contradiction, or something that can never happen;
//! `witness` finds the smallest answers that show such a thing.

mod export;
pub(crate) mod soundness;
pub(crate) mod space;
pub(crate) mod witness;

use crate::kinds::Item;
use biodivine_lib_bdd::Bdd;
use export::Table;
use policy::{Diagrams, Duty, Outcome, Policy, PolicyOption, Ref, Status};
use space::{Space, TooLarge};

/// The most outcomes, or rules of an option, that an end of a diagram can number.
pub(crate) const MOST_ENDS: usize = 63;

/// A part of the policy that something can be wrong with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// What a block became.
    Item(Item),
    /// A rule of an option, by its index.
    Rule(Ref<PolicyOption>, usize),
}

impl Part {
    /// What the block that it belongs to became.
    pub(crate) fn item(self) -> Item {
        match self {
            Self::Item(item) => item,
            Self::Rule(option, _) => Item::Option(option),
        }
    }
}

/// Compiles every condition of a policy.
pub(crate) fn compile(policy: &Policy, space: &mut Space<'_>) -> Result<Diagrams, TooLarge> {
    let mut table = Table::default();
    let outcomes = each(policy.outcome_refs(), Item::Outcome, |outcome| space.outcome(outcome))?;
    let outcome =
        table.add(&outcomes).map_err(|large| large.within(Part::Item(Item::Outcome(Ref::new(0)))))?;
    let findings = each(refs(&policy.findings), Item::Finding, |finding| {
        let diagram = space.finding(finding)?;
        table.add_truth(&diagram)
    })?;
    let duties = each(refs::<Duty>(&policy.duties), Item::Duty, |duty| {
        let diagram = space.condition(&policy[duty].when)?;
        table.add_truth(&diagram)
    })?;
    let options = each(refs(&policy.options), Item::Option, |option| {
        let rules = table.add(&space.rules(option)?)?;
        let statuses = each_status(|status| space.status(option, status))?;
        let weighed = weighed(space, policy, option, &statuses)?;
        Ok((rules, table.add(&statuses)?, table.add(&weighed)?))
    })?;
    let bits = space.bits.clone();
    let rules = options.iter().map(|(rules, ..)| *rules).collect();
    let statuses = options.iter().map(|(_, statuses, _)| *statuses).collect();
    let weighed = options.iter().map(|(.., weighed)| *weighed).collect();
    Ok(Diagrams { bits, outcome, findings, duties, statuses, weighed, rules, ..table.into_diagrams() })
}

fn each<T: Copy, R>(
    things: impl Iterator<Item = T>,
    item: impl Fn(T) -> Item,
    mut compile: impl FnMut(T) -> Result<R, TooLarge>,
) -> Result<Vec<R>, TooLarge> {
    things.map(|thing| compile(thing).map_err(|large| large.within(Part::Item(item(thing))))).collect()
}

pub(crate) fn refs<T>(list: &[T]) -> impl Iterator<Item = Ref<T>> + use<T> {
    (0..u16::try_from(list.len()).unwrap_or(u16::MAX)).map(Ref::new)
}

/// Something for each status, in their order.
fn each_status(of: impl FnMut(Status) -> Result<Bdd, TooLarge>) -> Result<Vec<Bdd>, TooLarge> {
    Status::WORDS.iter().map(|(status, _)| *status).map(of).collect()
}

/// For each status, where an option has it; where the outcome does not weigh the option, it counts as not offered.
fn weighed(
    space: &mut Space<'_>,
    policy: &Policy,
    option: Ref<PolicyOption>,
    statuses: &[Bdd],
) -> Result<Vec<Bdd>, TooLarge> {
    let weighing: Vec<Ref<Outcome>> =
        policy.outcome_refs().filter(|outcome| policy[*outcome].weigh.contains(&option)).collect();
    let weighing = space.any_outcome(&weighing)?;
    let mut statuses = statuses.iter();
    each_status(|status| {
        let held = statuses.next().cloned().unwrap_or_else(|| space.variables.mk_false());
        match status {
            Status::NotOffered => space.or(&held, &weighing.not()),
            _ => space.and(&held, &weighing),
        }
    })
}
