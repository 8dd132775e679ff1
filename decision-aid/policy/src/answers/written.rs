//! Answers as they are written down: in pages, in case files, on the command line.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// How "not sure" is written.
pub const NOT_SURE: &str = "not-sure";

/// What stands for no choice of a list, where the choices stand as boxes to tick. In an answer, that is an empty list.
pub const NONE_OF_THESE: &str = "none-of-these";

/// An answer as it is written down: `"yes"`, `"not-sure"`, a choice, or a list of choices.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
            Self::Many(words) => words.join(", "),
        }
    }
}

/// Answers by question id, kept as given, in the order of the ids.
///
/// A list, for it is short: a `BTreeMap` would cost the browser kilobytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct RawAnswers(Vec<(String, Answer)>);

impl RawAnswers {
    /// No answers.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The index of the answer to a question, or the one that it would have to be inserted at.
    fn position(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    /// The answer to a question.
    pub fn get(&self, id: &str) -> Option<&Answer> {
        match self.position(id) {
            Ok(index) => Some(&self.0[index].1),
            Err(_) => None,
        }
    }

    /// Whether a question has an answer.
    pub fn contains_key(&self, id: &str) -> bool {
        self.get(id).is_some()
    }

    /// Notes an answer, and gives the one before.
    pub fn insert(&mut self, id: String, answer: Answer) -> Option<Answer> {
        match self.position(&id) {
            Ok(index) => Some(std::mem::replace(&mut self.0[index].1, answer)),
            Err(index) => {
                self.0.insert(index, (id, answer));
                None
            }
        }
    }

    /// Forgets an answer, and gives it.
    pub fn remove(&mut self, id: &str) -> Option<Answer> {
        match self.position(id) {
            Ok(index) => Some(self.0.remove(index).1),
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
