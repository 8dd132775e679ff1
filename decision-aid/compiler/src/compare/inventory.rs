//! What only one of two revisions has.

use policy::{Policy, Question};
use std::mem::discriminant;

/// What one revision has and the other does not, of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inventory {
    /// What kind of thing, in the plural: `questions`.
    pub kind: &'static str,
    /// The ids that only the later revision has. Choices are written `question.choice`.
    pub added: Vec<String>,
    /// The ids that only the earlier revision has.
    pub removed: Vec<String>,
}

/// What was added and removed, kind by kind; kinds of which nothing was are left out.
///
/// A question that takes another kind of answer than before counts as removed and added, without its choices.
pub(super) fn inventory(before: &Policy, now: &Policy) -> Vec<Inventory> {
    let of = |kind, ids: fn(&Policy) -> Vec<&str>| {
        let (old, new) = (ids(before), ids(now));
        Inventory { kind, added: lacking(&old, &new), removed: lacking(&new, &old) }
    };
    let (added, removed) = (new_questions(before, now), new_questions(now, before));
    let questions = Inventory { kind: "questions", added, removed };
    let (added, removed) = (new_choices(before, now), new_choices(now, before));
    let choices = Inventory { kind: "choices", added, removed };
    let outcomes = of("outcomes", |policy| policy.outcomes.iter().map(|it| it.id.as_str()).collect());
    let options = of("options", |policy| policy.options.iter().map(|it| it.id.as_str()).collect());
    let duties = of("duties", |policy| policy.duties.iter().map(|it| it.id.as_str()).collect());
    let findings = of("findings", |policy| policy.findings.iter().map(|it| it.id.as_str()).collect());
    let mut all = vec![questions, choices, outcomes, options, duties, findings];
    all.retain(|kind| !kind.added.is_empty() || !kind.removed.is_empty());
    all
}

/// The ids in `these` that are not in `those`.
fn lacking(those: &[&str], these: &[&str]) -> Vec<String> {
    these.iter().filter(|id| !those.contains(id)).map(|id| (*id).to_owned()).collect()
}

/// The same question in another revision, where it takes the same kind of answer.
fn same<'p>(policy: &'p Policy, question: &Question) -> Option<&'p Question> {
    let other = &policy[policy.question(&question.id)?];
    (discriminant(&other.answers) == discriminant(&question.answers)).then_some(other)
}

fn new_questions(old: &Policy, new: &Policy) -> Vec<String> {
    let fresh = new.questions.iter().filter(|question| same(old, question).is_none());
    fresh.map(|question| question.id.clone()).collect()
}

fn new_choices(old: &Policy, new: &Policy) -> Vec<String> {
    let mut fresh = Vec::new();
    for question in &new.questions {
        let Some(other) = same(old, question) else { continue };
        for choice in question.answers.choices() {
            if !other.answers.choices().iter().any(|known| known.id == choice.id) {
                fresh.push(format!("{}.{}", question.id, choice.id));
            }
        }
    }
    fresh
}
