//! Makes the rules of how one entry of a case follows another.

use super::Resolver;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawCaseEntries, Text};
use crate::names::{Names, suggestion};
use policy::{EntryFacts, EntryKind, EntryRules, Outcome, PolicyOption, Question, Ref};

impl Resolver<'_> {
    /// The rules of a case's entries; a handbook has at most one block of them.
    pub(crate) fn entry_rules(&self) -> EntryRules {
        let Some(read) = self.blocks.case_entries.first() else { return EntryRules::default() };
        if let Some(second) = self.blocks.case_entries.get(1) {
            self.push(
                Diagnostic::new(second.block.place.clone(), "the entries of a case stand here a second time")
                    .help("keep one of the two blocks")
                    .other(read.block.place.clone(), "they stand here first"),
            );
        }
        let raw = &read.raw;
        EntryRules {
            kinds: raw
                .kinds
                .iter()
                .filter_map(|(outcome, kind)| self.entry_kind(read, outcome, kind))
                .collect(),
            carries: self.questions_of(read, &raw.carries),
            carries_fields: raw.carries_fields.iter().map(|id| self.record_field(read, id)).collect(),
            in_force: self.one_of(&self.names.questions, read, raw.in_force.as_ref()),
            on_the_spot: self.one_of(&self.names.questions, read, raw.on_the_spot.as_ref()),
            terms: raw.terms.iter().filter_map(|detail| self.detail(read, detail)).collect(),
            ends: self.find_all(&self.names.options, read, &raw.ends),
            facts: self.entry_facts(read),
            incident: self.fields(read, &raw.incident),
            correction: self.fields(read, &raw.correction),
            source: self.source(read, &raw.source()),
        }
    }

    /// The kind of entry that an outcome makes.
    fn entry_kind(
        &self,
        read: &Read<'_, RawCaseEntries>,
        outcome: &Text,
        kind: &Text,
    ) -> Option<(Ref<Outcome>, EntryKind)> {
        let outcome = self.one_of(&self.names.outcomes, read, Some(outcome));
        let known = EntryKind::from_word(kind.get_ref());
        if known.is_none() {
            let message = format!("no kind of entry `{}`", kind.get_ref());
            let help = suggestion(kind.get_ref(), EntryKind::words());
            self.push(Diagnostic::new(read.place_of(kind), message).maybe_help(help));
        }
        Some((outcome?, known?))
    }

    /// `option.detail`.
    fn detail(&self, read: &Read<'_, RawCaseEntries>, detail: &Text) -> Option<(Ref<PolicyOption>, String)> {
        let (option, id) = detail.get_ref().split_once('.').unwrap_or((detail.get_ref(), ""));
        let option = self.note(self.names.options.find(option, read.place_of(detail)))?;
        let details = || {
            let details = self.blocks.options.get(option.index()).map(|option| option.raw.details.iter());
            details.into_iter().flatten().map(|field| field.id.get_ref().as_str())
        };
        if !details().any(|known| known == id) {
            let message = format!("the option has no detail `{id}`");
            let help = suggestion(id, details());
            self.push(Diagnostic::new(read.place_of(detail), message).maybe_help(help));
            return None;
        }
        Some((option, id.to_owned()))
    }

    fn entry_facts(&self, read: &Read<'_, RawCaseEntries>) -> EntryFacts {
        let facts = &read.raw.facts;
        let date = |id: &Option<Text>| id.as_ref().map(|id| self.record_date(read, id));
        let field = |id: &Option<Text>| id.as_ref().map(|id| self.record_field(read, id));
        let question = |id: &Option<Text>| -> Option<Ref<Question>> {
            self.one_of(&self.names.questions, read, id.as_ref())
        };
        EntryFacts {
            decided_on: date(&facts.decided_on),
            first_decision: date(&facts.first_decision),
            late: field(&facts.late),
            starts_on: date(&facts.starts_on),
            ends_on: date(&facts.ends_on),
            review_on: date(&facts.review_on),
            ended_on: date(&facts.ended_on),
            assessed_on: date(&facts.assessed_on),
            told: facts.told.iter().map(|id| self.record_field(read, id)).collect(),
            told_again: field(&facts.told_again),
            adjustments: field(&facts.adjustments),
            departure: field(&facts.departure),
            lesson: field(&facts.lesson),
            behaviour: question(&facts.behaviour),
            review: question(&facts.review),
            grounds: self.find_all(&self.names.findings, read, &facts.grounds),
        }
    }

    /// What an id names, where there is one. One that names nothing is noted.
    fn one_of<T, R>(&self, names: &Names<R>, read: &Read<'_, T>, id: Option<&Text>) -> Option<Ref<R>> {
        let id = id?;
        self.note(names.find(id.get_ref(), read.place_of(id)))
    }
}
