//! A practice case: what a learner would do, compared line by line with what the policy gives.
//!
//! A learner says everything before anything is compared. What needs a person is written in the learner's own words, set beside
//! the case's own and counted by the learner alone, because no program can mark free text honestly.

use policy::{
    Answers, Assessment, Outcome, Policy, PolicyOption, Question, Ref, Scenario, Source, Status, assess,
    reason, why_outcome,
};
use std::collections::BTreeMap;

/// Where a learner says that the policy leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeChoice {
    /// To this outcome.
    Outcome(Ref<Outcome>),
    /// To no outcome yet: it depends on facts that are not known.
    Open,
}

/// What a learner would do in a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// Where the policy leads.
    pub outcome: Option<OutcomeChoice>,
    /// The status of each option, by the option's index in [`Policy::options`].
    pub options: BTreeMap<usize, Status>,
    /// What a person has to judge, and why, in the learner's words.
    pub open_points: String,
}

/// A case to practise on, with what the policy gives for it.
#[derive(Debug, Clone)]
pub struct PracticeCase<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The case as its author wrote it.
    pub scenario: &'a Scenario,
    /// Its facts.
    pub answers: Answers,
    /// What the policy gives.
    pub assessment: Assessment,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonLine<'a> {
    /// The name of the option that it is about; `None` for the outcome.
    pub option: Option<&'a str>,
    /// What the learner said.
    pub learner: String,
    /// What the policy gives.
    pub policy: String,
    /// Whether they are the same.
    pub is_same: bool,
    /// Whether the policy leaves it to a person's judgement.
    pub needs_a_person: bool,
    /// Why the policy gives it, in words.
    pub reason: String,
    /// Where the reason comes from; `None` while the outcome is not known.
    pub source: Option<&'a Source>,
}

impl<'a> PracticeCase<'a> {
    /// Assesses a case under a policy; `None` where its answers are not answers to the questions of this policy.
    pub fn new(policy: &'a Policy, scenario: &'a Scenario) -> Option<Self> {
        let answers = Answers::read(policy, &scenario.answers).ok()?;
        let assessment = assess(policy, &answers);
        Some(Self { policy, scenario, answers, assessment })
    }

    /// The options that the learner is asked about: those that the case names, else those that its outcome weighs.
    pub fn options(&self) -> Vec<Ref<PolicyOption>> {
        let is_named =
            |option: &Ref<PolicyOption>| self.scenario.options.contains_key(&self.policy[*option].id);
        let named: Vec<_> = (0..).map(Ref::new).take(self.policy.options.len()).filter(is_named).collect();
        match self.assessment.outcome {
            Some(outcome) if named.is_empty() => self.policy[outcome].weigh.clone(),
            _ => named,
        }
    }

    /// Whether the learner has said enough to compare: an outcome, and a status for each option.
    pub fn is_complete(&self, decision: &Decision) -> bool {
        decision.outcome.is_some()
            && self.options().iter().all(|option| decision.options.contains_key(&option.index()))
    }

    /// What the learner said beside what the policy gives: the outcome, then each option.
    pub fn compare(&self, decision: &Decision) -> Vec<ComparisonLine<'a>> {
        let outcome = decision.outcome.map(|choice| self.outcome_line(choice));
        let options = self
            .options()
            .into_iter()
            .filter_map(|option| Some(self.option_line(option, *decision.options.get(&option.index())?)));
        outcome.into_iter().chain(options).collect()
    }

    /// The fewest facts that settle the outcome; empty where it is open.
    pub fn deciding_facts(&self) -> Vec<Ref<Question>> {
        let outcome = self.assessment.outcome;
        outcome.and_then(|outcome| why_outcome(self.policy, &self.answers, outcome)).unwrap_or_default()
    }

    fn outcome_line(&self, learner: OutcomeChoice) -> ComparisonLine<'a> {
        let policy = self.policy;
        let name = |choice| match choice {
            OutcomeChoice::Outcome(outcome) => policy[outcome].name.clone(),
            OutcomeChoice::Open => "It depends on what is not known yet".to_owned(),
        };
        let given = self.assessment.outcome.map_or(OutcomeChoice::Open, OutcomeChoice::Outcome);
        let (reason, source) = match given {
            OutcomeChoice::Outcome(outcome) => (policy[outcome].says.clone(), Some(&policy[outcome].source)),
            OutcomeChoice::Open => (self.unknown_facts(), None),
        };
        ComparisonLine {
            option: None,
            learner: name(learner),
            policy: name(given),
            is_same: learner == given,
            needs_a_person: given == OutcomeChoice::Open,
            reason,
            source,
        }
    }

    /// The facts that an open outcome depends on, in words.
    fn unknown_facts(&self) -> String {
        let asked: Vec<&str> =
            self.assessment.ask.iter().map(|question| self.policy[*question].short.as_str()).collect();
        format!("It depends on this: {}.", asked.join("; "))
    }

    fn option_line(&self, option: Ref<PolicyOption>, learner: Status) -> ComparisonLine<'a> {
        let given = self.assessment.options[option.index()];
        let reason = reason(self.policy, &self.answers, option, given);
        ComparisonLine {
            option: Some(&self.policy[option].name),
            learner: learner.name().to_owned(),
            policy: given.status.name().to_owned(),
            is_same: learner == given.status,
            needs_a_person: given.status == Status::Open,
            reason: reason.because.to_owned(),
            source: Some(reason.source),
        }
    }
}
