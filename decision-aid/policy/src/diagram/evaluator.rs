//! Evaluates diagrams under what is known: which terminals can still be reached.

use super::{Assignment, Diagrams, Edge, TerminalSet, node_of, terminal_of};

/// Finds the terminals that can still be reached, and remembers them for each node.
///
/// A node is evaluated when it is first asked for: most nodes are cut off by what is known.
pub(crate) struct Evaluator<'a> {
    pub(super) diagrams: &'a Diagrams,
    pub(super) assignment: &'a Assignment,
    /// For each node evaluated so far, its terminals; 0 for the others, as every node leads to some terminal.
    reachable: Vec<TerminalSet>,
}

impl Diagrams {
    /// An evaluator of these diagrams under what is known.
    pub(crate) fn evaluator<'a>(&'a self, assignment: &'a Assignment) -> Evaluator<'a> {
        Evaluator { diagrams: self, assignment, reachable: vec![0; self.nodes.len()] }
    }
}

impl Evaluator<'_> {
    /// The terminals of a diagram that are still possible.
    #[inline]
    pub(crate) fn terminals(&mut self, diagram: Edge) -> TerminalSet {
        match (terminal_of(diagram), node_of(diagram)) {
            (Some(terminal), _) => 1 << terminal,
            (_, Some(node)) if self.reachable[node] != 0 => self.reachable[node],
            (_, Some(node)) => self.evaluate(node),
            (None, None) => 0,
        }
    }

    fn evaluate(&mut self, node: usize) -> TerminalSet {
        let (bit, low, high) = self.diagrams.nodes[node];
        let found = match self.assignment.get(bit) {
            Some(false) => self.terminals(low),
            Some(true) => self.terminals(high),
            None => self.terminals(low) | self.terminals(high),
        };
        self.reachable[node] = found;
        found
    }

    /// Whether a yes-no diagram is settled, and how.
    pub(crate) fn truth(&mut self, diagram: Edge) -> Option<bool> {
        match self.terminals(diagram) {
            0b01 => Some(false),
            0b10 => Some(true),
            _ => None,
        }
    }
}
