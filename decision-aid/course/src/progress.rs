//! What is kept of a learner: how far they are, and nothing about any case.
//!
//! A learning system of the oldest kind keeps 4,096 characters, so it is written short.

use crate::knowledge_check::{Marks, Sitting};
use crate::{Course, PassMark};
use policy::{CourseSection, Ref};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How far a learner is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The edition of the course that it is of.
    edition: String,
    /// The section that was open last.
    #[serde(default)]
    place: String,
    /// The sections that are done, by id.
    #[serde(default)]
    done: BTreeSet<String>,
    /// The questions of the course that were answered, by id, with the choices taken.
    #[serde(default)]
    answers: BTreeMap<String, Vec<u8>>,
    /// The practice cases that were decided and compared, by id.
    #[serde(default)]
    cases: BTreeSet<String>,
    /// The knowledge check that is under way.
    #[serde(default)]
    sitting: Option<Sitting>,
    /// How often the knowledge check was finished.
    #[serde(default)]
    attempts: u32,
    /// The best attempt.
    #[serde(default)]
    best: Option<Attempt>,
    /// The last attempt, with what was answered.
    #[serde(default)]
    last: Option<(Attempt, Sitting)>,
}

/// A finished knowledge check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The day, such as `2026-11-24`.
    pub on: String,
    /// Which attempt it was, from 1.
    pub number: u32,
    /// How many questions were answered rightly.
    pub right: usize,
    /// How many there were.
    pub of: usize,
    /// Whether it was enough at the time.
    pub passed: bool,
    /// The version of the policy that it was about.
    pub version: String,
    /// What was needed to pass.
    #[serde(default)]
    pub pass_mark: PassMark,
}

/// What came of progress from another edition of the course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// How many of the sections done still exist.
    pub kept: usize,
    /// How many exist no longer.
    pub gone: usize,
    /// Whether a knowledge check under way had to be given up.
    pub check_given_up: bool,
}

/// What was stored is no progress of any edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRead;

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "what was stored of your progress cannot be read, so the course starts from the beginning",
        )
    }
}

impl std::error::Error for NotRead {}

impl Carried {
    /// In words, for the learner.
    pub fn says(&self) -> String {
        let sections =
            |count: usize| if count == 1 { "1 section".to_owned() } else { format!("{count} sections") };
        let mut says = format!(
            "The course has changed since you were here. You keep {} that you finished.",
            sections(self.kept)
        );
        if self.gone > 0 {
            says += &format!(" The course no longer has {} that you finished.", sections(self.gone));
        }
        if self.check_given_up {
            says += " The knowledge check that you had begun has to begin again, because its questions have changed.";
        }
        says
    }
}

impl Progress {
    /// A learner who begins.
    pub fn new(course: &Course) -> Self {
        Self { edition: course.edition.clone(), ..Self::default() }
    }

    /// Reads what was kept. An empty text is a learner who begins. What was done in another edition of the course counts
    /// where the course still has it; what became of the rest is said.
    ///
    /// # Errors
    /// It is no progress: neither of this program nor of one before it.
    pub fn read(text: &str, course: &Course) -> Result<(Self, Option<Carried>), NotRead> {
        if text.is_empty() {
            return Ok((Self::new(course), None));
        }
        let mut progress: Self = serde_json::from_str(text).map_err(|_| NotRead)?;
        if progress.edition == course.edition {
            return Ok((progress, None));
        }
        let carried = progress.carry_over(course);
        Ok((progress, Some(carried)))
    }

    /// As text.
    pub fn write(&self) -> String {
        // Maps of texts and numbers are never beyond JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    fn carry_over(&mut self, course: &Course) -> Carried {
        let before = self.done.len();
        self.done.retain(|id| course.section(id).is_some());
        // A question may have other choices now, so its answer says nothing any more; the section that it followed stays done.
        self.answers.clear();
        self.last = None;
        self.cases.retain(|id| course.cases.iter().any(|case| case.id == *id));
        let check_given_up = self.sitting.take().is_some();
        self.edition.clone_from(&course.edition);
        Carried { kept: self.done.len(), gone: before - self.done.len(), check_given_up }
    }

    /// Joins what was kept in two places: everything done in either counts. Of two checks under way, this one goes on.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.done.extend(other.done);
        self.cases.extend(other.cases);
        for (id, taken) in other.answers {
            self.answers.entry(id).or_insert(taken);
        }
        if self.place.is_empty() {
            self.place = other.place;
        }
        self.sitting = self.sitting.or(other.sitting);
        self.attempts = self.attempts.max(other.attempts);
        self.last = self.last.or(other.last);
        self.best = better(self.best, other.best);
        self
    }

    /// The section to go on with: the one that was open last while it is not done, else the first that is not; none where all
    /// are done.
    pub fn next_section(&self, course: &Course) -> Option<Ref<CourseSection>> {
        let open = |section: &CourseSection| !self.done.contains(&section.id);
        let last = course.sections().find(|(_, section)| section.id == self.place && open(section));
        last.or_else(|| course.sections().find(|(_, section)| open(section))).map(|(place, _)| place)
    }

    /// The section that was open last, where the course has it.
    pub fn place(&self, course: &Course) -> Option<Ref<CourseSection>> {
        course.section(&self.place)
    }

    /// Notes the section that is open.
    pub fn open(&mut self, section: &CourseSection) {
        self.place.clone_from(&section.id);
    }

    /// Notes the answer to a question of the course. A section whose questions are all answered is done.
    pub fn answer(&mut self, course: &Course, id: &str, taken: Vec<u8>) {
        let Some(section) = course.question(id).and_then(|question| question.section) else { return };
        self.answers.insert(id.to_owned(), taken);
        if course.questions_of(section).all(|question| self.answers.contains_key(&question.id)) {
            self.finish(&course.training.sections[section.index()]);
        }
    }

    /// Takes back the answer to a question, to try again. The section stays done.
    pub fn take_back(&mut self, id: &str) {
        self.answers.remove(id);
    }

    /// Notes a section as done.
    pub fn finish(&mut self, section: &CourseSection) {
        self.done.insert(section.id.clone());
    }

    /// The choices taken of a question of the course.
    pub fn taken(&self, id: &str) -> Option<&[u8]> {
        self.answers.get(id).map(Vec::as_slice)
    }

    /// Whether a section is done.
    pub fn is_done(&self, section: &CourseSection) -> bool {
        self.done.contains(&section.id)
    }

    /// How many sections of the course are done.
    pub fn sections_done(&self, course: &Course) -> usize {
        course.training.sections.iter().filter(|section| self.is_done(section)).count()
    }

    /// How many minutes there are to read in the sections that are not done.
    pub fn minutes_left(&self, course: &Course) -> u32 {
        course
            .training
            .sections
            .iter()
            .filter(|section| !self.is_done(section))
            .map(CourseSection::minutes)
            .sum()
    }

    /// Notes a practice case as decided.
    pub fn decided(&mut self, case: &str) {
        self.cases.insert(case.to_owned());
    }

    /// Whether a practice case was decided.
    pub fn has_decided(&self, case: &str) -> bool {
        self.cases.contains(case)
    }

    /// How many of the course's practice cases were decided.
    pub fn cases_decided(&self, course: &Course) -> usize {
        course.cases.iter().filter(|case| self.has_decided(&case.id)).count()
    }

    /// The knowledge check under way, to read.
    pub fn sitting(&self) -> Option<&Sitting> {
        self.sitting.as_ref()
    }

    /// The knowledge check under way, to answer.
    pub fn sitting_mut(&mut self) -> Option<&mut Sitting> {
        self.sitting.as_mut()
    }

    /// Begins a knowledge check.
    pub fn begin(&mut self, sitting: Sitting) {
        self.sitting = Some(sitting);
    }

    /// Ends the knowledge check under way: it becomes the last attempt. Without one, nothing.
    pub fn end(&mut self, course: &Course, on: &str, version: &str) {
        let Some(sitting) = self.sitting.take() else { return };
        let marks = sitting.marks(course);
        self.attempts += 1;
        let attempt = Attempt {
            on: on.to_owned(),
            number: self.attempts,
            right: marks.right,
            of: marks.of,
            passed: marks.passed(course.pass_mark),
            version: version.to_owned(),
            pass_mark: course.pass_mark,
        };
        // Whoever passes on a newer version of the policy has a record of that one.
        let older = self.best.take().filter(|best| !attempt.passed || best.version == attempt.version);
        self.best = better(older, Some(attempt.clone()));
        self.last = Some((attempt, sitting));
    }

    /// The last attempt, with what was answered.
    pub fn last(&self) -> Option<&(Attempt, Sitting)> {
        self.last.as_ref()
    }

    /// How often the knowledge check was finished.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The best attempt: a pass before what is none, then the higher score, then the first.
    pub fn best(&self) -> Option<&Attempt> {
        self.best.as_ref()
    }

    /// Whether an attempt was passed.
    pub fn passed(&self) -> bool {
        self.best.as_ref().is_some_and(|best| best.passed)
    }
}

impl Attempt {
    /// How it was marked.
    pub fn marks(&self) -> Marks {
        Marks { right: self.right, of: self.of }
    }
}

fn better(before: Option<Attempt>, now: Option<Attempt>) -> Option<Attempt> {
    let (Some(before), Some(now)) = (&before, &now) else { return before.or(now) };
    let rank = |attempt: &Attempt| (attempt.passed, attempt.marks().per_cent());
    Some(if rank(now) > rank(before) { now } else { before }.clone())
}

#[cfg(test)]
mod tests;
