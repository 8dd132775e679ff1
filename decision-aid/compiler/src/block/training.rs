//! What may stand in the blocks of the training, and what only a case to practise on has.

use super::{RawSource, Text};
use policy::Basis;
use serde::Deserialize;
use toml::Spanned;

sourced! {
    /// A learning outcome.
    RawLearningOutcome { id: Text, says: Text, }
}

sourced! {
    /// A section of the course. Its source is that of the decision that it opens with.
    RawCourseSection {
        id: Text,
        title: String,
        teaches: Spanned<Vec<Text>>,
        story: Option<Text>,
        ask: Option<Text>,
        #[serde(default)] choices: Vec<RawQuizChoice>,
    }
}

sourced! {
    /// A question on the text of the course, or of the knowledge check.
    RawQuizQuestion {
        id: Text,
        ask: String,
        teaches: Text,
        r#in: Option<Text>,
        #[serde(default)] choices: Vec<RawQuizChoice>,
    }
}

/// One choice of such a question.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawQuizChoice {
    pub(crate) says: Text,
    pub(crate) right: bool,
    pub(crate) feedback: Text,
}

/// An outcome that people take for the right one of a case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawMistake {
    pub(crate) outcome: Text,
    pub(crate) because: Text,
}
