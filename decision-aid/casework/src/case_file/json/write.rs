//! What a case file looks like, in the newest format. What it is comes first, so that a file that is cut off still says so.

use super::Json;
use super::read::is_sound;
use crate::case_file::CaseFile;
use crate::history::{CaseEntry, Limits, PastEntry};
use policy::{RawAnswers, Status};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenFile<'a, J> {
    format: &'static str,
    format_version: u32,
    case_id: &'a str,
    calendar_sequence: u32,
    entries: Vec<WrittenEntry<'a, J>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum WrittenEntry<'a, J> {
    Kept(J),
    Known(WrittenKnown<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenKnown<'a> {
    kind: &'static str,
    policy_version: &'a str,
    saved_on: &'a str,
    outcome: &'a str,
    options: &'a BTreeMap<String, Status>,
    answers: &'a RawAnswers,
    #[serde(serialize_with = "as_map")]
    texts: &'a [(String, String)],
    made_on: Option<&'a str>,
    findings: &'a [String],
    limits: Option<&'a Limits>,
}

fn as_map<S: Serializer>(texts: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(texts.iter().map(|(key, text)| (key, text)))
}

/// A case file as text. `None` where it could not be read again.
pub(super) fn case_file<J: Json>(file: &CaseFile) -> Option<String> {
    if !is_sound(file) {
        return None;
    }
    let past = file.history.entries.iter().map(|entry| match entry {
        PastEntry::Known(entry) => Some(WrittenEntry::Known(known(entry))),
        PastEntry::Kept(kept) => J::parse(&kept.0).map(WrittenEntry::Kept),
    });
    let draft = file.draft.iter().map(|draft| Some(WrittenEntry::Known(known(draft))));
    J::text(&WrittenFile::<J> {
        format: CaseFile::FORMAT,
        format_version: CaseFile::FORMAT_VERSION,
        case_id: &file.history.case_id,
        calendar_sequence: file.history.calendar_sequence,
        entries: past.chain(draft).collect::<Option<_>>()?,
    })
}

fn known(entry: &CaseEntry) -> WrittenKnown<'_> {
    WrittenKnown {
        kind: entry.kind.word(),
        policy_version: &entry.policy_version,
        saved_on: &entry.saved_on,
        outcome: &entry.outcome,
        options: &entry.options,
        answers: &entry.case.answers,
        texts: &entry.case.texts,
        made_on: entry.made_on.as_deref(),
        findings: &entry.findings,
        limits: entry.limits.as_ref(),
    }
}
