//! What would change a result: the smallest sets of answers that would have to be different.

use crate::diagram::{Ends, Known, end_of};
use crate::{
    AnswerKind, Answers, Bit, Link, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status,
};
use std::collections::BTreeSet;

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
        let mut found = BTreeSet::new();
        search.follow(diagram, most, &mut Vec::new(), &mut found);
        if !found.is_empty() {
            return found.into_iter().take(MOST_WAYS).map(|bits| search.change(&bits)).collect();
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
    fn follow(&self, at: Link, most: usize, changed: &mut Vec<usize>, found: &mut BTreeSet<Vec<usize>>) {
        if let Some(end) = end_of(at) {
            if self.ends >> end & 1 == 1 {
                found.insert(changed.clone());
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

    fn questions(&self, bits: &[usize]) -> BTreeSet<Ref<Question>> {
        bits.iter().map(|bit| self.policy.diagrams.bits[*bit].0).collect()
    }

    /// The answers after some bits are turned round.
    fn change(&self, bits: &[usize]) -> Change {
        let turned = |question: Ref<Question>| {
            let own =
                bits.iter().map(|bit| self.policy.diagrams.bits[*bit]).filter(|(of, _)| *of == question);
            let given = self.answers.known(question).unwrap_or(0);
            (question, self.policy[question].turned(given, own.map(|(_, bit)| bit)))
        };
        self.questions(bits).into_iter().map(turned).collect()
    }
}

impl Question {
    /// An answer with some of its bits turned round.
    fn turned(&self, given: u32, bits: impl Iterator<Item = Bit>) -> Selection {
        let AnswerKind::OneOf(choices) = &self.answers else {
            let turn = bits.fold(0, |turn, bit| match bit {
                Bit::Choice(place) => turn | 1 << place,
                Bit::Digit(_) | Bit::NotSure => turn,
            });
            return Selection::Chosen(given ^ turn);
        };
        let place = bits.fold(given.trailing_zeros(), |place, bit| match bit {
            Bit::Digit(digit) => place ^ 1 << digit,
            Bit::Choice(_) | Bit::NotSure => place,
        });
        // The codes beyond the last choice stand for the last one.
        let last = u32::try_from(choices.len()).unwrap_or(1).saturating_sub(1);
        Selection::Chosen(1 << place.min(last))
    }
}

#[cfg(test)]
mod tests;
