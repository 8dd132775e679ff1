//! What must hold over every possible set of answers before a policy is accepted: exactly one outcome, no clause
//! against another, and nothing that can never happen.

use super::space::{Space, TooLarge};
use super::witness::Witness;
use super::{Part, refs};
use crate::kinds::Item;
use biodivine_lib_bdd::BddVariable;
use policy::{Contradiction, Duty, Policy, PolicyOption, Question, RecordItem, Ref, Status};
use std::collections::BTreeSet;

/// A law that every policy must keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Law {
    /// Exactly one outcome holds for every complete set of answers.
    OneOutcome,
    /// Every outcome, finding, duty and rule of an option can happen.
    EverythingHappens,
    /// What one clause requires, no other takes away.
    NoContradiction,
    /// Every question can matter.
    EveryQuestionMatters,
}

/// A breach of a law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsound {
    /// The law that is broken.
    pub(crate) law: Law,
    /// The part to show.
    pub(crate) part: Part,
    /// Another part that has to do with it, and what it is.
    pub(crate) other: Option<(Part, &'static str)>,
    /// What is wrong, in a sentence without a full stop.
    pub(crate) message: String,
    /// Answers that show it.
    pub(crate) witness: Option<Witness>,
}

/// Everything that is wrong over the space of answers.
pub(crate) fn check(space: &mut Space<'_>) -> Result<Vec<Unsound>, TooLarge> {
    if space.policy().outcomes.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    one_outcome(space, &mut found)?;
    everything_happens(space, &mut found)?;
    no_contradiction(space, &mut found)?;
    every_question_matters(space, &mut found)?;
    Ok(found)
}

fn one_outcome(space: &mut Space<'_>, found: &mut Vec<Unsound>) -> Result<(), TooLarge> {
    let policy = space.policy();
    let outcomes: Vec<_> = policy.outcome_refs().collect();
    let mut covered = space.variables.mk_false();
    for (index, &outcome) in outcomes.iter().enumerate() {
        let held = space.outcome(outcome)?;
        for &earlier in &outcomes[..index] {
            let other = space.outcome(earlier)?;
            let both = space.and(&held, &other)?;
            if let Some(witness) = space.witness(&both) {
                let (one, two) = (&policy[earlier].id, &policy[outcome].id);
                found.push(Unsound {
                    law: Law::OneOutcome,
                    part: Part::Item(Item::Outcome(outcome)),
                    other: Some((Part::Item(Item::Outcome(earlier)), "the other one stands here")),
                    message: format!("the outcomes `{one}` and `{two}` can both hold"),
                    witness: Some(witness),
                });
            }
        }
        covered = space.or(&covered, &held)?;
    }
    if let Some(witness) = space.witness(&covered.not()) {
        found.push(Unsound {
            law: Law::OneOutcome,
            part: Part::Item(Item::Outcome(Ref::new(0))),
            other: None,
            message: "for some answers no outcome holds".to_owned(),
            witness: Some(witness),
        });
    }
    Ok(())
}

/// Every outcome, finding, duty, contradiction and rule can happen.
fn everything_happens(space: &mut Space<'_>, found: &mut Vec<Unsound>) -> Result<(), TooLarge> {
    let policy = space.policy();
    let mut never = |part, message: String| {
        let law = Law::EverythingHappens;
        found.push(Unsound { law, part, other: None, message, witness: None });
    };
    for outcome in policy.outcome_refs() {
        if space.outcome(outcome)?.is_false() {
            never(
                Part::Item(Item::Outcome(outcome)),
                format!("the outcome `{}` can never hold", policy[outcome].id),
            );
        }
    }
    for finding in refs(&policy.findings) {
        let (diagram, id) = (space.finding(finding)?, &policy[finding].id);
        if diagram.is_false() {
            never(Part::Item(Item::Finding(finding)), format!("the finding `{id}` can never hold"));
        } else if diagram.is_true() {
            never(Part::Item(Item::Finding(finding)), format!("the finding `{id}` always holds"));
        }
    }
    for duty in refs::<Duty>(&policy.duties) {
        if space.condition(&policy[duty].when)?.is_false() {
            never(Part::Item(Item::Duty(duty)), format!("the duty `{}` can never hold", policy[duty].id));
        }
    }
    for contradiction in refs(&policy.contradictions) {
        let Contradiction { id, when, .. } = &policy.contradictions[contradiction.index()];
        let (part, diagram) = (Part::Item(Item::Contradiction(contradiction)), space.condition(when)?);
        if diagram.is_false() {
            never(part, format!("the contradiction `{id}` can never hold"));
        } else if diagram.is_true() {
            never(part, format!("the contradiction `{id}` always holds"));
        }
    }
    for option in refs::<PolicyOption>(&policy.options) {
        for (index, decides) in space.rules(option)?.iter().enumerate() {
            if decides.is_false() {
                let message = format!(
                    "rule {} of the option `{}` never decides: it cannot hold, or an earlier rule always holds first",
                    index + 1,
                    policy[option].id
                );
                never(Part::Rule(option, index), message);
            }
        }
    }
    Ok(())
}

/// A rule that requires an option is never passed over for an earlier rule with another status: the order of the
/// rules must not decide in silence which of two clauses gives way.
fn no_contradiction(space: &mut Space<'_>, found: &mut Vec<Unsound>) -> Result<(), TooLarge> {
    let policy = space.policy();
    for option in refs::<PolicyOption>(&policy.options) {
        let rules = &policy[option].rules;
        let deciding = space.rules(option)?;
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.status == Status::Required) {
            let holds = space.rule(option, rule)?;
            for (before, decides) in deciding.iter().enumerate().take(index) {
                let earlier = &rules[before];
                let both = space.and(&holds, decides)?;
                let Some(witness) = space.witness(&both).filter(|_| earlier.status != Status::Required)
                else {
                    continue;
                };
                let cited = |rule: &policy::Rule| {
                    let ids = rule.source.clauses.iter().map(|clause| policy[*clause].id.as_str());
                    ids.collect::<Vec<_>>().join(", ")
                };
                let message = format!(
                    "this rule (clause {}) requires the option `{}` where an earlier rule (clause {}) makes it {}",
                    cited(rule),
                    policy[option].id,
                    cited(earlier),
                    earlier.status.word()
                );
                found.push(Unsound {
                    law: Law::NoContradiction,
                    part: Part::Rule(option, index),
                    other: Some((Part::Rule(option, before), "the rule that decides first stands here")),
                    message,
                    witness: Some(witness),
                });
            }
        }
    }
    Ok(())
}

fn every_question_matters(space: &mut Space<'_>, found: &mut Vec<Unsound>) -> Result<(), TooLarge> {
    let policy = space.policy();
    let mut read: BTreeSet<BddVariable> = BTreeSet::new();
    for outcome in policy.outcome_refs() {
        read.extend(space.outcome(outcome)?.support_set());
    }
    for option in refs::<PolicyOption>(&policy.options) {
        for (status, _) in Status::WORDS {
            read.extend(space.status(option, status)?.support_set());
        }
    }
    for finding in refs(&policy.findings) {
        read.extend(space.finding(finding)?.support_set());
    }
    for duty in &policy.duties {
        read.extend(space.condition(&duty.when)?.support_set());
    }
    let records = policy.outcomes.iter().flat_map(|outcome| &outcome.record);
    let recorded: BTreeSet<Ref<Question>> = records
        .filter_map(|item| match item {
            RecordItem::Question(question) => Some(*question),
            RecordItem::Finding(_) => None,
        })
        .collect();
    for question in Policy::question_refs(policy) {
        let matters = space.variables_of(question).any(|(bit, _)| read.contains(&bit));
        if !matters && !recorded.contains(&question) && !policy[policy[question].group].always {
            found.push(Unsound {
                law: Law::EveryQuestionMatters,
                part: Part::Item(Item::Question(question)),
                other: None,
                message: format!("the question `{}` can never matter", policy[question].id),
                witness: None,
            });
        }
    }
    Ok(())
}
