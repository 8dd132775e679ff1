//! Refuses findings and conditions that depend on themselves, and those that rest on a chain of too many others.
//!
//! Each is visited once, and the way down is a list instead of calls, so that no chain is too long to be looked at.

use super::read::Blocks;
use crate::{Diagnostic, Diagnostics, Place};
use policy::{Condition, Policy};
use std::collections::BTreeSet;

/// How many findings and conditions may rest on one another. Nobody follows more than a few; together with
/// [`MOST_DEPTH`](crate::expression::MOST_DEPTH) it bounds how deep whatever walks through conditions goes.
const MOST_CHAINED: usize = 50;

/// A finding or a named condition, by its index in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Finding(usize),
    Named(usize),
}

/// Notes every finding and condition that depends on itself or on too many others.
pub(crate) fn refuse(policy: &Policy, blocks: &Blocks<'_>, diagnostics: &mut Diagnostics) {
    let findings = (0..policy.findings.len()).map(Node::Finding);
    let conditions = (0..policy.conditions.len()).map(Node::Named);
    let mut walk = Walk::new(policy);
    findings.chain(conditions).for_each(|start| walk.down_from(start));
    for circle in &walk.circles {
        let ids: Vec<&str> = circle.iter().chain(circle.first()).map(|node| id(policy, *node)).collect();
        let message = format!("`{}` depends on itself", ids[0]);
        let help = format!("break the circle: {}", ids.join(" → "));
        diagnostics.push(Diagnostic::new(place(blocks, circle[0]), message).help(help));
    }
    for node in walk.too_high {
        let message = format!(
            "`{}` rests on more than {MOST_CHAINED} findings and conditions in a chain",
            id(policy, node)
        );
        let help = "let it name questions instead of something that rests on them";
        diagnostics.push(Diagnostic::new(place(blocks, node), message).help(help));
    }
}

/// How far a node has been looked at.
#[derive(Debug, Clone, Copy)]
enum Visit {
    None,
    /// It is on the way down, so many steps from its start.
    Open(usize),
    /// Everything below it is known: the longest chain has so many nodes, itself included.
    Done(usize),
}

/// A node on the way down, and what it names that is still to be looked at.
struct Step {
    node: Node,
    rest: Vec<Node>,
    /// The longest chain found below it.
    below: usize,
}

struct Walk<'p> {
    policy: &'p Policy,
    visits: Vec<Visit>,
    way: Vec<Step>,
    circles: Vec<Vec<Node>>,
    /// What is on a circle that was found.
    circling: BTreeSet<Node>,
    /// What is the first in its chain to rest on too many.
    too_high: Vec<Node>,
}

impl<'p> Walk<'p> {
    fn new(policy: &'p Policy) -> Self {
        let visits = vec![Visit::None; policy.findings.len() + policy.conditions.len()];
        let circling = BTreeSet::new();
        Self { policy, visits, way: Vec::new(), circles: Vec::new(), circling, too_high: Vec::new() }
    }

    fn visit(&mut self, node: Node) -> &mut Visit {
        let number = match node {
            Node::Finding(number) => number,
            Node::Named(number) => self.policy.findings.len() + number,
        };
        &mut self.visits[number]
    }

    /// Looks at a node and everything below it, where that has not been done.
    fn down_from(&mut self, start: Node) {
        self.look_at(start);
        while let Some(step) = self.way.last_mut() {
            match step.rest.pop() {
                Some(next) => self.look_at(next),
                None => self.finish(),
            }
        }
    }

    fn look_at(&mut self, node: Node) {
        match *self.visit(node) {
            Visit::None => {
                *self.visit(node) = Visit::Open(self.way.len());
                let mut rest = uses(when(self.policy, node));
                // They are taken from the end, and are to be looked at in the order written.
                rest.reverse();
                self.way.push(Step { node, rest, below: 0 });
            }
            Visit::Open(start) => self.note_circle(start),
            Visit::Done(height) => self.note_height(height),
        }
    }

    /// Notes the circle that the way down from one of its steps has come back to, unless all of it was noted before.
    fn note_circle(&mut self, start: usize) {
        let mut circle: Vec<Node> = self.way[start..].iter().map(|step| step.node).collect();
        let new = circle.iter().enumerate().filter(|(_, node)| !self.circling.contains(node));
        let Some((first, _)) = new.min_by_key(|(_, node)| **node) else { return };
        circle.rotate_left(first);
        self.circling.extend(&circle);
        self.circles.push(circle);
    }

    fn note_height(&mut self, height: usize) {
        if let Some(step) = self.way.last_mut() {
            step.below = step.below.max(height);
        }
    }

    /// Leaves the last node of the way: everything below it is known.
    fn finish(&mut self) {
        let Some(Step { node, below, .. }) = self.way.pop() else { return };
        let height = below + 1;
        *self.visit(node) = Visit::Done(height);
        if height == MOST_CHAINED + 1 {
            self.too_high.push(node);
        }
        self.note_height(height);
    }
}

fn when(policy: &Policy, node: Node) -> &Condition {
    match node {
        Node::Finding(number) => &policy.findings[number].when,
        Node::Named(number) => &policy.conditions[number].when,
    }
}

fn id(policy: &Policy, node: Node) -> &str {
    match node {
        Node::Finding(number) => &policy.findings[number].id,
        Node::Named(number) => &policy.conditions[number].id,
    }
}

fn place(blocks: &Blocks<'_>, node: Node) -> Place {
    match node {
        Node::Finding(number) => blocks.findings[number].place_of(&blocks.findings[number].raw.when),
        Node::Named(number) => blocks.conditions[number].place_of(&blocks.conditions[number].raw.when),
    }
}

/// The findings and conditions that a condition names.
fn uses(condition: &Condition) -> Vec<Node> {
    match condition {
        Condition::Finding(finding) => vec![Node::Finding(finding.index())],
        Condition::Named(named) => vec![Node::Named(named.index())],
        Condition::Not(inner) => uses(inner),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(uses).collect(),
        _ => Vec::new(),
    }
}
