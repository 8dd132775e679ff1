//! Cases to learn from.

use super::clause::Clause;
use super::conclusion::Outcome;
use super::option::Status;
use super::question::Question;
use crate::{Practice, RawAnswers, Ref};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A case to learn from, checked against the policy like a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What happened.
    pub story: String,
    /// The facts.
    pub answers: RawAnswers,
    /// The questions that the case itself leaves out, by id: their answer above is the usual one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub taken_for_granted: BTreeSet<String>,
    /// The outcome that the policy gives, `None` where it stays open.
    pub outcome: Option<Ref<Outcome>>,
    /// The options worth expecting.
    pub options: BTreeMap<String, Status>,
    /// The findings worth expecting.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub findings: BTreeMap<String, bool>,
    /// The duties worth expecting.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub duties: BTreeMap<String, bool>,
    /// What needs a person, and why.
    pub open: Vec<String>,
    /// Why, and what people get wrong.
    pub notes: String,
    /// The clauses it is about, where it names any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Ref<Clause>>,
    /// What it teaches, where it is a case to practise on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<Practice>,
}

impl Scenario {
    /// What stands behind an answer that the case does not give itself.
    pub const TAKEN_FOR_GRANTED: &str = "taken for granted";

    /// Whether the answer to a question is the usual one, because the case leaves the question out.
    pub fn takes_for_granted(&self, question: &Question) -> bool {
        self.taken_for_granted.contains(&question.id)
    }
}
