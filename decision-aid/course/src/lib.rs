//! What a learner does with the training: progress through the course, the knowledge check, practice cases decided and
//! compared, and the completion record.
//!
//! It may depend on `policy`, on `casework` for dates in words, on `document`, and on a source of seeded chance; never on
//! the browser or a learning system. It is pure: the day of today and every seed are arguments.
//!
//! Start with [`Course`], which is what the browser gets; then [`Progress`], which is what is kept of a learner;
//! [`Sitting`] is one run of the knowledge check, [`Practising`] a case being decided.

mod completion;
mod knowledge_check;
mod pass_mark;
mod practice;
mod progress;
#[cfg(test)]
mod sample;
mod what_if;

pub use completion::completion_record;
pub use knowledge_check::{Drawn, Marks, PER_OUTCOME, Sitting, is_right};
pub use pass_mark::PassMark;
pub use practice::{Decision, Line, Practising, Said};
pub use progress::{Attempt, Carried, NotRead, Progress};
pub use what_if::{Changed, WhatIf};

use policy::{CourseSection, QuizQuestion, Ref, Scenario, Training};
use serde::{Deserialize, Serialize};

/// Everything that is taught, as the browser gets it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The name of the handbook.
    pub title: String,
    /// Whose policy it teaches.
    pub council: String,
    /// The name of that policy.
    pub policy: String,
    /// What tells this edition of the course from any other: it changes with the text that is taught.
    pub edition: String,
    /// The share of the knowledge check that has to be right.
    pub pass_mark: PassMark,
    /// Outcomes, sections and questions.
    pub training: Training,
    /// The cases to practise on.
    pub cases: Vec<Scenario>,
    /// Where each part stands.
    pub pages: Pages,
}

/// The pages of the training, from the root of the site; none where the handbook has no such page.
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
    /// The course as text.
    ///
    /// # Errors
    /// None in practice: nothing in a course is beyond JSON.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// The course that a text holds.
    ///
    /// # Errors
    /// It holds none, or one of another version of this program.
    pub fn from_json(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    /// Each section with its place.
    pub fn sections(&self) -> impl Iterator<Item = (Ref<CourseSection>, &CourseSection)> {
        (0..).map(Ref::new).zip(&self.training.sections)
    }

    /// The questions that follow a section.
    pub fn questions_of(&self, section: Ref<CourseSection>) -> impl Iterator<Item = &QuizQuestion> {
        self.training.questions_in(Some(section))
    }

    /// The question with an id.
    pub fn question(&self, id: &str) -> Option<&QuizQuestion> {
        self.training.questions.iter().find(|question| question.id == id)
    }

    /// The section with an id.
    pub fn section(&self, id: &str) -> Option<Ref<CourseSection>> {
        self.sections().find(|(_, section)| section.id == id).map(|(place, _)| place)
    }
}
