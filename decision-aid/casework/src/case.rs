//! What is known and written down of a case, kept as given.

use crate::text::normalized;
use policy::RawAnswers;
use std::fmt;

/// How many options of their own an officer can add. The policy's list is not exhaustive, and a page has an end.
pub const OWN_OPTIONS: usize = 5;

/// A case: answers, and texts under the key of the field that they were written in.
///
/// Nothing in it names the customer: the officer gives it a reference.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Case {
    /// The answers as given, also those that do not matter at the moment.
    pub answers: RawAnswers,
    /// What is written down, each under the name of its key, in the order of the names: see [`Key`]. A list, for it is
    /// short, and a map would cost the browser kilobytes. Only [`Case::write`] adds to it.
    pub texts: Vec<(String, String)>,
}

impl Case {
    /// What is written under a key; empty where nothing is.
    pub fn text(&self, key: &Key<'_>) -> &str {
        self.written(key).unwrap_or("")
    }

    /// What is written under a key, where something is: it can be an empty text.
    pub fn written(&self, key: &Key<'_>) -> Option<&str> {
        let index = self.position(&key.to_string()).ok()?;
        Some(&self.texts[index].1)
    }

    /// Whether something is written under the name of a key, be it an empty text.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.position(key).is_ok()
    }

    /// Writes something under a key: what stands there from now on is what every screen and file can keep.
    pub fn write(&mut self, key: &str, text: String) {
        let text = normalized(text);
        match self.position(key) {
            Ok(index) => self.texts[index].1 = text,
            Err(index) => self.texts.insert(index, (key.to_owned(), text)),
        }
    }

    /// The index of what is written under a key, or the one that it would have to be inserted at.
    fn position(&self, key: &str) -> Result<usize, usize> {
        self.texts.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// Forgets what is written under a key.
    pub fn erase(&mut self, key: &str) {
        self.texts.retain(|(known, _)| known != key);
    }

    /// Whether nothing is known and nothing written.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.texts.iter().all(|(_, text)| text.is_empty())
    }
}

/// What something is written under. Its name is what the case file keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key<'a> {
    /// The evidence for the answer to a question.
    Evidence(&'a str),
    /// What happened under one choice of a question, with dates.
    ChoiceEvidence(&'a str, &'a str),
    /// A field of the record.
    Record(&'a str),
    /// What was decided on a point that the policy leaves open.
    OpenPoint(&'a str),
    /// Whether an option is taken: `yes`, `no`, or nothing yet.
    Taken(&'a str),
    /// A detail of an option.
    Detail(&'a str, &'a str),
    /// A reason for the decision as a whole.
    DecisionReason(&'a str),
    /// A reason for or against an option.
    Reason(&'a str, &'a str),
    /// The name of an option that the officer adds, by its number.
    Own(usize),
    /// A field of something that happened.
    Incident(&'a str),
    /// A field of what corrects an earlier entry.
    Correction(&'a str),
    /// The number of the entry that a correction is of, counted from 1.
    Corrects,
    /// Where an answer came from that went on from an earlier entry, in words.
    Carried(&'a str),
    /// The kind of entry that was begun, where it is no check of a new case.
    Begun,
    /// A field of a letter.
    LetterField(&'a str, &'a str),
    /// The text of a part of a letter, where the officer has changed it.
    LetterPart(&'a str, &'a str),
    /// `yes` where an optional part of a letter is left out.
    Without(&'a str, &'a str),
}

impl<'a> Key<'a> {
    /// The key of another field of the same list; `None` where the key is of no list of fields.
    pub(crate) fn beside(&self, field: &'a str) -> Option<Self> {
        match self {
            Self::Record(_) => Some(Self::Record(field)),
            Self::Detail(option, _) => Some(Self::Detail(option, field)),
            Self::DecisionReason(_) => Some(Self::DecisionReason(field)),
            Self::Reason(option, _) => Some(Self::Reason(option, field)),
            Self::Incident(_) => Some(Self::Incident(field)),
            Self::Correction(_) => Some(Self::Correction(field)),
            Self::LetterField(letter, _) => Some(Self::LetterField(letter, field)),
            _ => None,
        }
    }
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: [&str; 3] = match self {
            Self::Evidence(question) => ["evidence", question, ""],
            Self::ChoiceEvidence(question, choice) => ["evidence", question, choice],
            Self::Record(field) => ["record", field, ""],
            Self::OpenPoint(point) => ["open-point", point, ""],
            Self::Taken(option) => ["taken", option, ""],
            Self::Detail(option, field) => ["detail", option, field],
            Self::DecisionReason(field) => ["decision-reason", field, ""],
            Self::Reason(option, field) => ["reason", option, field],
            Self::Incident(field) => ["incident", field, ""],
            Self::Correction(field) => ["correction", field, ""],
            Self::Corrects => ["corrects", "", ""],
            Self::Carried(question) => ["carried", question, ""],
            Self::Begun => ["begun", "", ""],
            Self::Own(number) => return f.write_str(&own_option(*number)),
            Self::LetterField(letter, field) => ["letter-field", letter, field],
            Self::LetterPart(letter, part) => ["letter-part", letter, part],
            Self::Without(letter, part) => ["letter-without", letter, part],
        };
        f.write_str(parts[0])?;
        for part in &parts[1..] {
            if !part.is_empty() {
                f.write_str("/")?;
                f.write_str(part)?;
            }
        }
        Ok(())
    }
}

/// The id that stands for an option of the officer's own.
pub(crate) fn own_option(number: usize) -> String {
    let mut id = String::from("own-option-");
    id.push(char::from_digit(number as u32 % 10, 10).unwrap_or('0'));
    id
}
