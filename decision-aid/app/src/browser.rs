//! The effects: this tab's storage, files, the browser's history, the title, and focus.
//!
//! What is known of a case goes into session storage only: this tab's, gone when it is closed. Addresses and titles
//! never hold an answer.

use crate::message::{Message, Sender};
use crate::screen::question::holds;
use crate::state::Step;
use casework::{Case, CaseFile, NotOpened};
use document::Document;
use gloo::utils::{document, history, window};
use js_sys::{Array, Date, JSON, JsString, Object, Promise, Reflect};
use policy::{Answer, Policy};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, Storage};

/// The name that the answers are stored under.
const STORED: &str = "decision-aid";

/// This tab's storage; none where the browser refuses it.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// The case of this tab, from before a reload. What cannot be read is nothing.
pub(crate) fn stored_case() -> Case {
    let stored = storage().and_then(|storage| storage.get_item(STORED).ok()?);
    stored.and_then(|json| case(&JSON::parse(&json).ok()?)).unwrap_or_default()
}

/// Stores the case. False where the browser refuses: the aid goes on, and a reload would lose it.
pub(crate) fn store(case: &Case) -> bool {
    let Some(storage) = storage() else { return false };
    let stored = if case.is_empty() {
        storage.remove_item(STORED)
    } else {
        case_object(case).and_then(|object| storage.set_item(STORED, &stringified(&object)))
    };
    stored.is_ok()
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

fn case_object(case: &Case) -> Result<Object, JsValue> {
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
    let object = Object::new();
    set(&object, "answers", &answers)?;
    let texts = texts_object(&case.texts)?;
    set(&object, "texts", &texts)?;
    Ok(object)
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
        let object = case_object(&file.case)?;
        set(&object, "format", &JsValue::from_str(CaseFile::FORMAT))?;
        set(&object, "format-version", &JsValue::from(CaseFile::FORMAT_VERSION))?;
        set(&object, "policy-version", &JsValue::from_str(&file.policy_version))?;
        set(&object, "saved-on", &JsValue::from_str(&file.saved_on))?;
        set(&object, "outcome", &JsValue::from_str(&file.outcome))?;
        let options = texts_object(&file.options)?;
        set(&object, "options", &options)?;
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
        Some(_) => {}
        None => return Err(NotOpened::Unreadable),
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

/// Reads a file that the officer chose, and sends what is in it.
pub(crate) fn read_file(file: &File, send: Sender) {
    let text = JsFuture::from(file.text());
    spawn_local(async move {
        send.send(Message::Read(text.await.ok().and_then(|text| text.as_string())));
    });
}

/// The day of today, as this browser has it: `2026-08-31`.
pub(crate) fn today() -> String {
    let now = Date::new_0();
    let two = |number: u32| if number < 10 { format!("0{number}") } else { number.to_string() };
    [now.get_full_year().to_string(), two(now.get_month() + 1), two(now.get_date())].join("-")
}

// What the page does for the aid: see `start.js`.
#[wasm_bindgen]
extern "C" {
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
    fn word_file(bytes: &[u8], name: &str) -> Promise;
}

/// Makes a Word file of a document and puts it into the downloads; then says so.
pub(crate) fn word(document: &Document, name: &str, send: Sender) {
    let made = JsFuture::from(word_file(&document::to_bytes(document), name));
    spawn_local(async move {
        send.send(Message::Said(match made.await {
            Ok(_) => "The Word file is in your downloads.",
            Err(_) => "The Word file could not be made. Copy the text with its formatting instead.",
        }));
    });
}

/// A position in the browser's history: how many of the aid's steps lie before it, and the step.
pub(crate) struct Position {
    pub(crate) depth: u32,
    pub(crate) step: Step,
}

/// The position the browser is at, if it is one of the aid's.
pub(crate) fn position(policy: &Policy) -> Option<Position> {
    let written = history().state().ok()?.as_string()?;
    let mut parts = written.split(' ');
    let depth = parts.next()?.parse().ok()?;
    let step = match (parts.next()?, parts.next()) {
        ("question", Some(id)) => Step::Question(policy.question(id)?),
        ("change", Some(id)) => Step::Change(policy.question(id)?),
        ("letter", Some(place)) => Step::Letter(place.parse().ok()?),
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
fn written(policy: &Policy, depth: u32, step: Step) -> JsValue {
    let step = match step {
        Step::Question(question) => ["question ", &policy[question].id].concat(),
        Step::Change(question) => ["change ", &policy[question].id].concat(),
        Step::Letter(place) => format!("letter {place}"),
        step => {
            NAMED.iter().find(|(known, _)| *known == step).map_or("furthest", |(_, name)| name).to_owned()
        }
    };
    JsValue::from_str(&format!("{depth} {step}"))
}

/// Notes a new step in the history. The address stays the same.
pub(crate) fn push(policy: &Policy, step: Step) {
    let depth = position(policy).map_or(0, |position| position.depth + 1);
    // A browser that refuses (too many steps a minute) still has the screen; only its back button falls short.
    history().push_state(&written(policy, depth, step), "").ok();
}

/// Puts the step where the history is now.
pub(crate) fn replace(policy: &Policy, step: Step) {
    let depth = position(policy).map_or(0, |position| position.depth);
    history().replace_state(&written(policy, depth, step), "").ok();
}

/// Goes back in the history where the aid has a step there. False where it has none.
pub(crate) fn go_back(policy: &Policy) -> bool {
    position(policy).is_some_and(|position| position.depth > 0) && history().back().is_ok()
}

/// A text in lower case: the browser has the tables for it, which are 4 KB in Rust.
pub(crate) fn lower_case(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// Sets the title of the page: the step's name before the page's own.
pub(crate) fn title(step: &str, page: &str) {
    document().set_title(&format!("{step} – {page}"));
}

/// The title of the page.
pub(crate) fn page_title() -> String {
    document().title()
}

/// Moves the focus to an element and shows it from the top.
pub(crate) fn focus(id: &str) {
    let element =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        element.focus().ok();
        if let Some(aid) = document().get_element_by_id("decision-aid") {
            let above = aid.get_bounding_client_rect().top();
            if above < 0.0 {
                window().scroll_by_with_x_and_y(0.0, above);
            }
        }
    }
}
