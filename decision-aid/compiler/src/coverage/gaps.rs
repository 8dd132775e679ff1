//! What is missing before the handbook is complete: clauses that nothing carries out, results that no practice case
//! shows, and what the training leaves out.

use super::{carries_out, examples, taught, uses};
use crate::{Compiled, Diagnostic, Diagnostics, Item, Mark, Page, PlacedLabel};
use policy::{Clause, Force, Policy};

/// Finds what is missing, in page order. Work in progress may have gaps; a handbook to publish may not.
pub fn gaps(compiled: &Compiled, pages: &[Page]) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let used = uses(compiled);
    for label in compiled.pages.iter().flat_map(|page| &page.labels) {
        let carried_out = used[label.clause.index()].iter().find(|item| carries_out(item));
        clause(compiled, label, carried_out, &mut diagnostics);
    }
    examples::missing(compiled, pages, &mut diagnostics);
    taught::missing(compiled, &mut diagnostics);
    diagnostics.in_page_order()
}

fn clause(compiled: &Compiled, label: &PlacedLabel, user: Option<&Item>, diagnostics: &mut Diagnostics) {
    let clause = &compiled.policy[label.clause];
    let binding = matches!(clause.force, Force::Must | Force::Should);
    let mut wrong = |message: String, help: String| {
        diagnostics.push(Diagnostic::new(label.id.clone(), message).help(help));
    };
    match (&label.mark, user) {
        (Some(_), Some(item)) => wrong(
            format!("the mark on `{}` is not needed: {} uses the clause", clause.id, named(compiled, *item)),
            "take the mark away, or let the block cite another clause".to_owned(),
        ),
        (Some(Mark::Information(_)), None) if binding => wrong(
            format!("`{}` says {}, so it cannot be marked `information`", clause.id, clause.force.word()),
            "let a block carry it out, or write `[officer-judgement: why]` if only a person can".to_owned(),
        ),
        (None, None) => wrong(format!("nothing uses the clause `{}`", clause.id), unused(clause, binding)),
        _ => {}
    }
}

fn unused(clause: &Clause, binding: bool) -> String {
    let mark = if binding { "[officer-judgement: why]" } else { "[information: why]" };
    format!(
        "put a block under it, add `cites = [\"{}\"]` to the block that carries it out, or end its label with `{mark}`",
        clause.id
    )
}

/// An item by its kind and id.
fn named(compiled: &Compiled, item: Item) -> String {
    let policy: &Policy = &compiled.policy;
    let (kind, id) = match item {
        Item::Question(question) => ("question", &policy[question].id),
        Item::Finding(finding) => ("finding", &policy[finding].id),
        Item::Outcome(outcome) => ("outcome", &policy[outcome].id),
        Item::Duty(duty) => ("duty", &policy[duty].id),
        Item::Option(option) => ("option", &policy[option].id),
        Item::Letter(number) => ("letter", &compiled.paperwork.letters[number].id),
        _ => return "a block".to_owned(),
    };
    format!("the {kind} `{id}`")
}
