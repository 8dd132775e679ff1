//! The practice cases by what they teach, for trainers.

use super::wording::counted;
use crate::parts::{Item, Line, Part};
use policy::{LearningOutcome, Ref, Scenario};
use policy_compiler::Compiled;

/// For each learning outcome, the sections that teach it, how many questions test it, and the cases to practise it on.
pub fn cases_by_outcome(compiled: &Compiled) -> Vec<Part> {
    let outcomes = (0..).zip(&compiled.training.outcomes);
    outcomes.flat_map(|(number, outcome)| taught(compiled, Ref::new(number), outcome)).collect()
}

fn taught(compiled: &Compiled, of: Ref<LearningOutcome>, outcome: &LearningOutcome) -> [Part; 3] {
    let training = &compiled.training;
    let sections = training.sections.iter().filter(|section| section.teaches.contains(&of));
    let link = |id: &str, title: &str| Line::default().block("course-section", id, title);
    let sections = Line::joined(sections.map(|section| link(&section.id, &section.title)), "; ");
    let questions = training.questions_in(None).filter(|question| question.teaches == of).count();
    let says = Line::of("In the course: ")
        .then(sections)
        .text(format!(". The knowledge check has {} on it.", counted(questions, "question")));
    let teaches = |scenario: &&Scenario| {
        scenario.practice.as_ref().is_some_and(|practice| practice.teaches.contains(&of))
    };
    let cases = compiled.scenarios.iter().filter(teaches).map(|scenario| case(compiled, scenario));
    let id = Some(format!("cases-for-{}", outcome.id));
    [
        Part::Heading { level: 3, id, text: outcome.says.clone() },
        Part::Paragraph(says),
        Part::list(cases.collect()),
    ]
}

/// A case by its title, with the outcome it comes to.
fn case(compiled: &Compiled, scenario: &Scenario) -> Item {
    let title = Line::default().block("scenario", &scenario.id, &scenario.title);
    match scenario.outcome {
        Some(outcome) => title.text(": ").quoted(compiled.policy[outcome].name.clone()).into(),
        None => title.text(": it stays open").into(),
    }
}
