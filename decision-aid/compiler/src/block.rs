//! What may stand in a block: the TOML, before names are looked up.

use crate::outline::Block;
use crate::{Diagnostic, names};
use policy::{Answer, Basis, Status};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;

/// An id or a condition, with its place.
pub(crate) type Text = Spanned<String>;

/// Reads a block's TOML.
pub(crate) fn read<T: DeserializeOwned>(block: &Block) -> Result<T, Diagnostic> {
    toml::from_str(&block.text).map_err(|error| {
        let span = error.span().unwrap_or(0..block.text.len());
        let message = error.message().trim().replace('\n', " ");
        let help = likely_field(&message);
        Diagnostic::new(block.locate(span), format!("this {} cannot be read: {message}", block.kind.word()))
            .maybe_help(help)
    })
}

/// The field that an unknown one was most likely meant to be, from the list in serde's message.
fn likely_field(message: &str) -> Option<String> {
    let (unknown, known) = message.strip_prefix("unknown field `")?.split_once('`')?;
    let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    names::nearest(unknown, known).map(|meant| format!("did you mean `{meant}`?"))
}

/// Where a block comes from, besides the clause above it. Every kind of rule has these three lines.
#[derive(Debug, Default, Clone)]
pub(crate) struct RawSource {
    pub(crate) cites: Option<Vec<Text>>,
    pub(crate) basis: Option<Basis>,
    pub(crate) statute: Option<String>,
}

/// Declares a block's TOML with the three lines of its source, and a way to take them.
macro_rules! sourced {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[$field_doc])* pub(crate) $field: $type,)*
            cites: Option<Vec<Text>>,
            basis: Option<Basis>,
            source: Option<String>,
        }
        impl $name {
            pub(crate) fn source(&self) -> RawSource {
                RawSource { cites: self.cites.clone(), basis: self.basis, statute: self.source.clone() }
            }
        }
    };
}

sourced! {
    /// A question.
    RawQuestion {
        id: Text,
        ask: String,
        short: String,
        hint: Option<String>,
        answers: RawAnswerKind,
        #[serde(default)] choices: Vec<RawChoice>,
        needs: Option<YesNo>,
        otherwise: Option<String>,
        settled_by: Option<String>,
        #[serde(default)] fixed: bool,
    }
}

/// Which answers a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawAnswerKind {
    YesNo,
    AnyOf,
    OneOf,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum YesNo {
    Yes,
    No,
}

/// One choice of a question.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawChoice {
    pub(crate) id: Text,
    pub(crate) label: String,
    #[serde(default)]
    pub(crate) record_only: bool,
    #[serde(default)]
    pub(crate) cites: Vec<Text>,
}

/// A group of questions, in the order asked.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawGroup {
    pub(crate) id: Text,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) always: bool,
    pub(crate) questions: Vec<Text>,
}

/// The order of options, outcomes, findings or duties.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawOrder {
    pub(crate) of: Spanned<Ordered>,
    pub(crate) ids: Vec<Text>,
}

/// What an order can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Ordered {
    Options,
    Outcomes,
    Findings,
    Duties,
}

/// A condition with a name.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawCondition {
    pub(crate) id: Text,
    pub(crate) when: Text,
}

sourced! {
    /// A finding.
    RawFinding { id: Text, name: String, says: String, when: Text, }
}

sourced! {
    /// An outcome.
    RawOutcome {
        id: Text,
        name: String,
        says: String,
        when: Text,
        #[serde(default)] weigh: Vec<Text>,
        #[serde(default)] record: Vec<Text>,
        #[serde(default)] steps: Vec<RawStep>,
    }
}

sourced! {
    /// A step of an outcome.
    RawStep { r#do: String, who: String, }
}

sourced! {
    /// A duty.
    RawDuty { id: Text, name: String, says: String, when: Text, }
}

sourced! {
    /// An option.
    RawOption {
        id: Text,
        name: String,
        does: String,
        r#in: Option<Vec<Text>>,
        not_in: Option<Vec<Text>>,
        #[serde(default)] rules: Vec<RawRule>,
    }
}

sourced! {
    /// A rule of an option.
    RawRule { status: Status, r#in: Option<Vec<Text>>, when: Option<Text>, because: String, }
}

/// A case to learn from.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawScenario {
    pub(crate) id: Text,
    pub(crate) title: String,
    pub(crate) story: String,
    pub(crate) outcome: Option<Text>,
    #[serde(default)]
    pub(crate) open: Vec<String>,
    pub(crate) notes: String,
    pub(crate) answers: BTreeMap<Text, Spanned<Answer>>,
    #[serde(default)]
    pub(crate) options: BTreeMap<Text, Spanned<Status>>,
}
