//! A field to fill in, with what stands in it and what is wrong with that.

use crate::Key;
use policy::Field;

/// What an entry is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// The decision record.
    Record,
    /// A detail of an option that is taken.
    Detail,
    /// A reason for or against an option.
    Reason,
    /// A letter.
    Letter,
    /// Anything else that is written down in a case.
    Other,
}

impl EntryKind {
    /// What the text under a key is written for.
    pub(crate) fn of(key: &Key<'_>) -> Self {
        match key {
            Key::Record(_) => Self::Record,
            Key::Detail(..) => Self::Detail,
            Key::Reason(..) => Self::Reason,
            Key::LetterField(..) | Key::LetterPart(..) => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// A field with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is written for.
    pub kind: EntryKind,
    /// The key that its text is stored under.
    pub key: String,
    /// The field.
    pub field: &'a Field,
    /// What stands in it: what was written, or what is usual there.
    pub value: String,
    /// What is wrong with that.
    pub problem: Option<Problem>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands in it.
    Missing,
    /// There is no such day.
    NotADate,
    /// The date lies before that of another field, which is named.
    TooEarly(String),
    /// The date lies after that of another field, which is named.
    TooLate(String),
    /// It is no whole number above 0.
    NotANumber,
    /// It is none of the choices.
    NotAChoice,
    /// The usual date was changed, and nothing says why.
    ReasonMissing,
    /// The choice excludes every other, and another is chosen too. The choice is named.
    NotAlone(String),
    /// It cuts off ways of contact that the customer needs, which are named.
    CutsOff(String),
    /// What was chosen cannot stand. What to do instead is said.
    Instead(String),
    /// A letter gives another date than the record, which is named.
    NotAsRecorded(String),
}

impl Problem {
    /// The problem and what to do, in a sentence without a full stop.
    pub fn says(&self, label: &str) -> String {
        match self {
            Self::Missing => [label, ": fill this in"].concat(),
            Self::NotADate => [label, ": give a day that exists"].concat(),
            Self::TooEarly(other) => [label, ": give a date that is not before “", other, "”"].concat(),
            Self::TooLate(other) => [label, ": give a date that is not after “", other, "”"].concat(),
            Self::NotANumber => [label, ": give a whole number above 0"].concat(),
            Self::NotAChoice => [label, ": choose one of the answers"].concat(),
            Self::ReasonMissing => [label, ": say why, because the usual date was changed"].concat(),
            Self::NotAlone(choice) => [label, ": choose either “", choice, "” or the others"].concat(),
            Self::CutsOff(needed) => {
                [label, ": keep open what the customer needs (", needed, "), or choose another option"]
                    .concat()
            }
            Self::Instead(instead) => [label, ": ", instead].concat(),
            Self::NotAsRecorded(date) => {
                [label, ": give ", date, ", as the record does, or change the record"].concat()
            }
        }
    }
}
