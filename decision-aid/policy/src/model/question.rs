//! What the officer is asked.

use super::clause::{Clause, Source};
use crate::Ref;
use serde::{Deserialize, Serialize};

/// A group of questions that the aid asks together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The stable id.
    pub id: String,
    /// A few words that name it in the list of stages.
    pub name: String,
    /// The heading, a question in itself.
    pub title: String,
    /// Whether every question of the group matters in every case (the safety questions do).
    pub always: bool,
}

/// One question to the officer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The stable id.
    pub id: String,
    /// The group it is asked in.
    pub group: Ref<Group>,
    /// The screen of its group that it is asked on, from 0.
    pub screen: u8,
    /// The question in full.
    pub ask: String,
    /// A few words that name it in lists.
    pub short: String,
    /// How to tell, where that needs saying.
    pub hint: Option<String>,
    /// The answers it takes, besides "not sure".
    pub answers: AnswerKind,
    /// The answer that meets this check, where the question is a check.
    pub needs: Option<bool>,
    /// What to do when the check is not met.
    pub otherwise: Option<String>,
    /// Who can settle it when the officer is not sure.
    pub settled_by: Option<String>,
    /// Whether "what would change this?" must leave it alone.
    pub fixed: bool,
    /// Where it comes from.
    pub source: Source,
}

/// The answers a question takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// Yes or no.
    YesNo,
    /// Any number of the choices, none included.
    AnyOf(Vec<Choice>),
    /// Exactly one of the choices.
    OneOf(Vec<Choice>),
}

impl AnswerKind {
    /// The choices to tick; none for a yes-no question.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::YesNo => &[],
            Self::AnyOf(choices) | Self::OneOf(choices) => choices,
        }
    }
}

/// One choice of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The stable id, unique within the question.
    pub id: String,
    /// The words beside the box.
    pub label: String,
    /// Whether it only feeds the record and can change no result.
    pub record_only: bool,
    /// The clauses of this very choice, where they are not the question's.
    pub clauses: Vec<Ref<Clause>>,
}
