//! What may stand in a block: the TOML, before names are looked up.

use crate::kinds::BlockKind;
use crate::scan::Block;
use crate::toml_error::in_plain_words;
use crate::typo;
use crate::{Diagnostic, invisible};
use policy::{Answer, Basis, Status};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;

/// An id or a condition, with its span in the block.
pub(crate) type Text = Spanned<String>;

/// Reads a block's TOML.
pub(crate) fn read<T: DeserializeOwned>(block: &Block) -> Result<T, Diagnostic> {
    toml::from_str(&block.text).map_err(|error| {
        let span = error.span().unwrap_or(0..block.text.len());
        if let Some(diagnostic) = invisible_in(block, &span) {
            return diagnostic;
        }
        let is_typo = !error.message().starts_with("invalid type") && !error.message().contains(" field ");
        let (span, message, help) = match typo::likely(&block.text, &span).filter(|_| is_typo) {
            Some(typo) => (typo.span, typo.message.to_owned(), Some(typo.help.to_owned())),
            None => {
                let (message, help) = in_plain_words(error.message());
                (span, message, without_its_heading(block, error.message()).or(help))
            }
        };
        Diagnostic::new(block.locate(span), format!("this {} cannot be read: {message}", block.kind.word()))
            .maybe_help(help)
    })
}

/// The error where something invisible is what made a block unreadable: in the word that the reader stopped at, or on its
/// line outside quotation marks.
fn invisible_in(block: &Block, span: &Range<usize>) -> Option<Diagnostic> {
    let (place, help) = invisible::in_toml(&block.text, span)?;
    let message = format!("this {} cannot be read: a name here is not what it seems", block.kind.word());
    Some(Diagnostic::new(block.locate(place), message).help(help))
}

/// The fix where the facts of a case stand among its own lines.
fn without_its_heading(block: &Block, said: &str) -> Option<String> {
    let headed = block.text.lines().any(|line| line.trim() == "[answers]");
    let missing = block.kind == BlockKind::Scenario && said.starts_with("unknown field") && !headed;
    missing.then(|| "put a line `[answers]` above the facts, and below everything else".to_owned())
}

/// Where a block comes from, besides the clause above it. Every kind of rule has these three lines.
#[derive(Debug, Default, Clone)]
pub(crate) struct RawSource {
    pub(crate) cites: Option<Vec<Text>>,
    pub(crate) basis: Option<Spanned<Basis>>,
    pub(crate) statute: Option<Text>,
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
            basis: Option<Spanned<Basis>>,
            source: Option<Text>,
        }
        impl $name {
            pub(crate) fn source(&self) -> RawSource {
                RawSource {
                    cites: self.cites.clone(),
                    basis: self.basis.clone(),
                    statute: self.source.clone(),
                }
            }
        }
    };
}

// Below the macro, which they use.
mod entries;
mod paperwork;
mod training;

pub(crate) use entries::RawCaseEntries;
pub(crate) use paperwork::{
    RawField, RawFieldChoice, RawFieldKind, RawKeeps, RawLetter, RawOpenPoint, RawPart, RawReasons, RawRecord,
};
pub(crate) use training::{RawCourseSection, RawLearningOutcome, RawMistake, RawQuizChoice, RawQuizQuestion};

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
        usual: Option<Spanned<Answer>>,
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
    pub(crate) name: Option<String>,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) always: bool,
    pub(crate) questions: Vec<Text>,
    #[serde(default)]
    pub(crate) second_screen: Vec<Text>,
}

impl RawGroup {
    /// Its questions in order, each with the screen that it is asked on.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u8, &Text)> {
        let on = |screen| move |id| (screen, id);
        self.questions.iter().map(on(0)).chain(self.second_screen.iter().map(on(1)))
    }
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
    pub(crate) name: Option<String>,
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
        #[serde(default)] decide_one: Vec<Text>,
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
    RawDuty { id: Text, name: String, says: String, when: Text, #[serde(default)] urgent: bool, }
}

sourced! {
    /// Answers that do not go together.
    RawContradiction { id: Text, says: String, when: Text, }
}

sourced! {
    /// An option.
    RawOption {
        id: Text,
        name: String,
        does: String,
        r#in: Option<Vec<Text>>,
        not_in: Option<Vec<Text>>,
        tells: Option<Text>,
        #[serde(default)] restricts: bool,
        #[serde(default)] instead_of: Vec<Text>,
        #[serde(default)] conflicts: Vec<RawConflict>,
        #[serde(default)] evidence: Vec<Text>,
        #[serde(default)] details: Vec<RawField>,
        #[serde(default)] rules: Vec<RawRule>,
    }
}

/// A choice of a detail, and the terms that it contradicts.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawConflict {
    pub(crate) detail: Text,
    pub(crate) choices: Vec<Text>,
    pub(crate) with: Vec<Text>,
}

sourced! {
    /// A rule of an option.
    RawRule { status: Status, r#in: Option<Vec<Text>>, when: Option<Text>, because: Text, }
}

/// A case to learn from.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawScenario {
    pub(crate) id: Text,
    pub(crate) title: Text,
    pub(crate) story: Text,
    pub(crate) outcome: Option<Text>,
    #[serde(default)]
    pub(crate) open: Vec<Text>,
    pub(crate) notes: Option<Text>,
    #[serde(default)]
    pub(crate) cites: Vec<Text>,
    pub(crate) teaches: Option<Vec<Text>>,
    pub(crate) right: Option<Text>,
    pub(crate) wrong: Option<Text>,
    #[serde(default)]
    pub(crate) mistakes: Vec<RawMistake>,
    pub(crate) answers: BTreeMap<Text, Spanned<Answer>>,
    #[serde(default)]
    pub(crate) options: BTreeMap<Text, Spanned<Status>>,
    #[serde(default)]
    pub(crate) findings: BTreeMap<Text, Spanned<bool>>,
    #[serde(default)]
    pub(crate) duties: BTreeMap<Text, Spanned<bool>>,
}

sourced! {
    /// A property: what has to hold for every set of answers.
    RawProperty {
        id: Text,
        says: String,
        always: Option<Text>,
        no_effect: Option<Vec<Text>>,
        never_more: Option<RawNeverMore>,
    }
}

/// Which answers must never make which options warranted.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawNeverMore {
    pub(crate) turning: Vec<Text>,
    pub(crate) options: Vec<Text>,
}
