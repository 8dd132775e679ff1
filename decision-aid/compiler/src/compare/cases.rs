//! The cases that come to another result in a later revision.

use super::Value;
use crate::Compiled;
use policy::{Answers, Assessment, Policy, Scenario, assess};

/// A case that both revisions have, by its id, and that comes to another result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseChange {
    /// Its id.
    pub id: String,
    /// Its title, as it stands.
    pub title: String,
    /// What changes: the outcome, then options, duties and findings in their order.
    pub changes: Vec<PartChange>,
}

/// A part of a case's result that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChange {
    /// What it is: an outcome, an option, a duty or a finding.
    pub kind: &'static str,
    /// Its id; empty for the outcome.
    pub id: String,
    /// What the earlier revision said.
    pub before: Value,
    /// What the later one says.
    pub now: Value,
}

/// The cases whose result changes, in page order. Each revision is asked for its own facts of a case.
pub fn cases(before: &Compiled, now: &Compiled) -> Vec<CaseChange> {
    let change = |case: &Scenario| {
        let earlier = before.scenarios.iter().find(|earlier| earlier.id == case.id)?;
        let changes = changes(&results(&before.policy, earlier)?, &results(&now.policy, case)?);
        let changed = CaseChange { id: case.id.clone(), title: case.title.clone(), changes };
        (!changed.changes.is_empty()).then_some(changed)
    };
    now.scenarios.iter().filter_map(change).collect()
}

/// A part of a result: its kind, its id, and what it says.
type Part = (&'static str, String, Value);

/// What a policy says of a case. None where its answers cannot be read, which the compiler has refused.
fn results(policy: &Policy, case: &Scenario) -> Option<Vec<Part>> {
    let Assessment { outcome, options, duties, findings, .. } =
        assess(policy, &Answers::read(policy, &case.answers).ok()?);
    let outcome = outcome.map_or(Value::NotSettled, |outcome| Value::Outcome(policy[outcome].id.clone()));
    let truth = |holds: Option<bool>| holds.map_or(Value::NotSettled, Value::Holds);
    let options = policy.options.iter().zip(options).map(|(option, of)| {
        let status = if of.settled { Value::Status(of.status) } else { Value::NotSettled };
        ("option", option.id.clone(), status)
    });
    let duties =
        policy.duties.iter().zip(duties).map(|(duty, holds)| ("duty", duty.id.clone(), truth(holds)));
    let findings = policy.findings.iter().zip(findings);
    let findings = findings.map(|(finding, holds)| ("finding", finding.id.clone(), truth(holds)));
    Some(
        [("outcome", String::new(), outcome)]
            .into_iter()
            .chain(options)
            .chain(duties)
            .chain(findings)
            .collect(),
    )
}

/// The parts that say something else: those of the later result in their order, then those that are gone.
fn changes(before: &[Part], now: &[Part]) -> Vec<PartChange> {
    let said = |parts: &[Part], of: &Part| {
        let same = parts.iter().find(|part| (part.0, &part.1) == (of.0, &of.1));
        same.map_or(Value::NotThere, |part| part.2.clone())
    };
    let gone = before.iter().filter(|part| said(now, part) == Value::NotThere);
    let change = |part: &Part| {
        let (before, now) = (said(before, part), said(now, part));
        before.differs_from(&now).then(|| PartChange { kind: part.0, id: part.1.clone(), before, now })
    };
    now.iter().chain(gone).filter_map(change).collect()
}
