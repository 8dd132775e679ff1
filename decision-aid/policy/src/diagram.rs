//! Decision diagrams: what a policy says for every possible set of answers, ready to be walked.
//!
//! The compiler makes them; here they are only read. A diagram is a graph whose nodes ask for one bit of one
//! answer and whose ends are numbers: the outcome that holds, the rule that decides. All diagrams of a policy share
//! their nodes. Two ways through the nodes answer everything:
//!
//! - [`Diagrams::reach`]: which ends can still be reached from what is known. One end: the result is definite.
//! - [`Reach::reduce`]: what is left of each diagram. A question can still change a result exactly where its
//!   bits are left in that result's diagram, for what is left has no node that makes no difference.

use crate::{AnswerKind, Answers, Question, Ref, Selection};
use serde::{Deserialize, Serialize};

/// A set of ends, a bit each.
pub(crate) type Ends = u64;

/// Where an edge leads: an end of the diagram where negative (`-1` is end 0), else the node of that number.
pub type Link = i32;

/// The link to an end.
pub const fn end(number: u8) -> Link {
    -1 - number as Link
}

/// The end that a link leads to, if it does.
pub(crate) const fn end_of(link: Link) -> Option<u32> {
    if link < 0 { Some((-1 - link) as u32) } else { None }
}

/// One node: `(bit, link where the bit is 0, link where it is 1)`. Nodes only lead to nodes before them.
pub type Node = (u16, Link, Link);

/// All diagrams of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagrams {
    /// The bits, in the order of the questions: whose answer, and how to read it from the answer.
    pub bits: Vec<(Ref<Question>, Bit)>,
    /// The nodes, each after those it leads to.
    #[serde(with = "distances")]
    pub nodes: Vec<Node>,
    /// Ends: the outcomes, by their place.
    pub outcome: Link,
    /// For each finding: end 1 where it holds, 0 where not.
    pub findings: Vec<Link>,
    /// For each duty: end 1 where it holds, 0 where not.
    pub duties: Vec<Link>,
    /// For each option: its status, by its place among [`Status::WORDS`](crate::Status::WORDS).
    pub statuses: Vec<Link>,
    /// For each option: the same where the outcome weighs it; not offered where not. Most often this is the very
    /// diagram of its status.
    pub weighed: Vec<Link>,
    /// For each option: the rule that decides, by its place; the number of rules where none is read.
    pub rules: Vec<Link>,
}

impl Default for Diagrams {
    /// The diagrams of a policy that says nothing: even its outcome is an end, for there is no node to lead to.
    fn default() -> Self {
        Self {
            bits: Vec::new(),
            nodes: Vec::new(),
            outcome: end(0),
            findings: Vec::new(),
            duties: Vec::new(),
            statuses: Vec::new(),
            weighed: Vec::new(),
            rules: Vec::new(),
        }
    }
}

/// How nodes are written: a link to a node as the distance back to it. Most are short, and so the nodes compress to
/// less than half.
mod distances {
    use super::{Node, turn};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(nodes: &[Node], serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = nodes.to_vec();
        turn(&mut written);
        written.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Node>, D::Error> {
        let mut nodes = Vec::deserialize(deserializer)?;
        turn(&mut nodes);
        Ok(nodes)
    }
}

/// Turns places into distances, and distances into places.
pub(crate) fn turn(nodes: &mut [Node]) {
    for (place, (_, low, high)) in (0..).zip(nodes) {
        let turned = |link: Link| if link < 0 { link } else { Link::saturating_sub(place, link) };
        (*low, *high) = (turned(*low), turned(*high));
    }
}

/// How a bit is read from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bit {
    /// Yes, or this choice of an any-of question, is ticked.
    Choice(u8),
    /// A binary digit of the place of the choice taken, of a one-of question.
    Digit(u8),
    /// The answer is "not sure".
    NotSure,
}

impl Bit {
    /// The bit of an answer, where there is one.
    fn read(self, answer: Option<Selection>) -> u8 {
        match (answer, self) {
            (None, _) | (Some(Selection::NotSure), Self::Choice(_) | Self::Digit(_)) => UNKNOWN,
            (Some(selection), Self::NotSure) => u8::from(selection == Selection::NotSure),
            (Some(Selection::Chosen(chosen)), Self::Choice(place)) => u8::from(chosen >> place & 1 == 1),
            (Some(Selection::Chosen(chosen)), Self::Digit(digit)) => {
                u8::from(chosen.trailing_zeros() >> digit & 1 == 1)
            }
        }
    }
}

/// The place of a bit that is not known.
const UNKNOWN: u8 = 2;

/// What is known of each bit: 0, 1, or not known.
#[derive(Debug, Clone)]
pub(crate) struct Known(Vec<u8>);

impl Known {
    /// A bit, where it is known.
    pub(crate) fn get(&self, bit: usize) -> Option<u8> {
        Some(self.0[bit]).filter(|value| *value != UNKNOWN)
    }
}

impl Diagrams {
    /// What a set of answers says of each bit.
    pub(crate) fn known(&self, answers: &Answers) -> Known {
        self.known_where(|question| answers.get(question))
    }

    /// The same, from any way to look an answer up.
    pub(crate) fn known_where(&self, answer: impl Fn(Ref<Question>) -> Option<Selection>) -> Known {
        let mut known = Vec::with_capacity(self.bits.len());
        for (question, bit) in &self.bits {
            known.push(bit.read(answer(*question)));
        }
        Known(known)
    }

    /// The ends that can still be reached from what is known.
    pub(crate) fn reach<'a>(&'a self, known: &'a Known) -> Reach<'a> {
        Reach { diagrams: self, known, found: vec![0; self.nodes.len()] }
    }

    /// The bits in which the nearest way to some ends differs from the answers given, with as few bits as can be.
    /// Fixed bits are followed. None where no way leads there.
    pub(crate) fn nearest(
        &self,
        diagram: Link,
        ends: Ends,
        fixed: &Known,
        given: &Known,
    ) -> Option<Vec<usize>> {
        let mut cost: Vec<u32> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let [low, high] = Self::branches(node, fixed, given);
            cost.push(total(&cost, low, ends).min(total(&cost, high, ends)));
        }
        if cost_at(&cost, diagram, ends) == NO_WAY {
            return None;
        }
        let mut bits = Vec::new();
        let mut at = diagram;
        while at >= 0 {
            let node = &self.nodes[at as usize];
            let [low, high] = Self::branches(node, fixed, given);
            let (link, step) = if total(&cost, low, ends) <= total(&cost, high, ends) { low } else { high };
            if step > 0 {
                bits.push(usize::from(node.0));
            }
            at = link;
        }
        Some(bits)
    }

    /// The two ways on from a node, each with what it costs: a bit against the answers given costs 1.
    fn branches(&(bit, low, high): &Node, fixed: &Known, given: &Known) -> [(Link, u32); 2] {
        [(low, step(bit, 0, fixed, given)), (high, step(bit, 1, fixed, given))]
    }
}

/// What it costs to give a bit a value.
fn step(bit: u16, value: u8, fixed: &Known, given: &Known) -> u32 {
    let against = |known: &Known| known.get(usize::from(bit)).is_some_and(|known| known != value);
    if against(fixed) { NO_WAY } else { u32::from(against(given)) }
}

/// The cost of what cannot be reached.
const NO_WAY: u32 = u32::MAX;

/// What a way on from a node costs up to the ends.
fn total(cost: &[u32], (link, step): (Link, u32), ends: Ends) -> u32 {
    step.saturating_add(cost_at(cost, link, ends))
}

fn cost_at(cost: &[u32], link: Link, ends: Ends) -> u32 {
    match end_of(link) {
        Some(end) => {
            if ends >> end & 1 == 1 {
                0
            } else {
                NO_WAY
            }
        }
        None => cost[link as usize],
    }
}

/// The ends that can still be reached, found where they are asked for: most nodes are cut off by what is known.
pub(crate) struct Reach<'a> {
    diagrams: &'a Diagrams,
    known: &'a Known,
    /// For each node come to so far, its ends; 0 for the others.
    found: Vec<Ends>,
}

impl<'a> Reach<'a> {
    /// The ends of a diagram that are still possible.
    #[inline]
    pub(crate) fn of(&mut self, diagram: Link) -> Ends {
        match place(diagram) {
            None => 1 << (-1 - diagram),
            Some(node) if self.found[node] != 0 => self.found[node],
            Some(node) => self.find(node),
        }
    }

    fn find(&mut self, node: usize) -> Ends {
        let (bit, low, high) = self.diagrams.nodes[node];
        let found = match self.known.0[usize::from(bit)] {
            0 => self.of(low),
            1 => self.of(high),
            _ => self.of(low) | self.of(high),
        };
        self.found[node] = found;
        found
    }

    /// Whether a yes-no diagram is settled, and how.
    pub(crate) fn truth(&mut self, diagram: Link) -> Option<bool> {
        match self.of(diagram) {
            0b01 => Some(false),
            0b10 => Some(true),
            _ => None,
        }
    }

    /// What is left of the diagrams.
    pub(crate) fn reduce(self) -> Reduced<'a> {
        let link = vec![NOT_COME_TO; self.found.len()];
        Reduced { reach: self, link, nodes: Vec::new(), seen: UniqueNodes::default() }
    }
}

/// The node that a link leads to, if it does.
const fn place(link: Link) -> Option<usize> {
    if link < 0 { None } else { Some(link as usize) }
}

/// No link: what stands for a node that has not been come to.
const NOT_COME_TO: Link = Link::MIN;

/// What is left of each diagram: for each node come to so far its link among the nodes that are left.
pub(crate) struct Reduced<'a> {
    reach: Reach<'a>,
    link: Vec<Link>,
    nodes: Vec<Node>,
    seen: UniqueNodes,
}

impl Reduced<'_> {
    fn left_of(&mut self, link: Link) -> Link {
        let Some(node) = place(link) else { return link };
        if self.link[node] == NOT_COME_TO {
            let ends = self.reach.of(link);
            self.link[node] = if ends.is_power_of_two() {
                -1 - ends.trailing_zeros() as Link
            } else {
                self.left_below(node)
            };
        }
        self.link[node]
    }

    fn left_below(&mut self, node: usize) -> Link {
        let (bit, low, high) = self.reach.diagrams.nodes[node];
        match self.reach.known.0[usize::from(bit)] {
            0 => self.left_of(low),
            1 => self.left_of(high),
            _ => match (self.left_of(low), self.left_of(high)) {
                (low, high) if low == high => low,
                (low, high) => self.seen.link_to((bit, low, high), &mut self.nodes),
            },
        }
    }

    /// Which bits some diagrams still hang on.
    ///
    /// A bit does where its two branches can lead to different ends. Only where they can lead to the same ends has
    /// what is left of both to be compared, and that is seldom.
    pub(crate) fn bits_left(&mut self, diagrams: Vec<Link>) -> Vec<bool> {
        let mut bits = vec![false; self.reach.diagrams.bits.len()];
        let mut seen = vec![false; self.link.len()];
        let mut to_compare = Vec::new();
        let mut open = diagrams;
        while let Some(link) = open.pop() {
            let Some(node) = place(link).filter(|node| !std::mem::replace(&mut seen[*node], true)) else {
                continue;
            };
            let (bit, low, high) = self.reach.diagrams.nodes[node];
            match self.reach.known.0[usize::from(bit)] {
                0 => open.push(low),
                1 => open.push(high),
                _ => match (self.reach.of(low), self.reach.of(high)) {
                    (left, right) if left != right => {
                        bits[usize::from(bit)] = true;
                        open.push(low);
                        open.push(high);
                    }
                    (ends, _) if ends.is_power_of_two() => {}
                    _ => {
                        to_compare.push(node);
                        open.push(low);
                        open.push(high);
                    }
                },
            }
        }
        for node in to_compare {
            let (bit, low, high) = self.reach.diagrams.nodes[node];
            bits[usize::from(bit)] = bits[usize::from(bit)] || self.left_of(low) != self.left_of(high);
        }
        bits
    }

    /// Whether a diagram still hangs on the answer to a question.
    pub(crate) fn reads(&mut self, diagram: Link, question: Ref<Question>) -> bool {
        let left = self.bits_left(vec![diagram]);
        for (bit, (of, _)) in self.reach.diagrams.bits.iter().enumerate() {
            if left[bit] && *of == question {
                return true;
            }
        }
        false
    }
}

/// Finds a node among those made already, so that two that say the same are one.
#[derive(Default)]
struct UniqueNodes {
    /// Node numbers by their hash; `-1` is free.
    table: Vec<Link>,
}

impl UniqueNodes {
    fn link_to(&mut self, node: Node, nodes: &mut Vec<Node>) -> Link {
        if nodes.len() * 2 >= self.table.len() {
            self.grow(nodes);
        }
        let mut place = self.place(node);
        while self.table[place] >= 0 {
            let link = self.table[place];
            if nodes[link as usize] == node {
                return link;
            }
            place = (place + 1) & (self.table.len() - 1);
        }
        let link = Link::try_from(nodes.len()).unwrap_or(Link::MAX);
        self.table[place] = link;
        nodes.push(node);
        link
    }

    fn grow(&mut self, nodes: &[Node]) {
        self.table = vec![-1; (self.table.len() * 2).max(64)];
        for (link, node) in (0..).zip(nodes) {
            let mut place = self.place(*node);
            while self.table[place] >= 0 {
                place = (place + 1) & (self.table.len() - 1);
            }
            self.table[place] = link;
        }
    }

    fn place(&self, (bit, low, high): Node) -> usize {
        let mixed = (low as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ (high as u64).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
            ^ u64::from(bit).wrapping_mul(0x1656_67B1_9E37_79F9);
        (mixed ^ mixed >> 29) as usize & (self.table.len() - 1)
    }
}

/// The bits of a question's answer, in the order of the diagrams. A one-of question takes as few digits as its
/// choices need; the codes beyond the last choice stand for the last one.
pub fn bits_of(answers: &AnswerKind) -> Vec<Bit> {
    match answers {
        AnswerKind::YesNo => vec![Bit::Choice(0)],
        AnswerKind::AnyOf(choices) => (0..).zip(choices).map(|(place, _)| Bit::Choice(place)).collect(),
        AnswerKind::OneOf(choices) => {
            let digits = choices.len().next_power_of_two().trailing_zeros();
            (0..digits).rev().map(|digit| Bit::Digit(u8::try_from(digit).unwrap_or(u8::MAX))).collect()
        }
    }
}
