//! What may stand in the block of a case's entries.

use super::{RawField, RawSource, Text};
use policy::Basis;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

sourced! {
    /// How one entry of a case follows another.
    RawCaseEntries {
        #[serde(default)] kinds: BTreeMap<Text, Text>,
        #[serde(default)] carries: Vec<Text>,
        #[serde(default)] carries_fields: Vec<Text>,
        in_force: Option<Text>,
        on_the_spot: Option<Text>,
        #[serde(default)] terms: Vec<Text>,
        #[serde(default)] ends: Vec<Text>,
        #[serde(default)] facts: RawFacts,
        #[serde(default)] incident: Vec<RawField>,
        #[serde(default)] correction: Vec<RawField>,
    }
}

/// Where the facts of an entry stand.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawFacts {
    pub(crate) decided_on: Option<Text>,
    pub(crate) first_decision: Option<Text>,
    pub(crate) late: Option<Text>,
    pub(crate) starts_on: Option<Text>,
    pub(crate) ends_on: Option<Text>,
    pub(crate) review_on: Option<Text>,
    pub(crate) ended_on: Option<Text>,
    pub(crate) assessed_on: Option<Text>,
    #[serde(default)]
    pub(crate) told: Vec<Text>,
    pub(crate) told_again: Option<Text>,
    pub(crate) adjustments: Option<Text>,
    pub(crate) departure: Option<Text>,
    pub(crate) lesson: Option<Text>,
    pub(crate) behaviour: Option<Text>,
    pub(crate) review: Option<Text>,
    #[serde(default)]
    pub(crate) grounds: Vec<Text>,
}
