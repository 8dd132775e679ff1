//! What would change a result: the smallest sets of answers that would have to be different.

use crate::diagram::{Assignment, TerminalSet, contains, terminal_of};
use crate::{
    AnswerKind, Answers, Bit, Edge, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status,
};
use std::collections::BTreeSet;

/// The most answers that a change may touch: an officer learns nothing from larger ones.
const MOST_CHANGES: usize = 3;

/// The most changes that are listed for one result.
const MOST_LISTED: usize = 8;

/// Answers that would have to be different: each question with what its answer would have to be.
pub type Change = Vec<(Ref<Question>, Selection)>;

/// The smallest changes after which an outcome is possible, nearest first. Questions marked `fixed` stay as they
/// are. Empty where no change of a few answers leads there.
pub fn changes_to_outcome(policy: &Policy, answers: &Answers, outcome: Ref<Outcome>) -> Vec<Change> {
    smallest_changes(policy, answers, policy.diagrams.outcome, 1 << outcome.index())
}

/// The smallest changes after which an option can have a status, nearest first.
pub fn changes_to_status(
    policy: &Policy,
    answers: &Answers,
    option: Ref<PolicyOption>,
    status: Status,
) -> Vec<Change> {
    smallest_changes(policy, answers, policy.diagrams.statuses[option.index()], status.terminal())
}

/// The changes of a single answer after which an option can have a status.
pub fn single_changes_to_status(
    policy: &Policy,
    answers: &Answers,
    option: Ref<PolicyOption>,
    status: Status,
) -> Vec<Change> {
    let search = Search::new(policy, answers, status.terminal());
    let mut changes = search.changes(&search.from(policy.diagrams.statuses[option.index()], 1));
    // No change at all is needed where what is not answered may still give the status.
    changes.retain(|change| change.len() == 1);
    changes
}

fn smallest_changes(policy: &Policy, answers: &Answers, diagram: Edge, targets: TerminalSet) -> Vec<Change> {
    let search = Search::new(policy, answers, targets);
    let found = (1..=MOST_CHANGES).map(|most| search.from(diagram, most)).find(|found| !found.is_empty());
    search.changes(&found.unwrap_or_default())
}

/// Bits whose values would be different.
type Bits = Vec<u16>;

/// A search for paths to some terminals that contradict few of the answers given.
struct Search<'a> {
    policy: &'a Policy,
    answers: &'a Answers,
    given: Assignment,
    targets: TerminalSet,
}

impl<'a> Search<'a> {
    fn new(policy: &'a Policy, answers: &'a Answers, targets: TerminalSet) -> Self {
        Self { policy, answers, given: policy.diagrams.assignment(answers), targets }
    }

    /// The first of the changes that were found.
    fn changes(&self, found: &BTreeSet<Bits>) -> Vec<Change> {
        found.iter().take(MOST_LISTED).map(|bits| self.change(bits)).collect()
    }

    /// The bits that differ on each path from a diagram to the targets on which at most `most` answers are different.
    fn from(&self, diagram: Edge, most: usize) -> BTreeSet<Bits> {
        let mut found = BTreeSet::new();
        self.follow(diagram, most, &mut Bits::new(), &mut found);
        found
    }

    fn follow(&self, at: Edge, most: usize, changed: &mut Bits, found: &mut BTreeSet<Bits>) {
        if let Some(terminal) = terminal_of(at) {
            if contains(self.targets, terminal) {
                found.insert(changed.clone());
            }
            return;
        }
        let (bit, low, high) = self.policy.diagrams.nodes[at as usize];
        for (value, edge) in [(false, low), (true, high)] {
            if self.given.get(bit).is_none_or(|given| given == value) {
                self.follow(edge, most, changed, found);
            } else if self.may_change(bit, changed, most) {
                changed.push(bit);
                self.follow(edge, most, changed, found);
                changed.pop();
            }
        }
    }

    /// Whether one more bit may differ: its question is not fixed, and its answer differs already or may be one more.
    fn may_change(&self, bit: u16, changed: &[u16], most: usize) -> bool {
        let question = self.question_of(bit);
        !self.policy[question].fixed
            && (changed.iter().any(|bit| self.question_of(*bit) == question)
                || self.count_questions(changed) < most)
    }

    /// How many questions some bits belong to. It is counted at every node, so nothing is allocated for it.
    fn count_questions(&self, bits: &[u16]) -> usize {
        let is_first = |index: &usize| {
            let question = self.question_of(bits[*index]);
            bits[..*index].iter().all(|bit| self.question_of(*bit) != question)
        };
        (0..bits.len()).filter(is_first).count()
    }

    fn question_of(&self, bit: u16) -> Ref<Question> {
        self.policy.diagrams.bits[usize::from(bit)].0
    }

    /// The answers with some of their bits inverted.
    fn change(&self, bits: &[u16]) -> Change {
        let inverted = |question: Ref<Question>| {
            let own = bits.iter().filter(|bit| self.question_of(**bit) == question);
            let own: Vec<Bit> = own.map(|bit| self.policy.diagrams.bits[usize::from(*bit)].1).collect();
            let given = self.answers.known(question).unwrap_or(0);
            (question, self.policy[question].with_inverted(given, &own))
        };
        let questions: BTreeSet<_> = bits.iter().map(|bit| self.question_of(*bit)).collect();
        questions.into_iter().map(inverted).collect()
    }
}

impl Question {
    /// An answer with some of its bits inverted.
    fn with_inverted(&self, given: u32, bits: &[Bit]) -> Selection {
        let (mut chosen, mut index) = (given, given.trailing_zeros());
        for bit in bits {
            match bit {
                Bit::Choice(choice) => chosen ^= 1 << choice,
                Bit::Digit(digit) => index ^= 1 << digit,
                Bit::NotSure => {}
            }
        }
        let AnswerKind::OneOf(choices) = &self.answers else { return Selection::Chosen(chosen) };
        // The codes beyond the last choice stand for the last one.
        let last = u32::try_from(choices.len()).unwrap_or(1).saturating_sub(1);
        Selection::Chosen(1 << index.min(last))
    }
}

#[cfg(test)]
mod tests;
