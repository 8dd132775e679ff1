//! What a change of the rules did to the results, as it was counted and put on a page.

use serde::Deserialize;

/// A count that a `changes` block holds. `cargo handbook diff` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CountedChange {
    /// The git revision that the pages were compared with.
    pub since: String,
    /// The fingerprint of the rules that were counted.
    pub rules: String,
    /// How many sets of answers there are.
    pub sets: String,
    /// For how many of them the result changes.
    pub changed: String,
    /// What changes, a sentence each.
    #[serde(default)]
    pub effects: Vec<String>,
}
