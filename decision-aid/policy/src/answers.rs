//! What is known of a case: answers as they are written, and as they are read.

mod written;

pub use written::{Answer, NONE_OF_THESE, NOT_SURE, RawAnswers};

use crate::{AnswerKind, Policy, Question, Ref};
use std::fmt;

/// An answer as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// The officer does not know.
    NotSure,
    /// The choices ticked, a bit each; yes is bit 0, no is nothing.
    Chosen(u32),
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerError {
    /// There is no such question.
    UnknownQuestion(String),
    /// The question does not take this answer.
    NotAnAnswer {
        /// The question's id.
        question: String,
        /// The answer given.
        answer: Answer,
        /// What it takes instead.
        takes: String,
    },
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownQuestion(id) => write!(f, "no question `{id}`"),
            Self::NotAnAnswer { question, answer, takes } => {
                write!(f, "`{question}` does not take {answer}; it takes {takes}")
            }
        }
    }
}

impl std::error::Error for AnswerError {}

/// What is known of a case, question by question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    by_question: Vec<Option<Selection>>,
}

impl Answers {
    /// Nothing is known yet.
    pub fn none(policy: &Policy) -> Self {
        Self { by_question: vec![None; policy.questions.len()] }
    }

    /// Reads answers as they are written.
    ///
    /// # Errors
    /// The first question that does not exist, or answer that its question does not take.
    pub fn read(policy: &Policy, raw: &RawAnswers) -> Result<Self, AnswerError> {
        let mut answers = Self::none(policy);
        for (id, answer) in raw {
            let question = policy.question(id).ok_or_else(|| AnswerError::UnknownQuestion(id.clone()))?;
            answers.set(question, policy[question].read(answer)?);
        }
        Ok(answers)
    }

    /// Notes an answer.
    pub fn set(&mut self, question: Ref<Question>, selection: Selection) {
        self.by_question[question.index()] = Some(selection);
    }

    /// The answer given, "not sure" included.
    pub fn get(&self, question: Ref<Question>) -> Option<Selection> {
        self.by_question[question.index()]
    }

    /// The choices of a definite answer. Not answered and not sure are both unknown.
    pub fn known(&self, question: Ref<Question>) -> Option<u32> {
        match self.get(question) {
            Some(Selection::Chosen(chosen)) => Some(chosen),
            Some(Selection::NotSure) | None => None,
        }
    }
}

/// Yes, no and not sure in words.
fn plain(word: &str) -> &str {
    match word {
        "yes" => "Yes",
        "no" => "No",
        NOT_SURE => "Not sure",
        other => other,
    }
}

impl Question {
    /// Reads an answer to this question.
    ///
    /// # Errors
    /// The question does not take it.
    pub fn read(&self, answer: &Answer) -> Result<Selection, AnswerError> {
        self.selection(answer).ok_or_else(|| AnswerError::NotAnAnswer {
            question: self.id.clone(),
            answer: answer.clone(),
            takes: self.what_it_takes(),
        })
    }

    /// Whether the question takes an answer.
    pub fn takes(&self, answer: &Answer) -> bool {
        self.selection(answer).is_some()
    }

    pub(crate) fn selection(&self, answer: &Answer) -> Option<Selection> {
        match answer {
            Answer::One(word) => self.read_word(word),
            Answer::Many(words) => self.read_choices(words.iter().map(String::as_str)),
        }
    }

    /// Reads an answer of one word: yes, no, not sure, or the one choice taken. None where it is no such answer.
    pub fn read_word(&self, word: &str) -> Option<Selection> {
        match (&self.answers, word) {
            (_, NOT_SURE) => Some(Selection::NotSure),
            (AnswerKind::YesNo, "yes") => Some(Selection::Chosen(1)),
            (AnswerKind::YesNo, "no") => Some(Selection::Chosen(0)),
            (AnswerKind::OneOf(_), word) => Some(Selection::Chosen(self.bit(word)?)),
            _ => None,
        }
    }

    /// Reads a list of choices. None where the question takes no list, or one of them is not its choice.
    pub fn read_choices<'a>(&self, mut words: impl Iterator<Item = &'a str>) -> Option<Selection> {
        let AnswerKind::AnyOf(_) = self.answers else { return None };
        words.try_fold(0, |chosen, word| Some(chosen | self.bit(word)?)).map(Selection::Chosen)
    }

    /// An answer in the words that the officer ticked.
    pub fn in_words(&self, answer: &Answer) -> String {
        let words = match answer {
            Answer::One(word) => std::slice::from_ref(word),
            Answer::Many(words) if words.is_empty() => return "None of these".to_owned(),
            Answer::Many(words) => words,
        };
        let labels = words.iter().map(|word| {
            let choice = self.answers.choices().iter().find(|choice| choice.id == *word);
            choice.map_or(plain(word), |choice| &choice.label)
        });
        labels.collect::<Vec<_>>().join("; ")
    }

    /// An answer as it is written.
    pub fn answer(&self, selection: Selection) -> Answer {
        let Selection::Chosen(chosen) = selection else { return Answer::One(NOT_SURE.to_owned()) };
        let ticked = |index: usize| chosen >> index & 1 == 1;
        match &self.answers {
            AnswerKind::YesNo => Answer::One(if ticked(0) { "yes" } else { "no" }.to_owned()),
            AnswerKind::AnyOf(choices) => {
                let choices = choices.iter().enumerate().filter(|(index, _)| ticked(*index));
                Answer::Many(choices.map(|(_, choice)| choice.id.clone()).collect())
            }
            AnswerKind::OneOf(choices) => Answer::One(match choices.get(chosen.trailing_zeros() as usize) {
                Some(choice) => choice.id.clone(),
                None => String::new(),
            }),
        }
    }

    fn bit(&self, choice: &str) -> Option<u32> {
        let index = self.answers.choices().iter().position(|known| known.id == choice)?;
        Some(1 << index)
    }

    /// What the question takes, in words for an error message.
    fn what_it_takes(&self) -> String {
        let ids = |glue: &str| {
            let ids = self.answers.choices().iter().map(|choice| format!("\"{}\"", choice.id));
            ids.collect::<Vec<_>>().join(glue)
        };
        match self.answers {
            AnswerKind::YesNo => format!("\"yes\", \"no\" or \"{NOT_SURE}\""),
            AnswerKind::OneOf(_) => format!("{} or \"{NOT_SURE}\"", ids(", ")),
            AnswerKind::AnyOf(_) => format!("a list of {}, or \"{NOT_SURE}\"", ids(", ")),
        }
    }
}

#[cfg(test)]
mod tests;
