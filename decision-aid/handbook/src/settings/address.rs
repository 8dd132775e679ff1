//! `source-url` and `contact-url`: addresses that a link on a page leads to.

use super::invalid::InvalidValue;
use axum::http::Uri;
use serde::Deserialize;
use std::fmt;

/// The whole address of a page on the web.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct WebAddress(String);

/// Where a message reaches somebody: a page, or `mailto:` and an address for email.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ContactAddress(String);

impl TryFrom<String> for WebAddress {
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        if is_web_address(&text) { Ok(Self(text)) } else { Err(InvalidValue::WebAddress(text)) }
    }
}

impl TryFrom<String> for ContactAddress {
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        let good = match text.strip_prefix("mailto:") {
            Some(email) => is_email_address(email),
            None => is_web_address(&text),
        };
        if good { Ok(Self(text)) } else { Err(InvalidValue::ContactAddress(text)) }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ContactAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_web_address(text: &str) -> bool {
    text.parse::<Uri>().is_ok_and(|address| {
        matches!(address.scheme_str(), Some("http" | "https"))
            && address.host().is_some_and(|host| !host.is_empty())
    })
}

fn is_email_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}
