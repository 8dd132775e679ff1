//! What only the training asks of the browser: stored progress, random seeds, the address, the elements of the page, and Word
//! files. The rest is in [`ui::browser`].
//!
//! What is stored is progress, and a name where the learner asks for it; nothing that a learner writes about a case.

use document::Document;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// What [`report`] takes in place of a score where the knowledge check was not finished yet.
pub(crate) const NO_SCORE: i32 = -1;

// The functions that `training.js` gives the page.
#[wasm_bindgen]
extern "C" {
    /// The stored progress: that of the learning system where there is one, else of this browser. Empty where there is none.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = stored)]
    pub(crate) fn stored_progress() -> String;

    /// Stores the progress. Returns whether the learning system or the browser did so.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = keep)]
    pub(crate) fn store_progress(progress: &str) -> bool;

    /// Reports to the learning system, where there is one: the share of the course that is finished, from 0 to 1; the best
    /// score in per cent, or [`NO_SCORE`]; whether the knowledge check was passed; and the id of the section that is open.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn report(completed_share: f64, percent: i32, passed: bool, section: &str);

    /// Why something could not be reported to the learning system, in a sentence; empty where all is well or there is none.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = problem)]
    pub(crate) fn reporting_problem() -> String;

    /// The learner's name, as stored in this browser or as the learning system has it. Empty where neither knows it.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = learnerName)]
    pub(crate) fn learner_name() -> String;

    /// Whether the page is shown in a learning system, which then stores progress and name.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = inSystem)]
    pub(crate) fn in_learning_system() -> bool;

    /// Whether this browser stores the name.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = keepsName)]
    pub(crate) fn stores_name() -> bool;

    /// Stores the name in this browser; an empty name removes the stored one.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = keepName)]
    pub(crate) fn store_name(name: &str);

    /// A random seed.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = seed)]
    pub(crate) fn random_seed() -> u32;

    #[wasm_bindgen(js_namespace = trainingPage, js_name = word)]
    fn download_word_file(bytes: &[u8], file_name: &str);
}

/// Writes a document as a Word file and downloads it.
pub(crate) fn download_word(document: &Document, file_name: &str) {
    download_word_file(&document::to_bytes(document), file_name);
}

/// The fragment of the address, without `#`.
pub(crate) fn address_fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Names something in the fragment of the address, as a step of the history.
pub(crate) fn set_address_fragment(fragment: &str) {
    // It only fails for an address that cannot be one.
    _ = window().location().set_hash(fragment);
}

/// Names something in the fragment of the address, in place of the step of the history that is now.
pub(crate) fn replace_address_fragment(fragment: &str) {
    let history = window().history();
    // A browser that has no history is only left without it.
    _ = history.and_then(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")))
    });
}

/// The elements that the page provides for one kind of content, each with the id of the question, section or case to show.
pub(crate) fn mount_points(kind: &str) -> Vec<(String, Element)> {
    let id = |element: &Element| element.get_attribute("data-id").unwrap_or_default();
    let selector = format!("[data-place-for=\"{kind}\"]");
    elements(&selector).map(|element| (id(&element), element)).collect()
}

/// Sets or removes a class on every element that a selector finds.
pub(crate) fn toggle_class(selector: &str, class: &str, is_set: impl Fn(&Element) -> bool) {
    for element in elements(selector) {
        // It only fails for a class name with a space in it.
        _ = element.class_list().toggle_with_force(class, is_set(&element));
    }
}

fn elements(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let nodes =
        found.into_iter().flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index)));
    nodes.filter_map(|node| node.dyn_into().ok())
}
