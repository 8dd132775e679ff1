//! The practice cases by what they teach, for trainers.

use super::facilitator::{Practised, has_sheets, has_slides};
use super::wording::counted;
use crate::content::{Line, Part};
use policy::{LearningOutcome, Ref};
use policy_compiler::Compiled;

/// For each learning outcome, the sections that teach it, how many questions test it, and the cases to practise it on.
pub fn cases_by_outcome(compiled: &Compiled) -> Vec<Part> {
    let cases = Practised::all(compiled);
    let outcomes = (0..).zip(&compiled.training.outcomes);
    outcomes.flat_map(|(number, outcome)| taught(compiled, &cases, Ref::new(number), outcome)).collect()
}

fn taught(
    compiled: &Compiled,
    cases: &[Practised<'_>],
    of: Ref<LearningOutcome>,
    outcome: &LearningOutcome,
) -> [Part; 3] {
    let training = &compiled.training;
    let sections = training.sections.iter().filter(|section| section.teaches.contains(&of));
    let link = |id: &str, title: &str| Line::default().block("course-section", id, title);
    let sections = Line::joined(sections.map(|section| link(&section.id, &section.title)), "; ");
    let questions = training.questions_in(None).filter(|question| question.teaches == of).count();
    let says = Line::of("In the course: ")
        .then(sections)
        .text(format!(". The knowledge check has {} on it.", counted(questions, "question")));
    let cases = cases.iter().filter(|case| case.practice.teaches.contains(&of));
    let cases = cases.map(|case| line(compiled, case).into());
    let id = Some(format!("cases-for-{}", outcome.id));
    [
        Part::Heading { level: 3, id, text: outcome.says.clone() },
        Part::Paragraph(says),
        Part::list(cases.collect()),
    ]
}

/// A case by its title, with what can be said of it in a line, and its sheet and slides where there are any.
fn line(compiled: &Compiled, case: &Practised<'_>) -> Line {
    let line = case.line(|line, id, title| line.block("scenario", id, title));
    let id = &case.scenario.id;
    let sheet = has_sheets(compiled).then(|| Line::default().block("sheet", id, "its sheet"));
    let slides = has_slides(compiled).then(|| Line::default().block("slides", id, "its slides"));
    let others: Vec<Line> = sheet.into_iter().chain(slides).collect();
    if others.is_empty() {
        return line;
    }
    line.text(" (").then(Line::joined(others, ", ")).text(")")
}
