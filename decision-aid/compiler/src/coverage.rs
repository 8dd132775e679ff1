//! What carries out each clause, and what is missing: [`uses`] for the pages, [`gaps`] for the check.

mod examples;
mod gaps;
mod taught;

pub use gaps::gaps;

use crate::{Compiled, Item};
use policy::{Clause, Ref, Source};

/// Whatever uses each clause, clause by clause: questions, findings, outcomes, duties, options, letters, scenarios.
pub fn uses(compiled: &Compiled) -> Vec<Vec<Item>> {
    let mut index = vec![Vec::new(); compiled.policy.clauses.len()];
    let mut note = |item: Item, clauses: &mut dyn Iterator<Item = &Ref<Clause>>| {
        for clause in clauses {
            let items: &mut Vec<Item> = &mut index[clause.index()];
            if items.last() != Some(&item) {
                items.push(item);
            }
        }
    };
    rules(compiled, &mut note);
    for (number, letter) in compiled.paperwork.letters.iter().enumerate() {
        let parts = letter.parts.iter().map(|part| &part.source);
        note(Item::Letter(number), &mut cited([&letter.source].into_iter().chain(parts)));
    }
    for (number, scenario) in compiled.scenarios.iter().enumerate() {
        note(Item::Scenario(number), &mut scenario.clauses.iter());
    }
    index
}

/// Whether an item carries a clause out. A practice case only shows it.
pub fn carries_out(item: &Item) -> bool {
    !matches!(item, Item::Scenario(_))
}

type Note<'n> = dyn FnMut(Item, &mut dyn Iterator<Item = &Ref<Clause>>) + 'n;

/// What the policy itself cites.
fn rules(compiled: &Compiled, note: &mut Note<'_>) {
    let policy = &compiled.policy;
    for (number, question) in (0..).zip(&policy.questions) {
        let choices = question.answers.choices().iter().flat_map(|choice| &choice.clauses);
        note(Item::Question(Ref::new(number)), &mut question.source.clauses.iter().chain(choices));
    }
    for (number, finding) in (0..).zip(&policy.findings) {
        note(Item::Finding(Ref::new(number)), &mut finding.source.clauses.iter());
    }
    for (number, outcome) in (0..).zip(&policy.outcomes) {
        let steps = outcome.steps.iter().map(|step| &step.source);
        note(Item::Outcome(Ref::new(number)), &mut cited([&outcome.source].into_iter().chain(steps)));
    }
    for (number, duty) in (0..).zip(&policy.duties) {
        note(Item::Duty(Ref::new(number)), &mut duty.source.clauses.iter());
    }
    for (number, option) in (0..).zip(&policy.options) {
        let rules = option.rules.iter().map(|rule| &rule.source);
        note(Item::Option(Ref::new(number)), &mut cited([&option.source].into_iter().chain(rules)));
    }
}

fn cited<'a>(sources: impl Iterator<Item = &'a Source>) -> impl Iterator<Item = &'a Ref<Clause>> {
    sources.flat_map(|source| &source.clauses)
}
