//! The training in the handbook's pages: progress through the course, practice cases, and the knowledge check.
//!
//! The handbook writes all text to read into the pages, so without this app the training can still be read and printed.
//! The app adds what a learner interacts with, inside elements that the pages provide for it, and stores the progress.
//!
//! It knows no policy by name: the page hands it the compiled policy and the course. It may depend on `ui`, `policy`,
//! `course`, `document` and the browser, never on the compiler or the handbook.
//!
//! Start with [`start`]. `page` has a component for each kind of page, `components` the pieces that several pages show;
//! `training_data` is what every page is given, `progress_store` the learner's progress; `browser` what only the training asks
//! of the browser.

mod browser;
mod components;
mod external_change;
mod page;
mod progress_store;
mod training_data;

use course::Course;
use external_change::ExternalChange;
use page::{course::CoursePage, knowledge_check::KnowledgeCheckPage, practice::PracticePage};
use policy::{Content, Deferred, FirstStage};
use std::rc::Rc;
use training_data::{PageProps, TrainingData};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Starts the training in a page.
///
/// `page` is the kind of page: `course`, `practice` or `knowledge-check`. `policy` and `deferred` are what the pages were
/// compiled into, as [`FirstStage::to_bytes`] and [`Deferred::to_bytes`] write them; `course` is what [`Course::to_json`]
/// writes; `site_root` is the path from the page to the root of the site, such as `../`.
///
/// # Errors
/// The policy or the course was written by another version of this program, or there is no such kind of page.
#[wasm_bindgen]
pub fn start(
    mount: web_sys::Element,
    page: &str,
    policy: &[u8],
    deferred: &[u8],
    course: &str,
    site_root: String,
) -> Result<(), JsError> {
    let content: Content = Deferred::from_bytes(deferred)?.join(FirstStage::from_bytes(policy)?);
    let course = Course::from_json(course)?;
    let props = PageProps { data: Rc::new(TrainingData { content, course, site_root }) };
    match page {
        "course" => drop(yew::Renderer::<CoursePage>::with_root_and_props(mount, props).render()),
        "practice" => drop(yew::Renderer::<PracticePage>::with_root_and_props(mount, props).render()),
        "knowledge-check" => {
            drop(yew::Renderer::<KnowledgeCheckPage>::with_root_and_props(mount, props).render());
        }
        other => return Err(JsError::new(&format!("there is no training of the kind {other}"))),
    }
    Ok(())
}

/// Tells the training that the learning system has new progress, or that a problem with it began or ended.
#[wasm_bindgen(js_name = systemChanged)]
pub fn system_changed() {
    external_change::notify(ExternalChange::LearningSystem);
}

/// Tells the training that the progress stored in this browser was changed elsewhere, such as in another tab.
#[wasm_bindgen(js_name = deviceChanged)]
pub fn device_changed() {
    external_change::notify(ExternalChange::Device);
}
