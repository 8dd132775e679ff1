//! The path to some terminals that contradicts the fewest answers.

use super::{Assignment, Diagrams, Edge, Node, TerminalSet, contains, terminal_of};

/// The cost of what cannot be reached.
const UNREACHABLE: u32 = u32::MAX;

impl Diagrams {
    /// The bits in which the nearest path to some terminals differs from the answers given, with as few bits as can be.
    /// Fixed bits are followed. None where no path leads there.
    pub(crate) fn nearest_path(
        &self,
        diagram: Edge,
        targets: TerminalSet,
        fixed: &Assignment,
        given: &Assignment,
    ) -> Option<Vec<u16>> {
        let mut costs = Costs { of_nodes: Vec::with_capacity(self.nodes.len()), targets, fixed, given };
        for node in &self.nodes {
            let [low, high] = costs.branches(node);
            costs.of_nodes.push(low.min(high));
        }
        if costs.of(diagram) == UNREACHABLE {
            return None;
        }
        let mut differing = Vec::new();
        let mut at = diagram;
        while terminal_of(at).is_none() {
            let node = &self.nodes[at as usize];
            let [low, high] = costs.branches(node);
            let value = high < low;
            if costs.of_value(node.0, value) > 0 {
                differing.push(node.0);
            }
            at = if value { node.2 } else { node.1 };
        }
        Some(differing)
    }
}

/// What it costs to reach the targets: a bit that contradicts the answers given costs 1, a fixed bit cannot be contradicted.
struct Costs<'a> {
    /// The cost from each node on, for the nodes seen so far.
    of_nodes: Vec<u32>,
    targets: TerminalSet,
    fixed: &'a Assignment,
    given: &'a Assignment,
}

impl Costs<'_> {
    /// The cost from an edge on.
    fn of(&self, edge: Edge) -> u32 {
        match terminal_of(edge) {
            Some(terminal) if contains(self.targets, terminal) => 0,
            Some(_) => UNREACHABLE,
            None => self.of_nodes[edge as usize],
        }
    }

    /// The cost of giving a bit a value.
    fn of_value(&self, bit: u16, value: bool) -> u32 {
        let contradicts = |known: &Assignment| known.get(bit).is_some_and(|known| known != value);
        if contradicts(self.fixed) { UNREACHABLE } else { u32::from(contradicts(self.given)) }
    }

    /// The cost of each of the two branches of a node.
    fn branches(&self, &(bit, low, high): &Node) -> [u32; 2] {
        [(low, false), (high, true)]
            .map(|(edge, value)| self.of_value(bit, value).saturating_add(self.of(edge)))
    }
}
