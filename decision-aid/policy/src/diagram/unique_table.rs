//! A hash table of nodes, so that two nodes that say the same are one.
//!
//! It is written by hand because it is the innermost loop of [`assess`](crate::assess), which runs at every click and for
//! each case of the command line: the standard library's map hashes keys it cannot trust.

use super::{Edge, Node};

/// Finds the index of a node among those made already.
#[derive(Default)]
pub(super) struct UniqueTable {
    /// Node indices at their hash, with linear probing; `None` is free. The length is 0 or a power of two.
    slots: Vec<Option<u32>>,
}

impl UniqueTable {
    /// The edge to a node, which is added to `nodes` if it is not among them.
    pub(super) fn edge_to(&mut self, node: Node, nodes: &mut Vec<Node>) -> Edge {
        if nodes.len() * 2 >= self.slots.len() {
            self.grow(nodes);
        }
        let mut slot = self.slot_of(node);
        while let Some(index) = self.slots[slot] {
            if nodes[index as usize] == node {
                return edge(index);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        // There are never more nodes than the policy has, and the compiler bounds those.
        let index = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
        self.slots[slot] = Some(index);
        nodes.push(node);
        edge(index)
    }

    fn grow(&mut self, nodes: &[Node]) {
        self.slots = vec![None; (self.slots.len() * 2).max(64)];
        for (index, node) in (0..).zip(nodes) {
            let mut slot = self.slot_of(*node);
            while self.slots[slot].is_some() {
                slot = (slot + 1) & (self.slots.len() - 1);
            }
            self.slots[slot] = Some(index);
        }
    }

    /// Where the search for a node begins.
    fn slot_of(&self, (bit, low, high): Node) -> usize {
        let mixed = (low as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ (high as u64).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
            ^ u64::from(bit).wrapping_mul(0x1656_67B1_9E37_79F9);
        (mixed ^ mixed >> 29) as usize & (self.slots.len() - 1)
    }
}

/// The edge to the node with an index.
fn edge(index: u32) -> Edge {
    Edge::try_from(index).unwrap_or(Edge::MAX)
}

#[cfg(test)]
mod tests {
    use super::UniqueTable;
    use crate::Node;

    #[test]
    fn however_many_nodes_there_are_each_is_found_again() {
        let (mut table, mut nodes) = (UniqueTable::default(), Vec::new());
        let made = |index: u16| -> Node { (index % 7, -1 - i32::from(index % 3), i32::from(index)) };
        for round in 0..2 {
            for index in 0..500_u16 {
                assert_eq!(table.edge_to(made(index), &mut nodes), i32::from(index), "round {round}");
            }
        }
        assert_eq!(nodes.len(), 500);
    }
}
