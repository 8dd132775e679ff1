//! Conditions, and what they amount to when not every answer is known.

use crate::{Answers, Finding, NamedCondition, Outcome, Policy, Question, Ref, Selection};
use serde::{Deserialize, Serialize};

/// When something holds.
///
/// `implies` is written out by the compiler (`not a or b`), so that there is one form of everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Always.
    Always,
    /// A yes-no question is answered yes, or a choice is ticked: bit `choice` of the answer.
    Answer {
        /// The question.
        question: Ref<Question>,
        /// The place of the choice among the question's choices; 0 for yes.
        choice: u8,
    },
    /// Any choice of the question is ticked.
    AnyChoice(Ref<Question>),
    /// The question is answered "not sure".
    NotSure(Ref<Question>),
    /// A finding holds.
    Finding(Ref<Finding>),
    /// A named condition holds.
    Named(Ref<NamedCondition>),
    /// An outcome holds. Only the rules of options say this.
    Outcome(Ref<Outcome>),
    /// The condition does not hold.
    Not(Box<Condition>),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
}

/// What a condition is read against.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// The policy that the condition belongs to.
    pub policy: &'a Policy,
    /// What is known of the case.
    pub answers: &'a Answers,
    /// The outcome supposed, while the rules of an option are read.
    pub outcome: Option<Ref<Outcome>>,
}

/// Both hold; `None` where that is not known.
pub fn and(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// At least one holds; `None` where that is not known.
pub fn or(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    and(left.map(|known| !known), right.map(|known| !known)).map(|known| !known)
}

impl Condition {
    /// Whether the condition holds: `None` where the answers do not settle it.
    pub fn holds(&self, case: Circumstances<'_>) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::Answer { question, choice } => {
                case.answers.known(*question).map(|chosen| chosen >> choice & 1 == 1)
            }
            Self::AnyChoice(question) => case.answers.known(*question).map(|chosen| chosen != 0),
            Self::NotSure(question) => case.answers.get(*question).map(|answer| answer == Selection::NotSure),
            Self::Finding(finding) => case.policy[*finding].when.holds(case),
            Self::Named(named) => case.policy[*named].when.holds(case),
            Self::Outcome(outcome) => case.outcome.map(|supposed| supposed == *outcome),
            Self::Not(inner) => inner.holds(case).map(|known| !known),
            Self::All(parts) => parts.iter().map(|part| part.holds(case)).fold(Some(true), and),
            Self::Any(parts) => parts.iter().map(|part| part.holds(case)).fold(Some(false), or),
        }
    }
}

#[cfg(test)]
mod tests;
