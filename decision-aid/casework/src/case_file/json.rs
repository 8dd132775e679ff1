//! A case file as JSON text: written, and read with everything in it checked.
//!
//! A file comes from a disk or a message, cut off, changed by hand, or made by something else; what is read is sound or
//! refused as a whole. What reads and writes the JSON itself is a [`Json`]: `serde_json`, or in the aid the browser, which has a
//! reader and a writer of its own.

#[cfg(not(target_arch = "wasm32"))]
mod native;
mod read;
mod write;

use super::{CaseFile, NotOpened, NotSaved};
use crate::Case;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value of JSON, as whatever reads and writes JSON holds it.
///
/// Nothing here recurses into a value, so that a file nested ever so deep exhausts no stack.
pub trait Json: Serialize + DeserializeOwned {
    /// The value that a text stands for. `None` where the text is no JSON, or has half of a surrogate pair in it, which no
    /// `String` can hold.
    fn parse(text: &str) -> Option<Self>;

    /// What stands for a value, indented. `None` where it cannot be written.
    fn text(value: &impl Serialize) -> Option<String>;

    /// Reads the value as something. `None` where it is something else.
    fn read<T: DeserializeOwned>(&self) -> Option<T>;
}

impl CaseFile {
    /// The file as text.
    ///
    /// # Errors
    /// The file could not be opened again: it is larger than [`CaseFile::LARGEST`], or something in it is not sound.
    pub fn to_json<J: Json>(&self) -> Result<String, NotSaved> {
        let json = self.to_json_of_any_size::<J>()?;
        match json.len().saturating_sub(Self::LARGEST) {
            0 => Ok(json),
            excess => Err(NotSaved::TooLarge(excess)),
        }
    }

    /// The file as text for the storage of the browser, whose limit is not that of a file.
    ///
    /// # Errors
    /// It could not be read again.
    pub fn to_json_of_any_size<J: Json>(&self) -> Result<String, NotSaved> {
        write::case_file::<J>(self).ok_or(NotSaved::Unreadable)
    }

    /// The case file in a text. `new_id` is the id that the case gets where its file, of the first format, has none.
    ///
    /// # Errors
    /// It is no case file, larger than [`CaseFile::LARGEST`], or not one that this version can read.
    pub fn from_json<J: Json>(json: &str, new_id: &str) -> Result<Self, NotOpened> {
        if json.len() > Self::LARGEST {
            return Err(NotOpened::TooLarge);
        }
        Self::from_json_of_any_size::<J>(json, new_id)
    }

    /// The case file in a text from the storage of the browser, whose limit is not that of a file.
    ///
    /// # Errors
    /// As [`CaseFile::from_json`], but for its size.
    pub fn from_json_of_any_size<J: Json>(json: &str, new_id: &str) -> Result<Self, NotOpened> {
        match J::parse(json) {
            Some(value) => read::case_file(&value, new_id),
            // Cut off: it began as a case file.
            None if json.contains(Self::FORMAT) => Err(NotOpened::Unreadable),
            None => Err(NotOpened::NotACase),
        }
    }
}

impl Case {
    /// The case in a text that an earlier build kept in the tab: answers and texts, and nothing else.
    pub fn from_earlier_tab<J: Json>(json: &str) -> Option<Self> {
        read::earlier_tab(&J::parse(json)?)
    }
}

#[cfg(test)]
mod tests;
