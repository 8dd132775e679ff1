//! Reading a case file of every format there was, with everything in it checked.

mod members;

use super::{Json, KeptEntry};
use crate::Case;
use crate::calendar::is_day;
use crate::case_file::{CaseFile, CaseHistory, Decision, NotOpened};
use members::{Names, SavedAnswer, members};
use policy::Status;
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

/// A decision: an entry, or in the first format all that the file has beside what says so.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct SavedDecision {
    policy_version: String,
    saved_on: String,
    outcome: String,
    #[serde(deserialize_with = "members")]
    options: BTreeMap<String, Status>,
    #[serde(deserialize_with = "members")]
    answers: BTreeMap<String, SavedAnswer>,
    #[serde(deserialize_with = "members")]
    texts: BTreeMap<String, String>,
    /// Only in an entry.
    made_on: Option<String>,
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
const OF_A_DECISION: [&str; 8] =
    ["kind", "policy-version", "saved-on", "outcome", "options", "answers", "texts", "made-on"];
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
    let decision = decision(value.read()?);
    is_day(&decision.saved_on).then(|| CaseFile {
        format_version: FIRST_FORMAT,
        history: CaseHistory::new(new_id.to_owned()),
        decision,
        unknown: names.other_than(&OF_THE_FIRST_FORMAT),
    })
}

/// The newest format: the last decision among the entries comes on screen.
fn newest_format<J: Json>(value: &J, names: &Names) -> Result<CaseFile, NotOpened> {
    let saved: SavedFile<J> = value.read().ok_or(NotOpened::Unreadable)?;
    let named: Option<Vec<(Names, Kind)>> = saved.entries.iter().map(named).collect();
    let named = named.filter(|named| !named.is_empty()).ok_or(NotOpened::Unreadable)?;
    // An entry of a kind that this version does not know was made by a newer one.
    let decision = named.iter().rposition(|(_, of)| of.kind == Decision::KIND).ok_or(NotOpened::TooNew)?;
    let mut unknown = names.other_than(&OF_A_FILE);
    unknown.extend(named[decision].0.other_than(&OF_A_DECISION));
    opened_at(decision, saved, unknown).filter(is_sound).ok_or(NotOpened::Unreadable)
}

/// The file with the entry at an index on screen.
fn opened_at<J: Json>(index: usize, saved: SavedFile<J>, unknown: Vec<String>) -> Option<CaseFile> {
    let kept = |entries: &[J]| entries.iter().map(KeptEntry::new).collect::<Option<Vec<_>>>();
    let (earlier, later) = (kept(&saved.entries[..index])?, kept(&saved.entries[index + 1..])?);
    let mut shown: SavedDecision = saved.entries[index].read()?;
    Some(CaseFile {
        format_version: CaseFile::FORMAT_VERSION,
        history: CaseHistory {
            case_id: saved.case_id,
            calendar_sequence: saved.calendar_sequence,
            made_on: shown.made_on.take(),
            earlier,
            later,
        },
        decision: decision(shown),
        unknown,
    })
}

/// The names of an entry's members, and which kind of entry it is. `None` where it is none.
fn named(entry: &impl Json) -> Option<(Names, Kind)> {
    Some((entry.read()?, entry.read()?))
}

fn decision(saved: SavedDecision) -> Decision {
    Decision {
        policy_version: saved.policy_version,
        saved_on: saved.saved_on,
        case: case(saved.answers, saved.texts),
        outcome: saved.outcome,
        options: saved.options,
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
    let made_on = file.history.made_on.as_deref();
    is_case_id(&file.history.case_id) && is_day(&file.decision.saved_on) && made_on.is_none_or(is_day)
}

/// Whether a text is the id of a case, as a calendar can take it: letters, digits and hyphens.
fn is_case_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(plain)
}
