//! What an officer is told about a case that was opened or came back: where it is from, and what this version of the
//! policy says otherwise of it.

use super::CaseFile;
use crate::CaseView;
use crate::calendar::in_words;
use crate::history::CaseEntry;
use policy::{Policy, Status};

/// What is said of a case that was opened or came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its heading.
    pub title: &'static str,
    /// Its paragraphs, in whole sentences.
    pub paragraphs: Vec<String>,
    /// What the last paragraph leads to: what this policy says otherwise, in sentences.
    pub changes: Vec<String>,
    /// The texts that this policy has no place for, with their words, in sentences. [`Notice::UNPLACED`] leads to them.
    pub unplaced: Vec<String>,
}

impl Notice {
    /// What stands before the texts that the policy has no place for.
    pub const UNPLACED: &str = "This version of the policy has no place for some of what was written. It is kept, and the record lists it:";
}

impl CaseFile {
    /// What is said of this file when it is opened: `view` is the case in its last entry.
    pub fn opened(&self, view: &CaseView<'_>) -> Notice {
        let last = self.last();
        let saved_on = last.map(|entry| ["It was saved on ", &in_words(&entry.saved_on), "."].concat());
        let mut paragraphs: Vec<String> = saved_on.into_iter().collect();
        if self.format_version < Self::FORMAT_VERSION {
            let says = "The file is of the first format of case files, and was converted to the present one. Save the case, and open the new file from now on: only there its dates keep their places in a calendar.";
            paragraphs.push(says.to_owned());
        }
        if !self.unknown.is_empty() {
            let names = self.unknown.join("”, “");
            let says = "The file has parts that this version does not know, and does not keep: “";
            paragraphs.push([says, &names, "”."].concat());
        }
        // What was made stays as it was made: only what is worked on is held against the policy of today.
        let changes = self.draft.as_ref().map(|draft| changes_since(draft, view)).unwrap_or_default();
        if let Some(draft) = self.draft.as_ref().filter(|draft| draft.policy_version != view.policy().version)
        {
            let says = "It was saved under another version of the policy: ";
            paragraphs.push([says, &draft.policy_version, "."].concat());
            paragraphs.push(comes_to(&changes).to_owned());
        } else if !changes.is_empty() {
            let says = "It was saved under this version of the policy, and yet it records another result: something changed the file. This is what the policy says:";
            paragraphs.push(says.to_owned());
        }
        Notice { title: "A saved case is open", paragraphs, changes, unplaced: unplaced(view) }
    }

    /// What is said of the case of this tab after a reload: `view` is its case. None where nothing has changed.
    pub fn resumed(&self, view: &CaseView<'_>) -> Option<Notice> {
        let draft = self.draft.as_ref()?;
        let now = &view.policy().version;
        let changes = changes_since(draft, view);
        if draft.policy_version == *now && changes.is_empty() {
            return None;
        }
        let says = ["You began under another version: ", &draft.policy_version, ". This is ", now, "."];
        let paragraphs = vec![says.concat(), comes_to(&changes).to_owned()];
        let title = "The policy has changed while you worked on this case";
        Some(Notice { title, paragraphs, changes, unplaced: Vec::new() })
    }
}

/// What is written in a case and has no place under its policy, in sentences.
fn unplaced(view: &CaseView<'_>) -> Vec<String> {
    let texts = view.case.left_over_texts(view.content);
    texts.into_iter().map(|(key, text)| ["Under “", key, "” stands: “", text, "”."].concat()).collect()
}

/// Whether this version comes to another result.
fn comes_to(changes: &[String]) -> &'static str {
    match changes {
        [] => "This version comes to the same result.",
        _ => "This version comes to another result:",
    }
}

/// What this policy says otherwise than the one that a case was saved under, in sentences. Empty where nothing.
fn changes_since(entry: &CaseEntry, view: &CaseView<'_>) -> Vec<String> {
    let policy = view.policy();
    let mut changes = Vec::new();
    let now = view.assessment().outcome.map_or("", |outcome| policy[outcome].id.as_str());
    if entry.outcome != now {
        let (before, now) = (outcome_name(policy, &entry.outcome), outcome_name(policy, now));
        changes.push(["The outcome was “", before, "” and is now “", now, "”."].concat());
    }
    for (option, now) in policy.options.iter().zip(&view.assessment().options) {
        let before = entry.options.get(&option.id).copied().unwrap_or(Status::NotOffered);
        if before != now.status {
            let (before, now) = (before.name(), now.status.name());
            changes.push([&option.name, ": was “", before, "”, is now “", now, "”."].concat());
        }
    }
    for (id, before) in &entry.options {
        if *before != Status::NotOffered && !policy.options.iter().any(|option| option.id == *id) {
            changes.push([id, ": was “", before.name(), "”, and is no option now."].concat());
        }
    }
    changes
}

/// The name of an outcome; its id where this policy does not know it.
fn outcome_name<'a>(policy: &'a Policy, id: &'a str) -> &'a str {
    match policy.outcomes.iter().find(|outcome| outcome.id == id) {
        Some(outcome) => &outcome.name,
        None if id.is_empty() => "open",
        None => id,
    }
}
