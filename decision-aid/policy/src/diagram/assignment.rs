//! Answers as bits: which bits a question's answer has, and what a set of answers says of each.

use super::Diagrams;
use crate::{AnswerKind, Answers, Question, Ref, Selection};
use serde::{Deserialize, Serialize};

/// How a bit is read from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bit {
    /// Yes, or this choice of an any-of question, is ticked. The value is the index of the choice.
    Choice(u8),
    /// A binary digit of the index of the choice taken, of a one-of question: digit 0 is the lowest.
    Digit(u8),
    /// The answer is "not sure".
    NotSure,
}

impl Bit {
    /// The value of the bit in an answer, where the answer has one.
    fn value_in(self, answer: Option<Selection>) -> Option<bool> {
        match (answer?, self) {
            (Selection::NotSure, Self::Choice(_) | Self::Digit(_)) => None,
            (selection, Self::NotSure) => Some(selection == Selection::NotSure),
            (Selection::Chosen(chosen), Self::Choice(index)) => Some(chosen >> index & 1 == 1),
            (Selection::Chosen(chosen), Self::Digit(digit)) => {
                Some(chosen.trailing_zeros() >> digit & 1 == 1)
            }
        }
    }
}

/// The bits of a question's answer, in the order of the diagrams. A one-of question takes as few digits as its
/// choices need; the codes beyond the last choice stand for the last one.
pub fn bits_of(answers: &AnswerKind) -> Vec<Bit> {
    match answers {
        AnswerKind::YesNo => vec![Bit::Choice(0)],
        AnswerKind::AnyOf(choices) => (0..).zip(choices).map(|(index, _)| Bit::Choice(index)).collect(),
        AnswerKind::OneOf(choices) => {
            let digits = choices.len().next_power_of_two().trailing_zeros();
            (0..digits).rev().map(|digit| Bit::Digit(u8::try_from(digit).unwrap_or(u8::MAX))).collect()
        }
    }
}

/// What is known of each bit: its value, or nothing.
#[derive(Debug, Clone)]
pub(crate) struct Assignment(Vec<Option<bool>>);

impl Assignment {
    /// The value of a bit, where it is known.
    pub(crate) fn get(&self, bit: u16) -> Option<bool> {
        self.0[usize::from(bit)]
    }
}

impl Diagrams {
    /// What a set of answers says of each bit.
    pub(crate) fn assignment(&self, answers: &Answers) -> Assignment {
        self.assignment_from(|question| answers.get(question))
    }

    /// The same, from any way to look an answer up.
    pub(crate) fn assignment_from(&self, answer: impl Fn(Ref<Question>) -> Option<Selection>) -> Assignment {
        Assignment(self.bits.iter().map(|(question, bit)| bit.value_in(answer(*question))).collect())
    }
}
