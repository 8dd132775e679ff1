//! The case so far, as a document: on screen, on paper and in Word alike.

use super::{CaseEntry, CaseHistory, InForce};
use crate::Key;
use crate::calendar::in_words;
use crate::letter::paragraphs;
use crate::wording::shown;
use document::{Block, Document, Level, Run};
use policy::{Content, EntryKind, Field};

impl CaseHistory {
    /// The case so far: what is due, overdue first; what is in force; and every entry. `today` is its date.
    pub fn document(&self, content: &Content, today: &str) -> Document {
        let mut blocks = vec![line("On", &in_words(today)), line("Reference", self.reference(content))];
        let decided_on = content.paperwork.entries.facts.decided_on.as_ref();
        let due: Vec<String> = self.due(decided_on, today).iter().map(|due| due.says(today)).collect();
        blocks.extend(listed("What is due", due));
        blocks.extend(listed("Made after today", self.made_after(today)));
        blocks.extend(listed("What cannot be as the file says", self.contradictions()));
        blocks.push(heading(Level::One, "In force"));
        let in_force = self.in_force();
        if in_force.is_empty() {
            blocks.push(plain("Nothing restricts this customer’s contact."));
        }
        blocks.extend(in_force.iter().flat_map(|set| limits(set)));
        blocks.push(heading(Level::One, "The entries"));
        blocks.extend((1..).zip(self.made()).flat_map(|(number, made)| entry(content, number, made)));
        Document { title: "The case so far".to_owned(), language: "en-GB".to_owned(), blocks }
    }

    /// The reference of the case: the first field of the record, in the newest entry that has it.
    pub fn reference<'h>(&'h self, content: &Content) -> &'h str {
        let field = content.paperwork.sections.iter().find_map(|section| section.fields.first());
        let Some(field) = field else { return "" };
        let written = self.made().rev().map(|entry| entry.recorded(Some(&field.id)));
        written.into_iter().find(|text| !text.is_empty()).unwrap_or("")
    }
}

fn heading(level: Level, text: &str) -> Block {
    Block::Heading(level, vec![Run::Plain(text.to_owned())])
}

fn plain(text: &str) -> Block {
    Block::Paragraph(vec![Run::Plain(text.to_owned())])
}

/// A name and what stands behind it.
fn line(name: &str, text: &str) -> Block {
    let text = if text.is_empty() { "not given" } else { text };
    Block::Paragraph(vec![Run::Strong([name, ": "].concat()), Run::Plain(text.to_owned())])
}

fn bullets(items: &[String]) -> Block {
    Block::Bullets(items.iter().map(|item| vec![Run::Plain(item.clone())]).collect())
}

/// A list under its heading; nothing where it is empty.
fn listed(title: &str, items: Vec<String>) -> Vec<Block> {
    match items.is_empty() {
        true => Vec::new(),
        false => vec![heading(Level::One, title), bullets(&items)],
    }
}

/// The limits that an entry set.
fn limits(set: &InForce<'_>) -> Vec<Block> {
    let limits = set.limits;
    let set_by = [set.entry.kind.name(), ", entry ", &set.number.to_string()].concat();
    vec![
        bullets(&limits.says),
        line("Set by", &set_by),
        line("From", &in_words(&limits.starts_on)),
        line("Until", &in_words(&limits.ends_on)),
        line("Review", &in_words(&limits.review_on)),
        line("Who is told", &limits.told.join("; ")),
    ]
}

/// An entry under its heading: what it is, when it was made, what came out, and what was written down without a check.
fn entry(content: &Content, number: usize, entry: &CaseEntry) -> Vec<Block> {
    let rules = &content.paperwork.entries;
    let day = in_words(entry.day(rules.facts.decided_on.as_ref()));
    let title = [&number.to_string(), ". ", entry.kind.name(), ", ", &day].concat();
    let made_on = entry.made_on.as_deref().map_or_else(|| "not made".to_owned(), in_words);
    let mut blocks = vec![heading(Level::Two, &title), line("Made on", &made_on)];
    blocks.push(line("Under", &entry.policy_version));
    let outcome = content.policy.outcomes.iter().find(|outcome| outcome.id == entry.outcome);
    let outcome = outcome.map_or(entry.outcome.as_str(), |outcome| outcome.name.as_str());
    if !outcome.is_empty() {
        blocks.push(line("Result", outcome));
    }
    if let Some(limits) = &entry.limits {
        blocks.push(bullets(&limits.says));
        blocks.push(line("Until", &in_words(&limits.ends_on)));
    } else if entry.kind == EntryKind::Review {
        blocks.push(plain("Every limit ended."));
    }
    let corrects = entry.case.text(&Key::Corrects);
    if !corrects.is_empty() {
        blocks.push(line("Corrects", &["entry ", corrects].concat()));
    }
    let noted = noted(&rules.incident, entry, Key::Incident);
    blocks.into_iter().chain(noted).chain(self::noted(&rules.correction, entry, Key::Correction)).collect()
}

/// What stands in the fields of an incident or a correction.
fn noted<'f>(fields: &'f [Field], entry: &CaseEntry, key: impl Fn(&'f str) -> Key<'f>) -> Vec<Block> {
    let written = fields.iter().map(|field| (field, entry.case.text(&key(&field.id)).trim()));
    let written = written.filter(|(_, text)| !text.is_empty());
    written
        .flat_map(|(field, text)| match text.contains('\n') {
            true => [vec![line(&field.label, " ")], paragraphs(text)].concat(),
            false => vec![line(&field.label, &shown(field, text))],
        })
        .collect()
}
