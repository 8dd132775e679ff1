//! The values of contact details: numbers, addresses and words that pages and letters can show as they are.

use axum::http::Uri;
use serde::Deserialize;
use std::fmt;

/// A phone number as people read it: figures and blanks, with a `+` before them or not.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PhoneNumber(String);

/// A phone number behind the prefix of Relay UK, 18001.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct TextRelayNumber(PhoneNumber);

/// Words on one line, without marks that would end a text in a block.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Words(String);

/// The whole address of a page on the web.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct WebAddress(String);

/// Where a message reaches somebody.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum ContactAddress {
    /// Through a page, such as one with a form.
    Page(WebAddress),
    /// By email: the address alone.
    Email(String),
}

/// How to reach somebody in sign language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum VideoRelay {
    /// Through the page of a video relay service.
    Page(WebAddress),
    /// In another way, in words.
    Words(Words),
}

/// An address as a link needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address<'a> {
    Page(&'a str),
    Email(&'a str),
}

/// Why a text cannot be the value of a contact detail. Each holds the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidDetail {
    /// It is no phone number.
    PhoneNumber(String),
    /// It is no number for text relay.
    TextRelayNumber(String),
    /// It is empty, or holds what cannot be shown.
    Words(String),
    /// It is not the address of a page.
    WebAddress(String),
    /// It is neither the address of a page nor one for email.
    ContactAddress(String),
    /// It is neither the address of a page nor words.
    VideoRelay(String),
}

/// How many figures a number has: from three, as 999, to the fifteen of the longest in the world.
const FIGURES: std::ops::RangeInclusive<usize> = 3..=15;

impl PhoneNumber {
    /// What a phone dials: the number without blanks.
    pub(crate) fn dialled(&self) -> String {
        self.0.split(' ').collect()
    }
}

impl TextRelayNumber {
    const PREFIX: &str = "18001";

    /// The number with the prefix before it.
    pub(crate) const fn number(&self) -> &PhoneNumber {
        &self.0
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = InvalidDetail;

    fn try_from(text: String) -> Result<Self, InvalidDetail> {
        if is_number(&text) { Ok(Self(text)) } else { Err(InvalidDetail::PhoneNumber(text)) }
    }
}

impl TryFrom<String> for TextRelayNumber {
    type Error = InvalidDetail;

    fn try_from(text: String) -> Result<Self, InvalidDetail> {
        let number = text.strip_prefix(Self::PREFIX).map(str::trim_start);
        let good = number.is_some_and(is_number) && !text.contains("  ");
        if good { Ok(Self(PhoneNumber(text))) } else { Err(InvalidDetail::TextRelayNumber(text)) }
    }
}

impl TryFrom<String> for Words {
    type Error = InvalidDetail;

    fn try_from(text: String) -> Result<Self, InvalidDetail> {
        let unfit = |c: char| c.is_control() || matches!(c, '"' | '\\');
        let good = !text.trim().is_empty() && !text.contains(unfit);
        if good { Ok(Self(text.trim().to_owned())) } else { Err(InvalidDetail::Words(text)) }
    }
}

impl TryFrom<String> for WebAddress {
    type Error = InvalidDetail;

    fn try_from(text: String) -> Result<Self, InvalidDetail> {
        if is_web_address(&text) { Ok(Self(text)) } else { Err(InvalidDetail::WebAddress(text)) }
    }
}

impl TryFrom<String> for ContactAddress {
    type Error = InvalidDetail;

    fn try_from(text: String) -> Result<Self, InvalidDetail> {
        match text.strip_prefix("mailto:") {
            Some(email) if is_email_address(email) => Ok(Self::Email(email.to_owned())),
            None if is_web_address(&text) => Ok(Self::Page(WebAddress(text))),
            _ => Err(InvalidDetail::ContactAddress(text)),
        }
    }
}

impl TryFrom<String> for VideoRelay {
    type Error = InvalidDetail;

    /// One word is meant as an address, however it is written.
    fn try_from(text: String) -> Result<Self, InvalidDetail> {
        if text.contains("://") || !text.trim().contains(' ') {
            return match is_web_address(&text) {
                true => Ok(Self::Page(WebAddress(text))),
                false => Err(InvalidDetail::VideoRelay(text)),
            };
        }
        Words::try_from(text).map(Self::Words)
    }
}

impl<'a> From<&'a WebAddress> for Address<'a> {
    fn from(WebAddress(page): &'a WebAddress) -> Self {
        Self::Page(page)
    }
}

impl<'a> From<&'a ContactAddress> for Address<'a> {
    fn from(address: &'a ContactAddress) -> Self {
        match address {
            ContactAddress::Page(page) => page.into(),
            ContactAddress::Email(email) => Self::Email(email),
        }
    }
}

impl Address<'_> {
    /// What a reader sees of it: no scheme, and no `/` at the end.
    pub(crate) fn shown(self) -> String {
        match self {
            Self::Page(page) => {
                let rest = page.split_once("://").map_or(page, |(_, rest)| rest);
                rest.trim_end_matches('/').to_owned()
            }
            Self::Email(email) => email.to_owned(),
        }
    }

    /// What a link leads to.
    pub(crate) fn target(self) -> String {
        match self {
            Self::Page(page) => page.to_owned(),
            Self::Email(email) => format!("mailto:{email}"),
        }
    }
}

fn is_number(text: &str) -> bool {
    let figures = text.strip_prefix('+').unwrap_or(text);
    let groups = || figures.split(' ');
    groups().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
        && FIGURES.contains(&groups().map(str::len).sum())
}

/// Whether a link can lead there as it stands, between the marks `<` and `>` too.
fn is_web_address(text: &str) -> bool {
    let unfit = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\`".contains(c);
    let whole = |address: Uri| {
        matches!(address.scheme_str(), Some("http" | "https"))
            && address.host().is_some_and(|host| host.contains('.'))
    };
    !text.contains(unfit) && text.parse().is_ok_and(whole)
}

fn is_email_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-+'".contains(c);
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.split('.').count() > 1
            && host.split('.').all(|part| !part.is_empty())
            && name.chars().chain(host.chars()).all(plain)
    })
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for InvalidDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PAGE: &str = "such as \"https://www.example.org/page\"";
        match self {
            Self::PhoneNumber(text) => write!(
                f,
                "`{text}` is no phone number (write figures with single blanks between them, such as \"01632 960000\")"
            ),
            Self::TextRelayNumber(text) => write!(
                f,
                "`{text}` is no number for text relay (write 18001 and the phone number, such as \"18001 01632 960000\")"
            ),
            Self::Words(text) => write!(
                f,
                "`{}` cannot be shown on a page (write words on one line, without straight quotation marks and backslashes)",
                text.escape_default()
            ),
            Self::WebAddress(text) => {
                write!(f, "`{text}` is not the address of a page (write it whole, {PAGE})")
            }
            Self::ContactAddress(text) => write!(
                f,
                "`{text}` is no address of a page or for email (write \"https://www.example.org/page\" or \"mailto:team@example.org\")"
            ),
            Self::VideoRelay(text) => write!(
                f,
                "`{text}` is neither the address of a page nor words (write a whole address, {PAGE}, or a sentence that says what to do)"
            ),
        }
    }
}

impl std::error::Error for InvalidDetail {}

#[cfg(test)]
mod tests;
