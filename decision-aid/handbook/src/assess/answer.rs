//! Reads a line of answers straight into what the policy takes, without a text for each.

use policy::{Answer, AnswerError, Answers, Policy, Question, Ref, Selection};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::de::Read;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// The questions of a policy, by id.
pub(super) struct Questions<'p> {
    policy: &'p Policy,
    by_id: HashMap<&'p str, Ref<Question>>,
}

impl<'p> Questions<'p> {
    pub(super) fn of(policy: &'p Policy) -> Self {
        let by_id = Policy::question_refs(policy).map(|question| (policy[question].id.as_str(), question));
        Self { policy, by_id: by_id.collect() }
    }

    /// The answers of a line, or what is wrong with it.
    pub(super) fn read(&self, line: &[u8]) -> Result<Answers, String> {
        // A line is looked through for broken characters once. One that has some is read for the place of the first.
        let answers = match str::from_utf8(line) {
            Ok(line) => self.read_json(serde_json::Deserializer::from_str(line)),
            Err(_) => self.read_json(serde_json::Deserializer::from_slice(line)),
        };
        answers.map_err(|error| {
            // The column helps only where the JSON itself is at fault.
            let said = error.to_string();
            let end = said.rfind(" at line ").unwrap_or(said.len());
            match error.is_data() {
                true => said[..end].to_owned(),
                false => format!("this is not JSON: {} at column {}", &said[..end], error.column()),
            }
        })
    }

    fn read_json<'de>(
        &self,
        mut json: serde_json::Deserializer<impl Read<'de>>,
    ) -> serde_json::Result<Answers> {
        let answers = Line(self).deserialize(&mut json)?;
        json.end().map(|()| answers)
    }

    /// The question with an id. Whoever writes answers in the order of the policy asks for the `likely` one.
    fn question(&self, id: &str, likely: usize) -> Option<Ref<Question>> {
        match self.policy.questions.get(likely) {
            Some(question) if question.id == id => Some(Ref::new(u16::try_from(likely).ok()?)),
            _ => self.by_id.get(id).copied(),
        }
    }
}

/// A line: an object with `answers`, and nothing else.
struct Line<'q, 'p>(&'q Questions<'p>);

impl<'de> DeserializeSeed<'de> for Line<'_, '_> {
    type Value = Answers;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Answers, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Line<'_, '_> {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object such as {\"answers\":{…}}")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Answers, M::Error> {
        let mut answers = None;
        while let Some(key) = map.next_key::<Text<'de>>()? {
            match key.0.as_ref() {
                "answers" if answers.is_some() => return Err(M::Error::custom("`answers` is there twice")),
                "answers" => answers = Some(map.next_value_seed(Map(self.0))?),
                other => {
                    return Err(M::Error::custom(format_args!(
                        "`{other}` does not belong here; only `answers` does"
                    )));
                }
            }
        }
        answers.ok_or_else(|| M::Error::custom("`answers` is missing"))
    }
}

/// The object of answers.
struct Map<'q, 'p>(&'q Questions<'p>);

impl<'de> DeserializeSeed<'de> for Map<'_, '_> {
    type Value = Answers;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Answers, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Map<'_, '_> {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of answers by question")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Answers, M::Error> {
        let policy = self.0.policy;
        let mut answers = Answers::none(policy);
        let mut likely = 0;
        while let Some(id) = map.next_key::<Text<'de>>()? {
            let unknown = || M::Error::custom(AnswerError::UnknownQuestion(id.0.to_string()));
            let question = self.0.question(&id.0, likely).ok_or_else(unknown)?;
            likely = question.index() + 1;
            if answers.get(question).is_some() {
                return Err(M::Error::custom(format_args!("`{}` is answered twice", id.0)));
            }
            answers.set(question, map.next_value_seed(One(&policy[question]))?);
        }
        Ok(answers)
    }
}

/// The answer to a question.
struct One<'p>(&'p Question);

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = Selection;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Selection, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = Selection;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "for `{}` an answer such as \"not-sure\", or a list of choices", self.0.id)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Selection, E> {
        // Read again for the error, which names what the question takes.
        let refused = || self.0.read(&Answer::One(word.to_owned())).map_err(E::custom);
        self.0.read_word(word).map_or_else(refused, Ok)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Selection, S::Error> {
        let mut words: Vec<Text<'de>> = Vec::new();
        while let Some(word) = list.next_element()? {
            words.push(word);
        }
        let refused = || {
            let words = words.iter().map(|word| word.0.to_string()).collect();
            self.0.read(&Answer::Many(words)).map_err(S::Error::custom)
        };
        self.0.read_choices(words.iter().map(|word| word.0.as_ref())).map_or_else(refused, Ok)
    }
}

/// A text, borrowed from the line where it can be.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
