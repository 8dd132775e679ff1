//! Fills a form in as a person with a pen would: from top to bottom, by nothing but what stands above.
//!
//! The tests hold this against the policy's own assessment, so that the paper and the screen follow the same rules.

use super::{Form, FormLine};
use policy::{Answers, Condition, Outcome, PolicyOption, Ref, Selection, Status, and, or};

/// A form that is filled in. `None` is a line left open.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// The findings.
    pub findings: Vec<Option<bool>>,
    /// The named conditions.
    pub conditions: Vec<Option<bool>>,
    /// What is to be done at once.
    pub duties: Vec<Option<bool>>,
    /// The outcomes.
    pub outcomes: Vec<Option<bool>>,
    /// The status of each option.
    pub options: Vec<Option<Status>>,
}

impl Filled {
    /// The outcome that is ticked.
    pub fn outcome(&self) -> Option<Ref<Outcome>> {
        let ticked = (0..).zip(&self.outcomes).find(|(_, holds)| **holds == Some(true));
        ticked.map(|(number, _)| Ref::new(number))
    }
}

/// Fills a form in.
pub fn fill(form: &Form<'_>, answers: &Answers) -> Filled {
    let policy = form.policy;
    let mut filled = Filled {
        findings: vec![None; policy.findings.len()],
        conditions: vec![None; policy.conditions.len()],
        duties: vec![None; policy.duties.len()],
        outcomes: vec![None; policy.outcomes.len()],
        options: Vec::new(),
    };
    for line in form.stages.iter().flat_map(|stage| &stage.lines) {
        let holds = holds(line.when(policy), answers, &filled);
        match line {
            FormLine::Condition(of) => filled.conditions[of.index()] = holds,
            FormLine::Finding(of) => filled.findings[of.index()] = holds,
            FormLine::Duty(of) => filled.duties[of.index()] = holds,
            FormLine::Outcome(of) => filled.outcomes[of.index()] = holds,
        }
    }
    filled.options = policy.options.iter().map(|option| status(option, answers, &filled)).collect();
    filled
}

/// Whether a condition holds by what is filled in so far.
fn holds(condition: &Condition, answers: &Answers, filled: &Filled) -> Option<bool> {
    let known = |question| answers.known(question);
    match condition {
        Condition::Always => Some(true),
        Condition::Answer { question, choice } => known(*question).map(|chosen| chosen >> choice & 1 == 1),
        Condition::AnyChoice(question) => known(*question).map(|chosen| chosen != 0),
        Condition::NotSure(question) => answers.get(*question).map(|given| given == Selection::NotSure),
        Condition::Finding(of) => filled.findings[of.index()],
        Condition::Named(of) => filled.conditions[of.index()],
        Condition::Outcome(of) => filled.outcomes[of.index()],
        // No line of a form asks these.
        Condition::Duty(_) | Condition::Status(..) => None,
        Condition::Not(inner) => holds(inner, answers, filled).map(|holds| !holds),
        Condition::All(parts) => parts.iter().map(|part| holds(part, answers, filled)).fold(Some(true), and),
        Condition::Any(parts) => parts.iter().map(|part| holds(part, answers, filled)).fold(Some(false), or),
    }
}

/// The status of an option: by the first line that holds, unless one above it is open.
fn status(option: &PolicyOption, answers: &Answers, filled: &Filled) -> Option<Status> {
    let outcome = filled.outcome()?;
    if !option.offered_in.contains(&outcome) {
        return Some(Status::NotOffered);
    }
    for rule in option.rules.iter().filter(|rule| rule.applies_in(outcome)) {
        if holds(&rule.when, answers, filled)? {
            return Some(rule.status);
        }
    }
    None
}
