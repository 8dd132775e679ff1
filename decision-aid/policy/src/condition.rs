//! Conditions, and what they amount to when not every answer is known.

use crate::{
    Answers, Duty, Finding, NamedCondition, Outcome, Policy, PolicyOption, Question, Ref, Selection, Status,
};
use serde::{Deserialize, Serialize};

/// When something holds.
///
/// `implies` is written out by the compiler (`not a or b`), so that there is one form of everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Always.
    Always,
    /// A yes-no question is answered yes, or a choice is ticked: bit `choice` of the answer.
    Answer {
        /// The question.
        question: Ref<Question>,
        /// The index of the choice among the question's choices; 0 for yes.
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
    /// An outcome holds. Only the rules of options and properties say this.
    Outcome(Ref<Outcome>),
    /// A duty holds. Only properties say this.
    Duty(Ref<Duty>),
    /// An option has a status. Only properties say this.
    Status(Ref<PolicyOption>, Status),
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
    /// The outermost part of the condition, as it would be written: its ids, or the word that joins its parts.
    pub fn name(&self, policy: &Policy) -> String {
        match self {
            Self::Always => "always".to_owned(),
            Self::Answer { question, choice } => {
                let question = &policy[*question];
                match question.answers.choices().get(usize::from(*choice)) {
                    Some(choice) => format!("{}.{}", question.id, choice.id),
                    None => question.id.clone(),
                }
            }
            Self::AnyChoice(question) => format!("any({})", policy[*question].id),
            Self::NotSure(question) => format!("not-sure({})", policy[*question].id),
            Self::Finding(finding) => policy[*finding].id.clone(),
            Self::Named(named) => policy[*named].id.clone(),
            Self::Outcome(outcome) => format!("outcome({})", policy[*outcome].id),
            Self::Duty(duty) => format!("duty({})", policy[*duty].id),
            Self::Status(option, status) => format!("{}({})", status.word(), policy[*option].id),
            Self::Not(_) => "not".to_owned(),
            Self::All(_) => "and".to_owned(),
            Self::Any(_) => "or".to_owned(),
        }
    }

    /// The outermost part of the condition, in words: the names of questions, choices and findings, or what joins
    /// its parts.
    pub fn in_words(&self, policy: &Policy) -> String {
        match self {
            Self::Always => "Always".to_owned(),
            Self::Answer { question, choice } => {
                let question = &policy[*question];
                match question.answers.choices().get(usize::from(*choice)) {
                    Some(choice) => [question.short.as_str(), " – ", choice.label.as_str()].concat(),
                    None => question.short.clone(),
                }
            }
            Self::AnyChoice(question) => [policy[*question].short.as_str(), " – any"].concat(),
            Self::NotSure(question) => [policy[*question].short.as_str(), " – not sure"].concat(),
            Self::Finding(finding) => policy[*finding].name.clone(),
            Self::Named(named) => policy[*named].name.clone(),
            Self::Outcome(outcome) => policy[*outcome].name.clone(),
            Self::Duty(duty) => policy[*duty].name.clone(),
            Self::Status(option, status) => [policy[*option].name.as_str(), " – ", status.name()].concat(),
            Self::Not(_) => "Not the next line".to_owned(),
            Self::All(_) => "All of the lines below".to_owned(),
            Self::Any(_) => "At least one of the lines below".to_owned(),
        }
    }

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
            Self::Duty(duty) => case.policy[*duty].when.holds(case),
            // What an option's status is takes its diagram; a single condition is not asked this.
            Self::Status(..) => None,
            Self::Not(inner) => inner.holds(case).map(|known| !known),
            Self::All(parts) => parts.iter().map(|part| part.holds(case)).reduce(and).unwrap_or(Some(true)),
            Self::Any(parts) => parts.iter().map(|part| part.holds(case)).reduce(or).unwrap_or(Some(false)),
        }
    }
}

#[cfg(test)]
mod tests;
