//! What may stand in the blocks of the training, but for its cases.

use super::{RawSource, Text};
use policy::Basis;
use serde::Deserialize;
use toml::Spanned;

sourced! {
    /// A learning outcome.
    RawLearningOutcome { id: Text, says: Text, }
}

/// A section of the course.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct RawCourseSection {
    pub(crate) id: Text,
    pub(crate) title: String,
    pub(crate) teaches: Spanned<Vec<Text>>,
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
