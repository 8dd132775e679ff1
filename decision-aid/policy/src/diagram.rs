//! Decision diagrams: what a policy says for every possible set of answers, ready to be evaluated.
//!
//! The compiler makes them; here they are only read. They are multi-terminal binary decision diagrams: a node tests one
//! bit of one answer, and a terminal is a number, such as the index of the outcome that holds or of the rule that decides.
//! All diagrams of a policy share their nodes. Three questions are asked of them, each in a module:
//!
//! - [`evaluator`]: which terminals can still be reached from what is known? One terminal: the result is definite.
//! - [`residual`]: what is left of each diagram? A question can still change a result exactly where its bits are left
//!   in that result's diagram, because a reduced diagram has no node that makes no difference.
//! - [`nearest_path`]: which path to some terminals contradicts the fewest answers?

mod assignment;
mod evaluator;
mod nearest_path;
mod residual;
mod unique_table;

pub(crate) use assignment::Assignment;
pub use assignment::{Bit, bits_of};
pub(crate) use evaluator::Evaluator;
pub(crate) use residual::Residual;

use crate::{Question, Ref};
use serde::{Deserialize, Serialize};

/// A set of terminals: bit `n` stands for terminal `n`.
pub(crate) type TerminalSet = u64;

/// Where an edge leads: to a terminal where it is negative (`-1` is terminal 0), else to the node with that index.
pub type Edge = i32;

/// The edge to a terminal.
pub const fn terminal(number: u8) -> Edge {
    -1 - number as Edge
}

/// The terminal that an edge leads to, if it leads to one.
pub(crate) const fn terminal_of(edge: Edge) -> Option<u32> {
    if edge < 0 { Some((-1 - edge) as u32) } else { None }
}

/// The index of the node that an edge leads to, if it leads to one.
const fn node_of(edge: Edge) -> Option<usize> {
    if edge < 0 { None } else { Some(edge as usize) }
}

/// Whether a set has a terminal in it. An edge that leads to a node is in no set.
pub(crate) const fn contains(set: TerminalSet, terminal: u32) -> bool {
    set >> terminal & 1 == 1
}

/// One node: `(bit, edge where the bit is 0, edge where it is 1)`. Edges only lead to nodes of a lower index.
pub type Node = (u16, Edge, Edge);

/// All diagrams of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagrams {
    /// The bits that nodes test, in the order of the questions: whose answer, and how to read the bit from it.
    pub bits: Vec<(Ref<Question>, Bit)>,
    /// The nodes, each after those that it leads to.
    #[serde(with = "distances")]
    pub nodes: Vec<Node>,
    /// Terminals: the outcomes, by index.
    pub outcome: Edge,
    /// For each finding: terminal 1 where it holds, 0 where it does not.
    pub findings: Vec<Edge>,
    /// For each duty: terminal 1 where it holds, 0 where it does not.
    pub duties: Vec<Edge>,
    /// For each option: its status, by index in [`Status::WORDS`](crate::Status::WORDS).
    pub statuses: Vec<Edge>,
    /// For each option: the same where the outcome weighs it, "not offered" where it does not. Most often this is the
    /// very diagram of its status.
    pub weighed: Vec<Edge>,
    /// For each option: the index of the rule that decides; the number of rules where none is read.
    pub rules: Vec<Edge>,
}

impl Default for Diagrams {
    /// The diagrams of an empty policy. Its outcome is a terminal, because there is no node to lead to.
    fn default() -> Self {
        Self {
            bits: Vec::new(),
            nodes: Vec::new(),
            outcome: terminal(0),
            findings: Vec::new(),
            duties: Vec::new(),
            statuses: Vec::new(),
            weighed: Vec::new(),
            rules: Vec::new(),
        }
    }
}

/// How nodes are serialised: an edge to a node as the distance back to it. Most distances are short, so the nodes
/// compress to less than half.
mod distances {
    use super::{Node, swap_indices_and_distances};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(nodes: &[Node], serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = nodes.to_vec();
        swap_indices_and_distances(&mut written);
        written.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Node>, D::Error> {
        let mut nodes = Vec::deserialize(deserializer)?;
        swap_indices_and_distances(&mut nodes);
        Ok(nodes)
    }
}

/// Turns the indices that edges hold into distances, or distances into indices: both are the same subtraction.
fn swap_indices_and_distances(nodes: &mut [Node]) {
    for (index, (_, low, high)) in (0..).zip(nodes) {
        let swapped = |edge: Edge| if edge < 0 { edge } else { Edge::saturating_sub(index, edge) };
        (*low, *high) = (swapped(*low), swapped(*high));
    }
}

#[cfg(test)]
mod tests;
