//! The effects: this tab's storage, files, the browser's history, the title, and focus.
//!
//! What is known of a case goes into session storage only: this tab's, gone when it is closed. Addresses and titles
//! never hold an answer.

use crate::json::BrowserJson;
use casework::state::Step;
use casework::{Case, CaseFile, CaseHistory, normalized};
use document::Document;
use js_sys::Reflect;
use policy::Policy;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File};

/// The case of this tab, from before a reload. None where there is none, or it cannot be read.
pub(crate) fn stored_case() -> Option<CaseFile> {
    CaseFile::from_json_of_any_size::<BrowserJson>(&stored(), &new_id()).ok()
}

/// The case of this tab, where a build of before kept it.
pub(crate) fn earlier_case() -> Option<Case> {
    Case::from_earlier_tab::<BrowserJson>(&stored())
}

/// The history of a case that begins.
pub(crate) fn new_history() -> CaseHistory {
    CaseHistory::new(new_id())
}

/// Stores the case of this tab; none to store nothing. False where the browser refuses: the aid goes on, and a reload
/// would lose it.
pub(crate) fn store(file: Option<&CaseFile>) -> bool {
    match file.map(CaseFile::to_json_of_any_size::<BrowserJson>) {
        Some(Ok(json)) => keep(&json),
        Some(Err(_)) => false,
        None => keep(""),
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Sets a property of the field that an event came from.
fn set_field(event: &Event, name: &str, value: &str) {
    if let Some(field) = event.target() {
        // Refused only by what is no field; then there is nothing to set.
        Reflect::set(&field, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    }
}

/// A property of the field that an event came from.
fn of_field(event: &Event, name: &str) -> JsValue {
    event.target().map_or(JsValue::UNDEFINED, |field| get(&field, name))
}

/// What stands in the field that an event came from, as the case keeps it. Where that is not what was typed, it stands in
/// the field from now on.
pub(crate) fn written_value(event: &Event) -> String {
    let typed = of_field(event, "value");
    // A `String` takes no half of a surrogate pair: here each becomes U+FFFD.
    let kept = normalized(typed.as_string().unwrap_or_default());
    if JsValue::from_str(&kept) != typed {
        set_field(event, "value", &kept);
    }
    kept
}

/// Whether this is a click of a double-click, or of more, after the first.
pub(crate) fn is_repeated_click(event: &Event) -> bool {
    get(event, "detail").as_f64().is_some_and(|clicks| clicks > 1.0)
}

/// Whether the box that an event came from is ticked.
pub(crate) fn checked(event: &Event) -> bool {
    of_field(event, "checked").is_truthy()
}

/// The file chosen in the field that an event came from. The field is emptied, so that the same file can be chosen again.
pub(crate) fn take_file(event: &Event) -> Option<File> {
    let file = get(&of_field(event, "files"), "0").dyn_into().ok();
    set_field(event, "value", "");
    file
}

// What the page does for the aid: see `start.js`.
#[wasm_bindgen]
extern "C" {
    /// The case of this tab, as JSON; empty where there is none, or the browser refuses.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn stored() -> String;

    /// Stores the case of this tab, or nothing where it is empty. Whether the browser let it.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn keep(case: &str) -> bool;

    /// The day of today, as this browser has it: `2026-08-31`.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    pub(crate) fn today() -> String;

    /// An id for a new case, by chance: no other case has it.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = newId)]
    pub(crate) fn new_id() -> String;

    /// What the browser's history holds of this step; empty where it is none of the aid's.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn step() -> String;

    /// Notes a step in the history: a new one, or in place of the one that is there. The address stays the same.
    ///
    /// A browser that refuses (too many steps a minute) still has the screen; only its back button falls short.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn note(step: &str, new: bool);

    /// Goes back in the history.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn back();

    /// Sets the title of the page: the step's name before the page's own.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    pub(crate) fn title(step: &str);

    /// Moves the focus to an element and shows the aid from the top.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    pub(crate) fn focus(id: &str);

    /// A text in lower case: the browser has the tables for it, which are 4 KB in Rust.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = lower)]
    pub(crate) fn lower_case(text: &str) -> String;

    /// Puts a text into the downloads, under a name.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = save)]
    pub(crate) fn download(name: &str, kind: &str, text: &str);

    /// Copies an element with its formatting. Whether the browser let it.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    pub(crate) fn copy(id: &str) -> bool;

    /// Prints what is on paper.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    pub(crate) fn print();

    /// Makes a Word file of a document's bytes and puts it into the downloads.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = word)]
    fn word_file(bytes: &[u8], name: &str);

    /// Reads a file that the officer chose, and gives the aid what is in it, with its number among those chosen.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = read)]
    pub(crate) fn read_file(file: &File, number: u32);
}

/// Makes a Word file of a document and puts it into the downloads; the page then says what came of it.
pub(crate) fn word(document: &Document, name: &str) {
    word_file(&document::to_bytes(document), name);
}

/// A position in the browser's history: how many of the aid's steps lie before it, and the step.
pub(crate) struct Position {
    pub(crate) depth: u32,
    pub(crate) step: Step,
}

/// The position the browser is at, if it is one of the aid's.
pub(crate) fn position(policy: &Policy) -> Option<Position> {
    let written = step();
    let mut parts = written.split(' ');
    let depth = parts.next()?.parse().ok()?;
    let step = match (parts.next()?, parts.next()) {
        ("question", Some(id)) => Step::Question(policy.question(id)?),
        ("change", Some(id)) => Step::Change(policy.question(id)?),
        ("letter", Some(index)) => Step::Letter(index.parse::<u32>().ok()? as usize),
        (name, _) => NAMED.iter().find(|(_, known)| *known == name).map_or(Step::Furthest, |(step, _)| *step),
    };
    Some(Position { depth, step })
}

/// The steps that have one screen each, with their names in the history.
const NAMED: [(Step, &str); 5] = [
    (Step::Danger, "danger"),
    (Step::Answers, "answers"),
    (Step::Result, "result"),
    (Step::Options, "options"),
    (Step::Record, "record"),
];

/// How a position is written in the history: a step by its question, never an answer.
fn written(policy: &Policy, depth: u32, step: Step) -> String {
    let step = match step {
        Step::Question(question) => ["question ", &policy[question].id].concat(),
        Step::Change(question) => ["change ", &policy[question].id].concat(),
        Step::Letter(index) => ["letter ", &index.to_string()].concat(),
        step => {
            NAMED.iter().find(|(known, _)| *known == step).map_or("furthest", |(_, name)| name).to_owned()
        }
    };
    [&depth.to_string(), " ", &step].concat()
}

/// Notes a new step in the history. The address stays the same.
pub(crate) fn push(policy: &Policy, step: Step) {
    let depth = position(policy).map_or(0, |position| position.depth + 1);
    note(&written(policy, depth, step), true);
}

/// Puts the step where the history is now.
pub(crate) fn replace(policy: &Policy, step: Step) {
    let depth = position(policy).map_or(0, |position| position.depth);
    note(&written(policy, depth, step), false);
}

/// Goes back in the history where the aid has a step there. False where it has none.
pub(crate) fn go_back(policy: &Policy) -> bool {
    let step = position(policy).is_some_and(|position| position.depth > 0);
    if step {
        back();
    }
    step
}
