//! Makes what is taught: learning outcomes and the sections of the course.

use super::Resolver;
use super::opening;
use super::quiz;
use super::read::{Blocks, Read};
use crate::block::{RawCourseSection, RawLearningOutcome};
use crate::words;
use crate::{Diagnostic, Page};
use policy::{CourseSection, LearningOutcome, Ref, Training};

impl Resolver<'_> {
    pub(crate) fn training(&self, pages: &[Page]) -> Training {
        let outcome = |read: &Read<'_, RawLearningOutcome>| self.learning_outcome(read);
        let outcomes = self.blocks.learning_outcomes.iter().map(outcome).collect();
        let section = |(number, read)| self.course_section(Ref::new(number), read, pages);
        let sections = (0..).zip(&self.blocks.sections).map(section).collect();
        let questions = self.quiz_questions();
        Training { outcomes, sections, questions }
    }

    fn course_section(
        &self,
        section: Ref<CourseSection>,
        read: &Read<'_, RawCourseSection>,
        pages: &[Page],
    ) -> CourseSection {
        let text = words_of_text(read, self.blocks, pages);
        self.refuse_idle(read, text);
        let teaches = self.outcomes_taught(read, read.raw.teaches.get_ref());
        CourseSection {
            id: read.raw.id.get_ref().clone(),
            title: read.raw.title.clone(),
            opening: self.opening(read, section, teaches.first().copied()),
            teaches,
            words: opening::words_to_read(&read.raw) + text + words_of_questions(&read.raw, self.blocks),
        }
    }

    fn learning_outcome(&self, read: &Read<'_, RawLearningOutcome>) -> LearningOutcome {
        let RawLearningOutcome { id, says, .. } = &read.raw;
        if !says.get_ref().starts_with("You can ") {
            let message = "a learning outcome says what a learner can do";
            let help = "begin with “You can” and a verb, such as “You can tell … from …”";
            self.push(Diagnostic::new(read.place_of(says), message).help(help));
        }
        LearningOutcome {
            id: id.get_ref().clone(),
            says: says.get_ref().clone(),
            source: self.source(read, &read.raw.source()),
        }
    }

    /// A section without text or without an aim.
    fn refuse_idle(&self, read: &Read<'_, RawCourseSection>, words: u32) {
        let id = read.raw.id.get_ref();
        if words == 0 {
            let message = format!("the course section `{id}` has no text");
            let help = "write it below the block, or remove the block";
            self.push(Diagnostic::new(read.place_of(&read.raw.id), message).help(help));
        }
        if read.raw.teaches.get_ref().is_empty() {
            let message = format!("the course section `{id}` teaches nothing");
            let help = "name at least one learning outcome";
            self.push(Diagnostic::new(read.block.locate(read.raw.teaches.span()), message).help(help));
        }
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
