//! The knowledge check: questions drawn so that each learning outcome has its share, in an order of chance, marked.

use crate::{Course, PassMark};
use fastrand::Rng;
use policy::QuizQuestion;
use serde::{Deserialize, Serialize};

/// How many questions a check asks on each learning outcome.
pub const PER_OUTCOME: usize = 2;

/// One run of the knowledge check: what was drawn, and what was answered so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// What the order of the choices is made from.
    seed: u32,
    /// The questions by id, in the order asked, each with the choices taken: none while it is not answered.
    questions: Vec<(String, Option<Vec<u8>>)>,
}

/// A question of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn<'a> {
    /// The question.
    pub question: &'a QuizQuestion,
    /// Its choices in the order shown, by their place in the question.
    pub order: Vec<u8>,
    /// The choices taken, by their place in the question.
    pub taken: Option<&'a [u8]>,
}

/// How a sitting was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// How many questions were answered rightly.
    pub right: usize,
    /// How many there were.
    pub of: usize,
}

impl Marks {
    /// The share in whole per cent, rounded down: never shown as more than it is.
    pub fn per_cent(self) -> usize {
        self.right.saturating_mul(100).checked_div(self.of).unwrap_or(0)
    }

    /// Whether it is enough.
    pub fn passed(self, mark: PassMark) -> bool {
        mark.is_met(self.right, self.of)
    }
}

/// Whether an answer takes every right choice and no other.
pub fn is_right(question: &QuizQuestion, taken: &[u8]) -> bool {
    (0..).zip(&question.choices).all(|(place, choice)| choice.right == taken.contains(&place))
}

impl Sitting {
    /// Draws two questions on each learning outcome, or all where there are fewer, and shuffles them. The same seed draws the
    /// same.
    pub fn draw(course: &Course, seed: u32) -> Self {
        let mut rng = Rng::with_seed(u64::from(seed));
        let mut questions = Vec::new();
        for outcome in 0..course.training.outcomes.len() {
            let pool =
                course.training.questions_in(None).filter(|question| question.teaches.index() == outcome);
            let mut pool: Vec<&QuizQuestion> = pool.collect();
            rng.shuffle(&mut pool);
            questions.extend(pool.iter().take(PER_OUTCOME).map(|question| (question.id.clone(), None)));
        }
        rng.shuffle(&mut questions);
        Self { seed, questions }
    }

    /// How many questions it has.
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether nothing could be drawn: the course has no questions to draw from.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// The question at a place.
    pub fn question<'a>(&'a self, course: &'a Course, at: usize) -> Option<Drawn<'a>> {
        let (id, taken) = self.questions.get(at)?;
        let question = course.question(id)?;
        let mut order: Vec<u8> = (0..).take(question.choices.len()).collect();
        // Each question has an order of its own, whatever is asked before it.
        Rng::with_seed(u64::from(self.seed) << 16 | at as u64).shuffle(&mut order);
        Some(Drawn { question, order, taken: taken.as_deref() })
    }

    /// Notes the choices taken at a place.
    pub fn take(&mut self, at: usize, taken: Vec<u8>) {
        if let Some((_, answer)) = self.questions.get_mut(at) {
            *answer = Some(taken);
        }
    }

    /// The first place without an answer; none where all are answered.
    pub fn next(&self) -> Option<usize> {
        self.questions.iter().position(|(_, taken)| taken.is_none())
    }

    /// How many are answered rightly. What is not answered is not right.
    pub fn marks(&self, course: &Course) -> Marks {
        let right = |(id, taken): &&(String, Option<Vec<u8>>)| {
            taken.as_ref().zip(course.question(id)).is_some_and(|(taken, question)| is_right(question, taken))
        };
        Marks { right: self.questions.iter().filter(right).count(), of: self.questions.len() }
    }
}

#[cfg(test)]
mod tests;
