//! A case file as JSON text: written, and read with everything in it checked.
//!
//! A file comes from a disk or a message, cut off, changed by hand, or made by something else; what is read is sound or
//! refused as a whole.

use super::{CaseFile, NotOpened, NotSaved};
use crate::{Case, calendar};
use policy::{RawAnswers, Status};
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a case file looks like. What it is comes first, so that a file that is cut off still says so.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Written<'a> {
    format: &'static str,
    format_version: u32,
    policy_version: &'a str,
    saved_on: &'a str,
    outcome: &'a str,
    options: &'a BTreeMap<String, Status>,
    answers: &'a RawAnswers,
    #[serde(serialize_with = "as_map")]
    texts: &'a [(String, String)],
}

fn as_map<S: Serializer>(texts: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(texts.iter().map(|(key, text)| (key, text)))
}

impl CaseFile {
    /// The file as text.
    ///
    /// # Errors
    /// The file could not be opened again: it is larger than [`CaseFile::LARGEST`], or something in it is not sound.
    pub fn to_json(&self) -> Result<String, NotSaved> {
        let json = self.to_json_of_any_size()?;
        match json.len().saturating_sub(Self::LARGEST) {
            0 => Ok(json),
            excess => Err(NotSaved::TooLarge(excess)),
        }
    }

    /// The file as text for the storage of the browser, whose limit is not that of a file.
    ///
    /// # Errors
    /// It could not be read again.
    pub fn to_json_of_any_size(&self) -> Result<String, NotSaved> {
        let written = Written {
            format: Self::FORMAT,
            format_version: Self::FORMAT_VERSION,
            policy_version: &self.policy_version,
            saved_on: &self.saved_on,
            outcome: &self.outcome,
            options: &self.options,
            answers: &self.case.answers,
            texts: &self.case.texts,
        };
        is_day(&self.saved_on).then_some(()).ok_or(NotSaved::Unreadable)?;
        serde_json::to_string_pretty(&written).map_err(|_| NotSaved::Unreadable)
    }

    /// The case file in a text.
    ///
    /// # Errors
    /// It is no case file, larger than [`CaseFile::LARGEST`], or not one that this version can read.
    pub fn from_json(json: &str) -> Result<Self, NotOpened> {
        if json.len() > Self::LARGEST {
            return Err(NotOpened::TooLarge);
        }
        Self::from_json_of_any_size(json)
    }

    /// The case file in a text from the storage of the browser, whose limit is not that of a file.
    ///
    /// # Errors
    /// As [`CaseFile::from_json`], but for its size.
    pub fn from_json_of_any_size(json: &str) -> Result<Self, NotOpened> {
        let mut entries = match serde_json::from_str(json) {
            Ok(Value::Object(entries)) => entries,
            // Cut off: it began as a case file.
            Err(_) if json.contains(Self::FORMAT) => return Err(NotOpened::Unreadable),
            _ => return Err(NotOpened::NotACase),
        };
        check_format(&mut entries)?;
        let saved_on: String = entry(&mut entries, "saved-on")?;
        if !is_day(&saved_on) {
            return Err(NotOpened::Unreadable);
        }
        Ok(Self {
            policy_version: entry(&mut entries, "policy-version")?,
            saved_on,
            outcome: entry(&mut entries, "outcome")?,
            options: entry(&mut entries, "options")?,
            case: case(&mut entries)?,
            unknown: entries.into_iter().map(|(name, _)| name).collect(),
        })
    }
}

impl Case {
    /// The case in a text that an earlier build kept in the tab: answers and texts, and nothing else.
    pub fn from_earlier_tab(json: &str) -> Option<Self> {
        let Ok(Value::Object(mut entries)) = serde_json::from_str(json) else { return None };
        case(&mut entries).ok().filter(|_| entries.is_empty())
    }
}

/// Whether the entries are those of a case file that this version can read.
fn check_format(entries: &mut Map<String, Value>) -> Result<(), NotOpened> {
    if entries.remove("format").is_none_or(|format| format != CaseFile::FORMAT) {
        return Err(NotOpened::NotACase);
    }
    match entry::<u64>(entries, "format-version")? {
        0 => Err(NotOpened::Unreadable),
        version if version > u64::from(CaseFile::FORMAT_VERSION) => Err(NotOpened::TooNew),
        _ => Ok(()),
    }
}

/// An entry, taken out of them. Each is needed.
fn entry<T: DeserializeOwned>(entries: &mut Map<String, Value>, name: &str) -> Result<T, NotOpened> {
    let value = entries.remove(name).ok_or(NotOpened::Unreadable)?;
    serde_json::from_value(value).map_err(|_| NotOpened::Unreadable)
}

fn case(entries: &mut Map<String, Value>) -> Result<Case, NotOpened> {
    let mut case = Case { answers: entry(entries, "answers")?, texts: Vec::new() };
    let texts: BTreeMap<String, String> = entry(entries, "texts")?;
    for (key, text) in texts {
        case.write(&key, text);
    }
    Ok(case)
}

/// Whether it is a day as case files write it.
fn is_day(text: &str) -> bool {
    calendar::parse(text).is_some_and(|day| calendar::written(day) == text)
}

#[cfg(test)]
mod tests;
