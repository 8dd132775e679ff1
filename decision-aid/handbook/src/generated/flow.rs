//! The flow of a case: the groups in order, and the outcomes that each can lead to. The picture and the words are
//! made from this.

use super::form::Form;
use super::wording::counted;
use crate::content::{Item, Line, Part};
use policy::{Group, Outcome, Policy, Ref};
use policy_compiler::certain_after;

/// The flow of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// A step for each group, in the order asked.
    pub steps: Vec<Step>,
}

/// A group of questions, and where it can lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The group.
    pub group: Ref<Group>,
    /// How many questions it has.
    pub questions: usize,
    /// The outcomes that can first be certain when it is answered.
    pub leads_to: Vec<Exit>,
}

/// An outcome that a step can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exit {
    /// The outcome.
    pub outcome: Ref<Outcome>,
    /// The step by which it is settled in every case, counted from 0.
    pub by: usize,
}

impl Flow {
    /// The flow of a policy.
    pub fn of(policy: &Policy) -> Self {
        // Conditions too entangled for this are refused when the pages are compiled.
        let first = certain_after(policy).unwrap_or_default();
        let form = Form::of(policy);
        let exits = |group: Ref<Group>| {
            let here = policy.outcome_refs().zip(&first).filter(|(_, after)| **after == Some(group));
            here.map(|(outcome, _)| Exit { outcome, by: form.settles(outcome) }).collect()
        };
        let step = |(number, stage): (u16, &super::form::Stage)| Step {
            group: Ref::new(number),
            questions: stage.asks.len(),
            leads_to: exits(Ref::new(number)),
        };
        Self { steps: (0..).zip(&form.stages).map(step).collect() }
    }
}

impl Exit {
    /// Whether there are cases that settle it only at a later step than `at`; and which.
    pub fn later_than(self, at: usize) -> Option<usize> {
        (self.by > at).then_some(self.by + 1)
    }
}

/// The flow in words.
pub fn in_words(policy: &Policy, flow: &Flow) -> Vec<Part> {
    vec![Part::steps(flow.steps.iter().enumerate().map(|(at, step)| self::step(policy, at, step)).collect())]
}

fn step(policy: &Policy, at: usize, step: &Step) -> Item {
    let group = &policy[step.group];
    let line = Line::default().block("group", &group.id, &group.title);
    let line = line.text(format!(" {}.", counted(step.questions, "question")));
    if step.leads_to.is_empty() {
        return line.text(" No further outcome can be certain yet.").into();
    }
    let exit = |exit: &Exit| {
        let outcome = &policy[exit.outcome];
        let line = Line::default().block("outcome", &outcome.id, &outcome.name);
        Item::from(match exit.later_than(at) {
            Some(step) => line.text(format!(" (in some cases not before step {step})")),
            None => line,
        })
    };
    let exits = Part::list(step.leads_to.iter().map(exit).collect());
    Item { below: vec![exits], ..line.text(" From here on, the outcome can be:").into() }
}
