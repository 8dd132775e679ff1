//! Which questions come up, and which is next.
//!
//! Answers are walked and never stored as screens: each walk starts from nothing and reads only the answer to each question
//! that matters when it comes up. So a stale answer can neither decide anything nor get lost, and which screens exist always
//! follows from the answers.

use crate::{AnswerKind, Answers, Assessment, Group, Policy, Question, RawAnswers, Ref, Selection, assess};

/// The way through the questions that a set of answers takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    /// The questions answered that matter, "not sure" included, in the order they came up.
    pub answered: Vec<Ref<Question>>,
    /// The first question without an answer; `None` at the end.
    pub next: Option<Ref<Question>>,
    /// The questions of each group that come up, in order: those that are answered, and those that matter where the ones
    /// without an answer are answered as one expects. So a list begins short, and an answer that makes another question
    /// matter adds it.
    ///
    /// What is expected decides nothing: it is that a check is met, that nothing of a list is so, and that the answer to any
    /// other question is no. Which of several choices is taken can be expected of nobody, so the list ends there until
    /// one is.
    pub by_group: Vec<Vec<Ref<Question>>>,
    /// The answers that were read: those to questions that came up, and no others.
    pub answers: Answers,
    /// What follows from them.
    pub assessment: Assessment,
}

/// Finds the way from the first question on, reading only the answers to questions that matter when they come
/// up. An answer that no longer matters is left alone: it can neither decide anything nor get lost. A question without an
/// answer is passed by, and is not known: what is answered after it counts where it can still matter.
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
/// // Whether it is late is not known yet, so how late can matter, and is read.
/// let walked = walk(&policy, &answers);
/// assert_eq!(policy[walked.answered[0]].id, "how-late");
/// assert_eq!(policy[walked.next.expect("a question is open")].id, "late");
///
/// // It is not: how late no longer matters, and is not read.
/// answers.insert("late".to_owned(), Answer::One("no".to_owned()));
/// let walked = walk(&policy, &answers);
/// assert_eq!((walked.answered.len(), walked.next), (1, None));
/// ```
pub fn walk(policy: &Policy, raw: &RawAnswers) -> Walk {
    let mut way = Way::begin(policy);
    while let Some(question) = way.next() {
        way.pass(question, given(policy, raw, question));
    }
    let by_group = policy.group_refs().map(|group| way.of_group(raw, group)).collect();
    let Way { passed, answers, assessment, .. } = way;
    let is_open = |question: &Ref<Question>| answers.get(*question).is_none();
    let next = assessment.ask.iter().copied().find(is_open);
    let answered = passed.into_iter().filter(|question| !is_open(question)).collect();
    Walk { answered, next, by_group, answers, assessment }
}

/// The questions of a group that come up where the ones without an answer are answered as one expects.
fn as_expected(policy: &Policy, raw: &RawAnswers, group: Ref<Group>) -> Vec<Ref<Question>> {
    let mut way = Way::begin(policy);
    while let Some(question) = way.next().filter(|question| policy[*question].group <= group) {
        let asked = &policy[question];
        let given = given(policy, raw, question);
        let expected = if asked.group == group { expected(asked) } else { None };
        way.pass(question, given.or(expected));
        if asked.group == group && given.or(expected).is_none() {
            break;
        }
    }
    way.passed.retain(|question| policy[*question].group == group);
    way.passed
}

/// The answer that one expects, where there is one.
fn expected(question: &Question) -> Option<Selection> {
    match question.answers {
        AnswerKind::YesNo => Some(Selection::Chosen(u32::from(question.needs == Some(true)))),
        AnswerKind::AnyOf(_) => Some(Selection::Chosen(0)),
        AnswerKind::OneOf(_) => None,
    }
}

/// A way through the questions, as far as it has come.
struct Way<'p> {
    policy: &'p Policy,
    /// The questions that came up, answered or not.
    passed: Vec<Ref<Question>>,
    answers: Answers,
    assessment: Assessment,
}

impl<'p> Way<'p> {
    fn begin(policy: &'p Policy) -> Self {
        let answers = Answers::none(policy);
        let assessment = assess(policy, &answers);
        Self { policy, passed: Vec::new(), answers, assessment }
    }

    /// The first question that matters and has not come up.
    fn next(&self) -> Option<Ref<Question>> {
        self.assessment.ask.iter().copied().find(|question| !self.passed.contains(question))
    }

    /// The questions of a group that come up. Where all that this way came to are answered, nothing has to be expected.
    fn of_group(&self, raw: &RawAnswers, group: Ref<Group>) -> Vec<Ref<Question>> {
        let passed = self.passed.iter().copied();
        let passed: Vec<_> = passed.filter(|question| self.policy[*question].group == group).collect();
        let is_open = |question: &Ref<Question>| self.answers.get(*question).is_none();
        if passed.iter().any(is_open) { as_expected(self.policy, raw, group) } else { passed }
    }

    /// Passes a question, with its answer where there is one.
    fn pass(&mut self, question: Ref<Question>, answer: Option<Selection>) {
        self.passed.push(question);
        if let Some(selection) = answer {
            self.answers.set(question, selection);
            self.assessment = assess(self.policy, &self.answers);
        }
    }
}

/// The answer given to a question, where it takes it.
fn given(policy: &Policy, raw: &RawAnswers, question: Ref<Question>) -> Option<Selection> {
    let question = &policy[question];
    question.selection(raw.get(&question.id)?)
}

#[cfg(test)]
mod tests;
