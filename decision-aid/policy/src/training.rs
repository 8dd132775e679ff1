//! What the handbook teaches: learning outcomes, a course, the questions on its text, and cases to practise on.
//!
//! None of it is part of a [`Policy`](crate::Policy): the decision aid never loads it.
//!
//! What makes a scenario a practice case is one value, [`Practice`], so that none can teach something without saying what a learner is
//! told.

use crate::{Outcome, Ref, Source};
use serde::{Deserialize, Serialize};

/// How many words a minute the reading times count with: the slow end of the range in which most adults read English
/// non-fiction, so that most people need no longer. Source: M. Brysbaert, "How many words do we read per minute?",
/// Journal of Memory and Language 109 (2019), 104047.
pub const WORDS_PER_MINUTE: u32 = 175;

/// Everything that is taught besides the cases, in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// What a learner can do in the end.
    pub outcomes: Vec<LearningOutcome>,
    /// The course.
    pub sections: Vec<CourseSection>,
    /// The questions on the text, and those of the knowledge check.
    pub questions: Vec<QuizQuestion>,
}

impl Training {
    /// The questions that follow a section of the course; for none, those that the knowledge check draws from.
    pub fn questions_in(&self, section: Option<Ref<CourseSection>>) -> impl Iterator<Item = &QuizQuestion> {
        self.questions.iter().filter(move |question| question.section == section)
    }
}

/// Something that a learner can do in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearningOutcome {
    /// The stable id.
    pub id: String,
    /// The outcome in a sentence that begins with "You can".
    pub says: String,
    /// Where it comes from.
    pub source: Source,
}

/// A section of the course. Its text is the part of the page that follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseSection {
    /// The stable id.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What it teaches.
    pub teaches: Vec<Ref<LearningOutcome>>,
    /// The story that it opens with, and the decision that the story asks for; none where it begins with its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Opening>,
    /// How many words there are to read: the story and the text, and the questions in them with their feedback.
    pub words: u32,
}

impl CourseSection {
    /// How many minutes it takes to read, in whole ones: at least one.
    pub fn minutes(&self) -> u32 {
        self.words.div_ceil(WORDS_PER_MINUTE).max(1)
    }
}

/// What a section opens with: a short story, and a decision to make before the text is read, which explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// What happened.
    pub story: String,
    /// The decision, of whose choices exactly one is right. It is no part of [`Training::questions`], and counts for nothing.
    pub decision: QuizQuestion,
}

/// A multiple-choice question. It asks a learner, not an officer: no rule reads its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizQuestion {
    /// The stable id.
    pub id: String,
    /// The question in full.
    pub ask: String,
    /// What it tests.
    pub teaches: Ref<LearningOutcome>,
    /// The section of the course that it stands in; none for a question of the knowledge check.
    pub section: Option<Ref<CourseSection>>,
    /// The choices, of which at least one is right and at least one is wrong.
    pub choices: Vec<QuizChoice>,
    /// Where the right answer comes from.
    pub source: Source,
}

impl QuizQuestion {
    /// Whether more than one choice is right, so that a learner may tick several.
    pub fn takes_several(&self) -> bool {
        self.choices.iter().filter(|choice| choice.right).count() > 1
    }
}

/// One choice of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizChoice {
    /// The words beside the box.
    pub says: String,
    /// Whether it is right.
    pub right: bool,
    /// What a learner who chose it is told.
    pub feedback: String,
}

/// What makes a case one to practise on. A case without it is a worked example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// What it teaches.
    pub teaches: Vec<Ref<LearningOutcome>>,
    /// What a learner is told who decided as the policy does.
    pub right: String,
    /// What a learner is told who did not.
    pub wrong: String,
    /// The outcomes to choose from besides the right one, in the order of the page; none where those that are near are offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<Mistake>,
}

/// An outcome that people take for the right one of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// The outcome; none for taking the case to be open.
    pub outcome: Option<Ref<Outcome>>,
    /// Why it is tempting, and wrong.
    pub because: String,
}
