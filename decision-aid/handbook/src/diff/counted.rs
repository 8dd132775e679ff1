//! What changes, as the block that a page shows: written by `cargo handbook diff --block`, and counted again by the check.
//!
//! The block names the revision and the fingerprint of the rules that were counted, so a site can be built without git history, and a
//! count that no longer fits the rules is an error.

use super::Difference;
use crate::generated::rules::fingerprint;
use policy::Policy;
use policy_compiler::CountedChange;
use policy_compiler::compare::{Change, Changes, Comparison, Value};

/// How many digits of a commit and of a fingerprint tell them apart.
const DIGITS: usize = 16;

/// What the difference comes to.
pub fn counted(difference: &Difference) -> CountedChange {
    let Comparison { sets, changed, .. } = &difference.comparison;
    CountedChange {
        since: first_digits(&difference.revision.commit),
        rules: rules(&difference.now),
        sets: sets.to_string(),
        changed: changed.to_string(),
        effects: effects(difference),
    }
}

/// The fingerprint of a policy's rules, as blocks name it.
pub(crate) fn rules(policy: &Policy) -> String {
    first_digits(&fingerprint(policy))
}

/// The block, fences included.
pub fn block(change: &CountedChange) -> String {
    let CountedChange { since, rules, sets, changed, effects } = change;
    let quoted = |text: &String| toml::Value::String(text.clone()).to_string();
    let mut block = String::from("```changes\n");
    for (name, value) in [("since", since), ("rules", rules), ("sets", sets), ("changed", changed)] {
        block.push_str(&format!("{name} = {}\n", quoted(value)));
    }
    if !effects.is_empty() {
        let lines: String = effects.iter().map(|effect| format!("  {},\n", quoted(effect))).collect();
        block.push_str(&format!("effects = [\n{lines}]\n"));
    }
    block.push_str("```\n");
    block
}

fn first_digits(hash: &str) -> String {
    hash.chars().take(DIGITS).collect()
}

/// Each change of an outcome, an option, a duty or a finding, by the names that readers know.
fn effects(difference: &Difference) -> Vec<String> {
    let Comparison { outcome, options, duties, findings, .. } = &difference.comparison;
    let mut effects: Vec<String> =
        outcome.pairs.iter().map(|change| from_to(difference, "The outcome", change)).collect();
    for (kind, parts) in [("Option", options), ("Duty", duties), ("Finding", findings)] {
        effects.extend(parts.iter().flat_map(|(id, changes)| of_part(difference, kind, id, changes)));
    }
    effects
}

fn of_part(difference: &Difference, kind: &str, id: &str, changes: &Changes) -> Vec<String> {
    let name = name(difference, id);
    changes.pairs.iter().map(|change| from_to(difference, &format!("{kind} “{name}”"), change)).collect()
}

fn from_to(difference: &Difference, what: &str, change: &Change) -> String {
    let (before, now) = (in_words(difference, &change.before), in_words(difference, &change.now));
    let all = &difference.comparison.sets;
    format!("{what}: {now} instead of {before}, in {} of {all} sets of answers.", change.sets)
}

fn in_words(difference: &Difference, value: &Value) -> String {
    match value {
        Value::Outcome(id) => format!("“{}”", name(difference, id)),
        Value::NoOutcome => "no single outcome".to_owned(),
        Value::Status(status) => format!("“{}”", status.name()),
        Value::Holds(holds) => if *holds { "yes" } else { "no" }.to_owned(),
        Value::NotSettled => "not settled".to_owned(),
        Value::NotThere => "not there".to_owned(),
    }
}

/// What the pages call something, those that stand before those that stood.
fn name(difference: &Difference, id: &str) -> String {
    let named = |policy: &Policy| {
        let outcomes = policy.outcomes.iter().map(|of| (&of.id, &of.name));
        let options = policy.options.iter().map(|of| (&of.id, &of.name));
        let duties = policy.duties.iter().map(|of| (&of.id, &of.name));
        let findings = policy.findings.iter().map(|of| (&of.id, &of.name));
        let mut all = outcomes.chain(options).chain(duties).chain(findings);
        all.find(|(of, _)| *of == id).map(|(_, name)| name.clone())
    };
    named(&difference.now).or_else(|| named(&difference.before)).unwrap_or_else(|| id.to_owned())
}
