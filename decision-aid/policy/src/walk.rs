//! Which question comes next.

use crate::{Answers, Assessment, Policy, Question, RawAnswers, Ref, Selection, assess};

/// The way through the questions that a set of answers takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    /// The questions answered, "not sure" included, in the order they came up.
    pub answered: Vec<Ref<Question>>,
    /// The question to ask now; `None` at the end.
    pub next: Option<Ref<Question>>,
    /// The answers that were read: those to questions that came up, and no others.
    pub answers: Answers,
    /// What follows from them.
    pub assessment: Assessment,
}

/// Finds the way from the first question on, reading only the answers to questions that matter when they come
/// up. An answer that no longer matters is left alone: it can neither decide anything nor get lost.
pub fn walk(policy: &Policy, raw: &RawAnswers) -> Walk {
    let mut answers = Answers::none(policy);
    let mut answered = Vec::new();
    loop {
        let assessment = assess(policy, &answers);
        let next = first_open(&assessment, &answered);
        match next.and_then(|question| Some((question, given(policy, raw, question)?))) {
            Some((question, selection)) => {
                answers.set(question, selection);
                answered.push(question);
            }
            None => return Walk { answered, next, answers, assessment },
        }
    }
}

/// The first question that matters and is not answered.
fn first_open(assessment: &Assessment, answered: &[Ref<Question>]) -> Option<Ref<Question>> {
    for question in &assessment.ask {
        if !answered.contains(question) {
            return Some(*question);
        }
    }
    None
}

/// The answer given to a question, where it takes it.
fn given(policy: &Policy, raw: &RawAnswers, question: Ref<Question>) -> Option<Selection> {
    let question = &policy[question];
    question.selection(raw.get(&question.id)?)
}

#[cfg(test)]
mod tests;
