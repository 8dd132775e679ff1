//! What follows from answers: findings, outcomes and duties.

use super::clause::Source;
use super::option::PolicyOption;
use super::question::Question;
use crate::{Condition, Ref};
use serde::{Deserialize, Serialize};

/// A condition with a name, to say it once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedCondition {
    /// The stable id.
    pub id: String,
    /// A few words.
    pub name: String,
    /// When it holds.
    pub when: Condition,
}

/// What the answers amount to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The stable id.
    pub id: String,
    /// A few words.
    pub name: String,
    /// The finding in a sentence.
    pub says: String,
    /// When it holds.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}

/// A conclusion: what the officer should do now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub name: String,
    /// What to do now, in one sentence.
    pub says: String,
    /// When it holds.
    pub when: Condition,
    /// What to do next, in order.
    pub steps: Vec<Step>,
    /// The options that are weighed in it.
    pub weigh: Vec<Ref<PolicyOption>>,
    /// The options of which one has to be taken before the decision is whole. None where nothing has to be.
    pub decide_one: Vec<Ref<PolicyOption>>,
    /// What its record holds.
    pub record: Vec<RecordItem>,
    /// Where it comes from.
    pub source: Source,
}

/// Something the record of an outcome holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordItem {
    /// The answer to a question.
    Question(Ref<Question>),
    /// A finding.
    Finding(Ref<Finding>),
}

/// One thing to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// Who does it.
    pub who: String,
    /// Where it comes from.
    pub source: Source,
}

/// Answers that do not go together. It decides nothing: whoever gave them is told, and mends one or lets them stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contradiction {
    /// The stable id.
    pub id: String,
    /// What does not go together, and what to look at again.
    pub says: String,
    /// When it holds.
    pub when: Condition,
    /// The questions whose answers it reads, in the order asked: it is said beside each. At least two.
    pub questions: Vec<Ref<Question>>,
    /// Where it comes from.
    pub source: Source,
}

/// Something that must or may be done at once, whatever the outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Duty {
    /// The stable id.
    pub id: String,
    /// A few words, verb first.
    pub name: String,
    /// What to do.
    pub says: String,
    /// Whether somebody's safety hangs on it.
    pub urgent: bool,
    /// When it holds.
    pub when: Condition,
    /// Where it comes from.
    pub source: Source,
}
