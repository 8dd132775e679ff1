//! Addresses that a link on a page leads to: of pages, and for email.

use super::invalid::InvalidValue;
use axum::http::Uri;
use serde::Deserialize;
use std::fmt;

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

/// An address as a link needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address<'a> {
    Page(&'a str),
    Email(&'a str),
}

impl TryFrom<String> for WebAddress {
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        if is_web_address(&text) { Ok(Self(text)) } else { Err(InvalidValue::WebAddress(text)) }
    }
}

impl TryFrom<String> for ContactAddress {
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        match text.strip_prefix("mailto:") {
            Some(email) if is_email_address(email) => Ok(Self::Email(email.to_owned())),
            None if is_web_address(&text) => Ok(Self::Page(WebAddress(text))),
            _ => Err(InvalidValue::ContactAddress(text)),
        }
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

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ContactAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Address::from(self).target())
    }
}

#[cfg(test)]
mod tests;
