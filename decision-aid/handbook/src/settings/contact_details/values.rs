//! The values of contact details: numbers and words that pages and letters can show as they are.

use crate::settings::address::WebAddress;
use crate::settings::invalid::InvalidValue;
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

/// How to reach somebody in sign language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum VideoRelay {
    /// Through the page of a video relay service.
    Page(WebAddress),
    /// In another way, in words.
    Words(Words),
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
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        if is_number(&text) { Ok(Self(text)) } else { Err(InvalidValue::PhoneNumber(text)) }
    }
}

impl TryFrom<String> for TextRelayNumber {
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        let number = text.strip_prefix(Self::PREFIX).map(str::trim_start);
        let good = number.is_some_and(is_number) && !text.contains("  ");
        if good { Ok(Self(PhoneNumber(text))) } else { Err(InvalidValue::TextRelayNumber(text)) }
    }
}

impl TryFrom<String> for Words {
    type Error = InvalidValue;

    fn try_from(text: String) -> Result<Self, InvalidValue> {
        let unfit = |c: char| c.is_control() || matches!(c, '"' | '\\');
        let good = !text.trim().is_empty() && !text.contains(unfit);
        if good { Ok(Self(text.trim().to_owned())) } else { Err(InvalidValue::Words(text)) }
    }
}

impl TryFrom<String> for VideoRelay {
    type Error = InvalidValue;

    /// One word is meant as an address, however it is written.
    fn try_from(text: String) -> Result<Self, InvalidValue> {
        if text.contains("://") || !text.trim().contains(' ') {
            let page = WebAddress::try_from(text.clone());
            return page.map(Self::Page).map_err(|_| InvalidValue::VideoRelay(text));
        }
        Words::try_from(text).map(Self::Words)
    }
}

fn is_number(text: &str) -> bool {
    let figures = text.strip_prefix('+').unwrap_or(text);
    let groups = || figures.split(' ');
    groups().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
        && FIGURES.contains(&groups().map(str::len).sum())
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

#[cfg(test)]
mod tests;
