//! Reading a case file of every format there was, with everything in it checked.

mod members;

use super::Json;
use crate::Case;
use crate::calendar::is_day;
use crate::case_file::{CaseFile, NotOpened};
use crate::history::{CaseEntry, CaseHistory, KeptEntry, Limits, PastEntry};
use members::{Names, SavedAnswer, members};
use policy::{EntryKind, Status};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The format that every later one is converted from: one decision, and no history.
const FIRST_FORMAT: u32 = 1;

/// The most letters that the id of a case has.
const LONGEST_ID: usize = 64;

#[derive(Deserialize)]
struct Format {
    format: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct FormatVersion {
    /// Any number, as the browser holds numbers.
    format_version: f64,
}

#[derive(Deserialize)]
struct Kind {
    kind: String,
}

/// A file of the newest format, beside what says so.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct SavedFile<J> {
    case_id: String,
    calendar_sequence: u32,
    entries: Vec<J>,
}

/// An entry, or in the first format all that the file has beside what says so.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct SavedEntry {
    policy_version: String,
    saved_on: String,
    outcome: String,
    #[serde(deserialize_with = "members")]
    options: BTreeMap<String, Status>,
    #[serde(deserialize_with = "members")]
    answers: BTreeMap<String, SavedAnswer>,
    #[serde(deserialize_with = "members")]
    texts: BTreeMap<String, String>,
    /// What follows is only in an entry, and none of it in those of the first builds that had entries.
    made_on: Option<String>,
    #[serde(default)]
    findings: Vec<String>,
    limits: Option<Limits>,
}

/// What an earlier build kept in a tab.
#[derive(Deserialize)]
struct EarlierTab {
    #[serde(deserialize_with = "members")]
    answers: BTreeMap<String, SavedAnswer>,
    #[serde(deserialize_with = "members")]
    texts: BTreeMap<String, String>,
}

const OF_A_FILE: [&str; 5] = ["format", "format-version", "case-id", "calendar-sequence", "entries"];
const OF_AN_ENTRY: [&str; 10] = [
    "kind",
    "policy-version",
    "saved-on",
    "outcome",
    "options",
    "answers",
    "texts",
    "made-on",
    "findings",
    "limits",
];
const OF_THE_FIRST_FORMAT: [&str; 8] =
    ["format", "format-version", "policy-version", "saved-on", "outcome", "options", "answers", "texts"];

/// The case file that a value stands for. `new_id` is for a case whose file has no id.
pub(super) fn case_file<J: Json>(value: &J, new_id: &str) -> Result<CaseFile, NotOpened> {
    let names: Names = value.read().ok_or(NotOpened::NotACase)?;
    if format_version(value)? == FIRST_FORMAT {
        first_format(value, &names, new_id).ok_or(NotOpened::Unreadable)
    } else {
        newest_format(value, &names)
    }
}

/// Which format an object is in, where it is a case file of a format that this version can read.
fn format_version(value: &impl Json) -> Result<u32, NotOpened> {
    if value.read::<Format>().is_none_or(|of| of.format != CaseFile::FORMAT) {
        return Err(NotOpened::NotACase);
    }
    let version = value.read::<FormatVersion>().ok_or(NotOpened::Unreadable)?.format_version;
    match (FIRST_FORMAT..=CaseFile::FORMAT_VERSION).find(|known| f64::from(*known) == version) {
        Some(known) => Ok(known),
        None if version.fract() == 0.0 && (1.0..=u64::MAX as f64).contains(&version) => {
            Err(NotOpened::TooNew)
        }
        None => Err(NotOpened::Unreadable),
    }
}

/// The first format: the file itself is the decision.
fn first_format(value: &impl Json, names: &Names, new_id: &str) -> Option<CaseFile> {
    let file = CaseFile {
        format_version: FIRST_FORMAT,
        history: CaseHistory::new(new_id.to_owned()),
        draft: Some(entry(EntryKind::Decision, value.read()?)),
        unknown: names.other_than(&OF_THE_FIRST_FORMAT),
    };
    is_sound(&file).then_some(file)
}

/// The newest format: the entry that was not made yet comes on screen.
fn newest_format<J: Json>(value: &J, names: &Names) -> Result<CaseFile, NotOpened> {
    let saved: SavedFile<J> = value.read().ok_or(NotOpened::Unreadable)?;
    let read: Option<Vec<(PastEntry, Vec<String>)>> = saved.entries.iter().map(past_entry).collect();
    let read = read.filter(|entries| !entries.is_empty()).ok_or(NotOpened::Unreadable)?;
    let (mut entries, unknown): (Vec<PastEntry>, Vec<Vec<String>>) = read.into_iter().unzip();
    // Entries of kinds that this version does not know were made by a newer one.
    if !entries.iter().any(|entry| matches!(entry, PastEntry::Known(_))) {
        return Err(NotOpened::TooNew);
    }
    let draft = entries.iter().rposition(PastEntry::is_draft).map(|index| entries.remove(index));
    let file = CaseFile {
        format_version: CaseFile::FORMAT_VERSION,
        history: CaseHistory { case_id: saved.case_id, calendar_sequence: saved.calendar_sequence, entries },
        draft: draft.and_then(PastEntry::known),
        unknown: names.other_than(&OF_A_FILE).into_iter().chain(unknown.into_iter().flatten()).collect(),
    };
    Some(file).filter(is_sound).ok_or(NotOpened::Unreadable)
}

/// An entry, with the names of its members that this version does not know. One of a kind that it does not know is kept whole.
fn past_entry<J: Json>(value: &J) -> Option<(PastEntry, Vec<String>)> {
    let names: Names = value.read()?;
    match EntryKind::from_word(&value.read::<Kind>()?.kind) {
        Some(kind) => {
            Some((PastEntry::Known(Box::new(entry(kind, value.read()?))), names.other_than(&OF_AN_ENTRY)))
        }
        None => Some((PastEntry::Kept(KeptEntry(J::text(value)?)), Vec::new())),
    }
}

fn entry(kind: EntryKind, saved: SavedEntry) -> CaseEntry {
    CaseEntry {
        kind,
        made_on: saved.made_on,
        policy_version: saved.policy_version,
        saved_on: saved.saved_on,
        case: case(saved.answers, saved.texts),
        outcome: saved.outcome,
        options: saved.options,
        findings: saved.findings,
        limits: saved.limits,
    }
}

fn case(answers: BTreeMap<String, SavedAnswer>, texts: BTreeMap<String, String>) -> Case {
    let answers = answers.into_iter().map(|(id, answer)| (id, answer.0)).collect();
    let mut case = Case { answers, ..Case::default() };
    texts.into_iter().for_each(|(key, text)| case.write(&key, text));
    case
}

/// What an earlier build kept in a tab: answers and texts, and nothing else.
pub(super) fn earlier_tab(value: &impl Json) -> Option<Case> {
    let names: Names = value.read()?;
    let EarlierTab { answers, texts } = value.read()?;
    names.other_than(&["answers", "texts"]).is_empty().then(|| case(answers, texts))
}

/// Whether the days of a file are days, and the id of its case is one.
pub(super) fn is_sound(file: &CaseFile) -> bool {
    is_case_id(&file.history.case_id) && file.history.made().chain(&file.draft).all(is_sound_entry)
}

fn is_sound_entry(entry: &CaseEntry) -> bool {
    let of_limits =
        entry.limits.iter().flat_map(|limits| [&limits.starts_on, &limits.ends_on, &limits.review_on]);
    // Limits may have no end, or no review yet.
    let dated = of_limits.filter(|day| !day.is_empty());
    dated.chain([&entry.saved_on]).chain(&entry.made_on).all(|day| is_day(day))
}

/// Whether a text is the id of a case, as a calendar can take it: letters, digits and hyphens.
fn is_case_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(plain)
}
