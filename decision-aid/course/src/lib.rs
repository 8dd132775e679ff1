//! What a learner does with the training: progress through the course, the knowledge check, practice cases decided and
//! compared, and the completion record.
//!
//! It may depend on `policy`, on `casework` for dates in words, on `document`, and on a seeded random number generator;
//! never on the browser or a learning system. It is pure: today's date and every seed are arguments.
//!
//! Start with [`Course`], which is what the browser gets; then [`Progress`], which is what is stored for a learner;
//! [`QuizSession`] is one run of the knowledge check, [`PracticeCase`] a case to be decided.

mod completion;
mod knowledge_check;
mod pass_mark;
mod practice;
mod progress;
#[cfg(test)]
mod sample;
mod what_if;

pub use completion::completion_record;
pub use knowledge_check::{QUESTIONS_PER_OUTCOME, QuizSession, Score, SessionQuestion, is_right};
pub use pass_mark::PassMark;
pub use practice::{Agreement, ComparisonLine, Decision, Judgement, OutcomeChoice, PracticeCase};
pub use progress::{Attempt, CarriedOver, Progress, UnreadableProgress};
pub use what_if::{Change, FactChange, WhatIf};

use policy::{CourseSection, QuizQuestion, Ref, Scenario, Training};
use serde::{Deserialize, Serialize};

/// Everything that is taught, as the browser gets it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The name of the handbook.
    pub title: String,
    /// The council whose policy it teaches.
    pub council: String,
    /// The name of that policy.
    pub policy: String,
    /// A hash of the content that is taught, which tells this edition of the course from any other.
    pub edition: String,
    /// The share of the knowledge check that has to be right.
    pub pass_mark: PassMark,
    /// Outcomes, sections and questions.
    pub training: Training,
    /// The cases to practise on.
    pub cases: Vec<Scenario>,
    /// The addresses of the pages of the training.
    pub pages: Pages,
}

/// The addresses of the pages of the training, relative to the root of the site; `None` where the handbook has no such page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// The page of the course.
    pub course: Option<String>,
    /// The page of the knowledge check.
    pub knowledge_check: Option<String>,
    /// The page of the practice cases.
    pub practice: Option<String>,
}

impl Course {
    /// The course as JSON.
    ///
    /// # Errors
    /// None in practice: every field of a course has a form in JSON.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// Reads a course that [`Course::to_json`] wrote.
    ///
    /// # Errors
    /// The text is no course, or one that another version of this program wrote.
    pub fn from_json(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// Each section with its reference.
    pub fn sections(&self) -> impl Iterator<Item = (Ref<CourseSection>, &CourseSection)> {
        (0..).map(Ref::new).zip(&self.training.sections)
    }

    /// The questions at the end of a section.
    pub fn questions_of(&self, section: Ref<CourseSection>) -> impl Iterator<Item = &QuizQuestion> {
        self.training.questions_in(Some(section))
    }

    /// The question with this id, which may be the decision that a section opens with.
    pub fn question(&self, id: &str) -> Option<&QuizQuestion> {
        self.training.questions.iter().chain(self.decisions()).find(|question| question.id == id)
    }

    /// The decisions that sections open with.
    fn decisions(&self) -> impl Iterator<Item = &QuizQuestion> {
        self.training.sections.iter().filter_map(|section| Some(&section.opening.as_ref()?.decision))
    }

    /// Whether a question is the decision that a section opens with, which does not count to the progress.
    pub fn is_decision(&self, question: &QuizQuestion) -> bool {
        self.decisions().any(|decision| decision.id == question.id)
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<Ref<CourseSection>> {
        self.sections().find(|(_, section)| section.id == id).map(|(reference, _)| reference)
    }
}
