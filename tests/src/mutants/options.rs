//! The offers and rules of an option changed in every small way.

use super::{Edit, Mutant};
use policy::{Outcome, Policy, PolicyOption, Ref, Rule, Status};

/// An option with its offer or one of its rules changed.
pub(super) fn mutants(policy: &Policy, place: usize) -> Vec<Mutant> {
    let option = &policy.options[place];
    let offers = one_more_or_less(policy, &option.offered_in).into_iter().map(|(what, outcomes)| Mutant {
        name: format!("option {}: offered {what}", option.id),
        edit: Edit::OfferedIn(place, outcomes),
    });
    let rules = rules(policy, option).into_iter().map(|(what, rules)| Mutant {
        name: format!("option {}, {what}", option.id),
        edit: Edit::Rules(place, rules),
    });
    offers.chain(rules).collect()
}

/// A list of outcomes with one more, or without one of them, each with what was done.
fn one_more_or_less(policy: &Policy, outcomes: &[Ref<Outcome>]) -> Vec<(String, Vec<Ref<Outcome>>)> {
    let change = |outcome: Ref<Outcome>| {
        let id = &policy[outcome].id;
        match outcomes.contains(&outcome) {
            true => {
                let rest = outcomes.iter().copied().filter(|kept| *kept != outcome).collect();
                (format!("not in `{id}`"), rest)
            }
            false => (format!("also in `{id}`"), [outcomes, &[outcome]].concat()),
        }
    };
    policy.outcome_refs().map(change).collect()
}

fn rules(policy: &Policy, option: &PolicyOption) -> Vec<(String, Vec<Rule>)> {
    let mut found = Vec::new();
    for (place, rule) in option.rules.iter().enumerate() {
        let number = place + 1;
        let mut without = option.rules.clone();
        without.remove(place);
        found.push((format!("rule {number}: left out"), without));
        if number < option.rules.len() {
            let mut swapped = option.rules.clone();
            swapped.swap(place, number);
            found.push((format!("rules {number} and {}: the other way round", number + 1), swapped));
        }
        let with = |changed: Rule| {
            let mut rules = option.rules.clone();
            rules[place] = changed;
            rules
        };
        let others = Status::WORDS.iter().filter(|(status, _)| *status != rule.status);
        found.extend(others.map(|(status, word)| {
            (format!("rule {number}: `{word}`"), with(Rule { status: *status, ..rule.clone() }))
        }));
        found.extend(read_elsewhere(policy, option, rule).into_iter().map(|(what, only_in)| {
            (format!("rule {number}: read {what}"), with(Rule { only_in: Some(only_in), ..rule.clone() }))
        }));
    }
    found
}

/// The rule read in one outcome more, of those that offer the option, or in one less.
fn read_elsewhere(policy: &Policy, option: &PolicyOption, rule: &Rule) -> Vec<(String, Vec<Ref<Outcome>>)> {
    let read_in: Vec<_> =
        option.offered_in.iter().copied().filter(|outcome| rule.applies_in(*outcome)).collect();
    let mut changes = one_more_or_less(policy, &read_in);
    changes.retain(|(_, outcomes)| outcomes.iter().all(|outcome| option.offered_in.contains(outcome)));
    changes
}
