//! What is known of a case: answers as they are written, and as they are read.

use crate::{AnswerKind, Policy, Question, Ref};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
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

/// Answers by question id, kept as given, in the order of the ids.
///
/// A list, for it is short: a `BTreeMap` would cost the browser kilobytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawAnswers(Vec<(String, Answer)>);

impl RawAnswers {
    /// No answers.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Where the answer to a question is, or would have to be put.
    fn place(&self, id: &str) -> Result<usize, usize> {
        for (place, (known, _)) in self.0.iter().enumerate() {
            if known.as_str() >= id {
                return if known == id { Ok(place) } else { Err(place) };
            }
        }
        Err(self.0.len())
    }

    /// The answer to a question.
    pub fn get(&self, id: &str) -> Option<&Answer> {
        match self.place(id) {
            Ok(place) => Some(&self.0[place].1),
            Err(_) => None,
        }
    }

    /// Whether a question has an answer.
    pub fn contains_key(&self, id: &str) -> bool {
        self.get(id).is_some()
    }

    /// Notes an answer, and gives the one before.
    pub fn insert(&mut self, id: String, answer: Answer) -> Option<Answer> {
        match self.place(&id) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, answer)),
            Err(place) => {
                self.0.insert(place, (id, answer));
                None
            }
        }
    }

    /// Forgets an answer, and gives it.
    pub fn remove(&mut self, id: &str) -> Option<Answer> {
        match self.place(id) {
            Ok(place) => Some(self.0.remove(place).1),
            Err(_) => None,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Every answer with its question's id, in the order of the ids.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Answer)> {
        self.0.iter()
    }

    /// The ids of the questions, in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(id, _)| id)
    }
}

impl<'a> IntoIterator for &'a RawAnswers {
    type Item = &'a (String, Answer);
    type IntoIter = std::slice::Iter<'a, (String, Answer)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for RawAnswers {
    type Item = (String, Answer);
    type IntoIter = std::vec::IntoIter<(String, Answer)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Extend<(String, Answer)> for RawAnswers {
    fn extend<T: IntoIterator<Item = (String, Answer)>>(&mut self, answers: T) {
        for (id, answer) in answers {
            self.insert(id, answer);
        }
    }
}

impl FromIterator<(String, Answer)> for RawAnswers {
    fn from_iter<T: IntoIterator<Item = (String, Answer)>>(answers: T) -> Self {
        let mut all = Self::new();
        all.extend(answers);
        all
    }
}

impl<const N: usize> From<[(String, Answer); N]> for RawAnswers {
    fn from(answers: [(String, Answer); N]) -> Self {
        answers.into_iter().collect()
    }
}

impl Serialize for RawAnswers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, answer)| (id, answer)))
    }
}

impl<'de> Deserialize<'de> for RawAnswers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = RawAnswers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawAnswers, A::Error> {
                let mut answers = RawAnswers::new();
                while let Some((id, answer)) = map.next_entry()? {
                    answers.insert(id, answer);
                }
                Ok(answers)
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

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
            Answer::Many(words) => {
                let AnswerKind::AnyOf(_) = self.answers else { return None };
                let mut chosen = 0;
                for word in words {
                    chosen |= self.bit(word)?;
                }
                Some(Selection::Chosen(chosen))
            }
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
        let mut labels = String::new();
        for word in words {
            let mut label = plain(word);
            for choice in self.answers.choices() {
                if choice.id == *word {
                    label = &choice.label;
                }
            }
            labels.push_str(if labels.is_empty() { "" } else { "; " });
            labels.push_str(label);
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
                let mut ids = Vec::new();
                for (place, choice) in choices.iter().enumerate() {
                    if ticked(place) {
                        ids.push(choice.id.clone());
                    }
                }
                Answer::Many(ids)
            }
            AnswerKind::OneOf(choices) => Answer::One(match choices.get(chosen.trailing_zeros() as usize) {
                Some(choice) => choice.id.clone(),
                None => String::new(),
            }),
        }
    }

    fn bit(&self, choice: &str) -> Option<u32> {
        for (place, known) in self.answers.choices().iter().enumerate() {
            if known.id == choice {
                return Some(1 << place);
            }
        }
        None
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
