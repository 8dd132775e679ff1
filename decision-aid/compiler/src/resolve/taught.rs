//! What is taught: the names of the learning outcomes and of the sections of the course, and what makes a case one to
//! practise on.

use super::Resolver;
use super::read::{Blocks, Read};
use crate::block::{RawScenario, Text};
use crate::names::Names;
use crate::{Diagnostic, Diagnostics, placeholder};
use policy::{CourseSection, LearningOutcome, Practice, Ref};

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
}

impl Resolver<'_> {
    pub(super) fn outcome_taught<T>(&self, read: &Read<'_, T>, id: &Text) -> Option<Ref<LearningOutcome>> {
        self.note(self.taught.outcomes.find(id.get_ref(), read.place_of(id)))
    }

    pub(super) fn outcomes_taught<T>(&self, read: &Read<'_, T>, ids: &[Text]) -> Vec<Ref<LearningOutcome>> {
        ids.iter().filter_map(|id| self.outcome_taught(read, id)).collect()
    }

    /// What makes a case one to practise on: what it teaches, and a note for each way to decide it.
    pub(crate) fn practice(&self, read: &Read<'_, RawScenario>) -> Option<Practice> {
        let RawScenario { id, teaches, right, wrong, mistakes, .. } = &read.raw;
        let Some(teaches) = teaches.as_ref().filter(|teaches| !teaches.is_empty()) else {
            let because = mistakes.first().map(|mistake| &mistake.because);
            if let Some(note) = right.as_ref().or(wrong.as_ref()).or(because) {
                let message = format!("nobody decides the case `{}`, so nobody is told this", id.get_ref());
                let help = "add a line such as `teaches = [\"learning-outcome\"]`, or leave `right`, `wrong` and \
                            `[[mistakes]]` out";
                self.push(Diagnostic::new(read.place_of(note), message).help(help));
            }
            return None;
        };
        // A place to be written is refused for what it is.
        let named = teaches.iter().filter(|id| id.get_ref() != placeholder::ID);
        let teaches = named.filter_map(|id| self.outcome_taught(read, id)).collect();
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
        let right = self.note(note("right", right));
        let wrong = self.note(note("wrong", wrong));
        let mistakes = self.mistakes(read);
        Some(Practice { teaches, right: right?, wrong: wrong?, mistakes })
    }
}
