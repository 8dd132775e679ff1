//! A case file: a case as it is saved, opened again, and compared with what the policy says now.
//!
//! A file holds entries in order. One of them, a decision, is the case on screen; the others are kept as they came.

mod json;
mod notice;

pub use json::{Json, KeptEntry};
pub use notice::Notice;

use crate::{Case, CaseView};
use policy::Status;
use std::collections::BTreeMap;
use std::fmt;

/// A case as it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The format of the file that it was read from; the newest for one that is to be saved.
    pub format_version: u32,
    /// What the file holds beside the case on screen.
    pub history: CaseHistory,
    /// The case on screen.
    pub decision: Decision,
    /// The names of members of the file that this version does not know, and does not keep.
    pub unknown: Vec<String>,
}

/// What a case has beside what is on screen. It goes from one file of the case to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseHistory {
    /// What tells this case from every other, in files and calendars: made once, by chance. Letters, digits and hyphens.
    pub case_id: String,
    /// How many calendar files were made of the case, so that a calendar knows the newest.
    pub calendar_sequence: u32,
    /// The day that the decision on screen was made on. `None` while it is open.
    pub made_on: Option<String>,
    /// The entries before the one on screen.
    pub earlier: Vec<KeptEntry>,
    /// The entries after it.
    pub later: Vec<KeptEntry>,
}

impl CaseHistory {
    /// That of a case that begins. `case_id` is the case's alone, and of letters, digits and hyphens.
    pub fn new(case_id: String) -> Self {
        Self { case_id, ..Self::default() }
    }
}

/// An entry of a case: a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
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
}

impl Decision {
    /// How a case file names this kind of entry.
    const KIND: &str = "decision";

    /// The decision as it stands today.
    fn today(view: &CaseView<'_>, today: &str) -> Self {
        let policy = view.policy();
        let assessment = view.assessment();
        let ids = policy.options.iter().map(|option| option.id.clone());
        Self {
            policy_version: policy.version.clone(),
            saved_on: today.to_owned(),
            case: view.case.clone(),
            outcome: assessment.outcome.map(|outcome| policy[outcome].id.clone()).unwrap_or_default(),
            options: ids.zip(assessment.options.iter().map(|of| of.status)).collect(),
        }
    }
}

/// Why a case file was not opened. What was on screen stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOpened {
    /// It is larger than any case.
    TooLarge,
    /// It cannot be read, or is cut off.
    Unreadable,
    /// It is something else.
    NotACase,
    /// A newer version of this handbook made it.
    TooNew,
}

impl fmt::Display for NotOpened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "The file is larger than any case file. Choose the case file that you saved here.",
            Self::Unreadable => "The file cannot be read: it is cut off or was changed. Choose another copy of it.",
            Self::NotACase => "The file is not a case file. Choose one that was saved here; its name ends in “.json”.",
            Self::TooNew => "A newer version of this handbook made the file. Open it there, or reload this page and try again.",
        })
    }
}

impl std::error::Error for NotOpened {}

/// Why a case was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// The file would be larger than any that is opened, by so many bytes.
    TooLarge(usize),
    /// The file could not be read again.
    Unreadable,
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => f.write_str(
                &[
                    "The case was not saved: its file would be ",
                    &grouped(*bytes),
                    " bytes larger than the ",
                    &grouped(CaseFile::LARGEST),
                    " bytes that can be opened again. Shorten what you wrote, and save it then.",
                ]
                .concat(),
            ),
            Self::Unreadable => f.write_str(
                "The case was not saved: its file could not be read again. Download the record instead.",
            ),
        }
    }
}

impl std::error::Error for NotSaved {}

/// A number with a comma after each thousand: `5,000,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl CaseFile {
    /// What a case file says it is.
    pub const FORMAT: &str = "customer-handling-case";

    /// The newest format of case files. Every earlier one can be read.
    pub const FORMAT_VERSION: u32 = 2;

    /// The largest case file that is opened, in bytes: thousands of pages of text.
    pub const LARGEST: usize = 5_000_000;

    /// A case as it is saved today.
    pub fn save(view: &CaseView<'_>, history: &CaseHistory, today: &str) -> Self {
        Self {
            format_version: Self::FORMAT_VERSION,
            history: history.clone(),
            decision: Decision::today(view, today),
            unknown: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
