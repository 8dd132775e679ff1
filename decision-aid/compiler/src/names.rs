//! Names and what they stand for, with the likely one where a name is wrong.

use crate::{Diagnostic, Place, invisible};
use policy::Ref;
use std::cell::Cell;
use std::collections::BTreeMap;

/// The longest word that is compared with names. Nobody writes a longer one by a slip.
const LONGEST: usize = 100;

/// The most names that are listed instead of the nearest.
const MOST_LISTED: usize = 12;

/// The name that `word` was most likely meant to be.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Comparisons::default().nearest(word, known)
}

/// A suggestion: the nearest name, or the list where it is short.
pub fn suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    Comparisons::default().suggestion(word, known)
}

/// How much more wrong words may be compared with names, in pairs of letters. Of thousands of wrong words among thousands
/// of names, the first get a suggestion; without an end, all of them together would take minutes.
#[derive(Debug)]
pub(crate) struct Comparisons {
    left: Cell<usize>,
}

impl Default for Comparisons {
    /// Enough for a hundred wrong words among a thousand names of 14 letters, in a fraction of a second.
    fn default() -> Self {
        Self { left: Cell::new(20_000_000) }
    }
}

impl Comparisons {
    /// The name that `word` was most likely meant to be.
    fn nearest<'a>(&self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let length = length(word);
        if length > LONGEST {
            return None;
        }
        let close_enough = 1.max(length / 3);
        // As many letters as the lengths differ by have to be added or left out at least.
        let comparable = |candidate: &&str| self::length(candidate).abs_diff(length) <= close_enough;
        known
            .into_iter()
            .take_while(|_| self.spend(1))
            .filter(comparable)
            .take_while(|candidate| self.spend(length * self::length(candidate)))
            .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
            .filter(|(distance, _)| *distance <= close_enough)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, candidate)| candidate)
    }

    /// Whether so much is left. If so, it is spent.
    fn spend(&self, pairs: usize) -> bool {
        let left = self.left.get().checked_sub(pairs);
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }

    /// A suggestion: what is invisible in the word, the nearest name, or the list where it is short.
    pub(crate) fn suggestion<'a>(
        &self,
        word: &str,
        known: impl IntoIterator<Item = &'a str> + Clone,
    ) -> Option<String> {
        if let Some(help) = invisible::in_name(word) {
            return Some(help);
        }
        if let Some(meant) = self.nearest(word, known.clone()) {
            return Some(format!("did you mean `{meant}`?"));
        }
        let listed = known.into_iter().take(MOST_LISTED + 1);
        let all: Vec<String> = listed.map(|name| format!("`{name}`")).collect();
        (1..=MOST_LISTED).contains(&all.len()).then(|| format!("one of: {}", all.join(", ")))
    }
}

/// How many letters a word has. Of one that is never compared, it need not be known exactly.
fn length(word: &str) -> usize {
    word.chars().take(2 * LONGEST).count()
}

/// The names of one kind of thing.
#[derive(Debug)]
pub(crate) struct Names<T> {
    kind: &'static str,
    entries: BTreeMap<String, (Ref<T>, Place)>,
    /// What people call each, in small letters, with its id.
    called: BTreeMap<String, String>,
    comparisons: Comparisons,
}

impl<T> Names<T> {
    pub(crate) fn new(kind: &'static str) -> Self {
        Self { kind, entries: BTreeMap::new(), called: BTreeMap::new(), comparisons: Comparisons::default() }
    }

    /// Adds a name; a second use of it is an error, and the first one stands. So is one with something invisible in it.
    pub(crate) fn add(&mut self, id: &str, reference: Ref<T>, place: Place) -> Result<(), Diagnostic> {
        if let Some((_, first)) = self.entries.get(id) {
            return Err(Diagnostic::new(place, format!("{} `{id}` stands here a second time", self.kind))
                .help("give one of them another id")
                .other(first.clone(), "it stands here first"));
        }
        let wrong = invisible::in_name(id).map(|help| {
            let message = format!("nothing can name the {} `{id}`", self.kind);
            Diagnostic::new(place.clone(), message).help(help)
        });
        self.entries.insert(id.to_owned(), (reference, place));
        wrong.map_or(Ok(()), Err)
    }

    /// Notes what people call the thing with an id, so that whoever writes that is told the id.
    pub(crate) fn call(&mut self, id: &str, called: &str) {
        self.called.insert(called.to_lowercase(), id.to_owned());
    }

    pub(crate) fn get(&self, id: &str) -> Option<Ref<T>> {
        self.entries.get(id).map(|(reference, _)| *reference)
    }

    pub(crate) fn place(&self, id: &str) -> Option<&Place> {
        self.entries.get(id).map(|(_, place)| place)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.entries.keys().map(String::as_str)
    }

    /// Looks a name up.
    pub(crate) fn find(&self, id: &str, place: Place) -> Result<Ref<T>, Diagnostic> {
        self.get(id).ok_or_else(|| {
            let meant = self.called.get(&id.to_lowercase());
            let help = meant.map(|meant| format!("write its id, `{meant}`"));
            let help = help.or_else(|| self.comparisons.suggestion(id, self.ids()));
            Diagnostic::new(place, format!("no {} `{id}`", self.kind)).maybe_help(help)
        })
    }
}

#[cfg(test)]
mod tests;
