//! What a case consists of over time: the kinds of its entries, and what goes on from one into the next.

use super::Field;
use crate::{Finding, Outcome, PolicyOption, Question, Ref, Source};
use serde::{Deserialize, Serialize};

/// What an entry of a case is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A check of the case, and what was decided.
    #[default]
    Decision,
    /// A restriction decided on the spot.
    OnTheSpotNotice,
    /// A letter that asks the customer to modify the behaviour.
    Warning,
    /// Something that happened.
    Incident,
    /// A review of a restriction.
    Review,
    /// A change of a restriction outside of a review.
    Change,
    /// What was wrong in an earlier entry, and what is right.
    Correction,
    /// The end of every restriction.
    End,
}

impl EntryKind {
    /// Every kind with its word in the pages and the data, and what people call it.
    const WORDS: [(Self, &str, &str); 8] = [
        (Self::Decision, "decision", "Decision"),
        (Self::OnTheSpotNotice, "on-the-spot-notice", "On-the-spot notice"),
        (Self::Warning, "warning", "Warning"),
        (Self::Incident, "incident", "Incident"),
        (Self::Review, "review", "Review"),
        (Self::Change, "change", "Change"),
        (Self::Correction, "correction", "Correction"),
        (Self::End, "end", "End"),
    ];

    /// The kind with a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known, _)| *known == word).map(|(kind, ..)| *kind)
    }

    /// The words of all kinds.
    pub fn words() -> impl Iterator<Item = &'static str> + Clone {
        Self::WORDS.iter().map(|(_, word, _)| *word)
    }

    /// Its word in the pages and the data.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize].1
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        Self::WORDS[self as usize].2
    }

    /// Whether it decides on restrictions: what it takes stands until the next one that does.
    pub fn decides(self) -> bool {
        matches!(self, Self::Decision | Self::OnTheSpotNotice | Self::Review | Self::Change | Self::End)
    }
}

/// How one entry of a case follows another.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EntryRules {
    /// What an entry is, by its outcome. Any other is a decision.
    pub kinds: Vec<(Ref<Outcome>, EntryKind)>,
    /// The questions whose answers go on into the next entry. Every other is asked afresh.
    pub carries: Vec<Ref<Question>>,
    /// The fields of the record that go on.
    pub carries_fields: Vec<String>,
    /// The question whether a restriction is in force. The case answers it.
    pub in_force: Option<Ref<Question>>,
    /// The question whether one is in force that was decided on the spot. The case answers it.
    pub on_the_spot: Option<Ref<Question>>,
    /// The details of options that take the limits in force, one to a line, as a review begins.
    pub terms: Vec<(Ref<PolicyOption>, String)>,
    /// The options that end every restriction.
    pub ends: Vec<Ref<PolicyOption>>,
    /// Where the facts stand that the list of restrictions and the report read.
    pub facts: EntryFacts,
    /// What to write down of something that happened.
    pub incident: Vec<Field>,
    /// What to write down to correct an entry.
    pub correction: Vec<Field>,
    /// Where all of it comes from.
    pub source: Source,
}

/// The fields of the record, by their ids, that say something of an entry as a whole. None where a handbook has no such field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFacts {
    /// The day of the decision.
    pub decided_on: Option<String>,
    /// In a review: the day of the decision under review.
    pub first_decision: Option<String>,
    /// In a review: how late it is, and why.
    pub late: Option<String>,
    /// The first day of what is decided.
    pub starts_on: Option<String>,
    /// Its last day.
    pub ends_on: Option<String>,
    /// The day of its review.
    pub review_on: Option<String>,
    /// The first day without restrictions, where they end.
    pub ended_on: Option<String>,
    /// The day of the assessment.
    pub assessed_on: Option<String>,
    /// Who is told.
    pub told: Vec<String>,
    /// Where limits end: who was told of them, and is told again.
    pub told_again: Option<String>,
    /// What was adjusted, or why nothing.
    pub adjustments: Option<String>,
    /// Why a check was departed from.
    pub departure: Option<String>,
    /// What was learnt.
    pub lesson: Option<String>,
    /// The question about the behaviour.
    pub behaviour: Option<Ref<Question>>,
    /// The question who asked for a review.
    pub review: Option<Ref<Question>>,
    /// The findings that are grounds to do something under the policy.
    pub grounds: Vec<Ref<Finding>>,
}
