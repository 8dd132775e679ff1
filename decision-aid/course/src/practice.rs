//! A practice case: what a learner would do, compared line by line with what the policy gives.

use policy::{
    Answers, Assessment, Outcome, Policy, PolicyOption, Question, Ref, Scenario, Source, Status, assess,
    reason, why_outcome,
};
use std::collections::BTreeMap;

/// Where the policy leads, as a learner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// To this outcome.
    Outcome(Ref<Outcome>),
    /// To none yet: it depends on what is not known.
    Open,
}

/// What a learner would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// Where the policy leads.
    pub outcome: Option<Said>,
    /// The status of each option, by its place.
    pub options: BTreeMap<usize, Status>,
    /// What needs a person, and why, in the learner's words.
    pub open: String,
}

/// A case under its policy.
#[derive(Debug, Clone)]
pub struct Practising<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The case.
    pub case: &'a Scenario,
    /// Its facts.
    pub answers: Answers,
    /// What the policy gives.
    pub assessment: Assessment,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// What it is about: an option's name, or nothing for the outcome.
    pub about: &'a str,
    /// What the learner said.
    pub said: String,
    /// What the policy gives.
    pub gives: String,
    /// Whether they are the same.
    pub same: bool,
    /// Whether the policy leaves it to a person.
    pub needs_a_person: bool,
    /// Why, in words.
    pub because: String,
    /// Where that comes from; none where it is not known yet.
    pub source: Option<&'a Source>,
}

impl<'a> Practising<'a> {
    /// A case under its policy; none where the two do not belong together.
    pub fn new(policy: &'a Policy, case: &'a Scenario) -> Option<Self> {
        let answers = Answers::read(policy, &case.answers).ok()?;
        let assessment = assess(policy, &answers);
        Some(Self { policy, case, answers, assessment })
    }

    /// The options that the learner is asked about: those that the case names, else those that its outcome weighs.
    pub fn options(&self) -> Vec<Ref<PolicyOption>> {
        let named = |option: &Ref<PolicyOption>| self.case.options.contains_key(&self.policy[*option].id);
        let named: Vec<_> = (0..).map(Ref::new).take(self.policy.options.len()).filter(named).collect();
        match self.assessment.outcome {
            Some(outcome) if named.is_empty() => self.policy[outcome].weigh.clone(),
            _ => named,
        }
    }

    /// Whether the learner has said enough to compare: an outcome, and a status for each option.
    pub fn is_said(&self, decision: &Decision) -> bool {
        decision.outcome.is_some()
            && self.options().iter().all(|option| decision.options.contains_key(&option.index()))
    }

    /// What the learner said beside what the policy gives: the outcome, then each option.
    pub fn compare(&self, decision: &Decision) -> Vec<Line<'a>> {
        let mut lines: Vec<Line<'a>> = decision.outcome.iter().map(|said| self.outcome_line(*said)).collect();
        for option in self.options() {
            if let Some(said) = decision.options.get(&option.index()) {
                lines.push(self.option_line(option, *said));
            }
        }
        lines
    }

    /// The fewest facts that settle the outcome; none where it is open.
    pub fn why(&self) -> Vec<Ref<Question>> {
        let outcome = self.assessment.outcome;
        outcome.and_then(|outcome| why_outcome(self.policy, &self.answers, outcome)).unwrap_or_default()
    }

    fn outcome_line(&self, said: Said) -> Line<'a> {
        let policy = self.policy;
        let name = |said| match said {
            Said::Outcome(outcome) => policy[outcome].name.clone(),
            Said::Open => "It depends on what is not known yet".to_owned(),
        };
        let given = self.assessment.outcome.map_or(Said::Open, Said::Outcome);
        let (because, source) = match given {
            Said::Outcome(outcome) => (policy[outcome].says.clone(), Some(&policy[outcome].source)),
            Said::Open => (self.not_known(), None),
        };
        let same = said == given;
        let needs_a_person = given == Said::Open;
        Line { about: "", said: name(said), gives: name(given), same, needs_a_person, because, source }
    }

    /// What the outcome depends on.
    fn not_known(&self) -> String {
        let asked: Vec<&str> =
            self.assessment.ask.iter().map(|question| self.policy[*question].short.as_str()).collect();
        format!("It depends on this: {}.", asked.join("; "))
    }

    fn option_line(&self, option: Ref<PolicyOption>, said: Status) -> Line<'a> {
        let standing = self.assessment.options[option.index()];
        let reason = reason(self.policy, &self.answers, option, standing);
        Line {
            about: &self.policy[option].name,
            said: said.name().to_owned(),
            gives: standing.status.name().to_owned(),
            same: said == standing.status,
            needs_a_person: standing.status == Status::Open,
            because: reason.because.to_owned(),
            source: Some(reason.source),
        }
    }
}
