//! Makes the questions to learners: those on the text of the course, and those of the knowledge check.

use super::Resolver;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawQuizChoice, RawQuizQuestion, Text};
use crate::names::Names;
use crate::words;
use policy::{QuizChoice, QuizQuestion, Ref};

/// How many words of a question there are to read, its choices and their feedback included.
pub(super) fn words_to_read(raw: &RawQuizQuestion) -> u32 {
    words::count(&raw.ask) + words_of_choices(&raw.choices)
}

/// How many words some choices and their feedback have.
pub(super) fn words_of_choices(choices: &[RawQuizChoice]) -> u32 {
    let of_choice = |choice: &RawQuizChoice| {
        words::count(choice.says.get_ref()) + words::count(choice.feedback.get_ref())
    };
    choices.iter().map(of_choice).sum()
}

/// The id of the decision that a section of the course opens with. No other question may have it.
pub(super) fn decision_id(section: &str) -> String {
    format!("opening-{section}")
}

/// A choice as it was written.
pub(super) fn choice(raw: &RawQuizChoice) -> QuizChoice {
    QuizChoice {
        says: raw.says.get_ref().clone(),
        right: raw.right,
        feedback: raw.feedback.get_ref().clone(),
    }
}

impl Resolver<'_> {
    pub(super) fn quiz_questions(&self) -> Vec<QuizQuestion> {
        let mut ids = Names::new("quiz question");
        for read in self.blocks.sections.iter().filter(|read| read.raw.story.is_some()) {
            let id = &read.raw.id;
            self.note(ids.add(&decision_id(id.get_ref()), Ref::new(0), read.place_of(id)));
        }
        let mut made = Vec::new();
        for (number, read) in (0..).zip(&self.blocks.quiz_questions) {
            let RawQuizQuestion { id, ask, teaches, r#in, choices, .. } = &read.raw;
            self.note(ids.add(id.get_ref(), Ref::<QuizQuestion>::new(number), read.place_of(id)));
            let find = |id: &Text| self.taught.sections.find(id.get_ref(), read.place_of(id));
            let section = r#in.as_ref().and_then(|id| self.note(find(id)));
            let source = self.source(read, &read.raw.source());
            self.refuse_one_sided(read);
            self.refuse_silent(read, choices);
            // One that tests nothing known is noted, and would stand for another outcome.
            let Some(teaches) = self.outcome_taught(read, teaches) else { continue };
            made.push(QuizQuestion {
                id: id.get_ref().clone(),
                ask: ask.clone(),
                teaches,
                section,
                choices: choices.iter().map(choice).collect(),
                source,
            });
        }
        made
    }

    /// A question needs something right to choose, and something wrong.
    fn refuse_one_sided(&self, read: &Read<'_, RawQuizQuestion>) {
        let RawQuizQuestion { id, choices, .. } = &read.raw;
        for (right, word) in [(true, "right"), (false, "wrong")] {
            if !choices.iter().any(|choice| choice.right == right) {
                let message = format!("no choice of the quiz question `{}` is {word}", id.get_ref());
                let help =
                    format!("give it a part `[[choices]]` with `says`, `right = {right}` and `feedback`");
                self.push(Diagnostic::new(read.place_of(id), message).help(help));
            }
        }
    }

    /// Whoever chooses learns why it is right or wrong.
    pub(super) fn refuse_silent<T>(&self, read: &Read<'_, T>, choices: &[RawQuizChoice]) {
        for choice in choices.iter().filter(|choice| choice.feedback.get_ref().trim().is_empty()) {
            let message = "this choice has no feedback";
            let help = "say why it is right or wrong, in a sentence or two";
            self.push(Diagnostic::new(read.place_of(&choice.says), message).help(help));
        }
    }
}
