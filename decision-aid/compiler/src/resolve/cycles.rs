//! Refuses findings and conditions that depend on themselves.

use super::read::Blocks;
use crate::{Diagnostic, Diagnostics, Place};
use policy::{Condition, Policy};

/// A finding or a named condition, by its place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Finding(usize),
    Named(usize),
}

/// Notes every finding and condition that depends on itself.
pub(crate) fn refuse(policy: &Policy, blocks: &Blocks<'_>, diagnostics: &mut Diagnostics) {
    let findings = (0..policy.findings.len()).map(Node::Finding);
    let conditions = (0..policy.conditions.len()).map(Node::Named);
    let mut reported: Vec<Node> = Vec::new();
    for start in findings.chain(conditions) {
        if reported.contains(&start) {
            continue;
        }
        if let Some(path) = path_back(policy, start, start, &mut Vec::new()) {
            let ids: Vec<&str> = path.iter().chain([&start]).map(|node| id(policy, *node)).collect();
            let message = format!("`{}` depends on itself", ids[0]);
            let help = format!("break the circle: {}", ids.join(" → "));
            diagnostics.push(Diagnostic::new(place(blocks, start), message).help(help));
            reported.extend(path);
        }
    }
}

/// The way from a node back to `goal`, without the goal at the end.
fn path_back(policy: &Policy, from: Node, goal: Node, seen: &mut Vec<Node>) -> Option<Vec<Node>> {
    seen.push(from);
    for next in uses(when(policy, from)) {
        if next == goal {
            return Some(vec![from]);
        }
        if !seen.contains(&next)
            && let Some(mut rest) = path_back(policy, next, goal, seen)
        {
            rest.insert(0, from);
            return Some(rest);
        }
    }
    None
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
