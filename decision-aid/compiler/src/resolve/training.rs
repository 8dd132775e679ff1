//! Makes what is taught: learning outcomes, the sections of the course, and what makes a case one to practise on.

use super::clauses::Clauses;
use super::quiz;
use super::read::{Blocks, Read};
use super::sources;
use crate::block::{RawCourseSection, RawLearningOutcome, RawScenario, Text};
use crate::names::Names;
use crate::words;
use crate::{Diagnostic, Diagnostics, Page};
use policy::{CourseSection, LearningOutcome, Practice, Ref, Training};

/// The names of what is taught and where.
pub(crate) struct Taught {
    outcomes: Names<LearningOutcome>,
    pub(super) sections: Names<CourseSection>,
}

impl Taught {
    /// Gathers the learning outcomes and the sections; an id given twice is noted.
    pub(crate) fn gather(blocks: &Blocks<'_>, diagnostics: &mut Diagnostics) -> Self {
        let mut taught =
            Self { outcomes: Names::new("learning outcome"), sections: Names::new("course section") };
        for (number, read) in (0..).zip(&blocks.learning_outcomes) {
            let id = &read.raw.id;
            diagnostics.note(taught.outcomes.add(id.get_ref(), Ref::new(number), read.place_of(id)));
            taught.outcomes.call(id.get_ref(), read.raw.says.get_ref());
        }
        for (number, read) in (0..).zip(&blocks.sections) {
            let id = &read.raw.id;
            diagnostics.note(taught.sections.add(id.get_ref(), Ref::new(number), read.place_of(id)));
        }
        taught
    }

    pub(super) fn outcome<T>(
        &self,
        read: &Read<'_, T>,
        id: &Text,
        diagnostics: &mut Diagnostics,
    ) -> Option<Ref<LearningOutcome>> {
        diagnostics.note(self.outcomes.find(id.get_ref(), read.place_of(id)))
    }

    fn outcomes<T>(
        &self,
        read: &Read<'_, T>,
        ids: &[Text],
        diagnostics: &mut Diagnostics,
    ) -> Vec<Ref<LearningOutcome>> {
        ids.iter().filter_map(|id| self.outcome(read, id, diagnostics)).collect()
    }

    /// What makes a case one to practise on: what it teaches, and a note for each way to decide it.
    pub(crate) fn practice(
        &self,
        read: &Read<'_, RawScenario>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Practice> {
        let RawScenario { id, teaches, right, wrong, .. } = &read.raw;
        let Some(teaches) = teaches.as_ref().filter(|teaches| !teaches.is_empty()) else {
            if let Some(note) = right.as_ref().or(wrong.as_ref()) {
                let message = format!("nobody decides the case `{}`, so nobody is told this", id.get_ref());
                let help =
                    "add a line such as `teaches = [\"learning-outcome\"]`, or leave `right` and `wrong` out";
                diagnostics.push(Diagnostic::new(read.place_of(note), message).help(help));
            }
            return None;
        };
        let teaches = self.outcomes(read, teaches, diagnostics);
        let note = |name, text: &Option<Text>| {
            let text = text.as_ref().map(|text| text.get_ref().trim()).filter(|text| !text.is_empty());
            text.map(str::to_owned).ok_or_else(|| {
                let message = format!("the practice case `{}` has no note `{name}`", id.get_ref());
                let who = if name == "right" { "decided" } else { "did not decide" };
                let help = format!(
                    "add a line `{name} = \"…\"`: what to say to a learner who {who} as the policy does"
                );
                Diagnostic::new(read.place_of(id), message).help(help)
            })
        };
        let right = diagnostics.note(note("right", right));
        let wrong = diagnostics.note(note("wrong", wrong));
        Some(Practice { teaches, right: right?, wrong: wrong? })
    }
}

pub(crate) fn training(
    blocks: &Blocks<'_>,
    taught: &Taught,
    pages: &[Page],
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Training {
    let outcome = |read: &Read<'_, RawLearningOutcome>| outcome(read, clauses, diagnostics);
    let outcomes = blocks.learning_outcomes.iter().map(outcome).collect();
    let section = |read: &Read<'_, RawCourseSection>| {
        let text = words_of_text(read, blocks, pages);
        refuse_idle(read, text, diagnostics);
        CourseSection {
            id: read.raw.id.get_ref().clone(),
            title: read.raw.title.clone(),
            teaches: taught.outcomes(read, read.raw.teaches.get_ref(), diagnostics),
            words: text + words_of_questions(&read.raw, blocks),
        }
    };
    let sections = blocks.sections.iter().map(section).collect();
    let questions = quiz::questions(blocks, taught, clauses, diagnostics);
    Training { outcomes, sections, questions }
}

fn outcome(
    read: &Read<'_, RawLearningOutcome>,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> LearningOutcome {
    let RawLearningOutcome { id, says, .. } = &read.raw;
    if !says.get_ref().starts_with("You can ") {
        let message = "a learning outcome says what a learner can do";
        let help = "begin with “You can” and a verb, such as “You can tell … from …”";
        diagnostics.push(Diagnostic::new(read.place_of(says), message).help(help));
    }
    LearningOutcome {
        id: id.get_ref().clone(),
        says: says.get_ref().clone(),
        source: sources::source(read, &read.raw.source(), clauses, diagnostics),
    }
}

/// The words of a section's text: from its block to that of the next section on the page, or to the end of the page.
fn words_of_text(read: &Read<'_, RawCourseSection>, blocks: &Blocks<'_>, pages: &[Page]) -> u32 {
    let place = &read.block.place;
    let text = &pages[place.page].text;
    let others = blocks.sections.iter().map(|other| &other.block.place);
    let later = others.filter(|other| other.page == place.page && other.span > place.span);
    let end = later.map(|other| other.span.0).min().unwrap_or(text.len());
    words::of_markdown(&text[place.span.1..end])
}

/// The words of the questions that follow a section.
fn words_of_questions(section: &RawCourseSection, blocks: &Blocks<'_>) -> u32 {
    let questions = blocks.quiz_questions.iter().map(|read| &read.raw);
    let id = section.id.get_ref();
    questions
        .filter(|raw| raw.r#in.as_ref().is_some_and(|of| of.get_ref() == id))
        .map(quiz::words_to_read)
        .sum()
}

/// A section without text or without an aim.
fn refuse_idle(read: &Read<'_, RawCourseSection>, words: u32, diagnostics: &mut Diagnostics) {
    let id = read.raw.id.get_ref();
    if words == 0 {
        let message = format!("the course section `{id}` has no text");
        let help = "write it below the block, or remove the block";
        diagnostics.push(Diagnostic::new(read.place_of(&read.raw.id), message).help(help));
    }
    if read.raw.teaches.get_ref().is_empty() {
        let message = format!("the course section `{id}` teaches nothing");
        let help = "name at least one learning outcome";
        diagnostics.push(Diagnostic::new(read.block.locate(read.raw.teaches.span()), message).help(help));
    }
}
