//! Which question comes next.

use crate::{Answers, Assessment, Policy, Question, RawAnswers, Ref, assess};

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
        let next = assessment.ask.iter().copied().find(|question| !answered.contains(question));
        let given = next.and_then(|question| {
            let given = raw.get(&policy[question].id)?;
            Some((question, policy[question].selection(given)?))
        });
        match given {
            Some((question, selection)) => {
                answers.set(question, selection);
                answered.push(question);
            }
            None => return Walk { answered, next, answers, assessment },
        }
    }
}

#[cfg(test)]
mod tests;
