//! Makes what a section of the course opens with: a short story, and the decision that it asks for.

use super::Resolver;
use super::quiz;
use super::read::Read;
use crate::block::{RawCourseSection, Text};
use crate::words;
use crate::{Diagnostic, Place};
use policy::{CourseSection, LearningOutcome, Opening, QuizQuestion, Ref};
use std::ops::RangeInclusive;

/// How many choices a decision may have: with more, it is a test and no longer a decision.
const CHOICES: RangeInclusive<usize> = 2..=4;

/// What a section does not open with by halves.
const HELP: &str = "a section opens with a `story`, an `ask` and its `[[choices]]`: write all of them, or leave all of them out";

/// How many words the opening of a section has, its choices and their feedback included.
pub(super) fn words_to_read(raw: &RawCourseSection) -> u32 {
    let texts = raw.story.iter().chain(&raw.ask);
    texts.map(|text| words::count(text.get_ref())).sum::<u32>() + quiz::words_of_choices(&raw.choices)
}

impl Resolver<'_> {
    /// The opening of a section; none where it has none, or where that is noted as wrong.
    pub(super) fn opening(
        &self,
        read: &Read<'_, RawCourseSection>,
        section: Ref<CourseSection>,
        teaches: Option<Ref<LearningOutcome>>,
    ) -> Option<Opening> {
        let RawCourseSection { id, story, ask, choices, .. } = &read.raw;
        let written = |text: &Option<Text>| text.clone().filter(|text| !text.get_ref().trim().is_empty());
        let (story, ask) = match (written(story), written(ask)) {
            (Some(story), Some(ask)) => (story, ask),
            (None, None) if !self.has_part_of_opening(read) => return None,
            (found, _) => {
                let lacks = if found.is_some() { "question" } else { "story" };
                let place = self.place_of_opening(read);
                let message = format!("the opening of the course section `{}` has no {lacks}", id.get_ref());
                self.push(Diagnostic::new(place, message).help(HELP));
                return None;
            }
        };
        self.refuse_undecided(read);
        self.refuse_silent(read, choices);
        let decision = QuizQuestion {
            id: quiz::decision_id(id.get_ref()),
            ask: ask.get_ref().trim().to_owned(),
            teaches: teaches?,
            section: Some(section),
            choices: choices.iter().map(quiz::choice).collect(),
            source: self.source(read, &read.raw.source()),
        };
        Some(Opening { story: story.get_ref().trim().to_owned(), decision })
    }

    fn has_part_of_opening(&self, read: &Read<'_, RawCourseSection>) -> bool {
        let raw = &read.raw;
        let source = raw.source();
        let texts = [&raw.story, &raw.ask, &source.statute];
        texts.iter().any(|text| text.is_some())
            || !raw.choices.is_empty()
            || source.cites.is_some()
            || source.basis.is_some()
    }

    /// Where the part of an opening stands that is there; the id of the section where none has a place of its own.
    fn place_of_opening(&self, read: &Read<'_, RawCourseSection>) -> Place {
        let RawCourseSection { id, story, ask, choices, .. } = &read.raw;
        let choice = choices.first().map(|choice| &choice.says);
        read.place_of(story.as_ref().or(ask.as_ref()).or(choice).unwrap_or(id))
    }

    /// A decision has a few choices, of which one is right.
    fn refuse_undecided(&self, read: &Read<'_, RawCourseSection>) {
        let RawCourseSection { id, choices, .. } = &read.raw;
        let decision = format!("the decision that opens the course section `{}`", id.get_ref());
        let refuse = |message: String, help: &str| {
            self.push(Diagnostic::new(self.place_of_opening(read), message).help(help));
        };
        if !CHOICES.contains(&choices.len()) {
            let count = match choices.len() {
                0 => "no choices".to_owned(),
                1 => "one choice".to_owned(),
                more => format!("{more} choices"),
            };
            let help = "give it two to four parts `[[choices]]`, each with `says`, `right` and `feedback`";
            refuse(format!("{decision} has {count}"), help);
        }
        let message = match choices.iter().filter(|choice| choice.right).count() {
            0 if !choices.is_empty() => format!("no choice of {decision} is right"),
            0 | 1 => return,
            more => format!("{more} choices of {decision} are right"),
        };
        let help = "let exactly one have `right = true`: what has several right answers is a `quiz-question`";
        refuse(message, help);
    }
}
