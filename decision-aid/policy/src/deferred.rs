//! What of a policy the first stage needs, and the rest, which follows.
//!
//! The first stage stands on the page and answers once the first part has arrived, so it waits for as little as may be. The rest
//! is asked for as soon as the program runs. Sizes are measured in `tests/tests/it/aid_size.rs`.

use crate::{
    AnswerKind, Content, Field, Group, Paperwork, Policy, Question, RecordSection, Ref, Stage, Step,
};
use serde::{Deserialize, Serialize};
use std::mem::take;

/// What the first stage needs: everything that decides, and the words of its own questions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FirstStage {
    /// The policy, without what is in [`Deferred`].
    pub policy: Policy,
    /// The sections of the record that stand at the top of the first screen.
    pub start: Vec<RecordSection>,
}

/// What follows the first stage.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Deferred {
    /// What is written down under the policy, but for what stands on the first screen.
    pub paperwork: Paperwork,
    /// The words of the clauses that the first stage does not rest on.
    pub clauses: Vec<String>,
    /// The words of the questions after the first stage.
    pub questions: Vec<QuestionTexts>,
    /// What each finding says.
    pub findings: Vec<String>,
    /// The next steps of each outcome.
    pub steps: Vec<Vec<Step>>,
    /// What each option says.
    pub options: Vec<OptionTexts>,
}

/// The words of a question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QuestionTexts {
    /// See [`ask`](Question::ask).
    pub ask: String,
    /// See [`short`](Question::short).
    pub short: String,
    /// See [`hint`](Question::hint).
    pub hint: Option<String>,
    /// See [`otherwise`](Question::otherwise).
    pub otherwise: Option<String>,
    /// See [`settled_by`](Question::settled_by).
    pub settled_by: Option<String>,
    /// The [`label`](crate::Choice::label) of each choice.
    pub labels: Vec<String>,
}

/// What an option says, and asks to be settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OptionTexts {
    /// See [`does`](crate::PolicyOption::does).
    pub does: String,
    /// See [`tells`](crate::PolicyOption::tells).
    pub tells: Vec<String>,
    /// See [`details`](crate::PolicyOption::details).
    pub details: Vec<Field>,
    /// See [`because`](crate::Rule::because), of each of its rules.
    pub because: Vec<String>,
}

/// The group of questions that the first stage asks.
const FIRST: Ref<Group> = Ref::new(0);

impl Content {
    /// What the first stage needs, and the rest.
    pub fn split(self) -> (FirstStage, Deferred) {
        let Self { mut policy, mut paperwork } = self;
        let (start, sections) =
            take(&mut paperwork.sections).into_iter().partition(|section| section.stage == Stage::Start);
        paperwork.sections = sections;
        let deferred = Deferred {
            paperwork,
            clauses: later_clauses(&mut policy),
            questions: policy
                .questions
                .iter_mut()
                .filter(|question| is_later(question))
                .map(QuestionTexts::take)
                .collect(),
            findings: policy.findings.iter_mut().map(|finding| take(&mut finding.says)).collect(),
            steps: policy.outcomes.iter_mut().map(|outcome| take(&mut outcome.steps)).collect(),
            options: policy
                .options
                .iter_mut()
                .map(|option| OptionTexts {
                    does: take(&mut option.does),
                    tells: take(&mut option.tells),
                    details: take(&mut option.details),
                    because: option.rules.iter_mut().map(|rule| take(&mut rule.because)).collect(),
                })
                .collect(),
        };
        (FirstStage { policy, start }, deferred)
    }
}

fn is_later(question: &Question) -> bool {
    question.group != FIRST
}

/// Whether the first stage rests on each clause.
fn first_clauses(policy: &Policy) -> Vec<bool> {
    let mut first = vec![false; policy.clauses.len()];
    let questions = policy.questions.iter().filter(|question| !is_later(question));
    for clause in questions.flat_map(|question| &question.source.clauses) {
        first[clause.index()] = true;
    }
    first
}

/// Takes the words of the clauses that the first stage does not rest on.
fn later_clauses(policy: &mut Policy) -> Vec<String> {
    let first = first_clauses(policy);
    let later = policy.clauses.iter_mut().zip(first).filter(|(_, first)| !first);
    later.map(|(clause, _)| take(&mut clause.text)).collect()
}

impl QuestionTexts {
    fn take(question: &mut Question) -> Self {
        Self {
            ask: take(&mut question.ask),
            short: take(&mut question.short),
            hint: question.hint.take(),
            otherwise: question.otherwise.take(),
            settled_by: question.settled_by.take(),
            labels: labels(question).map(take).collect(),
        }
    }

    fn give_back(self, question: &mut Question) {
        for (label, words) in labels(question).zip(self.labels) {
            *label = words;
        }
        (question.ask, question.short, question.hint) = (self.ask, self.short, self.hint);
        (question.otherwise, question.settled_by) = (self.otherwise, self.settled_by);
    }
}

/// The words beside the boxes of a question.
fn labels(question: &mut Question) -> impl Iterator<Item = &mut String> {
    let choices = match &mut question.answers {
        AnswerKind::YesNo => &mut [],
        AnswerKind::AnyOf(choices) | AnswerKind::OneOf(choices) => choices.as_mut_slice(),
    };
    choices.iter_mut().map(|choice| &mut choice.label)
}

impl FirstStage {
    /// What there is to show before the rest has arrived.
    pub fn into_content(self) -> Content {
        Content { policy: self.policy, paperwork: Paperwork { sections: self.start, ..Paperwork::default() } }
    }
}

impl Deferred {
    /// The whole again, with the first stage that it was split from.
    pub fn join(self, first: FirstStage) -> Content {
        let FirstStage { mut policy, start } = first;
        let mut paperwork = self.paperwork;
        paperwork.sections.splice(..0, start);
        let is_first = first_clauses(&policy);
        let later = policy.clauses.iter_mut().zip(is_first).filter(|(_, first)| !first);
        later.zip(self.clauses).for_each(|((clause, _), text)| clause.text = text);
        let later = policy.questions.iter_mut().filter(|question| is_later(question));
        later.zip(self.questions).for_each(|(question, texts)| texts.give_back(question));
        for (finding, says) in policy.findings.iter_mut().zip(self.findings) {
            finding.says = says;
        }
        for (outcome, steps) in policy.outcomes.iter_mut().zip(self.steps) {
            outcome.steps = steps;
        }
        for (option, texts) in policy.options.iter_mut().zip(self.options) {
            (option.does, option.tells, option.details) = (texts.does, texts.tells, texts.details);
            for (rule, because) in option.rules.iter_mut().zip(texts.because) {
                rule.because = because;
            }
        }
        Content { policy, paperwork }
    }
}

#[cfg(test)]
mod tests {
    use super::{Deferred, FirstStage};
    use crate::small_policy::small_policy;
    use crate::{Content, Paperwork};

    #[test]
    fn what_is_split_comes_together_again_by_way_of_bytes() {
        let mut policy = small_policy();
        policy.findings[0].says = "says".to_owned();
        for (number, option) in policy.options.iter_mut().enumerate() {
            option.does = format!("does {number}");
            option.tells = vec![format!("tells {number}")];
            option.rules[0].because = format!("because {number}");
        }
        let whole = Content { policy, paperwork: Paperwork::default() };
        let (first, deferred) = whole.clone().split();
        let policy = &first.policy;
        assert!(policy.options.iter().all(|option| option.does.is_empty() && option.tells.is_empty()));
        assert!(policy.options.iter().flat_map(|option| &option.rules).all(|rule| rule.because.is_empty()));
        let words = |question: &crate::Question| !question.ask.is_empty();
        assert_eq!(
            policy.questions.iter().map(words).collect::<Vec<_>>(),
            [true, false, false, false, false]
        );
        let bytes = |first: &FirstStage, deferred: &Deferred| {
            Some((first.to_bytes().ok()?, deferred.to_bytes().ok()?))
        };
        let (first, deferred) = bytes(&first, &deferred).expect("both can be written");
        let (first, deferred) = (FirstStage::from_bytes(&first), Deferred::from_bytes(&deferred));
        assert_eq!(deferred.expect("it is read").join(first.expect("it is read")), whole);
    }
}
