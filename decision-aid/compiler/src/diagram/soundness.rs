//! What must hold over every possible set of answers before a policy is accepted: exactly one outcome, and nothing
//! that can never happen.

use super::space::{Space, TooLarge};
use super::{Outgrown, rules, status_where};
use crate::resolve::Item;
use biodivine_lib_bdd::{Bdd, BddVariable};
use policy::{Bit, Policy, Question, RecordItem, Ref, Status};
use std::collections::BTreeSet;

/// Something that is wrong over the space of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsound {
    /// The part to show.
    pub(crate) item: Item,
    /// Another part that has to do with it.
    pub(crate) other: Option<Item>,
    /// What is wrong, in a sentence without a full stop.
    pub(crate) message: String,
    /// A set of answers that shows it, as a line for `assess`.
    pub(crate) witness: Option<String>,
}

/// Everything that is wrong over the space of answers.
pub(crate) fn check(policy: &Policy) -> Result<Vec<Unsound>, Outgrown> {
    if policy.outcomes.is_empty() {
        return Ok(Vec::new());
    }
    let mut space = Space::new(policy);
    let outgrown = |item| move |TooLarge| Outgrown(item);
    let mut found = Vec::new();
    one_outcome(policy, &mut space, &mut found).map_err(outgrown(Item::Outcome(Ref::new(0))))?;
    everything_happens(policy, &mut space, &mut found).map_err(outgrown(Item::Outcome(Ref::new(0))))?;
    Ok(found)
}

/// Exactly one outcome for every set of answers.
fn one_outcome(policy: &Policy, space: &mut Space<'_>, found: &mut Vec<Unsound>) -> Result<(), TooLarge> {
    let outcomes: Vec<_> = policy.outcome_refs().collect();
    let mut covered = space.variables.mk_false();
    for (place, &outcome) in outcomes.iter().enumerate() {
        let held = space.outcome(outcome)?;
        for &earlier in &outcomes[..place] {
            let other = space.outcome(earlier)?;
            let both = space.and(&held, &other)?;
            if let Some(witness) = witness(policy, space, &both) {
                let (one, two) = (&policy[earlier].id, &policy[outcome].id);
                found.push(Unsound {
                    item: Item::Outcome(outcome),
                    other: Some(Item::Outcome(earlier)),
                    message: format!("the outcomes `{one}` and `{two}` can both hold"),
                    witness: Some(witness),
                });
            }
        }
        covered = space.or(&covered, &held)?;
    }
    if let Some(witness) = witness(policy, space, &covered.not()) {
        found.push(Unsound {
            item: Item::Outcome(Ref::new(0)),
            other: None,
            message: "no outcome holds for some answers".to_owned(),
            witness: Some(witness),
        });
    }
    Ok(())
}

/// Every outcome, finding, duty and rule can happen, and every question can matter.
fn everything_happens(
    policy: &Policy,
    space: &mut Space<'_>,
    found: &mut Vec<Unsound>,
) -> Result<(), TooLarge> {
    let never = |item, message: String| Unsound { item, other: None, message, witness: None };
    for outcome in policy.outcome_refs() {
        if space.outcome(outcome)?.is_false() {
            found.push(never(
                Item::Outcome(outcome),
                format!("the outcome `{}` can never hold", policy[outcome].id),
            ));
        }
    }
    for finding in super::refs(&policy.findings) {
        let (diagram, id) = (space.finding(finding)?, &policy[finding].id);
        if diagram.is_false() {
            found.push(never(Item::Finding(finding), format!("the finding `{id}` can never hold")));
        } else if diagram.is_true() {
            found.push(never(Item::Finding(finding), format!("the finding `{id}` always holds")));
        }
    }
    for duty in super::refs::<policy::Duty>(&policy.duties) {
        if space.condition(&policy[duty].when)?.is_false() {
            found.push(never(Item::Duty(duty), format!("the duty `{}` can never hold", policy[duty].id)));
        }
    }
    for option in super::refs(&policy.options) {
        for (place, decides) in rules(space, policy, option)?.iter().enumerate() {
            if decides.is_false() {
                let message =
                    format!("rule {} of the option `{}` never decides", place + 1, policy[option].id);
                found.push(never(Item::Option(option), message));
            }
        }
    }
    every_question_matters(policy, space, found)
}

fn every_question_matters(
    policy: &Policy,
    space: &mut Space<'_>,
    found: &mut Vec<Unsound>,
) -> Result<(), TooLarge> {
    let mut read: BTreeSet<BddVariable> = BTreeSet::new();
    for outcome in policy.outcome_refs() {
        read.extend(space.outcome(outcome)?.support_set());
    }
    for option in super::refs(&policy.options) {
        let rules = rules(space, policy, option)?;
        for (status, _) in Status::WORDS {
            read.extend(status_where(space, policy, option, &rules, status)?.support_set());
        }
    }
    for finding in super::refs(&policy.findings) {
        read.extend(space.finding(finding)?.support_set());
    }
    for duty in &policy.duties {
        read.extend(space.condition(&duty.when)?.support_set());
    }
    let recorded = |question: Ref<Question>| {
        let records = policy.outcomes.iter().flat_map(|outcome| &outcome.record);
        records.into_iter().any(|item| *item == RecordItem::Question(question))
    };
    for question in policy.question_refs() {
        let own = space.bits.iter().enumerate().filter(|(_, (of, _))| *of == question);
        let matters = own.map(|(place, _)| BddVariable::from_index(place)).any(|bit| read.contains(&bit));
        if !matters && !recorded(question) && !policy[policy[question].group].always {
            found.push(Unsound {
                item: Item::Question(question),
                other: None,
                message: format!("the question `{}` can never matter", policy[question].id),
                witness: None,
            });
        }
    }
    Ok(())
}

/// A small set of answers for which a diagram holds, as a line for `assess`. None where it never holds.
pub(crate) fn witness(policy: &Policy, space: &Space<'_>, diagram: &Bdd) -> Option<String> {
    let clause = diagram.and(&space.proper_codes()).most_free_clause()?;
    let mut answers = Vec::new();
    for question in policy.question_refs() {
        let own = space.bits.iter().enumerate().filter(|(_, (of, _))| *of == question);
        let fixed: Vec<(Bit, bool)> = own
            .filter_map(|(place, (_, bit))| Some((*bit, clause.get_value(BddVariable::from_index(place))?)))
            .collect();
        if !fixed.is_empty() {
            answers.push(format!("\"{}\":{}", policy[question].id, answer(&policy[question], &fixed)));
        }
    }
    Some(format!("{{\"answers\":{{{}}}}}", answers.join(",")))
}

/// An answer with some bits as they must be and the others 0, as JSON.
fn answer(question: &Question, fixed: &[(Bit, bool)]) -> String {
    let on = |wanted: Bit| fixed.iter().any(|(bit, value)| *bit == wanted && *value);
    let choices = question.answers.choices();
    match &question.answers {
        policy::AnswerKind::YesNo => if on(Bit::Choice(0)) { "\"yes\"" } else { "\"no\"" }.to_owned(),
        policy::AnswerKind::AnyOf(_) => {
            let ticked = (0..).zip(choices).filter(|(place, _)| on(Bit::Choice(*place)));
            let ids: Vec<String> = ticked.map(|(_, choice)| format!("\"{}\"", choice.id)).collect();
            format!("[{}]", ids.join(","))
        }
        policy::AnswerKind::OneOf(_) => {
            let place = (0..8_u8)
                .filter(|digit| on(Bit::Digit(*digit)))
                .fold(0_usize, |place, digit| place | 1 << digit);
            let choice = &choices[place.min(choices.len() - 1)];
            format!("\"{}\"", choice.id)
        }
    }
}
