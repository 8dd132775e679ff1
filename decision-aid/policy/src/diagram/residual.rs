//! What is left of diagrams under what is known, and which bits they still depend on.

use super::unique_table::UniqueTable;
use super::{Edge, Evaluator, Node, node_of, terminal};
use crate::{Question, Ref};
use std::mem::replace;

/// What is left of each diagram, found where it is asked for.
pub(crate) struct Residual<'a> {
    evaluator: Evaluator<'a>,
    /// For each node of the diagrams, the edge that takes its place; `None` where it was not asked for yet. Empty until
    /// something is: most often nothing has to be.
    reduced: Vec<Option<Edge>>,
    /// The nodes that are left.
    nodes: Vec<Node>,
    unique: UniqueTable,
}

impl<'a> Residual<'a> {
    /// What is left of the diagrams of an evaluator, under what it knows.
    pub(crate) fn new(evaluator: Evaluator<'a>) -> Self {
        Self { evaluator, reduced: Vec::new(), nodes: Vec::new(), unique: UniqueTable::default() }
    }

    /// The edge that takes the place of another: two edges are equal where the same is left of both.
    fn reduce(&mut self, edge: Edge) -> Edge {
        let Some(node) = node_of(edge) else { return edge };
        if let Some(reduced) = self.reduced[node] {
            return reduced;
        }
        let terminals = self.evaluator.terminals(edge);
        let reduced = if terminals.is_power_of_two() {
            // A set of terminals has 64 bits, so the number of the only one fits.
            terminal(terminals.trailing_zeros() as u8)
        } else {
            self.reduce_node(node)
        };
        self.reduced[node] = Some(reduced);
        reduced
    }

    fn reduce_node(&mut self, node: usize) -> Edge {
        let (bit, low, high) = self.evaluator.diagrams.nodes[node];
        match self.evaluator.assignment.get(bit) {
            Some(false) => self.reduce(low),
            Some(true) => self.reduce(high),
            None => match (self.reduce(low), self.reduce(high)) {
                (low, high) if low == high => low,
                (low, high) => self.unique.edge_to((bit, low, high), &mut self.nodes),
            },
        }
    }

    /// For each bit, whether some of the diagrams still depend on it.
    ///
    /// They do where the two branches of a node can lead to different terminals. Only where both can lead to the same
    /// several terminals has what is left of the branches to be compared, and that is seldom.
    pub(crate) fn dependencies(&mut self, diagrams: Vec<Edge>) -> Vec<bool> {
        let mut depends = vec![false; self.evaluator.diagrams.bits.len()];
        let mut seen = vec![false; self.evaluator.diagrams.nodes.len()];
        let mut undecided = Vec::new();
        let mut open = diagrams;
        while let Some(edge) = open.pop() {
            let Some(node) = node_of(edge).filter(|node| !replace(&mut seen[*node], true)) else { continue };
            let (bit, low, high) = self.evaluator.diagrams.nodes[node];
            match self.evaluator.assignment.get(bit) {
                Some(false) => open.push(low),
                Some(true) => open.push(high),
                None => {
                    let branches = [low, high].map(|edge| (edge, self.evaluator.terminals(edge)));
                    let [(_, left), (_, right)] = branches;
                    let unsettled =
                        branches.into_iter().filter(|(_, terminals)| !terminals.is_power_of_two());
                    open.extend(unsettled.map(|(edge, _)| edge));
                    if left != right {
                        depends[usize::from(bit)] = true;
                    } else if !left.is_power_of_two() {
                        undecided.push((bit, low, high));
                    }
                }
            }
        }
        if !undecided.is_empty() {
            self.reduced.resize(self.evaluator.diagrams.nodes.len(), None);
        }
        for (bit, low, high) in undecided {
            depends[usize::from(bit)] = depends[usize::from(bit)] || self.reduce(low) != self.reduce(high);
        }
        depends
    }

    /// Whether a diagram still depends on the answer to a question.
    pub(crate) fn depends_on(&mut self, diagram: Edge, question: Ref<Question>) -> bool {
        let depends = self.dependencies(vec![diagram]);
        let bits = &self.evaluator.diagrams.bits;
        bits.iter().zip(depends).any(|((of, _), depends)| depends && *of == question)
    }
}
