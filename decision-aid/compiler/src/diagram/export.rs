//! Puts diagrams together into the one table that the browser walks.

use super::space::TooLarge;
use biodivine_lib_bdd::{Bdd, BddPointer};
use policy::{Diagrams, Edge, Node, terminal};
use std::collections::HashMap;

/// The most nodes that the whole table may have.
const MOST_NODES: usize = 500_000;

/// The table in the making.
#[derive(Default)]
pub(crate) struct Table {
    nodes: Vec<Node>,
    known: HashMap<Node, Edge>,
}

impl Table {
    /// Adds the diagram that ends at `i` where the `i`-th of `parts` holds, and at their number where none does.
    /// At most one may hold.
    pub(crate) fn add(&mut self, parts: &[Bdd]) -> Result<Edge, TooLarge> {
        let roots: Vec<BddPointer> = parts.iter().map(Bdd::root_pointer).collect();
        self.merge(parts, &roots, &mut HashMap::new())
    }

    /// Adds a diagram that ends at 1 where it holds, and at 0 where not.
    pub(crate) fn add_truth(&mut self, diagram: &Bdd) -> Result<Edge, TooLarge> {
        self.add(&[diagram.not(), diagram.clone()])
    }

    fn merge(
        &mut self,
        parts: &[Bdd],
        at: &[BddPointer],
        done: &mut HashMap<Vec<BddPointer>, Edge>,
    ) -> Result<Edge, TooLarge> {
        if let Some(edge) = done.get(at) {
            return Ok(*edge);
        }
        if let Some(held) = at.iter().position(BddPointer::is_one) {
            return Ok(terminal(u8::try_from(held).unwrap_or(u8::MAX)));
        }
        let Some(bit) =
            at.iter().zip(parts).filter(|(at, _)| !at.is_terminal()).map(|(at, part)| part.var_of(*at)).min()
        else {
            return Ok(terminal(u8::try_from(at.len()).unwrap_or(u8::MAX)));
        };
        let follow = |high: bool| -> Vec<BddPointer> {
            at.iter()
                .zip(parts)
                .map(|(&at, part)| match at.is_terminal() || part.var_of(at) != bit {
                    true => at,
                    false if high => part.high_link_of(at),
                    false => part.low_link_of(at),
                })
                .collect()
        };
        let low = self.merge(parts, &follow(false), done)?;
        let high = self.merge(parts, &follow(true), done)?;
        let edge = if low == high {
            low
        } else {
            self.node((u16::try_from(bit.to_index()).unwrap_or(u16::MAX), low, high))?
        };
        done.insert(at.to_vec(), edge);
        Ok(edge)
    }

    fn node(&mut self, node: Node) -> Result<Edge, TooLarge> {
        if let Some(edge) = self.known.get(&node) {
            return Ok(*edge);
        }
        if self.nodes.len() >= MOST_NODES {
            return Err(TooLarge::than(MOST_NODES));
        }
        let edge = Edge::try_from(self.nodes.len()).map_err(|_| TooLarge::than(MOST_NODES))?;
        self.nodes.push(node);
        self.known.insert(node, edge);
        Ok(edge)
    }

    /// The finished table, without its diagrams.
    pub(crate) fn into_diagrams(self) -> Diagrams {
        Diagrams { nodes: self.nodes, ..Diagrams::default() }
    }
}
