//! An entry of a case, and how the case on screen becomes one.

use crate::calendar::is_day;
use crate::wording::sentences;
use crate::{Case, CaseView, Choice, Key};
use policy::{EntryKind, PolicyOption, Ref, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An entry of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct CaseEntry {
    /// What it is.
    pub kind: EntryKind,
    /// The day it was made on, from which on it is locked. `None` while it is worked on.
    pub made_on: Option<String>,
    /// The version of the policy that it was saved under.
    pub policy_version: String,
    /// The day it was saved on.
    pub saved_on: String,
    /// The answers and the texts.
    pub case: Case,
    /// The outcome at the time; empty where it was open.
    pub outcome: String,
    /// The status of each option at the time, by the option's id.
    pub options: BTreeMap<String, Status>,
    /// What the answers amounted to, by the ids of the findings.
    pub findings: Vec<String>,
    /// The limits that apply from it on. `None` where it sets none.
    pub limits: Option<Limits>,
}

/// Limits on a customer's contact, as an entry sets them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Limits {
    /// What the customer was told of each, in sentences.
    pub says: Vec<String>,
    /// The first day; empty where none was given.
    pub starts_on: String,
    /// The last day; empty where none was given.
    pub ends_on: String,
    /// The day of the review; empty where none was given.
    pub review_on: String,
    /// Who was told, one to an element.
    pub told: Vec<String>,
}

impl CaseEntry {
    /// What a field of the record says in it.
    pub fn recorded(&self, field: Option<&String>) -> &str {
        field.map_or("", |field| self.case.text(&Key::Record(field)).trim())
    }

    /// The day that it was decided on, as far as it says: that of the decision, else the one it was made or saved on.
    pub fn day(&self, decided_on: Option<&String>) -> &str {
        match self.recorded(decided_on) {
            "" => self.made_on.as_deref().unwrap_or(&self.saved_on),
            day => day,
        }
    }
}

impl CaseView<'_> {
    /// The case as an entry, as it stands today.
    pub fn entry_today(&self, today: &str) -> CaseEntry {
        let (policy, assessment) = (self.policy(), self.assessment());
        let ids = policy.options.iter().map(|option| option.id.clone());
        let found =
            policy.findings.iter().zip(&assessment.findings).filter(|(_, holds)| **holds == Some(true));
        CaseEntry {
            kind: self.entry_kind(),
            made_on: None,
            policy_version: policy.version.clone(),
            saved_on: today.to_owned(),
            case: self.case.clone(),
            outcome: assessment.outcome.map(|outcome| policy[outcome].id.clone()).unwrap_or_default(),
            options: ids.zip(assessment.options.iter().map(|of| of.status)).collect(),
            findings: found.map(|(finding, _)| finding.id.clone()).collect(),
            limits: self.limits(),
        }
    }

    /// What kind of entry the case makes: that of its outcome; the end, where it ends every limit outside of a review.
    pub fn entry_kind(&self) -> EntryKind {
        let rules = &self.content.paperwork.entries;
        let kinds = rules.kinds.iter();
        let of_outcome = kinds.filter(|(outcome, _)| Some(*outcome) == self.assessment().outcome);
        let kind = of_outcome.map(|(_, kind)| *kind).next().unwrap_or_default();
        match kind {
            EntryKind::Review => kind,
            EntryKind::OnTheSpotNotice if !self.restricts() => EntryKind::Decision,
            _ if self.ends_limits() => EntryKind::End,
            _ => kind,
        }
    }

    /// Whether an option is taken that ends every limit.
    pub(crate) fn ends_limits(&self) -> bool {
        self.takes_any(&self.content.paperwork.entries.ends)
    }

    /// The limits that apply from this case on.
    fn limits(&self) -> Option<Limits> {
        if !self.restricts() || self.ends_limits() {
            return None;
        }
        let facts = &self.content.paperwork.entries.facts;
        let is_limit =
            |known: Option<Ref<PolicyOption>>| known.is_none_or(|known| self.policy()[known].restricts);
        let taken =
            self.options().iter().filter(|option| option.choice == Choice::Taken && is_limit(option.option));
        // What is no day yet is none: the screen says so.
        let day = |field: &Option<String>| {
            field.as_ref().map(|id| self.recorded(id)).filter(|day| is_day(day)).unwrap_or_default()
        };
        let lines = |field: &String| -> Vec<String> {
            let text = self.recorded(field);
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        Some(Limits {
            says: taken.flat_map(|option| sentences(self, option)).collect(),
            starts_on: day(&facts.starts_on),
            ends_on: day(&facts.ends_on),
            review_on: day(&facts.review_on),
            told: facts.told.iter().flat_map(lines).collect(),
        })
    }
}
