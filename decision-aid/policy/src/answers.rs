//! What is known of a case: answers as they are written, and as they are read.

use crate::{AnswerKind, Policy, Question, Ref};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How "not sure" is written.
pub const NOT_SURE: &str = "not-sure";

/// An answer as it is written down: `"yes"`, `"not-sure"`, a choice, or a list of choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "an answer is a word in quotation marks, such as \"yes\", or a list of such words"
)]
pub enum Answer {
    /// One word.
    One(String),
    /// A list of choices; empty for "none of these".
    Many(Vec<String>),
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(word) => write!(f, "\"{word}\""),
            Self::Many(words) => write!(f, "{words:?}"),
        }
    }
}

impl Answer {
    /// The ids in the answer.
    pub fn words(&self) -> String {
        match self {
            Self::One(word) => word.clone(),
            Self::Many(words) => {
                let mut all = String::new();
                for word in words {
                    all.push_str(if all.is_empty() { "" } else { ", " });
                    all.push_str(word);
                }
                all
            }
        }
    }
}

/// Answers by question id, kept as given.
pub type RawAnswers = BTreeMap<String, Answer>;

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
            takes: self.takes(),
        })
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
            (AnswerKind::OneOf(_), word) => self.bit(word).map(Selection::Chosen),
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
        let mut labels = String::new();
        for word in words {
            let choice = self.answers.choices().iter().find(|choice| choice.id == *word);
            labels.push_str(if labels.is_empty() { "" } else { "; " });
            labels.push_str(choice.map_or(plain(word), |choice| &choice.label));
        }
        labels
    }

    /// An answer as it is written.
    pub fn answer(&self, selection: Selection) -> Answer {
        let Selection::Chosen(chosen) = selection else { return Answer::One(NOT_SURE.to_owned()) };
        let ticked = |place: usize| chosen >> place & 1 == 1;
        match &self.answers {
            AnswerKind::YesNo => Answer::One(if ticked(0) { "yes" } else { "no" }.to_owned()),
            AnswerKind::AnyOf(choices) => {
                let ids = choices.iter().enumerate().filter(|(place, _)| ticked(*place));
                Answer::Many(ids.map(|(_, choice)| choice.id.clone()).collect())
            }
            AnswerKind::OneOf(choices) => {
                let id = choices.get(chosen.trailing_zeros() as usize).map(|choice| choice.id.clone());
                Answer::One(id.unwrap_or_default())
            }
        }
    }

    fn bit(&self, choice: &str) -> Option<u32> {
        let place = self.answers.choices().iter().position(|known| known.id == choice)?;
        Some(1 << place)
    }

    /// What the question takes, in words for an error message.
    fn takes(&self) -> String {
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
