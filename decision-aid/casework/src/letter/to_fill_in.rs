//! What a letter asks for on its screen: what it still lacks, wherever that is written down, so that nothing is asked twice.

use crate::Key;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::screen::Screen;
use policy::{Letter, Prefill};

impl<'a> CaseView<'a> {
    /// What a letter lacks, and what it lacked when it came on screen: `shown` has the keys. A date or a role that the record
    /// holds is filled in there.
    pub fn to_fill_in(&self, letter: &'a Letter, shown: &[String]) -> Vec<Entry<'a>> {
        let decided = self.options().iter().flat_map(|option| option.entries.iter().cloned());
        let decided = decided.chain(self.decision_reasons());
        let state = self.letter(letter);
        let told = state.needed().map(|entry| self.recorded_entry(letter, entry));
        let mut entries: Vec<Entry<'a>> = decided.chain(told).collect();
        entries.retain(|entry| entry.problem.is_some() || shown.contains(&entry.key));
        entries
    }

    /// The keys of what is missing on a screen as the officer comes to it, where it asks for no more than that.
    pub(crate) fn keys_to_fill_in(&self, screen: Screen) -> Vec<String> {
        let Screen::Letter(index) = screen else { return Vec::new() };
        let letter = self.content.paperwork.letters.get(index);
        let entries = letter.map(|letter| self.to_fill_in(letter, &[])).unwrap_or_default();
        entries.into_iter().map(|entry| entry.key).collect()
    }

    /// A field of a letter; where it takes what the record says, and the letter says nothing else, that field of the record.
    pub(crate) fn recorded_entry(&self, letter: &'a Letter, entry: &Entry<'a>) -> Entry<'a> {
        let own = self.case.text(&Key::LetterField(&letter.id, &entry.field.id));
        let of_record = entry.field.from.iter().filter_map(|from| match from {
            Prefill::Record(id) => self.record_entry(id),
            Prefill::Evidence(_) | Prefill::Actions => None,
        });
        let recorded = of_record.into_iter().next().filter(|_| own.trim().is_empty());
        recorded.unwrap_or_else(|| entry.clone())
    }
}
