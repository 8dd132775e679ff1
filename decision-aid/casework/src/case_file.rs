//! A case file: a case as it is saved, opened again, and compared with what the policy says now.

use crate::{Case, Desk};
use policy::{Policy, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// What a case file says it is.
const FORMAT: &str = "customer-handling-case";

/// The newest form of case file that this version can read.
const FORMAT_VERSION: u32 = 1;

/// The largest case file that is opened, in bytes: hundreds of pages of text.
pub(crate) const LARGEST: usize = 5_000_000;

/// A case as it is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CaseFile {
    /// That it is a case file.
    pub format: String,
    /// Which form of case file.
    pub format_version: u32,
    /// The version of the policy that it was saved under.
    pub policy_version: String,
    /// The day it was saved on.
    pub saved_on: String,
    /// The case.
    #[serde(flatten)]
    pub case: Case,
    /// The outcome at the time; none where it was open.
    pub outcome: Option<String>,
    /// The status of each option at the time.
    pub options: BTreeMap<String, Status>,
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

impl CaseFile {
    /// A case as it is saved today.
    pub fn save(desk: &Desk<'_>, today: &str) -> Self {
        let policy = desk.policy();
        let assessment = desk.assessment();
        let options = policy.options.iter().zip(&assessment.options);
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            policy_version: policy.version.clone(),
            saved_on: today.to_owned(),
            case: desk.case.clone(),
            outcome: assessment.outcome.map(|outcome| policy[outcome].id.clone()),
            options: options.map(|(option, standing)| (option.id.clone(), standing.status)).collect(),
        }
    }

    /// Whether a file of a size can be a case.
    ///
    /// # Errors
    /// It is too large.
    pub fn admit(bytes: usize) -> Result<(), NotOpened> {
        if bytes > LARGEST { Err(NotOpened::TooLarge) } else { Ok(()) }
    }

    /// The case in a file, read by `read`, which knows the file's notation.
    ///
    /// # Errors
    /// It is no case file, or not one that this version can read.
    pub fn open(text: &str, read: impl Fn(&str) -> Option<Self>) -> Result<Self, NotOpened> {
        Self::admit(text.len())?;
        let file = read(text).ok_or_else(|| match text.trim_end().ends_with('}') {
            // Cut off, or not in this notation at all.
            false if text.contains(FORMAT) => NotOpened::Unreadable,
            true if text.contains(FORMAT) && newer(text) => NotOpened::TooNew,
            true if text.contains(FORMAT) => NotOpened::Unreadable,
            _ => NotOpened::NotACase,
        })?;
        match (file.format.as_str(), file.format_version) {
            (FORMAT, FORMAT_VERSION) => Ok(file),
            (FORMAT, _) => Err(NotOpened::TooNew),
            _ => Err(NotOpened::NotACase),
        }
    }
}

/// Whether a file that cannot be read says that it is of a newer form.
fn newer(text: &str) -> bool {
    let version = text.split("\"format-version\"").nth(1).map(|rest| rest.trim_start_matches([':', ' ']));
    let digits: String = version.unwrap_or("").chars().take_while(char::is_ascii_digit).collect();
    digits.parse::<u32>().is_ok_and(|version| version > FORMAT_VERSION)
}

/// What this policy says otherwise than the one that a case was saved under, in sentences. Empty where nothing.
pub fn changes_since(file: &CaseFile, desk: &Desk<'_>) -> Vec<String> {
    let policy = desk.policy();
    let mut changes = Vec::new();
    let outcome = desk.assessment().outcome.map(|outcome| &policy[outcome]);
    if file.outcome.as_ref() != outcome.map(|outcome| &outcome.id) {
        let name = |id: Option<&String>| match id {
            Some(id) => policy.outcomes.iter().find(|outcome| outcome.id == *id).map_or(id.as_str(), |outcome| &outcome.name),
            None => "open",
        };
        changes.push(
            ["The outcome was “", name(file.outcome.as_ref()), "” and is now “", name(outcome.map(|outcome| &outcome.id)), "”."].concat(),
        );
    }
    for (option, standing) in policy.options.iter().zip(&desk.assessment().options) {
        let before = file.options.get(&option.id).copied().unwrap_or(Status::NotOffered);
        if before != standing.status {
            changes.push(
                ["“", option.name.as_str(), "” was ", &lower(before), " and is now ", &lower(standing.status), "."].concat(),
            );
        }
    }
    changes
}

fn lower(status: Status) -> String {
    status.name().to_lowercase()
}

impl Case {
    /// The answers that this policy has no use for: to questions that it does not ask, or that these do not take.
    /// They are kept, and listed in the record.
    pub fn left_over(&self, policy: &Policy) -> Vec<(&str, &policy::Answer)> {
        let left_over = |(id, answer): &(&String, &policy::Answer)| {
            policy.question(id).is_none_or(|question| policy[question].read(answer).is_err())
        };
        self.answers.iter().filter(left_over).map(|(id, answer)| (id.as_str(), answer)).collect()
    }
}

#[cfg(test)]
mod tests;
