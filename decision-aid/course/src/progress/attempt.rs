//! A finished knowledge check.

use crate::{Course, PassMark, QuizSession, Score};
use serde::{Deserialize, Serialize};

/// A finished knowledge check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The day, such as `2026-11-24`.
    #[serde(rename = "on")]
    pub date: String,
    /// Which attempt it was, from 1.
    pub number: u32,
    /// How many questions were answered rightly.
    pub right: usize,
    /// How many questions there were.
    #[serde(rename = "of")]
    pub total: usize,
    /// Whether it was enough at the time.
    pub passed: bool,
    /// The version of the policy that it was about.
    pub version: String,
    /// The pass mark at the time.
    #[serde(default)]
    pub pass_mark: PassMark,
}

impl Attempt {
    pub(super) fn new(
        session: &QuizSession,
        number: u32,
        course: &Course,
        date: &str,
        version: &str,
    ) -> Self {
        let score = session.score(course);
        Self {
            date: date.to_owned(),
            number,
            right: score.right,
            total: score.total,
            passed: score.passes(course.pass_mark),
            version: version.to_owned(),
            pass_mark: course.pass_mark,
        }
    }

    /// The score.
    pub fn score(&self) -> Score {
        Score { right: self.right, total: self.total }
    }

    /// The better of two attempts; the first where they are equally good.
    pub(super) fn best_of(first: Option<Self>, second: Option<Self>) -> Option<Self> {
        let rank = |attempt: &Self| (attempt.passed, attempt.score().percent());
        match (first, second) {
            (Some(first), Some(second)) if rank(&second) <= rank(&first) => Some(first),
            (first, second) => second.or(first),
        }
    }
}
