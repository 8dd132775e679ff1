//! A case file: a case as it is saved, opened again, and compared with what the policy says now.

mod json;
mod notice;

pub use notice::Notice;

use crate::{Case, CaseView};
use policy::{Answer, Policy, Status};
use std::collections::BTreeMap;
use std::fmt;

/// A case as it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The version of the policy that it was saved under.
    pub policy_version: String,
    /// The day it was saved on.
    pub saved_on: String,
    /// The case.
    pub case: Case,
    /// The outcome at the time; empty where it was open.
    pub outcome: String,
    /// The status of each option at the time, by the option's id.
    pub options: BTreeMap<String, Status>,
    /// The names of entries in the file that this version does not know, and does not keep.
    pub unknown: Vec<String>,
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

    /// The newest form of case file that this version can read.
    pub const FORMAT_VERSION: u32 = 1;

    /// The largest case file that is opened, in bytes: thousands of pages of text.
    pub const LARGEST: usize = 5_000_000;

    /// A case as it is saved today.
    pub fn save(view: &CaseView<'_>, today: &str) -> Self {
        let policy = view.policy();
        let assessment = view.assessment();
        let statuses = assessment.options.iter().map(|of| of.status);
        Self {
            policy_version: policy.version.clone(),
            saved_on: today.to_owned(),
            case: view.case.clone(),
            outcome: match assessment.outcome {
                Some(outcome) => policy[outcome].id.clone(),
                None => String::new(),
            },
            options: policy.options.iter().map(|option| option.id.clone()).zip(statuses).collect(),
            unknown: Vec::new(),
        }
    }
}

impl Case {
    /// The answers that this policy has no use for: to questions that it does not ask, or that these do not take.
    /// They are kept, and listed in the record.
    pub fn left_over(&self, policy: &Policy) -> Vec<(&str, &Answer)> {
        let mut left_over = Vec::new();
        for (id, answer) in &self.answers {
            let read = match policy.question(id) {
                Some(question) => policy[question].takes(answer),
                None => false,
            };
            if !read {
                left_over.push((id.as_str(), answer));
            }
        }
        left_over
    }
}

#[cfg(test)]
mod tests;
