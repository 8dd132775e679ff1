//! The stored progress of a learner: how far they are, and nothing about what they wrote on any case.
//!
//! SCORM 1.2 stores at most 4,096 characters, so progress is kept as ids and numbers. The names in its JSON are older than
//! the names of the fields here; they stay as they are, because learners hold progress that earlier builds wrote.

mod attempt;
mod restore;

pub use attempt::Attempt;
pub use restore::{CarriedOver, UnreadableProgress};

use crate::{Course, QuizSession};
use policy::{CourseSection, Ref};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far a learner is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The edition of the course that the learner works with.
    edition: String,
    /// The id of the section that was opened last; empty before the first.
    #[serde(default, rename = "place")]
    current_section: String,
    /// The sections that are finished, by id.
    #[serde(default, rename = "done")]
    finished: BTreeSet<String>,
    /// The questions of the course that were answered, by id, with the choices selected.
    #[serde(default)]
    answers: BTreeMap<String, Vec<u8>>,
    /// The practice cases that were decided and compared, by id.
    #[serde(default, rename = "cases")]
    decided_cases: BTreeSet<String>,
    /// The knowledge check that is under way.
    #[serde(default, rename = "sitting")]
    quiz_session: Option<QuizSession>,
    /// How often the knowledge check was finished.
    #[serde(default)]
    attempts: u32,
    /// The best attempt.
    #[serde(default, rename = "best")]
    best_attempt: Option<Attempt>,
    /// The last attempt, with what was answered.
    #[serde(default, rename = "last")]
    last_attempt: Option<(Attempt, QuizSession)>,
}

/// The sections of the course, their questions, and the practice cases.
impl Progress {
    /// The progress of a learner who begins.
    pub fn new(course: &Course) -> Self {
        Self { edition: course.edition.clone(), ..Self::default() }
    }

    /// The section to go on with: the one that was opened last while it is not finished, else the first that is not;
    /// `None` where all are finished.
    pub fn next_section(&self, course: &Course) -> Option<Ref<CourseSection>> {
        let unfinished = || course.sections().filter(|(_, section)| !self.is_finished(section));
        let current = unfinished().find(|(_, section)| section.id == self.current_section);
        current.or_else(|| unfinished().next()).map(|(reference, _)| reference)
    }

    /// The section that was opened last, where the course has it.
    pub fn current_section(&self, course: &Course) -> Option<Ref<CourseSection>> {
        course.section(&self.current_section)
    }

    /// Stores which section the learner has opened.
    pub fn open_section(&mut self, section: &CourseSection) {
        self.current_section.clone_from(&section.id);
    }

    /// Stores the answer to a question of the course. A section is finished once all its questions are answered; the decision
    /// that it opens with does not count.
    pub fn answer_question(&mut self, course: &Course, id: &str, selected: Vec<u8>) {
        let Some(question) = course.question(id) else { return };
        let Some(section) = question.section else { return };
        self.answers.insert(id.to_owned(), selected);
        let mut questions = course.questions_of(section);
        if !course.is_decision(question) && questions.all(|other| self.answers.contains_key(&other.id)) {
            self.finish_section(&course.training.sections[section.index()]);
        }
    }

    /// Removes the answer to a question, so that it can be answered again. The section stays finished.
    pub fn clear_answer(&mut self, id: &str) {
        self.answers.remove(id);
    }

    /// Stores a section as finished.
    pub fn finish_section(&mut self, section: &CourseSection) {
        self.finished.insert(section.id.clone());
    }

    /// The choices selected in answer to a question of the course; `None` while it is not answered.
    pub fn answer_to(&self, id: &str) -> Option<&[u8]> {
        self.answers.get(id).map(Vec::as_slice)
    }

    /// Whether a section is finished.
    pub fn is_finished(&self, section: &CourseSection) -> bool {
        self.finished.contains(&section.id)
    }

    /// How many questions of a section have no answer yet; none where the section is finished, also where one of its questions
    /// is answered again.
    pub fn questions_left(&self, course: &Course, section: Ref<CourseSection>) -> usize {
        if self.is_finished(&course.training.sections[section.index()]) {
            return 0;
        }
        course.questions_of(section).filter(|question| !self.answers.contains_key(&question.id)).count()
    }

    /// What is left to do in a section, in words such as `2 questions left`; `None` where it is finished.
    pub fn left_in_words(&self, course: &Course, section: Ref<CourseSection>) -> Option<String> {
        if self.is_finished(&course.training.sections[section.index()]) {
            return None;
        }
        Some(match self.questions_left(course, section) {
            0 => "Not read yet".to_owned(),
            1 => "1 question left".to_owned(),
            more => format!("{more} questions left"),
        })
    }

    /// How many sections of the course are finished.
    pub fn finished_sections(&self, course: &Course) -> usize {
        course.training.sections.iter().filter(|section| self.is_finished(section)).count()
    }

    /// How many minutes it takes to read the sections that are not finished.
    pub fn minutes_left(&self, course: &Course) -> u32 {
        let unfinished = course.training.sections.iter().filter(|section| !self.is_finished(section));
        unfinished.map(CourseSection::minutes).sum()
    }

    /// Stores a practice case as decided.
    pub fn mark_decided(&mut self, case: &str) {
        self.decided_cases.insert(case.to_owned());
    }

    /// Whether a practice case was decided.
    pub fn has_decided(&self, case: &str) -> bool {
        self.decided_cases.contains(case)
    }

    /// How many of the course's practice cases were decided.
    pub fn decided_cases(&self, course: &Course) -> usize {
        course.cases.iter().filter(|case| self.has_decided(&case.id)).count()
    }
}

/// The knowledge check.
impl Progress {
    /// The knowledge check that is under way.
    pub fn quiz_session(&self) -> Option<&QuizSession> {
        self.quiz_session.as_ref()
    }

    /// The knowledge check that is under way, to store answers in.
    pub fn quiz_session_mut(&mut self) -> Option<&mut QuizSession> {
        self.quiz_session.as_mut()
    }

    /// Starts a knowledge check. One that was under way is discarded.
    pub fn start_quiz(&mut self, session: QuizSession) {
        self.quiz_session = Some(session);
    }

    /// Finishes and scores the knowledge check that is under way: it becomes the last attempt. `date` is the day, such as
    /// `2026-11-24`; `version` is that of the policy. Does nothing where no check is under way.
    pub fn finish_quiz(&mut self, course: &Course, date: &str, version: &str) {
        let Some(session) = self.quiz_session.take() else { return };
        self.attempts += 1;
        let attempt = Attempt::new(&session, self.attempts, course, date, version);
        // A pass on another version of the policy replaces the best attempt, so that the record is about that version.
        let comparable =
            self.best_attempt.take().filter(|best| !attempt.passed || best.version == attempt.version);
        self.best_attempt = Attempt::best_of(comparable, Some(attempt.clone()));
        self.last_attempt = Some((attempt, session));
    }

    /// The last attempt, with what was answered.
    pub fn last_attempt(&self) -> Option<&(Attempt, QuizSession)> {
        self.last_attempt.as_ref()
    }

    /// How often the knowledge check was finished.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The best attempt: one that passed before one that did not, then the higher score, then the earlier attempt.
    pub fn best_attempt(&self) -> Option<&Attempt> {
        self.best_attempt.as_ref()
    }

    /// Whether an attempt passed.
    pub fn has_passed(&self) -> bool {
        self.best_attempt.as_ref().is_some_and(|best| best.passed)
    }
}

#[cfg(test)]
mod tests;
