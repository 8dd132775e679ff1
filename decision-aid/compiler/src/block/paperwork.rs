//! What may stand in the blocks of what is written down: letters, the record, reasons and open points.

use super::{RawSource, Text};
use policy::Basis;
use serde::Deserialize;
use toml::Spanned;

sourced! {
    /// A letter.
    RawLetter {
        id: Text,
        name: String,
        says: String,
        r#for: Vec<Text>,
        #[serde(default)] about: Vec<Text>,
        at_once: Option<Text>,
        #[serde(default)] optional: bool,
        #[serde(default)] fields: Vec<RawField>,
        #[serde(default)] parts: Vec<RawPart>,
    }
}

/// Something to fill in.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawField {
    pub(crate) id: Text,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) kind: RawFieldKind,
    #[serde(default)]
    pub(crate) choices: Vec<RawFieldChoice>,
    #[serde(default)]
    pub(crate) optional: bool,
    pub(crate) from: Option<Text>,
    pub(crate) with: Option<Text>,
    pub(crate) not_before: Option<Text>,
    pub(crate) not_after: Option<Text>,
    pub(crate) usual: Option<RawUsual>,
    pub(crate) default: Option<Text>,
    #[serde(default)]
    pub(crate) ends: bool,
    pub(crate) calendar: Option<String>,
    pub(crate) keeps: Option<RawKeeps>,
}

/// What can be written into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawFieldKind {
    Text,
    Lines,
    Date,
    Number,
    Choice,
    Choices,
}

/// One choice of a field.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawFieldChoice {
    pub(crate) id: Text,
    pub(crate) label: String,
    pub(crate) when: Option<Text>,
    #[serde(default)]
    pub(crate) alone: bool,
    #[serde(default)]
    pub(crate) cuts_off: Vec<Text>,
    pub(crate) instead: Option<String>,
}

/// The usual date of a field.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawUsual {
    pub(crate) after: Text,
    pub(crate) months: u32,
    pub(crate) otherwise: Option<Text>,
}

/// What a detail must not cut off.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawKeeps {
    pub(crate) field: Text,
    #[serde(default)]
    pub(crate) cuts_off: Vec<Text>,
    pub(crate) warning: String,
    #[serde(default)]
    pub(crate) cites: Vec<Text>,
}

sourced! {
    /// A section of the decision record.
    RawRecord {
        id: Text,
        title: String,
        stage: Option<Text>,
        when: Option<Text>,
        #[serde(default)] when_restricting: bool,
        #[serde(default)] when_taken: Vec<Text>,
        #[serde(default)] fields: Vec<RawField>,
    }
}

sourced! {
    /// The reasons that options need.
    RawReasons {
        #[serde(default)] decision: Vec<RawField>,
        #[serde(default)] taken: Vec<RawField>,
        #[serde(default)] rejected: Vec<RawField>,
    }
}

sourced! {
    /// A point that the policy leaves to a person.
    RawOpenPoint { id: Text, ask: String, when: Option<Text>, }
}

sourced! {
    /// A part of a letter.
    RawPart {
        id: Text,
        name: String,
        required: bool,
        #[serde(default)] when_taken: Vec<Text>,
        #[serde(default)] unless_taken: Vec<Text>,
        text: Text,
    }
}
