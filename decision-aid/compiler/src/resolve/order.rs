//! Puts questions in the order of their groups, and the rest in the order that `order` blocks give.

use super::read::{Blocks, Read};
use crate::block::{Ordered, Text};
use crate::names::Comparisons;
use crate::{Diagnostic, Diagnostics, Place};
use std::collections::{BTreeMap, BTreeSet};

/// Puts every list of blocks in its order, and notes what is in no order or in two.
pub(crate) fn apply(blocks: &mut Blocks<'_>, diagnostics: &mut Diagnostics) {
    let listed: Vec<(String, Place)> = blocks
        .groups
        .iter()
        .flat_map(|group| group.raw.all().map(|(_, id)| (id.get_ref().clone(), group.place_of(id))))
        .collect();
    let group = ("in a group", "add it to the `questions` of the group where it is asked");
    sort(&mut blocks.questions, "question", group, &listed, |raw| &raw.id, diagnostics);
    for of in [Ordered::Options, Ordered::Outcomes, Ordered::Findings, Ordered::Duties] {
        let Some(listed) = listed_for(blocks, of, diagnostics) else { continue };
        let order = ("in the order of its kind", "add it to the `ids` of that order where it belongs");
        match of {
            Ordered::Options => {
                sort(&mut blocks.options, "option", order, &listed, |raw| &raw.id, diagnostics);
            }
            Ordered::Outcomes => {
                sort(&mut blocks.outcomes, "outcome", order, &listed, |raw| &raw.id, diagnostics);
            }
            Ordered::Findings => {
                sort(&mut blocks.findings, "finding", order, &listed, |raw| &raw.id, diagnostics);
            }
            Ordered::Duties => sort(&mut blocks.duties, "duty", order, &listed, |raw| &raw.id, diagnostics),
        }
    }
}

/// The ids that the one `order` block of a kind lists.
fn listed_for(
    blocks: &Blocks<'_>,
    of: Ordered,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<(String, Place)>> {
    let mut orders = blocks.orders.iter().filter(|order| *order.raw.of.get_ref() == of);
    let order = orders.next()?;
    if let Some(second) = orders.next() {
        let place = second.block.locate(second.raw.of.span());
        diagnostics.push(
            Diagnostic::new(place, "this order is given a second time")
                .help("keep one of the two blocks")
                .other(order.block.locate(order.raw.of.span()), "it is given here first"),
        );
    }
    Some(order.raw.ids.iter().map(|id| (id.get_ref().clone(), order.place_of(id))).collect())
}

fn sort<T>(
    reads: &mut Vec<Read<'_, T>>,
    kind: &str,
    (missing_from, help): (&str, &str),
    listed: &[(String, Place)],
    id: impl Fn(&T) -> &Text,
    diagnostics: &mut Diagnostics,
) {
    let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
    let known: BTreeSet<&str> = reads.iter().map(|read| id(&read.raw).get_ref().as_str()).collect();
    let comparisons = Comparisons::default();
    for (position, (listed_id, place)) in listed.iter().enumerate() {
        if !known.contains(listed_id.as_str()) {
            let help = comparisons.suggestion(listed_id, known.iter().copied());
            diagnostics
                .push(Diagnostic::new(place.clone(), format!("no {kind} `{listed_id}`")).maybe_help(help));
        }
        if let Some(first) = positions.insert(listed_id, position) {
            let message = format!("{kind} `{listed_id}` is listed a second time");
            diagnostics.push(
                Diagnostic::new(place.clone(), message)
                    .help("each has one place; remove one of the two")
                    .other(listed[first].1.clone(), "it is listed here first"),
            );
        }
    }
    for read in reads.iter().filter(|read| !positions.contains_key(id(&read.raw).get_ref().as_str())) {
        let message = format!("{kind} `{}` is not {missing_from}", id(&read.raw).get_ref());
        diagnostics.push(Diagnostic::new(read.place_of(id(&read.raw)), message).help(help));
    }
    reads.sort_by_key(|read| positions.get(id(&read.raw).get_ref().as_str()).copied().unwrap_or(usize::MAX));
}
