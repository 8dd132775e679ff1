//! What the policy would give if facts of a practice case were different.

use crate::PracticeCase;
use policy::{Answer, Answers, Assessment, Outcome, Question, RawAnswers, Ref, Source, assess, reason};

/// The subject of the change of an outcome.
const OUTCOME: &str = "What to do now";

/// A practice case with some of its facts changed.
#[derive(Debug, Clone)]
pub struct WhatIf<'a> {
    case: &'a PracticeCase<'a>,
    /// The changed facts.
    pub answers: Answers,
    /// What the policy gives for them.
    pub assessment: Assessment,
}

/// A fact that was changed.
#[derive(Debug, Clone, PartialEq)]
pub struct FactChange {
    /// The question that the fact answers.
    pub question: Ref<Question>,
    /// The answer in the case; `None` where it was not known.
    pub before: Option<Answer>,
    /// The changed answer.
    pub after: Answer,
}

/// A result that differs because facts were changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<'a> {
    /// What changed: the outcome, or the name of an option or a duty.
    pub subject: String,
    /// The result for the facts of the case.
    pub before: String,
    /// The result for the changed facts.
    pub after: String,
    /// Why the policy gives that result; empty where there is nothing to say.
    pub reason: String,
    /// Where the reason comes from, where one clause says it.
    pub source: Option<&'a Source>,
}

impl<'a> WhatIf<'a> {
    /// Assesses a case with these facts. Facts that the policy cannot read leave the case as it is.
    pub fn new(case: &'a PracticeCase<'a>, facts: &RawAnswers) -> Self {
        let answers = Answers::read(case.policy, facts).unwrap_or_else(|_| case.answers.clone());
        let assessment = assess(case.policy, &answers);
        Self { case, answers, assessment }
    }

    /// The facts that a learner may change: those of the case, and those that the changed facts make relevant.
    pub fn changeable_facts(&self) -> Vec<Ref<Question>> {
        let is_relevant = |question: &Ref<Question>| {
            self.answers.get(*question).is_some() || self.assessment.ask.contains(question)
        };
        self.case.policy.question_refs().filter(is_relevant).collect()
    }

    /// The facts that differ from those of the case.
    pub fn fact_changes(&self) -> Vec<FactChange> {
        let policy = self.case.policy;
        let change = |question| {
            let (before, after) = (self.case.answers.get(question), self.answers.get(question)?);
            let answer = |selection| policy[question].answer(selection);
            (before != Some(after)).then(|| FactChange {
                question,
                before: before.map(answer),
                after: answer(after),
            })
        };
        policy.question_refs().filter_map(change).collect()
    }

    /// The results that differ from those of the case: the outcome, then options, then duties.
    pub fn changes(&self) -> Vec<Change<'a>> {
        self.outcome_change().into_iter().chain(self.option_changes()).chain(self.duty_changes()).collect()
    }

    fn outcome_change(&self) -> Option<Change<'a>> {
        let policy = self.case.policy;
        let (before, after) = (self.case.assessment.outcome, self.assessment.outcome);
        let name = |outcome: Option<Ref<Outcome>>| policy.outcome_name(outcome).to_owned();
        (before != after).then(|| Change {
            subject: OUTCOME.to_owned(),
            before: name(before),
            after: name(after),
            reason: after.map_or_else(|| self.unknown_facts(), |outcome| policy[outcome].says.clone()),
            source: after.map(|outcome| &policy[outcome].source),
        })
    }

    /// The facts that an open outcome depends on, in words.
    fn unknown_facts(&self) -> String {
        let policy = self.case.policy;
        let asked: Vec<&str> =
            self.assessment.ask.iter().map(|question| policy[*question].short.as_str()).collect();
        format!("Not known: {}.", asked.join("; "))
    }

    fn option_changes(&self) -> impl Iterator<Item = Change<'a>> {
        let policy = self.case.policy;
        let results = self.case.assessment.options.iter().zip(&self.assessment.options);
        let changed = (0..).map(Ref::new).zip(results);
        changed.filter(|(_, (before, after))| before.status != after.status).map(
            move |(option, (before, after))| {
                let reason = reason(policy, &self.answers, option, *after);
                Change {
                    subject: policy[option].name.clone(),
                    before: before.status.name().to_owned(),
                    after: after.status.name().to_owned(),
                    reason: reason.because.to_owned(),
                    source: Some(reason.source),
                }
            },
        )
    }

    fn duty_changes(&self) -> impl Iterator<Item = Change<'a>> {
        let applies = |known: &Option<bool>| *known == Some(true);
        let words = |applies: bool| if applies { "Comes first" } else { "Does not come up" }.to_owned();
        let results = self.case.assessment.duties.iter().zip(&self.assessment.duties);
        let results = results.map(move |(before, after)| (applies(before), applies(after)));
        let changed = self.case.policy.duties.iter().zip(results);
        changed.filter(|(_, (before, after))| before != after).map(move |(duty, (before, after))| Change {
            subject: duty.name.clone(),
            before: words(before),
            after: words(after),
            reason: if after { duty.says.clone() } else { String::new() },
            source: Some(&duty.source),
        })
    }
}
