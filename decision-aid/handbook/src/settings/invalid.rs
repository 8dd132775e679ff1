//! What is wrong with a setting that is text, as it should be, but not the text that belongs there.

use super::colour::{LEAST_CONTRAST, Scheme};
use std::fmt;

/// Why a text cannot be the value of a setting. Each holds the text.
#[derive(Debug, Clone, PartialEq)]
pub enum InvalidValue {
    /// It is not a colour.
    Colour(String),
    /// It is a colour that text on the page cannot be read in.
    Contrast {
        /// The colour as it was written.
        colour: String,
        /// The pages that it was chosen for.
        scheme: Scheme,
        /// Its contrast with those pages, from 1 to 21.
        contrast: f64,
    },
    /// It is not the address of a page.
    WebAddress(String),
    /// It is neither the address of a page nor one for email.
    ContactAddress(String),
    /// It is no phone number.
    PhoneNumber(String),
    /// It is no number for text relay.
    TextRelayNumber(String),
    /// It is empty, or holds what cannot be shown.
    Words(String),
    /// It is neither the address of a page nor words.
    VideoRelay(String),
    /// It is not an address or a path that a site can stand at.
    SiteUrl(String),
}

impl InvalidValue {
    /// What is wrong, in words.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Colour(text) => format!("`{text}` is not a colour"),
            Self::Contrast { colour, scheme, contrast } => {
                // Rounded down, so that a contrast just too small never reads as enough.
                let shown = (contrast * 10.0).floor() / 10.0;
                let pages = match scheme {
                    Scheme::Light => "light",
                    Scheme::Dark => "dark",
                };
                format!(
                    "`{colour}` has a contrast of {shown:.1}:1 with the {pages} page, and text needs {LEAST_CONTRAST}:1"
                )
            }
            Self::WebAddress(text) => format!("`{text}` is not the address of a page"),
            Self::ContactAddress(text) => format!("`{text}` is no address of a page or for email"),
            Self::PhoneNumber(text) => format!("`{text}` is no phone number"),
            Self::TextRelayNumber(text) => format!("`{text}` is no number for text relay"),
            Self::Words(text) => format!("`{}` cannot be shown on a page", text.escape_default()),
            Self::VideoRelay(text) => format!("`{text}` is neither the address of a page nor words"),
            Self::SiteUrl(text) => format!("`{text}` is not where a site can stand"),
        }
    }

    /// What to write instead.
    pub(crate) fn help(&self) -> &'static str {
        match self {
            Self::Colour(_) => "write # and six figures from 0 to f, such as #0b4c52",
            Self::Contrast { scheme: Scheme::Light, .. } => "choose a darker colour",
            Self::Contrast { scheme: Scheme::Dark, .. } => "choose a lighter colour",
            Self::WebAddress(_) => "write it whole, such as \"https://www.example.org/page\"",
            Self::ContactAddress(_) => {
                "write \"https://www.example.org/page\" or \"mailto:team@example.org\""
            }
            Self::PhoneNumber(_) => "write figures with single blanks between them, such as \"01632 960000\"",
            Self::TextRelayNumber(_) => "write 18001 and the phone number, such as \"18001 01632 960000\"",
            Self::Words(_) => "write words on one line, without straight quotation marks and backslashes",
            Self::VideoRelay(_) => {
                "write a whole address, such as \"https://www.example.org/page\", or a sentence that says what to do"
            }
            Self::SiteUrl(_) => "write its whole address, such as \"https://www.example.org/handbook/\"",
        }
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message(), self.help())
    }
}

impl std::error::Error for InvalidValue {}

/// A setting with a value that it cannot have.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InvalidSetting {
    /// The name of the setting.
    pub(crate) key: &'static str,
    /// What is wrong with its value.
    pub(crate) value: InvalidValue,
}

impl fmt::Display for InvalidSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` in book.toml: {}", self.key, self.value)
    }
}

impl std::error::Error for InvalidSetting {}
