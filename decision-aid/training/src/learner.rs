//! What every page of the training shares: the course, the policy, and how far the learner is.

use crate::browser;
use ::course::{Course, Progress};
use policy::{Content, Policy};
use std::rc::Rc;
use yew::Properties;

/// What a page is given.
#[derive(Clone, Properties)]
pub(crate) struct Learner {
    pub(crate) shared: Rc<Shared>,
}

impl PartialEq for Learner {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shared, &other.shared)
    }
}

/// Where something changed that this page did not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// In the learning system.
    System,
    /// In what this device keeps.
    Device,
}

/// The same for every page.
pub(crate) struct Shared {
    pub(crate) content: Content,
    pub(crate) course: Course,
    /// The way from the page to the root of the site.
    pub(crate) root: String,
}

impl Shared {
    pub(crate) fn policy(&self) -> &Policy {
        &self.content.policy
    }
}

/// How far the learner is, and what there is to say about that.
pub(crate) struct Kept {
    shared: Rc<Shared>,
    pub(crate) progress: Progress,
    /// What became of progress from before.
    before: Option<String>,
    /// Whether nothing keeps it.
    lost: bool,
}

impl Kept {
    /// What was kept.
    pub(crate) fn read(learner: &Learner) -> Self {
        let shared = Rc::clone(&learner.shared);
        match Progress::read(&browser::stored(), &shared.course) {
            Ok((progress, carried)) => {
                let mut kept =
                    Self { shared, progress, before: carried.map(|carried| carried.says()), lost: false };
                kept.keep();
                kept
            }
            // What cannot be read stays where it is until the learner does something.
            Err(not_read) => {
                let progress = Progress::new(&shared.course);
                Self { shared, progress, before: Some(sentence(&not_read.to_string())), lost: false }
            }
        }
    }

    /// Keeps what has changed, and tells the learning system.
    pub(crate) fn keep(&mut self) {
        self.lost = !browser::keep(&self.progress.write());
        let course = &self.shared.course;
        let sections = course.training.sections.len().max(1);
        let share = self.progress.sections_done(course) as f64 / sections as f64;
        let score =
            self.progress.best().map_or(-1, |best| i32::try_from(best.marks().per_cent()).unwrap_or(-1));
        let place = self.progress.place(course);
        let place = place.map_or("", |place| &course.training.sections[place.index()].id);
        browser::report(share, score, self.progress.passed(), place);
    }

    /// Takes in what changed elsewhere. What a learning system has that could not be reached before is joined to what was
    /// done since; while it cannot be reached, this device keeps both. What another tab kept is newer than what this one knows.
    pub(crate) fn hear(&mut self, heard: Heard) {
        let Ok((stored, _)) = Progress::read(&browser::stored(), &self.shared.course) else { return };
        match heard {
            Heard::Device => self.progress = stored,
            Heard::System => {
                let joined = self.progress.clone().joined(stored);
                if joined != self.progress || !browser::problem().is_empty() {
                    self.progress = joined;
                    self.keep();
                }
            }
        }
    }

    /// Whether there is anything to forget.
    pub(crate) fn is_empty(&self) -> bool {
        self.progress == Progress::new(&self.shared.course) && !browser::keeps_name()
    }

    /// Forgets everything, the name too.
    pub(crate) fn clear(&mut self) {
        browser::keep_name("");
        self.progress = Progress::new(&self.shared.course);
        self.before = None;
        self.keep();
    }

    /// What the learner should know about what is kept.
    pub(crate) fn notices(&self) -> Vec<String> {
        let mut notices: Vec<String> = self.before.iter().cloned().collect();
        let problem = browser::problem();
        if self.lost {
            notices.push(
                "This browser does not let the page keep your progress. It is gone when you leave the page."
                    .to_owned(),
            );
        }
        if !problem.is_empty() {
            notices.push(problem);
        }
        notices
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
