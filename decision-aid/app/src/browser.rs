//! The effects: this tab's storage, files, the browser's history, the title, and focus.
//!
//! What is known of a case goes into session storage only: this tab's, gone when it is closed. Addresses and titles
//! never hold an answer.

use crate::state::Step;
use casework::{Case, CaseFile, NotOpened, holds};
use document::Document;
use js_sys::{Array, JSON, Object, Reflect};
use policy::{Answer, Policy};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File};

/// The case of this tab, from before a reload. What cannot be read is nothing.
pub(crate) fn stored_case() -> Case {
    let stored = JSON::parse(&stored()).ok();
    stored.and_then(|stored| case(&stored)).unwrap_or_default()
}

/// Stores the case. False where the browser refuses: the aid goes on, and a reload would lose it.
pub(crate) fn store(case: &Case) -> bool {
    if case.is_empty() {
        return keep("");
    }
    let object = Object::new();
    set_case(&object, case).is_ok() && keep(&stringified(&object))
}

// The browser reads and writes the JSON of a case, because it can already: serde_json is 20 KB of code.

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// The names and values of an object; none where it is no object.
fn entries(object: &JsValue) -> Option<Vec<(String, JsValue)>> {
    let mut entries = Vec::new();
    for entry in Object::entries(object.dyn_ref()?).iter() {
        let entry: Array = entry.unchecked_into();
        entries.push((entry.get(0).as_string()?, entry.get(1)));
    }
    Some(entries)
}

/// The case in what the browser made of its JSON; none where anything in it is not what it should be.
fn case(object: &JsValue) -> Option<Case> {
    let mut case = Case::default();
    for (question, given) in entries(&get(object, "answers"))? {
        let answer = match given.as_string() {
            Some(word) => Answer::One(word),
            None => {
                let mut words = Vec::new();
                for word in given.dyn_ref::<Array>()?.iter() {
                    words.push(word.as_string()?);
                }
                Answer::Many(words)
            }
        };
        case.answers.insert(question, answer);
    }
    for (key, text) in entries(&get(object, "texts"))? {
        case.texts.push((key, text.as_string()?));
    }
    Some(case)
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), value).map(|_| ())
}

/// Puts a case into an object.
fn set_case(object: &Object, case: &Case) -> Result<(), JsValue> {
    let answers = Object::new();
    for (question, answer) in &case.answers {
        let answer = match answer {
            Answer::One(word) => JsValue::from_str(word),
            Answer::Many(words) => {
                let list = Array::new();
                for word in words {
                    list.push(&JsValue::from_str(word));
                }
                list.into()
            }
        };
        set(&answers, question, &answer)?;
    }
    set(object, "answers", &answers)?;
    let texts = texts_object(&case.texts)?;
    set(object, "texts", &texts)
}

fn texts_object(texts: &[(String, String)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (key, text) in texts {
        set(&object, key, &JsValue::from_str(text))?;
    }
    Ok(object)
}

fn stringified(object: &Object) -> String {
    JSON::stringify_with_replacer_and_space(object, &JsValue::NULL, &JsValue::from(1))
        .map(String::from)
        .unwrap_or_default()
}

/// A case file as text.
pub(crate) fn written_case_file(file: &CaseFile) -> String {
    let written = || {
        // What it is comes first, so that a file that is cut off still says so.
        let object = Object::new();
        set(&object, "format", &JsValue::from_str(CaseFile::FORMAT))?;
        set(&object, "format-version", &JsValue::from(CaseFile::FORMAT_VERSION))?;
        set(&object, "policy-version", &JsValue::from_str(&file.policy_version))?;
        set(&object, "saved-on", &JsValue::from_str(&file.saved_on))?;
        set(&object, "outcome", &JsValue::from_str(&file.outcome))?;
        let options = texts_object(&file.options)?;
        set(&object, "options", &options)?;
        set_case(&object, &file.case)?;
        Ok::<Object, JsValue>(object)
    };
    written().map(|object| stringified(&object)).unwrap_or_default()
}

/// The case file in a text.
///
/// # Errors
/// It is no case file, or not one that this version can read.
pub(crate) fn read_case_file(written: &str) -> Result<CaseFile, NotOpened> {
    let Ok(object) = JSON::parse(written) else {
        // Cut off: it began as a case file.
        let began = holds(written, CaseFile::FORMAT);
        return Err(if began { NotOpened::Unreadable } else { NotOpened::NotACase });
    };
    if !object.is_object() || text(&object, "format").as_deref() != Some(CaseFile::FORMAT) {
        return Err(NotOpened::NotACase);
    }
    match get(&object, "format-version").as_f64() {
        Some(version) if version > f64::from(CaseFile::FORMAT_VERSION) => return Err(NotOpened::TooNew),
        Some(version) if version >= f64::from(CaseFile::FORMAT_VERSION) => {}
        _ => return Err(NotOpened::Unreadable),
    }
    let file = || {
        let mut options = Vec::new();
        for (option, status) in entries(&get(&object, "options"))? {
            options.push((option, status.as_string()?));
        }
        Some(CaseFile {
            policy_version: text(&object, "policy-version")?,
            saved_on: text(&object, "saved-on")?,
            outcome: text(&object, "outcome")?,
            case: case(&object)?,
            options,
        })
    };
    file().ok_or(NotOpened::Unreadable)
}

/// A property of the field that an event came from.
fn of_field(event: &Event, name: &str) -> JsValue {
    event.target().map_or(JsValue::UNDEFINED, |field| get(&field, name))
}

/// What stands in the field that an event came from.
pub(crate) fn value(event: &Event) -> String {
    of_field(event, "value").as_string().unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub(crate) fn checked(event: &Event) -> bool {
    of_field(event, "checked").is_truthy()
}

/// The file chosen in the field that an event came from.
pub(crate) fn file(event: &Event) -> Option<File> {
    get(&of_field(event, "files"), "0").dyn_into().ok()
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

    /// Reads a file that the officer chose, and gives the aid what is in it.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = read)]
    pub(crate) fn read_file(file: &File);
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
        ("letter", Some(place)) => Step::Letter(place.parse::<u32>().ok()? as usize),
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
        Step::Letter(place) => ["letter ", &place.to_string()].concat(),
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
