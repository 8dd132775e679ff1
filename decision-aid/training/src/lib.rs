//! The training in the handbook's pages: progress through the course, practice cases, and the knowledge check.
//!
//! What a learner reads stands in the page already, as the handbook set it: without this app the training can be read and
//! printed. The app puts questions to answer where the pages hold a place for them, and keeps how far the learner is.
//!
//! It knows no policy by name: the page hands it the compiled policy and the course. It may depend on `policy`, `course`,
//! `document` and the browser, never on the compiler or the handbook.
//!
//! Start with [`start`]. [`learner`] is what every page shares; `page` has a component for each kind of page, `part` what
//! they are made of; `browser` holds the effects.

mod browser;
mod learner;
mod page;
mod part;

use course::Course;
use learner::{Heard, Learner, Shared};
use page::{cases::Cases, check::Check, course::CoursePage};
use policy::{Content, Deferred, Policy};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use yew::Callback;

/// Puts the training into a page.
///
/// `page` says which: `course`, `practice` or `knowledge-check`. `policy` and `deferred` are what the pages were compiled
/// into, as [`Policy::to_bytes`] and [`Deferred::to_bytes`] write them; `course` is what [`Course::to_json`] writes; `root`
/// leads from the page to the root of the site.
///
/// # Errors
/// They are not of the version that this app can read, or there is no such page.
#[wasm_bindgen]
pub fn start(
    mount: web_sys::Element,
    page: &str,
    policy: &[u8],
    deferred: &[u8],
    course: &str,
    root: String,
) -> Result<(), JsError> {
    let content: Content = Deferred::from_bytes(deferred)?.join(Policy::from_bytes(policy)?);
    let course = Course::from_json(course)?;
    let learner = Learner { shared: Rc::new(Shared { content, course, root }) };
    match page {
        "course" => drop(yew::Renderer::<CoursePage>::with_root_and_props(mount, learner).render()),
        "practice" => drop(yew::Renderer::<Cases>::with_root_and_props(mount, learner).render()),
        "knowledge-check" => drop(yew::Renderer::<Check>::with_root_and_props(mount, learner).render()),
        other => return Err(JsError::new(&format!("there is no training of the kind {other}"))),
    }
    Ok(())
}

/// Tells the training that the learning system has something new to say.
#[wasm_bindgen(js_name = systemChanged)]
pub fn system_changed() {
    say(Heard::System);
}

/// Tells the training that what is kept on this device was changed behind its back, such as in another tab.
#[wasm_bindgen(js_name = deviceChanged)]
pub fn device_changed() {
    say(Heard::Device);
}

thread_local! {
    /// The page, which wants to know of both.
    static HEARD: RefCell<Option<Callback<Heard>>> = const { RefCell::new(None) };
}

fn say(heard: Heard) {
    if let Some(page) = HEARD.with_borrow(Clone::clone) {
        page.emit(heard);
    }
}

fn hear(page: Callback<Heard>) {
    HEARD.set(Some(page));
}
