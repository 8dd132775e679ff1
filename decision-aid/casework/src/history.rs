//! What was made of a case over time: its entries in order, what is in force after them, and what is due.
//!
//! An entry that was made is locked: what was decided stays as it was decided, under the version of the policy of that day. So
//! what is read here is what was written down then, and nothing is judged anew.

mod begin;
mod document;
mod entry;
mod noted;
mod standing;

pub use entry::{CaseEntry, Limits};
pub use standing::{Due, DueKind, InForce};

/// What a case has beside what is worked on. It goes from one file of the case to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseHistory {
    /// What tells this case from every other, in files and calendars: made once, by chance. Letters, digits and hyphens.
    pub case_id: String,
    /// How many calendar files were made of the case, so that a calendar knows the newest.
    pub calendar_sequence: u32,
    /// The entries that were made, in order.
    pub entries: Vec<PastEntry>,
}

/// An entry that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PastEntry {
    /// One that this version shows.
    Known(Box<CaseEntry>),
    /// One of a kind that it does not know. It is written back as it came.
    Kept(KeptEntry),
}

/// An entry of a kind that this version does not know, as it came: the text of a JSON object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEntry(pub(crate) String);

impl PastEntry {
    /// The entry, where this version knows its kind.
    pub(crate) fn known(self) -> Option<CaseEntry> {
        match self {
            Self::Known(entry) => Some(*entry),
            Self::Kept(_) => None,
        }
    }

    /// Whether it is still worked on.
    pub(crate) fn is_draft(&self) -> bool {
        matches!(self, Self::Known(entry) if entry.made_on.is_none())
    }
}

impl CaseHistory {
    /// That of a case that begins. `case_id` is the case's alone, and of letters, digits and hyphens.
    pub fn new(case_id: String) -> Self {
        Self { case_id, ..Self::default() }
    }

    /// The entries that this version knows, in order.
    pub fn made(&self) -> impl DoubleEndedIterator<Item = &CaseEntry> {
        self.entries.iter().filter_map(|entry| match entry {
            PastEntry::Known(entry) => Some(&**entry),
            PastEntry::Kept(_) => None,
        })
    }

    /// Adds an entry as made on a day.
    pub fn make(&mut self, entry: CaseEntry, today: &str) {
        let made = CaseEntry { made_on: Some(today.to_owned()), ..entry };
        self.entries.push(PastEntry::Known(Box::new(made)));
    }
}

#[cfg(test)]
mod tests;
