//! The effects: what the browser or a learning system keeps, the day of today, chance, the address, focus, files.
//!
//! Only progress is kept, and a name where the learner asks for it. Nothing a learner writes about a case is.

use document::Document;
use gloo::utils::{document, window};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::TargetCast;
use yew::events::{Event, InputEvent};

// What the page does for the training: see `training.js`.
#[wasm_bindgen]
extern "C" {
    /// The progress that was kept: by the learning system where there is one, else on this device. Empty where there is none.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn stored() -> String;

    /// Keeps the progress. Whether anything kept it.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn keep(progress: &str) -> bool;

    /// Tells the learning system, where there is one, the share of the course that is done, the best score in per cent (none:
    /// below 0), whether the knowledge check was passed, and the section that is open.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn report(share: f64, score: i32, passed: bool, place: &str);

    /// What the learning system was not told, in a sentence; empty where all is well or there is none.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn problem() -> String;

    /// The learner's name: as kept on this device, or as the learning system has it. Empty where neither knows.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = learnerName)]
    pub(crate) fn name() -> String;

    /// Whether the page stands in a learning system, which then keeps what there is to keep.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = inSystem)]
    pub(crate) fn in_system() -> bool;

    /// Whether this device keeps the name.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = keepsName)]
    pub(crate) fn keeps_name() -> bool;

    /// Keeps the name on this device; an empty one is forgotten.
    #[wasm_bindgen(js_namespace = trainingPage, js_name = keepName)]
    pub(crate) fn keep_name(name: &str);

    /// The day of today, as this browser has it: `2026-11-24`.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn today() -> String;

    /// A number of chance.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn seed() -> u32;

    /// Moves the focus to an element, which comes into view.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn focus(id: &str);

    /// Prints what is on paper.
    #[wasm_bindgen(js_namespace = trainingPage)]
    pub(crate) fn print();

    #[wasm_bindgen(js_namespace = trainingPage, js_name = word)]
    fn word_file(bytes: &[u8], name: &str);
}

/// Makes a Word file of a document and puts it into the downloads.
pub(crate) fn word(document: &Document, name: &str) {
    word_file(&document::to_bytes(document), name);
}

/// What the address names on the page, without `#`.
pub(crate) fn place() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The places that the page holds for something of a kind, each with the id of what belongs there.
pub(crate) fn hosts(kind: &str) -> Vec<(String, Element)> {
    let Ok(found) = document().query_selector_all(&format!("[data-place-for=\"{kind}\"]")) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)).filter_map(|node| {
        use wasm_bindgen::JsCast;
        node.dyn_into::<Element>().ok()
    });
    elements.map(|element| (element.get_attribute("data-id").unwrap_or_default(), element)).collect()
}

/// Gives every element that a selector finds a class, or takes it away.
pub(crate) fn mark(selector: &str, class: &str, on: impl Fn(&Element) -> bool) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for at in 0..found.length() {
        use wasm_bindgen::JsCast;
        if let Some(element) = found.get(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            // A class list that cannot be changed is none of the learner's business.
            let _ = element.class_list().toggle_with_force(class, on(&element));
        }
    }
}

/// What stands in the field that an event came from.
pub(crate) fn written(event: &InputEvent) -> String {
    if let Some(field) = event.target_dyn_into::<web_sys::HtmlTextAreaElement>() {
        return field.value();
    }
    event.target_dyn_into::<web_sys::HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}

/// The name of the choice taken in the list that an event came from.
pub(crate) fn selected(event: &Event) -> String {
    event.target_dyn_into::<web_sys::HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub(crate) fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<web_sys::HtmlInputElement>().is_some_and(|field| field.checked())
}
