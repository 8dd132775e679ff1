//! Whether two policies give the same results for every set of answers.

use policy::{Bit, Diagrams, Edge, Question, Ref};
use std::collections::HashMap;

/// Whether outcome, findings, duties and the status of each option are the same for every set of answers.
///
/// Diagrams with the same order of bits, in which no node is there twice or without need, are the same function only
/// where they are the same graph. So it is enough to follow both at once.
pub fn same(one: &Diagrams, other: &Diagrams) -> bool {
    let mut pairs = Pairs { one, other, seen: HashMap::new() };
    let lists =
        [(&one.findings, &other.findings), (&one.duties, &other.duties), (&one.statuses, &other.statuses)];
    pairs.same(one.outcome, other.outcome)
        && lists.into_iter().all(|(ones, others)| {
            ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| pairs.same(*one, *other))
        })
}

struct Pairs<'a> {
    one: &'a Diagrams,
    other: &'a Diagrams,
    /// The node of the other that stands for each node of the one.
    seen: HashMap<Edge, Edge>,
}

impl Pairs<'_> {
    fn same(&mut self, one: Edge, other: Edge) -> bool {
        if one < 0 || other < 0 {
            return one == other;
        }
        if let Some(known) = self.seen.get(&one) {
            return *known == other;
        }
        let (bit, low, high) = self.one.nodes[one as usize];
        let (other_bit, other_low, other_high) = self.other.nodes[other as usize];
        let same = read(self.one, bit) == read(self.other, other_bit)
            && self.same(low, other_low)
            && self.same(high, other_high);
        if same {
            self.seen.insert(one, other);
        }
        same
    }
}

/// Whose answer a bit is read from, and how.
fn read(diagrams: &Diagrams, bit: u16) -> (Ref<Question>, Bit) {
    diagrams.bits[usize::from(bit)]
}
