//! The members of objects whose names are not known before, and answers: read from the JSON that they are written as, and
//! from nothing else.
//!
//! Whoever reads JSON is asked what there is, and not for an object: the browser's reader would take a list of pairs for one.
//! No value is copied first to be looked at, as `serde` does for its untagged enums, for that recurses.

use policy::Answer;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// The members of an object, by their names.
pub(super) fn members<'de, D, V>(deserializer: D) -> Result<BTreeMap<String, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    deserializer.deserialize_any(OfAnObject(PhantomData))
}

struct OfAnObject<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for OfAnObject<V> {
    type Value = BTreeMap<String, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((name, value)) = map.next_entry()? {
            members.insert(name, value);
        }
        Ok(members)
    }
}

/// The names of an object's members.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Names(#[serde(deserialize_with = "members")] BTreeMap<String, IgnoredAny>);

impl Names {
    /// The names but those that are known, in order.
    pub(super) fn other_than(&self, known: &[&str]) -> Vec<String> {
        self.0.keys().filter(|name| !known.contains(&name.as_str())).cloned().collect()
    }
}

/// An answer: a word, or a list of words.
pub(super) struct SavedAnswer(pub(super) Answer);

impl<'de> Deserialize<'de> for SavedAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordOrWords)
    }
}

struct WordOrWords;

impl<'de> Visitor<'de> for WordOrWords {
    type Value = SavedAnswer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word, or a list of words")
    }

    fn visit_str<E>(self, word: &str) -> Result<SavedAnswer, E> {
        Ok(SavedAnswer(Answer::One(word.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<SavedAnswer, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = list.next_element()? {
            words.push(word);
        }
        Ok(SavedAnswer(Answer::Many(words)))
    }
}
