//! How progress is written and read again: from an earlier edition of the course too, and from two devices at once.

use super::{Attempt, Progress};
use crate::Course;
use std::fmt;

/// What became of progress in another edition of the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOver {
    /// How many of the finished sections the course still has.
    pub kept_sections: usize,
    /// How many of the finished sections the course no longer has.
    pub removed_sections: usize,
    /// Whether a knowledge check that was under way had to be discarded.
    pub check_discarded: bool,
}

/// The stored text is not the progress of any edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnreadableProgress;

impl fmt::Display for UnreadableProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "what was stored of your progress cannot be read, so the course starts from the beginning",
        )
    }
}

impl std::error::Error for UnreadableProgress {}

impl CarriedOver {
    /// In words, for the learner.
    pub fn message(&self) -> String {
        let sections =
            |count: usize| if count == 1 { "1 section".to_owned() } else { format!("{count} sections") };
        let mut message = format!(
            "The course has changed since you were here. You keep {} that you finished.",
            sections(self.kept_sections)
        );
        if self.removed_sections > 0 {
            let removed = sections(self.removed_sections);
            message += &format!(" The course no longer has {removed} that you finished.");
        }
        if self.check_discarded {
            message += " The knowledge check that you had begun has to begin again, because its questions have changed.";
        }
        message
    }
}

impl Progress {
    /// Reads what [`Progress::to_json`] wrote. An empty text is the progress of a learner who begins. Progress in another
    /// edition of the course is carried over as far as this edition has the same sections and cases.
    ///
    /// # Errors
    /// The text is not progress that this program or an earlier version of it wrote.
    pub fn restore(stored: &str, course: &Course) -> Result<(Self, Option<CarriedOver>), UnreadableProgress> {
        if stored.is_empty() {
            return Ok((Self::new(course), None));
        }
        let mut progress: Self = serde_json::from_str(stored).map_err(|_| UnreadableProgress)?;
        if progress.edition == course.edition {
            return Ok((progress, None));
        }
        let carried_over = progress.carry_over(course);
        Ok((progress, Some(carried_over)))
    }

    /// As JSON, to store it.
    pub fn to_json(&self) -> String {
        // Maps of strings and numbers always have a form in JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    fn carry_over(&mut self, course: &Course) -> CarriedOver {
        let finished_before = self.finished.len();
        self.finished.retain(|id| course.section(id).is_some());
        // A question may have other choices in this edition, so the indices of the choices selected mean nothing any more.
        self.answers.clear();
        self.last_attempt = None;
        self.decided_cases.retain(|id| course.cases.iter().any(|case| case.id == *id));
        let check_discarded = self.quiz_session.take().is_some();
        self.edition.clone_from(&course.edition);
        CarriedOver {
            kept_sections: self.finished.len(),
            removed_sections: finished_before - self.finished.len(),
            check_discarded,
        }
    }

    /// Merges progress that was stored on two devices: everything done on either counts. Where both have a knowledge check
    /// under way, the one of `self` goes on.
    #[must_use]
    pub fn merged_with(mut self, other: Self) -> Self {
        self.finished.extend(other.finished);
        self.decided_cases.extend(other.decided_cases);
        for (id, selected) in other.answers {
            self.answers.entry(id).or_insert(selected);
        }
        if self.current_section.is_empty() {
            self.current_section = other.current_section;
        }
        self.quiz_session = self.quiz_session.or(other.quiz_session);
        self.attempts = self.attempts.max(other.attempts);
        self.last_attempt = self.last_attempt.or(other.last_attempt);
        self.best_attempt = Attempt::best_of(self.best_attempt, other.best_attempt);
        self
    }
}
