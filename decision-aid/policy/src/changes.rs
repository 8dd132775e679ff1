//! What would change a result: the smallest sets of answers that would have to be different.

use crate::diagram::{Ends, Known, end_of};
use crate::why::insert;
use crate::{
    AnswerKind, Answers, Bit, Link, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status,
};

/// The most answers that a way to another result may change; further ways say nothing to an officer.
const MOST_CHANGES: usize = 3;

/// The most ways that are listed for one end.
const MOST_WAYS: usize = 8;

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
    smallest_changes(policy, answers, policy.diagrams.statuses[option.index()], status.end())
}

fn smallest_changes(policy: &Policy, answers: &Answers, diagram: Link, ends: Ends) -> Vec<Change> {
    let given = policy.diagrams.known(answers);
    let search = Search { policy, answers, given, ends };
    for most in 1..=MOST_CHANGES {
        let mut found = Vec::new();
        search.follow(diagram, most, &mut Vec::new(), &mut found);
        if !found.is_empty() {
            let mut changes = Vec::new();
            for bits in &found[..found.len().min(MOST_WAYS)] {
                changes.push(search.change(bits));
            }
            return changes;
        }
    }
    Vec::new()
}

struct Search<'a> {
    policy: &'a Policy,
    answers: &'a Answers,
    given: Known,
    ends: Ends,
}

impl Search<'_> {
    /// Follows a diagram with at most `most` questions answered otherwise, and notes the bits that were.
    fn follow(&self, at: Link, most: usize, changed: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        if let Some(end) = end_of(at) {
            if self.ends >> end & 1 == 1 {
                note(found, changed);
            }
            return;
        }
        let (bit, low, high) = self.policy.diagrams.nodes[at as usize];
        let bit = usize::from(bit);
        let (question, _) = self.policy.diagrams.bits[bit];
        for (value, link) in [(0, low), (1, high)] {
            let differs = self.given.get(bit).is_some_and(|given| given != value);
            if !differs {
                self.follow(link, most, changed, found);
                continue;
            }
            let free = self.questions(changed).contains(&question);
            if self.policy[question].fixed || (!free && self.questions(changed).len() == most) {
                continue;
            }
            changed.push(bit);
            self.follow(link, most, changed, found);
            changed.pop();
        }
    }

    /// The questions that some bits belong to, in order.
    fn questions(&self, bits: &[usize]) -> Vec<Ref<Question>> {
        let mut questions = Vec::new();
        for bit in bits {
            insert(&mut questions, self.policy.diagrams.bits[*bit].0);
        }
        questions
    }

    /// The answers after some bits are turned round.
    fn change(&self, bits: &[usize]) -> Change {
        let mut change = Vec::new();
        for question in self.questions(bits) {
            let mut own = Vec::new();
            for bit in bits {
                let (of, bit) = self.policy.diagrams.bits[*bit];
                if of == question {
                    own.push(bit);
                }
            }
            let given = self.answers.known(question).unwrap_or(0);
            change.push((question, self.policy[question].turned(given, &own)));
        }
        change
    }
}

/// Notes bits among those found so far, in order and once.
fn note(found: &mut Vec<Vec<usize>>, bits: &[usize]) {
    let mut place = 0;
    while place < found.len() && found[place].as_slice() < bits {
        place += 1;
    }
    if found.get(place).is_none_or(|known| known != bits) {
        found.insert(place, bits.to_vec());
    }
}

impl Question {
    /// An answer with some of its bits turned round.
    fn turned(&self, given: u32, bits: &[Bit]) -> Selection {
        let (mut chosen, mut place) = (given, given.trailing_zeros());
        for bit in bits {
            match bit {
                Bit::Choice(choice) => chosen ^= 1 << choice,
                Bit::Digit(digit) => place ^= 1 << digit,
                Bit::NotSure => {}
            }
        }
        let AnswerKind::OneOf(choices) = &self.answers else { return Selection::Chosen(chosen) };
        // The codes beyond the last choice stand for the last one.
        let last = u32::try_from(choices.len()).unwrap_or(1).saturating_sub(1);
        Selection::Chosen(1 << place.min(last))
    }
}

#[cfg(test)]
mod tests;
