//! What `book.toml` says under `[output.handbook]`: whose policy this is, and where its own text stands.

use anyhow::{Context, Result};
use mdbook_core::config::Config;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The settings of a handbook.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// The command that plain `mdbook` calls; nothing here reads it.
    #[serde(default, rename = "command")]
    _command: Option<String>,
    /// The council's name.
    #[serde(default)]
    pub council: String,
    /// The name of the policy that the handbook restates.
    #[serde(default)]
    pub policy: String,
    /// The edition of the handbook's policy pages, which records and letters name.
    #[serde(default)]
    pub version: String,
    /// Where the Council's own text stands, in words.
    #[serde(default)]
    pub source: String,
    /// Where the Council's own text stands, as an address.
    #[serde(default)]
    pub source_url: Option<String>,
    /// The address that the site is published at.
    #[serde(default)]
    pub site_url: Option<String>,
    /// What people say, and the words of the pages that it stands for.
    #[serde(default)]
    pub synonyms: BTreeMap<String, Vec<String>>,
    /// How to reach the people who look after the handbook, in words.
    #[serde(default)]
    pub contact: String,
    /// An address for reports of problems: a page, or `mailto:`.
    #[serde(default)]
    pub contact_url: Option<String>,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// A key that is unknown or of the wrong type.
    pub fn read(config: &Config) -> Result<Self> {
        let settings = config.get("output.handbook").context("[output.handbook] in book.toml")?;
        match settings {
            Some(settings) => Ok(settings),
            None => toml::from_str("").context("settings by default"),
        }
    }
}
