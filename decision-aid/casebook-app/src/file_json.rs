//! JSON as `serde_json` reads it, for case files.
//!
//! The aid has the browser read JSON, which keeps its program small. Here ten thousand files are read, and each value that the
//! browser hands over costs time.

use casework::Json;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A value of a case file.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct FileJson(Value);

impl Json for FileJson {
    fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn text(value: &impl Serialize) -> Option<String> {
        serde_json::to_string_pretty(value).ok()
    }

    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(&self.0).ok()
    }
}
