//! The learner's progress as this page knows it, kept in step with what the browser and the learning system store.

use crate::browser;
use crate::external_change::{self, ExternalChange};
use crate::training_data::{PageProps, TrainingData};
use ::course::Progress;
use std::rc::Rc;
use yew::Callback;

/// The learner's progress, and what the learner should know about how it is stored.
pub(crate) struct ProgressStore {
    data: Rc<TrainingData>,
    pub(crate) progress: Progress,
    /// What the learner should know about progress from an earlier visit.
    restore_notice: Option<String>,
    /// Whether neither the browser nor a learning system stored it.
    is_unsaved: bool,
}

impl ProgressStore {
    /// Loads what was stored, and has the page told of every change that is made elsewhere from now on.
    pub(crate) fn open(props: &PageProps, changed: Callback<ExternalChange>) -> Self {
        external_change::subscribe(changed);
        let data = Rc::clone(&props.data);
        match Progress::restore(&browser::stored_progress(), &data.course) {
            Ok((progress, carried_over)) => {
                let restore_notice = carried_over.map(|carried_over| carried_over.message());
                let mut store = Self { data, progress, restore_notice, is_unsaved: false };
                store.save();
                store
            }
            // It is not saved yet, so that progress that cannot be read is not overwritten before the learner does something.
            Err(error) => {
                let progress = Progress::new(&data.course);
                let restore_notice = Some(as_sentence(&error.to_string()));
                Self { data, progress, restore_notice, is_unsaved: false }
            }
        }
    }

    /// Saves the progress, and reports it to the learning system.
    pub(crate) fn save(&mut self) {
        self.is_unsaved = !browser::store_progress(&self.progress.to_json());
        let (progress, course) = (&self.progress, &self.data.course);
        let sections = &course.training.sections;
        let completed_share = progress.finished_sections(course) as f64 / sections.len().max(1) as f64;
        let percent = progress.best_attempt().map(|best| best.score().percent());
        let percent = percent.and_then(|percent| i32::try_from(percent).ok()).unwrap_or(browser::NO_SCORE);
        let section = progress.current_section(course);
        let section = section.map_or("", |section| &sections[section.index()].id);
        browser::report(completed_share, percent, progress.has_passed(), section);
    }

    /// Takes over a change from elsewhere. What another tab stored is newer than what this page knows, so it replaces it.
    /// What a learning system that could not be reached before has is merged with what was done since, and saved there;
    /// while it cannot be reached, saving keeps both on this device.
    pub(crate) fn apply(&mut self, change: ExternalChange) {
        let Ok((stored, _)) = Progress::restore(&browser::stored_progress(), &self.data.course) else {
            return;
        };
        match change {
            ExternalChange::Device => self.progress = stored,
            ExternalChange::LearningSystem => {
                let merged = self.progress.clone().merged_with(stored);
                if merged != self.progress || !browser::reporting_problem().is_empty() {
                    self.progress = merged;
                    self.save();
                }
            }
        }
    }

    /// Whether there is nothing to clear.
    pub(crate) fn is_empty(&self) -> bool {
        self.progress == Progress::new(&self.data.course) && !browser::stores_name()
    }

    /// Clears all progress, and the name.
    pub(crate) fn clear(&mut self) {
        browser::store_name("");
        self.progress = Progress::new(&self.data.course);
        self.restore_notice = None;
        self.save();
    }

    /// What the learner should know about how the progress is stored.
    pub(crate) fn notices(&self) -> Vec<String> {
        const UNSAVED: &str =
            "This browser does not let the page keep your progress. It is gone when you leave the page.";
        let unsaved = self.is_unsaved.then(|| UNSAVED.to_owned());
        let problem = Some(browser::reporting_problem()).filter(|problem| !problem.is_empty());
        self.restore_notice.clone().into_iter().chain(unsaved).chain(problem).collect()
    }
}

/// An error message as a sentence of its own.
fn as_sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
