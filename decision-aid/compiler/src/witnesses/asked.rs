//! The shortest way to each question: a search through all interviews at once.
//!
//! Interviews that have come to the same state in every diagram go on in the same way, so only the shortest of them
//! is followed.

use crate::Witness;
use policy::{
    AnswerKind, Bit, Diagrams, Edge, Outcome, Policy, Question, RecordItem, Ref, Selection, bits_of, terminal,
};
use std::collections::BTreeMap;

/// The fewest answers after which each question comes up, in the order asked.
pub(super) fn witnesses(policy: &Policy) -> Vec<Option<Witness>> {
    let map = Map::of(policy);
    let mut shortest: Vec<Option<Witness>> = vec![None; policy.questions.len()];
    let mut interviews = Interviews::from([(map.start(), Way::default())]);
    for question in policy.question_refs() {
        let mut after = Interviews::new();
        for (state, way) in interviews {
            if !map.matters(question, &state) {
                keep(&mut after, state, way);
                continue;
            }
            let known = &mut shortest[question.index()];
            if known.as_ref().is_none_or(|known| way.answers.len() < known.answers.len()) {
                *known = Some(way.written(policy));
            }
            for (chosen, next) in map.answers(question, &state) {
                keep(&mut after, next, way.with(question, chosen));
            }
        }
        interviews = after;
    }
    shortest
}

/// Where an interview is: what each diagram has come to.
type State = Vec<Edge>;

/// Interviews by where they are.
type Interviews = BTreeMap<State, Way>;

/// The answers given so far.
#[derive(Debug, Clone, Default)]
struct Way {
    answers: Vec<(Ref<Question>, u32)>,
}

impl Way {
    fn with(&self, question: Ref<Question>, chosen: u32) -> Self {
        let mut answers = self.answers.clone();
        answers.push((question, chosen));
        Self { answers }
    }

    /// Fewer answers first, then fewer ticks.
    fn length(&self) -> (usize, u32) {
        (self.answers.len(), self.answers.iter().map(|(_, chosen)| chosen.count_ones()).sum())
    }

    fn written(&self, policy: &Policy) -> Witness {
        let answer = |(question, chosen): &(Ref<Question>, u32)| {
            let asked = &policy[*question];
            (asked.id.clone(), asked.answer(Selection::Chosen(*chosen)))
        };
        Witness { answers: self.answers.iter().map(answer).collect() }
    }
}

/// Keeps the shorter of two interviews that have come to the same state.
fn keep(interviews: &mut Interviews, state: State, way: Way) {
    match interviews.get_mut(&state) {
        Some(known) if known.length() <= way.length() => {}
        Some(known) => *known = way,
        None => {
            interviews.insert(state, way);
        }
    }
}

/// The diagrams that decide which questions are asked, with what lies below each node.
struct Map<'p> {
    policy: &'p Policy,
    diagrams: &'p Diagrams,
    /// The number of the first bit of each question.
    first_bit: Vec<usize>,
    /// The questions that are asked from each node on.
    questions: Vec<Vec<bool>>,
    /// The ends of each node, a bit each.
    ends: Vec<u64>,
}

impl<'p> Map<'p> {
    fn of(policy: &'p Policy) -> Self {
        let diagrams = &policy.diagrams;
        let first = |question: Ref<Question>| diagrams.bits.iter().position(|(of, _)| *of == question);
        let first_bit = policy.question_refs().map(|question| first(question).unwrap_or(usize::MAX));
        let mut map = Self {
            policy,
            diagrams,
            first_bit: first_bit.collect(),
            questions: Vec::new(),
            ends: Vec::new(),
        };
        for (bit, low, high) in &diagrams.nodes {
            let mut asked = vec![false; policy.questions.len()];
            asked[diagrams.bits[usize::from(*bit)].0.index()] = true;
            for below in [low, high].into_iter().filter_map(|edge| map.questions.get(node(*edge)?)) {
                asked.iter_mut().zip(below).for_each(|(here, below)| *here |= below);
            }
            map.ends.push(map.terminals_of(*low) | map.terminals_of(*high));
            map.questions.push(asked);
        }
        map
    }

    fn terminals_of(&self, edge: Edge) -> u64 {
        node(edge).map_or_else(|| 1 << (-1 - edge), |node| self.ends[node])
    }

    fn start(&self) -> State {
        let Diagrams { outcome, weighed, findings, .. } = self.diagrams;
        let all = [*outcome].into_iter().chain(weighed.iter().copied()).chain(findings.iter().copied());
        self.without_idle_findings(all.collect())
    }

    /// A finding that is in the record of no possible outcome makes no question matter.
    fn without_idle_findings(&self, mut state: State) -> State {
        let recorded =
            |item: RecordItem| self.possible(&state).any(|of| self.policy[of].record.contains(&item));
        let findings =
            (0..).zip(&self.policy.findings).map(|(number, _)| RecordItem::Finding(Ref::new(number)));
        let idle: Vec<bool> = findings.map(|finding| !recorded(finding)).collect();
        let first = 1 + self.diagrams.weighed.len();
        state[first..]
            .iter_mut()
            .zip(idle)
            .filter(|(_, idle)| *idle)
            .for_each(|(edge, _)| *edge = terminal(0));
        state
    }

    /// The outcomes that are still possible.
    fn possible(&self, state: &State) -> impl Iterator<Item = Ref<Outcome>> + use<> {
        let ends = state.first().map_or(0, |outcome| self.terminals_of(*outcome));
        self.policy.outcome_refs().filter(move |outcome| ends >> outcome.index() & 1 == 1)
    }

    /// Whether a question matters at a state: by the same rule as in an assessment.
    fn matters(&self, question: Ref<Question>, state: &State) -> bool {
        let reads = |edge: &Edge| node(*edge).is_some_and(|node| self.questions[node][question.index()]);
        let item = RecordItem::Question(question);
        self.policy[self.policy[question].group].always
            || state.iter().any(reads)
            || self.possible(state).any(|outcome| self.policy[outcome].record.contains(&item))
    }

    /// The answers to a question that lead to different states, with the state.
    fn answers(&self, question: Ref<Question>, state: &State) -> Vec<(u32, State)> {
        let kind = &self.policy[question].answers;
        let first = self.first_bit[question.index()];
        let mut found = match kind {
            AnswerKind::OneOf(choices) => self.one_of(bits_of(kind), choices.len(), first, state),
            AnswerKind::YesNo | AnswerKind::AnyOf(_) => self.any_of(bits_of(kind).len(), first, state),
        };
        for (_, state) in &mut found {
            *state = self.without_idle_findings(std::mem::take(state));
        }
        found
    }

    fn any_of(&self, count: usize, first: usize, state: &State) -> Vec<(u32, State)> {
        let mut found = BTreeMap::from([(state.clone(), 0_u32)]);
        for choice in 0..count {
            let mut next: BTreeMap<State, u32> = BTreeMap::new();
            for (state, chosen) in &found {
                for (value, chosen) in [(false, *chosen), (true, chosen | 1 << choice)] {
                    let known = next.entry(self.follow(state, first + choice, value)).or_insert(chosen);
                    if chosen.count_ones() < known.count_ones() {
                        *known = chosen;
                    }
                }
            }
            found = next;
        }
        found.into_iter().map(|(state, chosen)| (chosen, state)).collect()
    }

    fn one_of(&self, bits: Vec<Bit>, choices: usize, first: usize, state: &State) -> Vec<(u32, State)> {
        let taken = |choice: usize| {
            let mut state = state.clone();
            for (number, bit) in bits.iter().enumerate() {
                let Bit::Digit(digit) = bit else { continue };
                state = self.follow(&state, first + number, choice >> digit & 1 == 1);
            }
            (1 << choice, state)
        };
        (0..choices).map(taken).collect()
    }

    /// The state after one more bit is known.
    fn follow(&self, state: &State, bit: usize, value: bool) -> State {
        let step = |edge: &Edge| match node(*edge).map(|node| self.diagrams.nodes[node]) {
            Some((asked, low, high)) if usize::from(asked) == bit => {
                if value {
                    high
                } else {
                    low
                }
            }
            _ => *edge,
        };
        state.iter().map(step).collect()
    }
}

/// The node that a edge leads to, if it does.
fn node(edge: Edge) -> Option<usize> {
    usize::try_from(edge).ok()
}
