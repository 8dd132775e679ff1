//! A complete set of answers as facts, and how the other sections ask for one.

use super::tables::QUESTIONS;
use super::tables::Takes::{self, AnyOf, OneOf, YesNo};

/// The bit of a fact: a yes-no question answered yes, or a choice (`question.choice`) ticked. The facts are those of
/// [`QUESTIONS`], in their order.
pub(super) const fn bit_of(fact: &str) -> u32 {
    let mut number = 0;
    while number < QUESTIONS.len() {
        let choices = facts_of(number);
        let mut choice = 0;
        while choice < choices.len() {
            if names(fact, QUESTIONS[number].1, choices[choice]) {
                return first_bit(number) + choice as u32;
            }
            choice += 1;
        }
        number += 1;
    }
    panic!("there is no such fact")
}

/// The choices of a question by its number; one without a name for a yes-no question.
const fn facts_of(number: usize) -> &'static [&'static str] {
    match QUESTIONS[number].2 {
        YesNo => &[""],
        AnyOf(choices) | OneOf(choices) => choices,
    }
}

/// The bit of a question's first fact.
const fn first_bit(number: usize) -> u32 {
    let (mut bit, mut before) = (0, 0);
    while before < number {
        bit += facts_of(before).len() as u32;
        before += 1;
    }
    bit
}

/// Whether a fact is this choice of this question; a yes has no choice.
const fn names(fact: &str, question: &str, choice: &str) -> bool {
    let (fact, question, choice) = (fact.as_bytes(), question.as_bytes(), choice.as_bytes());
    let dot = if choice.is_empty() { 0 } else { 1 };
    if fact.len() != question.len() + dot + choice.len() {
        return false;
    }
    let mut at = 0;
    while at < fact.len() {
        let expected = match at {
            at if at < question.len() => question[at],
            at if at == question.len() => b'.',
            at => choice[at - question.len() - 1],
        };
        if fact[at] != expected {
            return false;
        }
        at += 1;
    }
    true
}

/// The facts that are choices of a question.
pub(super) const fn choices_of(question: &str) -> u128 {
    let (mut facts, mut number) = (0, 0);
    while number < QUESTIONS.len() {
        let (_, asked, takes) = QUESTIONS[number];
        if let AnyOf(choices) | OneOf(choices) = takes
            && names(asked, question, "")
        {
            facts |= ((1_u128 << choices.len()) - 1) << first_bit(number);
        }
        number += 1;
    }
    assert!(facts != 0, "there is no such question with choices");
    facts
}

/// A complete set of answers: the yes-no questions answered yes, and the choices ticked, a bit each. Whatever is not
/// in it is answered no, or not ticked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Case {
    pub(super) facts: u128,
}

impl Case {
    /// Answers a yes-no question yes.
    pub fn yes(&mut self, question: &str) {
        self.facts |= 1 << bit_of(question);
    }

    /// Ticks a choice.
    pub fn tick(&mut self, question: &str, choice: &str) {
        self.facts |= 1 << bit_of(&format!("{question}.{choice}"));
    }

    /// What this case and another say of different questions, together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self { facts: self.facts | other.facts }
    }
}

/// Every answer that a question takes, each as a case that says nothing else.
pub fn every_answer(question: &str, takes: Takes) -> Vec<Case> {
    let ticked = |choice: &&str| {
        let mut case = Case::default();
        case.tick(question, choice);
        case
    };
    match takes {
        YesNo => {
            let mut yes = Case::default();
            yes.yes(question);
            vec![Case::default(), yes]
        }
        OneOf(choices) => choices.iter().map(ticked).collect(),
        AnyOf(choices) => choices.iter().map(ticked).fold(vec![Case::default()], |sets, choice| {
            sets.iter().copied().chain(sets.iter().map(|set| set.with(choice))).collect()
        }),
    }
}

/// Whether a question is answered yes, or a choice (`question.choice`) is ticked. A fact that there is not does not
/// compile.
macro_rules! is {
    ($case:expr, $fact:literal) => {
        $case.facts & const { 1 << $crate::model::facts::bit_of($fact) } != 0
    };
}

/// The choices of a question that are ticked.
macro_rules! ticked {
    ($case:expr, $question:literal) => {
        $case.facts & const { $crate::model::facts::choices_of($question) }
    };
}

pub(super) use {is, ticked};
