//! The knowledge check: questions drawn at random so that each learning outcome has its share, answered, and scored.

use crate::{Course, PassMark};
use fastrand::Rng;
use policy::QuizQuestion;
use serde::{Deserialize, Serialize};

/// How many questions a check asks on each learning outcome.
pub const QUESTIONS_PER_OUTCOME: usize = 2;

/// One run of the knowledge check: the questions that were drawn, and the answers so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizSession {
    /// The seed of the order in which choices are shown.
    seed: u32,
    /// The questions by id, in the order asked, each with the choices selected; `None` while it is not answered.
    questions: Vec<(String, Option<Vec<u8>>)>,
}

/// A question of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionQuestion<'a> {
    /// The question.
    pub question: &'a QuizQuestion,
    /// The order in which its choices are shown: indices into [`QuizQuestion::choices`].
    pub order: Vec<u8>,
    /// The choices selected, as indices into [`QuizQuestion::choices`]; `None` while it is not answered.
    pub selected: Option<&'a [u8]>,
}

/// The result of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// How many questions were answered rightly.
    pub right: usize,
    /// How many questions there were.
    pub total: usize,
}

impl Score {
    /// The share of right answers in whole per cent, rounded down, so that it never shows a pass mark that was not reached.
    pub fn percent(self) -> usize {
        self.right.saturating_mul(100).checked_div(self.total).unwrap_or(0)
    }

    /// Whether it is enough to pass.
    pub fn passes(self, mark: PassMark) -> bool {
        mark.is_met(self.right, self.total)
    }
}

/// Whether an answer selects every right choice and no other.
pub fn is_right(question: &QuizQuestion, selected: &[u8]) -> bool {
    (0..).zip(&question.choices).all(|(index, choice)| choice.right == selected.contains(&index))
}

impl QuizSession {
    /// Draws [`QUESTIONS_PER_OUTCOME`] questions on each learning outcome, or all where there are fewer, and shuffles them.
    /// The same seed draws the same questions.
    pub fn draw(course: &Course, seed: u32) -> Self {
        let mut rng = Rng::with_seed(u64::from(seed));
        let mut questions = Vec::new();
        for outcome in 0..course.training.outcomes.len() {
            let pool = course.training.questions_in(None);
            let mut pool: Vec<&QuizQuestion> =
                pool.filter(|question| question.teaches.index() == outcome).collect();
            rng.shuffle(&mut pool);
            let drawn = pool.into_iter().take(QUESTIONS_PER_OUTCOME);
            questions.extend(drawn.map(|question| (question.id.clone(), None)));
        }
        rng.shuffle(&mut questions);
        Self { seed, questions }
    }

    /// How many questions it has.
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether it has no questions, because the course has none to draw from.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// The question at an index; `None` past the end, and where the course no longer has the question.
    pub fn question<'a>(&'a self, course: &'a Course, index: usize) -> Option<SessionQuestion<'a>> {
        let (id, selected) = self.questions.get(index)?;
        let question = course.question(id)?;
        let mut order: Vec<u8> = (0..).take(question.choices.len()).collect();
        // The seed is joined with the index, so that the order does not depend on which questions were shown before.
        Rng::with_seed(u64::from(self.seed) << 16 | index as u64).shuffle(&mut order);
        Some(SessionQuestion { question, order, selected: selected.as_deref() })
    }

    /// Every question that the course has, with its index.
    pub fn questions<'a>(&'a self, course: &'a Course) -> impl Iterator<Item = (usize, SessionQuestion<'a>)> {
        (0..self.len()).filter_map(|index| Some((index, self.question(course, index)?)))
    }

    /// Stores the choices selected in answer to the question at an index.
    pub fn answer(&mut self, index: usize, selected: Vec<u8>) {
        if let Some((_, answer)) = self.questions.get_mut(index) {
            *answer = Some(selected);
        }
    }

    /// The index of the first question without an answer; `None` where all are answered.
    pub fn first_unanswered(&self) -> Option<usize> {
        self.questions.iter().position(|(_, selected)| selected.is_none())
    }

    /// The score. A question that is not answered counts as not right.
    pub fn score(&self, course: &Course) -> Score {
        let right = self
            .questions(course)
            .filter(|(_, asked)| asked.selected.is_some_and(|selected| is_right(asked.question, selected)));
        Score { right: right.count(), total: self.len() }
    }
}

#[cfg(test)]
mod tests;
