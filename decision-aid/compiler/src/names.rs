//! Names and what they stand for, with the likely one where a name is wrong.

use crate::{Diagnostic, Place};
use policy::Ref;
use std::collections::BTreeMap;

/// The name that `word` was most likely meant to be.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close_enough = 1.max(word.chars().count() / 3);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= close_enough)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A suggestion: the nearest name, or the list where it is short.
pub(crate) fn suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Option<String> {
    if let Some(meant) = nearest(word, known.clone()) {
        return Some(format!("did you mean `{meant}`?"));
    }
    let all: Vec<String> = known.into_iter().map(|name| format!("`{name}`")).collect();
    (1..=12).contains(&all.len()).then(|| format!("one of: {}", all.join(", ")))
}

/// The names of one kind of thing.
#[derive(Debug)]
pub(crate) struct Names<T> {
    kind: &'static str,
    entries: BTreeMap<String, (Ref<T>, Place)>,
    /// What people call each, in small letters, with its id.
    called: BTreeMap<String, String>,
}

impl<T> Names<T> {
    pub(crate) fn new(kind: &'static str) -> Self {
        Self { kind, entries: BTreeMap::new(), called: BTreeMap::new() }
    }

    /// Adds a name; a second use of it is an error, and the first one stands.
    pub(crate) fn add(&mut self, id: &str, reference: Ref<T>, place: Place) -> Result<(), Diagnostic> {
        if let Some((_, first)) = self.entries.get(id) {
            return Err(Diagnostic::new(place, format!("{} `{id}` stands here a second time", self.kind))
                .help("give one of them another id")
                .other(first.clone(), "it stands here first"));
        }
        self.entries.insert(id.to_owned(), (reference, place));
        Ok(())
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
            let help = help.or_else(|| suggestion(id, self.ids()));
            Diagnostic::new(place, format!("no {} `{id}`", self.kind)).maybe_help(help)
        })
    }
}

#[cfg(test)]
mod tests;
