//! How customers reach the Council and others: `[output.handbook.contact-details]` in `book.toml`.
//!
//! A page names a detail with a marker, such as `{{#setting phone}}`, in whose place its value stands (`book/includes`).
//! Until the Council has set it, a preview shows that it is to be added, and nothing is published.
//!
//! To add a detail: a field of [`ContactDetails`], a case of [`ContactDetail`], and a row in
//! `src/about/keeping/settings.md`, which a test asks for.

pub mod values;

use super::address::{Address, ContactAddress, WebAddress};
use mdbook_core::config::Config;
use serde::Deserialize;
use values::{PhoneNumber, TextRelayNumber, VideoRelay, Words};

/// The names that lead to the table in `book.toml`.
pub(crate) const TABLE: [&str; 3] = ["output", "handbook", "contact-details"];

/// What customers are told to reach, as far as the Council has said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ContactDetails {
    /// The phone number for customers.
    pub phone: Option<PhoneNumber>,
    /// The same for people who use text relay.
    pub text_relay: Option<TextRelayNumber>,
    /// How to reach the Council in British Sign Language.
    pub bsl: Option<VideoRelay>,
    /// The postal address, a line each; none where it is not set.
    pub address: Vec<Words>,
    /// Where to ask for a review: an address for email, or a page.
    pub review: Option<ContactAddress>,
    /// Where the Feedback Policy stands.
    pub feedback_policy: Option<WebAddress>,
    /// The website of the Ombudsman whom customers of this council can complain to.
    pub ombudsman: Option<WebAddress>,
    /// Whom to ring in a crisis; none where they are not set.
    pub crisis_lines: Vec<CrisisLine>,
}

/// Somebody to ring in a crisis.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CrisisLine {
    /// Who answers.
    pub name: Words,
    /// The number.
    pub number: PhoneNumber,
    /// When somebody answers.
    pub hours: Words,
}

/// A detail, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContactDetail {
    /// [`ContactDetails::phone`]
    Phone,
    /// [`ContactDetails::text_relay`]
    TextRelay,
    /// [`ContactDetails::bsl`]
    Bsl,
    /// [`ContactDetails::address`]
    Address,
    /// [`ContactDetails::review`]
    Review,
    /// [`ContactDetails::feedback_policy`]
    FeedbackPolicy,
    /// [`ContactDetails::ombudsman`]
    Ombudsman,
    /// [`ContactDetails::crisis_lines`]
    CrisisLines,
}

/// The value of a detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// A number as it is shown, and as it is dialled.
    Number(&'a PhoneNumber),
    Words(&'a Words),
    /// A link that has words of its own, or shows where it leads.
    Link(Address<'a>),
    Lines(&'a [Words]),
    CrisisLines(&'a [CrisisLine]),
}

impl ContactDetails {
    /// Reads them.
    ///
    /// # Errors
    /// A key that is unknown, or a value that it cannot have.
    pub(crate) fn read(config: &Config) -> anyhow::Result<Self> {
        Ok(config.get(&TABLE.join("."))?.unwrap_or_default())
    }

    /// The value of a detail, where it is set.
    pub(crate) fn get(&self, detail: ContactDetail) -> Option<Value<'_>> {
        match detail {
            ContactDetail::Phone => self.phone.as_ref().map(Value::Number),
            ContactDetail::TextRelay => self.text_relay.as_ref().map(|relay| Value::Number(relay.number())),
            ContactDetail::Bsl => self.bsl.as_ref().map(|relay| match relay {
                VideoRelay::Page(page) => Value::Link(page.into()),
                VideoRelay::Words(words) => Value::Words(words),
            }),
            ContactDetail::Address => filled(&self.address).map(Value::Lines),
            ContactDetail::Review => self.review.as_ref().map(|address| Value::Link(address.into())),
            ContactDetail::FeedbackPolicy => {
                self.feedback_policy.as_ref().map(|page| Value::Link(page.into()))
            }
            ContactDetail::Ombudsman => self.ombudsman.as_ref().map(|page| Value::Link(page.into())),
            ContactDetail::CrisisLines => filled(&self.crisis_lines).map(Value::CrisisLines),
        }
    }

    /// The details that are not set.
    pub(crate) fn unset(&self) -> impl Iterator<Item = ContactDetail> {
        ContactDetail::ALL.into_iter().filter(|detail| self.get(*detail).is_none())
    }
}

fn filled<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

impl ContactDetail {
    /// All of them, in the order in which a page may list them.
    pub const ALL: [Self; 8] = [
        Self::Phone,
        Self::TextRelay,
        Self::Bsl,
        Self::Address,
        Self::Review,
        Self::FeedbackPolicy,
        Self::Ombudsman,
        Self::CrisisLines,
    ];

    /// The detail of a name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|detail| detail.name() == name)
    }

    /// Its name in `book.toml` and in markers.
    pub const fn name(self) -> &'static str {
        self.words().0
    }

    /// What the Council is to add, in words.
    pub(crate) const fn what(self) -> &'static str {
        self.words().1
    }

    /// A line of `book.toml` that sets it.
    pub(crate) const fn example(self) -> &'static str {
        self.words().2
    }

    /// Whether a marker may say the words of a link.
    pub(crate) const fn is_link(self) -> bool {
        matches!(self, Self::Bsl | Self::Review | Self::FeedbackPolicy | Self::Ombudsman)
    }

    const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Phone => ("phone", "the phone number", "phone = \"01632 960000\""),
            Self::TextRelay => {
                ("text-relay", "the number for text relay", "text-relay = \"18001 01632 960000\"")
            }
            Self::Bsl => (
                "bsl",
                "how to reach us in British Sign Language",
                "bsl = \"https://www.example.org/sign-language\"",
            ),
            Self::Address => (
                "address",
                "the postal address",
                "address = [\"Example County Council\", \"1 Example Street\", \"Exampleton\"]",
            ),
            Self::Review => {
                ("review", "where to ask for a review", "review = \"mailto:reviews@example.org\"")
            }
            Self::FeedbackPolicy => (
                "feedback-policy",
                "the web address of the Feedback Policy",
                "feedback-policy = \"https://www.example.org/feedback\"",
            ),
            Self::Ombudsman => (
                "ombudsman",
                "the web address of the Ombudsman",
                "ombudsman = \"https://www.example.org/ombudsman\"",
            ),
            Self::CrisisLines => (
                "crisis-lines",
                "whom to ring in a crisis, with numbers and hours",
                "crisis-lines = [{ name = \"Example helpline\", number = \"01632 960001\", hours = \"day and night\" }]",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
