//! What is not taught or not asked: learning outcomes that no section and no case teaches, or that the knowledge check
//! cannot ask twice in several ways, and sections without a question.

use crate::diagram::refs;
use crate::{Compiled, Diagnostic, Diagnostics, Item};
use policy::{CourseSection, LearningOutcome, Ref};

/// How many questions of a learning outcome the knowledge check has to choose from at least. It draws two.
const FEWEST_QUESTIONS: usize = 3;

/// Notes what is missing from the training.
pub(super) fn missing(compiled: &Compiled, diagnostics: &mut Diagnostics) {
    for outcome in refs(&compiled.training.outcomes) {
        for (message, help) in wrong_with(compiled, outcome) {
            note(compiled, Item::LearningOutcome(outcome), message, help, diagnostics);
        }
    }
    for section in refs::<CourseSection>(&compiled.training.sections) {
        if compiled.training.questions_in(Some(section)).next().is_none() {
            let id = &compiled.training.sections[section.index()].id;
            let help = format!("add a `quiz-question` block with `in = \"{id}\"`");
            let message = format!("no question follows the course section `{id}`");
            note(compiled, Item::CourseSection(section), message, help, diagnostics);
        }
    }
}

fn wrong_with(compiled: &Compiled, outcome: Ref<LearningOutcome>) -> Vec<(String, String)> {
    let training = &compiled.training;
    let id = &training.outcomes[outcome.index()].id;
    let mut wrong = Vec::new();
    if !training.sections.iter().any(|section| section.teaches.contains(&outcome)) {
        let help = format!("add `{id}` to the `teaches` of a `course-section` block");
        wrong.push((format!("no section of the course teaches `{id}`"), help));
    }
    let mut practice = compiled.scenarios.iter().filter_map(|scenario| scenario.practice.as_ref());
    if !practice.any(|practice| practice.teaches.contains(&outcome)) {
        let help = format!("add `{id}` to the `teaches` of a `scenario` block");
        wrong.push((format!("no practice case teaches `{id}`"), help));
    }
    let count = training.questions_in(None).filter(|question| question.teaches == outcome).count();
    if count < FEWEST_QUESTIONS {
        let help = format!("add `quiz-question` blocks with `teaches = \"{id}\"` and without `in`");
        let message =
            format!("the knowledge check has {count} of at least {FEWEST_QUESTIONS} questions on `{id}`");
        wrong.push((message, help));
    }
    wrong
}

fn note(compiled: &Compiled, item: Item, message: String, help: String, diagnostics: &mut Diagnostics) {
    if let Some(place) = compiled.place_of(item) {
        diagnostics.push(Diagnostic::new(place, message).help(help));
    }
}
