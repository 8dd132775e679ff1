//! Cases to try, made from a seed: complete answers, partial ones, and the ways in which these may turn out.

use crate::HANDBOOK;
use crate::model::{Case, QUESTIONS, Takes};
use fastrand::Rng;
use policy::{Answer, Answers, RawAnswers};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a case, by question: not there at all where nothing was answered.
pub type Known = BTreeMap<&'static str, Given>;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Yes.
    Yes,
    /// No.
    No,
    /// These choices, or none.
    Ticked(Vec<&'static str>),
    /// This choice.
    One(&'static str),
    /// Not sure.
    NotSure,
}

/// How many times in ten a question is answered yes. Most cases end early when every answer is as likely as
/// the next; these let them through to where the policy has most to say.
fn times_yes(question: &str) -> u32 {
    match question {
        "criminal" | "people-at-risk" | "immediate-risk" | "new-issue" | "new-information" => 1,
        "only-criticism" | "only-challenge" | "modified" | "extreme-threat" => 2,
        "our-service" | "investigated" | "preferred-contact" | "deadlines-given" => 9,
        "named-officer" | "assessment-done" | "factors" | "health" | "written-notice" => 8,
        "hinders" | "thoroughly-dealt" => 7,
        _ => 5,
    }
}

/// An answer to a question.
pub fn answer(question: &'static str, takes: Takes, rng: &mut Rng) -> Given {
    match takes {
        Takes::YesNo if rng.u32(0..10) < times_yes(question) => Given::Yes,
        Takes::YesNo => Given::No,
        Takes::OneOf(choices) => Given::One(rng.choice(choices).expect("it has choices")),
        Takes::AnyOf(choices) => {
            // Few ticks are more telling than many; one alone must come up often, and none too.
            let ticks = rng.choice([0, 1, 1, 1, 2, 2, 3, 5]).expect("it is not empty");
            let ticked: BTreeSet<_> = (0..ticks).filter_map(|_| rng.choice(choices)).copied().collect();
            Given::Ticked(ticked.into_iter().collect())
        }
    }
}

/// A complete set of answers.
pub fn complete(rng: &mut Rng) -> Known {
    QUESTIONS.iter().map(|(_, question, takes)| (*question, answer(question, *takes, rng))).collect()
}

/// A complete set of answers with some taken away, and some unsure.
pub fn partial(rng: &mut Rng) -> Known {
    let known_in_ten = rng.u32(2..=9);
    let mut known = complete(rng);
    known.retain(|_, _| rng.u32(0..10) < known_in_ten);
    for given in known.values_mut().filter(|_| rng.u32(0..12) == 0) {
        *given = Given::NotSure;
    }
    known
}

/// A complete set of answers with as many bits taken away as fit into a number of bits, some of them for a "not sure".
pub fn nearly_complete(rng: &mut Rng, most_bits: u32) -> Known {
    let mut known = complete(rng);
    let mut questions = QUESTIONS;
    rng.shuffle(&mut questions);
    let mut left = rng.u32(1..=most_bits);
    for (_, question, takes) in questions {
        if let Some(rest) = left.checked_sub(bits(takes)) {
            left = rest;
            known.remove(question);
            if rng.u32(0..4) == 0 {
                known.insert(question, Given::NotSure);
            }
        }
    }
    known
}

/// The questions without a definite answer.
pub fn open(known: &Known) -> Vec<(&'static str, Takes)> {
    let definite = |question: &str| !matches!(known.get(question), None | Some(Given::NotSure));
    let questions = QUESTIONS.iter().filter(|(_, question, _)| !definite(question));
    questions.map(|(_, question, takes)| (*question, *takes)).collect()
}

/// How many bits it takes to tell the answers to a question apart.
pub fn bits(takes: Takes) -> u32 {
    match takes {
        Takes::YesNo => 1,
        Takes::AnyOf(choices) => u32::try_from(choices.len()).unwrap_or(u32::MAX),
        Takes::OneOf(choices) => choices.len().next_power_of_two().trailing_zeros(),
    }
}

/// One way in which what is unknown may turn out.
pub fn completion(known: &Known, rng: &mut Rng) -> Known {
    let mut all = complete(rng);
    let definite = known.iter().filter(|(_, given)| **given != Given::NotSure);
    all.extend(definite.map(|(question, given)| (*question, given.clone())));
    all
}

/// The same for the model: what is not known counts as no.
pub fn as_case(known: &Known) -> Case {
    let mut case = Case::default();
    for (question, given) in known {
        match given {
            Given::Yes => case.yes(question),
            Given::One(choice) => case.tick(question, choice),
            Given::Ticked(choices) => choices.iter().for_each(|choice| case.tick(question, choice)),
            Given::No | Given::NotSure => {}
        }
    }
    case
}

/// The same for the aid.
pub fn as_answers(known: &Known) -> Answers {
    let word = |word: &str| Answer::One(word.to_owned());
    let raw: RawAnswers = known
        .iter()
        .map(|(question, given)| {
            let answer = match given {
                Given::Yes => word("yes"),
                Given::No => word("no"),
                Given::One(choice) => word(choice),
                Given::NotSure => word("not-sure"),
                Given::Ticked(choices) => {
                    Answer::Many(choices.iter().map(|choice| (*choice).to_owned()).collect())
                }
            };
            ((*question).to_owned(), answer)
        })
        .collect();
    Answers::read(&HANDBOOK.policy, &raw).expect("the handbook takes the model's answers")
}
