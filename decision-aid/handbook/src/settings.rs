//! What `book.toml` says under `[output.handbook]`: whose policy this is, and where its own text stands.

use anyhow::{Context, Result};
use mdbook_core::config::Config;
use serde::Deserialize;

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
    /// How to reach the people who look after the handbook, in words.
    #[serde(default)]
    pub contact: String,
    /// An address for reports of problems: a page, or `mailto:`.
    #[serde(default)]
    pub contact_url: Option<String>,
    /// The colour of links and buttons on the light page, as `#0b4c52`; the theme's own unless it is set.
    #[serde(default)]
    pub accent: Option<String>,
    /// The same on the dark page.
    #[serde(default)]
    pub accent_dark: Option<String>,
    /// A picture to stand before the name of the handbook: a file beside the pages, by its name from there.
    #[serde(default)]
    pub logo: Option<String>,
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
