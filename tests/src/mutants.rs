//! Policies with one mistake each: every condition, rule and offer of the handbook changed in every small way.
//!
//! The proofs and the scenarios are worth something only if they notice. `conditions` changes conditions, `options`
//! the rules and offers of options; [`judge`] says what notices a change, [`same`](mod@same) recognises a change that makes no
//! difference, and [`reason`] computes why it makes none.

mod conditions;
pub mod judge;
mod options;
pub mod reason;
pub mod same;
pub mod written;

use policy::{Condition, Outcome, Policy, Ref, Rule};

/// The part of a policy that a condition belongs to, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A condition that only has a name.
    Named(usize),
    /// A finding.
    Finding(usize),
    /// An outcome.
    Outcome(usize),
    /// A duty.
    Duty(usize),
    /// A rule of an option: the option's place, and the rule's.
    Rule(usize, usize),
}

/// What is put in the place of what the pages say.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Another condition.
    When(Holder, Condition),
    /// Other outcomes for an option to be offered in.
    OfferedIn(usize, Vec<Ref<Outcome>>),
    /// Other rules for an option.
    Rules(usize, Vec<Rule>),
}

/// A policy with one mistake, before it is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Mutant {
    /// What was changed, in words; no two mutants have the same.
    pub name: String,
    /// The change.
    pub edit: Edit,
}

impl Mutant {
    /// The policy with this mistake in it; its diagrams are still those of the policy without.
    pub fn of(&self, policy: &Policy) -> Policy {
        let mut changed = policy.clone();
        match self.edit.clone() {
            Edit::When(holder, when) => *holder.when_mut(&mut changed) = when,
            Edit::OfferedIn(option, outcomes) => changed.options[option].offered_in = outcomes,
            Edit::Rules(option, rules) => changed.options[option].rules = rules,
        }
        changed
    }
}

impl Holder {
    /// Every condition of a policy.
    pub fn all(policy: &Policy) -> Vec<Self> {
        let options = policy.options.iter().enumerate();
        let rules = options.flat_map(|(option, of)| (0..of.rules.len()).map(move |rule| (option, rule)));
        (0..policy.conditions.len())
            .map(Self::Named)
            .chain((0..policy.findings.len()).map(Self::Finding))
            .chain((0..policy.outcomes.len()).map(Self::Outcome))
            .chain((0..policy.duties.len()).map(Self::Duty))
            .chain(rules.map(|(option, rule)| Self::Rule(option, rule)))
            .collect()
    }

    /// Its condition.
    pub fn when(self, policy: &Policy) -> &Condition {
        match self {
            Self::Named(place) => &policy.conditions[place].when,
            Self::Finding(place) => &policy.findings[place].when,
            Self::Outcome(place) => &policy.outcomes[place].when,
            Self::Duty(place) => &policy.duties[place].when,
            Self::Rule(option, rule) => &policy.options[option].rules[rule].when,
        }
    }

    fn when_mut(self, policy: &mut Policy) -> &mut Condition {
        match self {
            Self::Named(place) => &mut policy.conditions[place].when,
            Self::Finding(place) => &mut policy.findings[place].when,
            Self::Outcome(place) => &mut policy.outcomes[place].when,
            Self::Duty(place) => &mut policy.duties[place].when,
            Self::Rule(option, rule) => &mut policy.options[option].rules[rule].when,
        }
    }

    /// What it is called.
    pub fn name(self, policy: &Policy) -> String {
        match self {
            Self::Named(place) => format!("condition {}", policy.conditions[place].id),
            Self::Finding(place) => format!("finding {}", policy.findings[place].id),
            Self::Outcome(place) => format!("outcome {}", policy.outcomes[place].id),
            Self::Duty(place) => format!("duty {}", policy.duties[place].id),
            Self::Rule(option, rule) => format!("option {}, rule {}", policy.options[option].id, rule + 1),
        }
    }
}

/// Every policy with one mistake, in the order of the policy.
pub fn all(policy: &Policy) -> Vec<Mutant> {
    let mut mutants: Vec<Mutant> = Holder::all(policy)
        .into_iter()
        .flat_map(|holder| conditions::mutants(policy, holder))
        .chain((0..policy.options.len()).flat_map(|option| options::mutants(policy, option)))
        .collect();
    // Two ways to the same change are one mutant.
    let mut seen: Vec<Edit> = Vec::new();
    mutants.retain(|mutant| {
        let new = !seen.contains(&mutant.edit);
        if new {
            seen.push(mutant.edit.clone());
        }
        new
    });
    mutants
}

/// Mistakes that let more in, or less: an answer that has nothing to do with a condition is added to it, as one more
/// way to meet it or as one more thing to ask for.
pub fn with_an_answer_added(policy: &Policy) -> Vec<Mutant> {
    Holder::all(policy).into_iter().flat_map(|holder| conditions::added(policy, holder)).collect()
}
