//! What a case file looks like, in the newest format. What it is comes first, so that a file that is cut off still says so.

use super::read::is_sound;
use super::{Json, KeptEntry};
use crate::case_file::{CaseFile, Decision};
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
    Decision(WrittenDecision<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct WrittenDecision<'a> {
    kind: &'static str,
    policy_version: &'a str,
    saved_on: &'a str,
    outcome: &'a str,
    options: &'a BTreeMap<String, Status>,
    answers: &'a RawAnswers,
    #[serde(serialize_with = "as_map")]
    texts: &'a [(String, String)],
    made_on: Option<&'a str>,
}

fn as_map<S: Serializer>(texts: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(texts.iter().map(|(key, text)| (key, text)))
}

/// A case file as text. `None` where it could not be read again.
pub(super) fn case_file<J: Json>(file: &CaseFile) -> Option<String> {
    let history = &file.history;
    if !is_sound(file) {
        return None;
    }
    let kept = |entries: &[KeptEntry]| -> Option<Vec<_>> {
        entries.iter().map(|entry| entry.value().map(WrittenEntry::Kept)).collect()
    };
    let mut entries: Vec<WrittenEntry<'_, J>> = kept(&history.earlier)?;
    entries.push(WrittenEntry::Decision(decision(file)));
    entries.extend(kept(&history.later)?);
    J::text(&WrittenFile {
        format: CaseFile::FORMAT,
        format_version: CaseFile::FORMAT_VERSION,
        case_id: &history.case_id,
        calendar_sequence: history.calendar_sequence,
        entries,
    })
}

fn decision(file: &CaseFile) -> WrittenDecision<'_> {
    let decision = &file.decision;
    WrittenDecision {
        kind: Decision::KIND,
        policy_version: &decision.policy_version,
        saved_on: &decision.saved_on,
        outcome: &decision.outcome,
        options: &decision.options,
        answers: &decision.case.answers,
        texts: &decision.case.texts,
        made_on: file.history.made_on.as_deref(),
    }
}
