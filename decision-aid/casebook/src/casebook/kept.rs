//! What is kept of a case file: what the register and the report read, and a mark of the rest to tell files of one case apart.

use casework::{CaseEntry, CaseFile, CaseHistory, Json, Key, OWN_OPTIONS, PastEntry};
use policy::{Content, Status};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The id that a file of a format without ids gets. It is never kept: such a file has no entry that was made.
const NO_ID: &str = "no-id";

/// What is read of an entry.
#[derive(Debug)]
pub(crate) struct Reads {
    /// The names of the texts.
    texts: Vec<String>,
    /// The ids of the questions.
    questions: Vec<String>,
    /// The field of the record with the reference of the case.
    reference: Option<String>,
}

impl Reads {
    /// What is read under a policy.
    pub(crate) fn of(content: &Content) -> Self {
        let (policy, facts) = (&content.policy, &content.paperwork.entries.facts);
        let reference = content.paperwork.sections.iter().find_map(|section| section.fields.first());
        let reference = reference.map(|field| field.id.clone());
        let fields =
            [&facts.decided_on, &facts.assessed_on, &facts.adjustments, &facts.departure, &facts.lesson];
        let fields =
            fields.into_iter().flatten().chain(&reference).map(|field| Key::Record(field).to_string());
        let taken = policy.options.iter().map(|option| Key::Taken(&option.id).to_string());
        let own = (1..=OWN_OPTIONS).map(|number| Key::Own(number).to_string());
        let questions = [facts.behaviour, facts.review].into_iter().flatten();
        Self {
            texts: fields.chain(taken).chain(own).collect(),
            questions: questions.map(|question| policy[question].id.clone()).collect(),
            reference,
        }
    }

    /// Forgets what nothing reads.
    fn keep(&self, entry: &mut CaseEntry) {
        entry.policy_version = String::new();
        entry.case.texts.retain(|(key, text)| !text.is_empty() && self.texts.contains(key));
        entry.case.texts.shrink_to_fit();
        let answers = std::mem::take(&mut entry.case.answers).into_iter();
        entry.case.answers = answers.filter(|(question, _)| self.questions.contains(question)).collect();
        entry.options.retain(|_, status| *status == Status::Required);
    }
}

/// What is kept of a case file.
#[derive(Debug)]
pub(crate) struct KeptFile {
    pub(crate) name: String,
    /// The entries that were made, with what is read of them.
    pub(crate) history: CaseHistory,
    /// A number for each entry as it was, which any other entry will not have.
    pub(crate) marks: Vec<u64>,
}

impl KeptFile {
    /// Reads the text of a file, or says what is wrong with it.
    pub(crate) fn read<J: Json>(reads: &Reads, name: String, text: &str) -> Result<Self, String> {
        let mut history = CaseFile::from_json::<J>(text, NO_ID).map_err(|why| why.to_string())?.history;
        check(&history)?;
        let marks = history.made().map(mark).collect();
        for entry in &mut history.entries {
            if let PastEntry::Known(entry) = entry {
                reads.keep(entry);
            }
        }
        Ok(Self { name, history, marks })
    }

    /// The reference of the case, where it has one.
    pub(crate) fn reference(&self, reads: &Reads) -> Option<&str> {
        let written = self.history.made().rev().map(|entry| entry.recorded(reads.reference.as_ref()));
        written.into_iter().find(|text| !text.is_empty())
    }
}

/// Whether a history can be counted.
fn check(history: &CaseHistory) -> Result<(), String> {
    if history.entries.iter().any(|entry| matches!(entry, PastEntry::Kept(_))) {
        return Err("A newer version of this handbook made an entry in it. Reload this page, and choose the file again.".to_owned());
    }
    if history.entries.is_empty() {
        return Err(
            "No entry was made in it yet. Open it in the decision aid, make the entry, and save it again."
                .to_owned(),
        );
    }
    match history.contradictions() {
        found if found.is_empty() => Ok(()),
        found => {
            Err(format!("It says what cannot be. {} Correct the case in the decision aid.", found.join(" ")))
        }
    }
}

/// A number for an entry as it is.
fn mark(entry: &CaseEntry) -> u64 {
    let mut hasher = DefaultHasher::new();
    entry.hash(&mut hasher);
    hasher.finish()
}

/// Whether an option was taken in an entry: what the policy required was, unless the officer said otherwise.
pub(crate) fn taken(entry: &CaseEntry, option: &str) -> bool {
    match entry.case.text(&Key::Taken(option)) {
        "yes" => true,
        "no" => false,
        _ => entry.options.get(option) == Some(&Status::Required),
    }
}

/// Whether an option was taken that the officer added.
pub(crate) fn own_options(entry: &CaseEntry) -> bool {
    (1..=OWN_OPTIONS).any(|number| !entry.case.text(&Key::Own(number)).is_empty())
}
