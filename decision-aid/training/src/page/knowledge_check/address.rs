//! The question that the fragment of the address names by its number, so that the browser's own back and forward lead through the
//! questions, and a reload stays at one. No other screen has an address.

use super::{KnowledgeCheckPage, Screen};
use crate::browser;
use crate::training_data::TrainingData;

/// The fragment of the address of a screen.
fn fragment(screen: Screen) -> Option<String> {
    match screen {
        Screen::Question(index) => Some(format!("question-{}", index + 1)),
        Screen::Practice(index) => Some(format!("practice-{}", index + 1)),
        _ => None,
    }
}

/// The screen that a fragment names.
fn named_screen(fragment: &str) -> Option<Screen> {
    let (kind, number) = fragment.rsplit_once('-')?;
    let index = number.parse::<usize>().ok()?.checked_sub(1)?;
    match kind {
        "question" => Some(Screen::Question(index)),
        "practice" => Some(Screen::Practice(index)),
        _ => None,
    }
}

/// Puts the address of a screen into the history, where it has one.
pub(super) fn note(screen: Screen) {
    if let Some(fragment) = fragment(screen) {
        browser::set_address_fragment(&fragment);
    }
}

impl KnowledgeCheckPage {
    /// Shows the question that the address names, or the start where it names nothing. Returns whether something else is shown:
    /// the address may also name any other element, or a question that is not to be had.
    pub(super) fn follow_address(&mut self, data: &TrainingData) -> bool {
        let named = browser::address_fragment();
        if fragment(self.screen).is_some_and(|shown| shown == named) {
            return false;
        }
        match named_screen(&named).filter(|screen| self.has(data, *screen)) {
            Some(screen) => self.show(data, screen),
            None if named.is_empty() => self.show(data, Screen::Start),
            None => return false,
        }
        true
    }

    /// Whether the check or the practice that is under way has a question and has come to it.
    fn has(&self, data: &TrainingData, screen: Screen) -> bool {
        let (session, index) = match screen {
            Screen::Question(index) => (self.store.progress.quiz_session(), index),
            Screen::Practice(index) => (self.practice.as_ref(), index),
            _ => return false,
        };
        session.is_some_and(|session| {
            let is_reached = session.first_unanswered().is_none_or(|first| index <= first);
            is_reached && session.question(&data.course, index).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{fragment, named_screen};

    #[test]
    fn a_question_is_named_by_its_number_and_nothing_else_names_a_screen() {
        for named in ["question-1", "question-20", "practice-3"] {
            let screen = named_screen(named).unwrap_or_else(|| panic!("{named} names a question"));
            assert_eq!(fragment(screen).as_deref(), Some(named));
        }
        for other in
            ["", "main", "question-", "question-0", "question--1", "question-x", "quiz-question-a-1", "3"]
        {
            assert!(named_screen(other).is_none(), "{other}");
        }
    }
}
