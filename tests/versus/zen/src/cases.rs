//! Cases to decide, as many of each outcome, made by chance from a seed.

use crate::decision_table::name;
use anyhow::{Result, bail};
use fastrand::Rng;
use policy::{Answer, AnswerKind, Answers, Policy, Question, Selection, assess};
use serde_json::{Value, json};
use zen_engine::Variable;

/// After so many cases for each that is wanted, the rarest outcome has come up or does not.
const PATIENCE: usize = 2_000;

/// A case, for the policy and for the table.
pub(crate) struct Case {
    pub(crate) answers: Answers,
    pub(crate) input: Variable,
}

/// So many cases of each outcome, shuffled: every question has a definite answer.
pub(crate) fn cases(policy: &Policy, of_each: usize) -> Result<Vec<Case>> {
    let mut rng = Rng::with_seed(1);
    let wanted = policy.outcomes.len() * of_each;
    let mut found = vec![0; policy.outcomes.len()];
    let mut cases = Vec::with_capacity(wanted);
    for _ in 0..wanted * PATIENCE {
        let answers = complete(policy, &mut rng);
        let Some(outcome) = assess(policy, &answers).outcome else { continue };
        if found[outcome.index()] < of_each {
            found[outcome.index()] += 1;
            cases.push(Case { input: input(policy, &answers), answers });
        }
        if cases.len() == wanted {
            rng.shuffle(&mut cases);
            return Ok(cases);
        }
    }
    let rare = policy.outcomes.iter().zip(&found).filter(|(_, found)| **found < of_each);
    bail!(
        "too few cases come to {}",
        rare.map(|(outcome, _)| outcome.id.as_str()).collect::<Vec<_>>().join(", ")
    )
}

/// An answer to each question. In some cases most are yes, and in others few: else most outcomes would hardly come up.
fn complete(policy: &Policy, rng: &mut Rng) -> Answers {
    let yes_in_ten = rng.u32(1..=9);
    let mut answers = Answers::none(policy);
    for question in policy.question_refs() {
        let chosen = match &policy[question].answers {
            AnswerKind::YesNo => u32::from(rng.u32(0..10) < yes_in_ten),
            AnswerKind::AnyOf(choices) => {
                (0..rng.u32(0..3)).fold(0, |chosen, _| chosen | 1 << rng.usize(0..choices.len()))
            }
            AnswerKind::OneOf(choices) => 1 << rng.usize(0..choices.len()),
        };
        answers.set(question, Selection::Chosen(chosen));
    }
    answers
}

/// The same answers, by the names that the table has for the questions.
fn input(policy: &Policy, answers: &Answers) -> Variable {
    let known = policy.question_refs().filter_map(|question| {
        let asked = &policy[question];
        Some((name("q", &asked.id), value(asked, answers.get(question)?)))
    });
    Value::Object(known.collect()).into()
}

fn value(question: &Question, selection: Selection) -> Value {
    match question.answer(selection) {
        Answer::One(word) if question.answers == AnswerKind::YesNo => json!(word == "yes"),
        Answer::One(word) => json!(word),
        Answer::Many(words) => json!(words),
    }
}
