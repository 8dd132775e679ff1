//! What `book.toml` says under `[output.handbook]`: whose policy this is, and where its own text stands.
//!
//! To add a setting: a field of [`Settings`], and a row in `src/about/keeping/settings.md`, which a test asks for. Where
//! not every text will do, the field has a type of its own with a case of [`InvalidValue`](invalid::InvalidValue), and a
//! line in [`parse_text`].

pub mod accent;
pub mod address;
mod check;
pub mod colour;
pub mod contact_details;
pub mod invalid;
pub mod site_url;

use accent::Accent;
use address::{ContactAddress, WebAddress};
use anyhow::{Context, Result};
use colour::Scheme;
use contact_details::{ContactDetail, ContactDetails};
use course::PassMark;
use invalid::{InvalidSetting, InvalidValue};
use mdbook_core::config::Config;
use policy_compiler::{Diagnostics, Page};
use serde::Deserialize;
use site_url::SiteUrl;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// The settings of a handbook.
#[derive(Debug, Clone, Default, Deserialize)]
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
    pub source_url: Option<WebAddress>,
    /// What people say, and the words of the pages that it stands for.
    #[serde(default)]
    pub synonyms: BTreeMap<String, Vec<String>>,
    /// How to reach the people who look after the handbook, in words.
    #[serde(default)]
    pub contact: String,
    /// Who a site can be for, and what each goes without.
    #[serde(default)]
    pub audiences: BTreeMap<String, Audience>,
    /// How customers reach the Council and others.
    #[serde(default)]
    pub contact_details: ContactDetails,
    /// An address for reports of problems: a page, or `mailto:`.
    #[serde(default)]
    pub contact_url: Option<ContactAddress>,
    /// The colour of links and buttons on the light page, as `#0b4c52`; the theme's own unless it is set.
    #[serde(default, deserialize_with = "accent::light")]
    pub accent: Option<Accent>,
    /// The same on the dark page.
    #[serde(default, deserialize_with = "accent::dark")]
    pub accent_dark: Option<Accent>,
    /// A picture to stand before the name of the handbook: a file beside the pages, by its name from there.
    #[serde(default)]
    pub logo: Option<String>,
    /// Where the site stands: its whole address, or the path of it, which is enough for all but the sitemap.
    #[serde(default)]
    pub site_url: Option<SiteUrl>,
    /// The share of the knowledge check that has to be right to pass, in per cent.
    #[serde(default)]
    pub pass_mark: PassMark,
    /// Whether browsers keep the site for when there is no network. They do unless told otherwise.
    #[serde(default)]
    pub offline: Option<bool>,
    /// Old addresses and where each leads; [`crate::site`] reads them with their places in the file.
    #[serde(default, rename = "redirects")]
    _redirects: BTreeMap<String, String>,
}

/// Readers that a site can be made for (`cargo handbook build --audience NAME`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Audience {
    /// The titles of parts and the paths of pages that they do not get; with a page go those below it.
    pub without: Vec<String>,
}

impl Settings {
    /// Reads them.
    ///
    /// # Errors
    /// A key that is unknown, or a value that it cannot have.
    pub fn read(config: &Config) -> Result<Self> {
        const WHERE: &str = "[output.handbook] in book.toml";
        let table: toml::Table = config.get("output.handbook").context(WHERE)?.unwrap_or_default();
        let mut texts = table.iter().filter_map(|(key, value)| Some((key, value.as_str()?)));
        texts.try_for_each(|(key, text)| parse_text(key, text))?;
        table.try_into().context(WHERE)
    }

    /// What a site goes without, because something that may be left out is: a sentence each.
    pub(crate) fn without(&self) -> Vec<&'static str> {
        let address =
            "No page names its own address and there is no sitemap: `site-url` in book.toml is not set";
        let contact =
            "“Report a problem” names nobody whom a link reaches: `contact-url` in book.toml is not set";
        let said = [
            (self.site_url.is_none(), address),
            (self.contact_url.is_none() && !self.contact.is_empty(), contact),
        ];
        said.into_iter().filter_map(|(missing, without)| missing.then_some(without)).collect()
    }
}

/// Whether a text can be the value of the setting `key`. One that has no type of its own may be any text.
///
/// serde calls the same parsers, but turns their errors into text that does not say which setting was meant.
fn parse_text(key: &str, text: &str) -> Result<(), InvalidSetting> {
    let owned = || text.to_owned();
    let (key, parsed): (_, Result<(), InvalidValue>) = match key {
        "accent" => ("accent", Accent::parse(text, Scheme::Light).map(drop)),
        "accent-dark" => ("accent-dark", Accent::parse(text, Scheme::Dark).map(drop)),
        "contact-url" => ("contact-url", ContactAddress::try_from(owned()).map(drop)),
        "site-url" => ("site-url", SiteUrl::try_from(owned()).map(drop)),
        "source-url" => ("source-url", WebAddress::try_from(owned()).map(drop)),
        _ => return Ok(()),
    };
    parsed.map_err(|value| InvalidSetting { key, value })
}

/// The file of the settings, to be named in a report like a page.
///
/// # Errors
/// It cannot be read.
pub(crate) fn file(root: &Path) -> Result<Page> {
    let path = root.join("book.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(file_of(&text))
}

/// The same, from its text.
pub(crate) fn file_of(text: &str) -> Page {
    Page { file: "book.toml".to_owned(), text: text.to_owned(), ..Page::default() }
}

/// Where a value stands in the text of the settings, by the names that lead to it; the start where it does not.
pub(crate) fn span_of(text: &str, keys: &[&str]) -> Range<usize> {
    check::span_of(text, keys)
}

/// Everything that is wrong with the settings in a file, which has the number `page` in the report.
pub fn wrong(text: &str, page: usize) -> Diagnostics {
    check::wrong(text, page)
}

/// What a handbook must say of itself before it is published, and does not.
pub fn missing(text: &str, page: usize) -> Diagnostics {
    check::missing(text, page)
}

/// What a handbook must tell customers before it is published, and does not: of the details that its pages show.
pub fn missing_contact_details(text: &str, page: usize, shown: &BTreeSet<ContactDetail>) -> Diagnostics {
    check::missing_contact_details(text, page, shown)
}

#[cfg(test)]
mod tests;
