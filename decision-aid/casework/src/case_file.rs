//! A case file: a case as it is saved, opened again, and compared with what the policy says now.
//!
//! A file holds entries in order, each locked once it was made. One that is not made yet comes last and is the case on screen.

mod json;
mod notice;

pub use json::Json;
pub use notice::Notice;

use crate::CaseView;
use crate::history::{CaseEntry, CaseHistory};
use std::fmt;

/// A case as it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The format of the file that it was read from; the newest for one that is to be saved.
    pub format_version: u32,
    /// What was made of the case, and what tells it from others.
    pub history: CaseHistory,
    /// The entry that is worked on. `None` where every entry was made.
    pub draft: Option<CaseEntry>,
    /// The names of members of the file that this version does not know, and does not keep.
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

    /// The newest format of case files. Every earlier one can be read.
    pub const FORMAT_VERSION: u32 = 2;

    /// The largest case file that is opened, in bytes: thousands of pages of text.
    pub const LARGEST: usize = 5_000_000;

    /// A case as it is saved today. One without a word in it is no entry, unless there is no other.
    pub fn save(view: &CaseView<'_>, history: &CaseHistory, today: &str) -> Self {
        let is_entry = !view.case.is_empty() || history.entries.is_empty();
        Self {
            format_version: Self::FORMAT_VERSION,
            history: history.clone(),
            draft: is_entry.then(|| view.entry_today(today)),
            unknown: Vec::new(),
        }
    }

    /// The entry that the file ends with, made or not. `None` where this version knows none of them.
    pub fn last(&self) -> Option<&CaseEntry> {
        self.draft.as_ref().or_else(|| self.history.made().last())
    }
}

#[cfg(test)]
mod tests;
