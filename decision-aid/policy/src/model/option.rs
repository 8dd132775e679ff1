//! The ways to manage contact, and the rules that give each its status.

use super::clause::Source;
use super::conclusion::Outcome;
use super::question::Question;
use crate::diagram::TerminalSet;
use crate::{Condition, Field, Ref};
use serde::{Deserialize, Serialize};

/// A way to manage contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyOption {
    /// The stable id.
    pub id: String,
    /// A few words, verb first.
    pub name: String,
    /// What it is, with its limits.
    pub does: String,
    /// What a letter tells the customer where it is taken: sentences with `{detail}` for a detail. One with a detail that is
    /// left empty is left out.
    pub tells: Vec<String>,
    /// Whether it limits the customer, so that it needs an end and recorded reasons.
    pub restricts: bool,
    /// The options that it is taken instead of: not both of them can be taken.
    pub instead_of: Vec<Ref<PolicyOption>>,
    /// What some choices of its details contradict.
    pub conflicts: Vec<Conflict>,
    /// The questions whose evidence it rests on: at least one of them must have some.
    pub evidence: Vec<Ref<Question>>,
    /// What has to be settled where it is taken.
    pub details: Vec<Field>,
    /// The outcomes it is offered in.
    pub offered_in: Vec<Ref<Outcome>>,
    /// Read from top to bottom, the first that holds decides. The last rule of every outcome it is offered
    /// in always holds; the compiler sees to that.
    pub rules: Vec<Rule>,
    /// Where it comes from.
    pub source: Source,
}

/// A choice of a detail that contradicts other terms: “only by letter” and a number of calls cannot both be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The detail, a choice.
    pub detail: String,
    /// The choices that contradict.
    pub choices: Vec<String>,
    /// What they contradict.
    pub with: Vec<ConflictsWith>,
}

/// What a choice contradicts: an option taken, or a detail of it that is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictsWith {
    /// The option.
    pub option: Ref<PolicyOption>,
    /// The detail, where only that counts.
    pub detail: Option<String>,
}

/// One rule of an option: its status, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The status the option takes.
    pub status: Status,
    /// When.
    pub when: Condition,
    /// The outcomes the rule is for, where not for all.
    pub only_in: Option<Vec<Ref<Outcome>>>,
    /// The reason, in words for the record.
    pub because: String,
    /// Where it comes from.
    pub source: Source,
}

impl Rule {
    /// Whether the rule is read in an outcome.
    pub fn applies_in(&self, outcome: Ref<Outcome>) -> bool {
        self.only_in.as_ref().is_none_or(|only| only.contains(&outcome))
    }
}

/// The status of an option in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The policy requires it.
    Required,
    /// The facts would support it; a named officer decides.
    Warranted,
    /// Not known yet, or for a person to judge.
    Open,
    /// The facts do not support it.
    NotWarranted,
    /// Something the policy asks for first is lacking.
    NotAvailable,
    /// Not weighed in this outcome.
    NotOffered,
}

impl Status {
    /// Every status with its word in the pages and the data.
    pub const WORDS: [(Self, &str); 6] = [
        (Self::Required, "required"),
        (Self::Warranted, "warranted"),
        (Self::Open, "open"),
        (Self::NotWarranted, "not-warranted"),
        (Self::NotAvailable, "not-available"),
        (Self::NotOffered, "not-offered"),
    ];

    /// The terminal that stands for this status in a diagram, as a set.
    pub(crate) fn terminal(self) -> TerminalSet {
        let index = Self::WORDS.iter().position(|(status, _)| *status == self);
        1 << index.unwrap_or(0)
    }

    /// The word for this status in the data.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(status, _)| *status == self).map_or("", |(_, word)| word)
    }

    /// The status as people read it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Required => "Required",
            Self::Warranted => "Supported by the facts",
            Self::Open => "A person must judge",
            Self::NotWarranted => "Not supported",
            Self::NotAvailable => "Not available yet",
            Self::NotOffered => "Not offered",
        }
    }
}
