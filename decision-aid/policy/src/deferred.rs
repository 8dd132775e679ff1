//! What of a policy the first stage needs, and the rest, which follows.
//!
//! The first program has the first part, so it is as little as may be; the whole program has both. Sizes are measured in `tests/tests/it/aid_size.rs`.

use crate::{
    Condition, Content, Contradiction, Field, Group, Paperwork, Policy, Question, RecordSection, Ref, Rule,
    Stage, Step,
};
use serde::{Deserialize, Serialize};
use std::mem::take;

/// What the first stage needs: everything that decides, and the words of the questions.
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
    /// What to do where a check is not met, and who can settle a question, of those after the first stage.
    pub advice: Vec<(Option<String>, Option<String>)>,
    /// When each named condition holds, in words that can be explained: what follows from the answers is in the diagrams.
    pub conditions: Vec<Condition>,
    /// Which answers do not go together.
    pub contradictions: Vec<Contradiction>,
    /// What each finding says, and when it holds.
    pub findings: Vec<(String, Condition)>,
    /// The next steps of each outcome, and when it holds.
    pub outcomes: Vec<(Vec<Step>, Condition)>,
    /// What each option says.
    pub options: Vec<OptionTexts>,
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
    /// See [`rules`](crate::PolicyOption::rules).
    pub rules: Vec<Rule>,
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
            advice: later_questions(&mut policy)
                .map(|question| (question.otherwise.take(), question.settled_by.take()))
                .collect(),
            conditions: policy.conditions.iter_mut().map(|named| take_condition(&mut named.when)).collect(),
            contradictions: take(&mut policy.contradictions),
            findings: policy
                .findings
                .iter_mut()
                .map(|finding| (take(&mut finding.says), take_condition(&mut finding.when)))
                .collect(),
            outcomes: policy
                .outcomes
                .iter_mut()
                .map(|outcome| (take(&mut outcome.steps), take_condition(&mut outcome.when)))
                .collect(),
            options: policy
                .options
                .iter_mut()
                .map(|option| OptionTexts {
                    does: take(&mut option.does),
                    tells: take(&mut option.tells),
                    details: take(&mut option.details),
                    rules: take(&mut option.rules),
                })
                .collect(),
        };
        (FirstStage { policy, start }, deferred)
    }
}

/// Takes a condition, and leaves the shortest one.
fn take_condition(condition: &mut Condition) -> Condition {
    std::mem::replace(condition, Condition::Always)
}

/// The questions after the first stage.
fn later_questions(policy: &mut Policy) -> impl Iterator<Item = &mut Question> {
    policy.questions.iter_mut().filter(|question| is_later(question))
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
        for (question, advice) in later_questions(&mut policy).zip(self.advice) {
            (question.otherwise, question.settled_by) = advice;
        }
        for (named, when) in policy.conditions.iter_mut().zip(self.conditions) {
            named.when = when;
        }
        policy.contradictions = self.contradictions;
        for (finding, deferred) in policy.findings.iter_mut().zip(self.findings) {
            (finding.says, finding.when) = deferred;
        }
        for (outcome, deferred) in policy.outcomes.iter_mut().zip(self.outcomes) {
            (outcome.steps, outcome.when) = deferred;
        }
        for (option, texts) in policy.options.iter_mut().zip(self.options) {
            (option.does, option.tells, option.details) = (texts.does, texts.tells, texts.details);
            option.rules = texts.rules;
        }
        Content { policy, paperwork }
    }
}

#[cfg(test)]
mod tests;
