//! `serde_json` as what reads and writes case files, wherever no browser does.

use super::Json;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

impl Json for Value {
    fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    fn text(value: &impl Serialize) -> Option<String> {
        serde_json::to_string_pretty(value).ok()
    }

    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(self).ok()
    }
}
