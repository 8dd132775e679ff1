//! Which question comes next.
//!
//! Answers are walked and never stored as screens: each walk starts from nothing and reads only the answer to each question
//! that matters when it comes up. So a stale answer can neither decide anything nor get lost, and which screens exist always
//! follows from the answers.

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
///
/// # Examples
/// With the small book of [`assess`]:
/// ```
/// use policy::{Answer, RawAnswers, walk};
/// # use policy_compiler::{Page, compile};
/// # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/books/good/small/src/rules.md"));
/// # let page = Page { file: "rules.md".into(), url: "rules.html".into(), text: text.into(), ..Page::default() };
/// # let policy = compile(&[page], "1").expect("the page is sound").policy;
/// let mut answers = RawAnswers::new();
/// answers.insert("how-late".to_owned(), Answer::One("weeks".to_owned()));
///
/// // "How late" does not matter before the first question is answered, so its answer is not read yet.
/// let walked = walk(&policy, &answers);
/// assert!(walked.answered.is_empty());
/// assert_eq!(policy[walked.next.expect("a question is open")].id, "late");
///
/// answers.insert("late".to_owned(), Answer::One("yes".to_owned()));
/// assert_eq!(walk(&policy, &answers).next, None);
/// ```
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
