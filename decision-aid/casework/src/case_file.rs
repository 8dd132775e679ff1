//! A case file: a case as it is saved, opened again, and compared with what the policy says now.

use crate::{Case, Desk};
use policy::{Policy, Status};
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
    /// The status of each option at the time: its id, and the status in the word of the data.
    pub options: Vec<(String, String)>,
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
    /// What a case file says it is.
    pub const FORMAT: &str = "customer-handling-case";

    /// The newest form of case file that this version can read.
    pub const FORMAT_VERSION: u32 = 1;

    /// The largest case file that is opened, in bytes: thousands of pages of text.
    pub const LARGEST: usize = 5_000_000;

    /// A case as it is saved today.
    pub fn save(desk: &Desk<'_>, today: &str) -> Self {
        let policy = desk.policy();
        let assessment = desk.assessment();
        let mut options = Vec::new();
        for (place, option) in policy.options.iter().enumerate() {
            options.push((option.id.clone(), assessment.options[place].status.word().to_owned()));
        }
        Self {
            policy_version: policy.version.clone(),
            saved_on: today.to_owned(),
            case: desk.case.clone(),
            outcome: match assessment.outcome {
                Some(outcome) => policy[outcome].id.clone(),
                None => String::new(),
            },
            options,
        }
    }
}

/// What this policy says otherwise than the one that a case was saved under, in sentences. Empty where nothing.
pub fn changes_since(file: &CaseFile, desk: &Desk<'_>) -> Vec<String> {
    let policy = desk.policy();
    let mut changes = Vec::new();
    let now = match desk.assessment().outcome {
        Some(outcome) => policy[outcome].id.as_str(),
        None => "",
    };
    if file.outcome != now {
        let (before, now) = (outcome_name(policy, &file.outcome), outcome_name(policy, now));
        changes.push(["The outcome was “", before, "” and is now “", now, "”."].concat());
    }
    for (place, option) in policy.options.iter().enumerate() {
        let now = desk.assessment().options[place].status;
        let mut before = Status::NotOffered;
        for (id, word) in &file.options {
            if *id == option.id {
                before = status(word);
            }
        }
        if before != now {
            let change = [&option.name, ": was “", before.name(), "”, is now “", now.name(), "”."];
            changes.push(change.concat());
        }
    }
    changes
}

/// The name of an outcome; its id where this policy does not know it.
fn outcome_name<'a>(policy: &'a Policy, id: &'a str) -> &'a str {
    for outcome in &policy.outcomes {
        if outcome.id == id {
            return &outcome.name;
        }
    }
    if id.is_empty() { "open" } else { id }
}

/// The status that a word of the data stands for.
fn status(word: &str) -> Status {
    for (status, known) in &Status::WORDS {
        if *known == word {
            return *status;
        }
    }
    Status::NotOffered
}

impl Case {
    /// The answers that this policy has no use for: to questions that it does not ask, or that these do not take.
    /// They are kept, and listed in the record.
    pub fn left_over(&self, policy: &Policy) -> Vec<(&str, &policy::Answer)> {
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
