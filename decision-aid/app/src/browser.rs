//! The effects: this tab's storage, the browser's history, the title, and focus.
//!
//! Answers go into session storage only: this tab's, gone when it is closed. Addresses and titles never hold an
//! answer.

use crate::state::Step;
use gloo::utils::{document, history, window};
use js_sys::{Array, JSON, JsString, Object, Reflect};
use policy::{Answer, Policy, RawAnswers};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// The name that the answers are stored under.
const STORED: &str = "decision-aid";

/// This tab's storage; none where the browser refuses it.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// The answers of this tab, from before a reload. Answers that cannot be read are none.
pub(crate) fn stored_answers() -> RawAnswers {
    let stored = storage().and_then(|storage| storage.get_item(STORED).ok()?);
    stored.and_then(|json| read(&JSON::parse(&json).ok()?)).unwrap_or_default()
}

/// Stores the answers. False where the browser refuses: the aid goes on, and a reload would lose them.
pub(crate) fn store(answers: &RawAnswers) -> bool {
    let Some(storage) = storage() else { return false };
    let stored = if answers.is_empty() {
        storage.remove_item(STORED)
    } else {
        written_as_json(answers).and_then(|json| storage.set_item(STORED, &json))
    };
    stored.is_ok()
}

// The browser reads and writes the JSON of the answers, because it can already: serde_json is 20 KB of code.

/// Answers from what the browser made of their JSON; none where anything in it is not an answer.
fn read(stored: &JsValue) -> Option<RawAnswers> {
    let words = |list: &Array| list.iter().map(|word| word.as_string()).collect::<Option<Vec<String>>>();
    let mut answers = RawAnswers::new();
    for entry in Object::entries(stored.dyn_ref()?).iter() {
        let entry: Array = entry.unchecked_into();
        let answer = entry.get(1);
        let answer = match answer.as_string() {
            Some(word) => Answer::One(word),
            None => Answer::Many(words(answer.dyn_ref()?)?),
        };
        answers.insert(entry.get(0).as_string()?, answer);
    }
    Some(answers)
}

fn written_as_json(answers: &RawAnswers) -> Result<String, JsValue> {
    let object = Object::new();
    for (question, answer) in answers {
        let answer = match answer {
            Answer::One(word) => JsValue::from_str(word),
            Answer::Many(words) => words.iter().map(|word| JsValue::from_str(word)).collect::<Array>().into(),
        };
        Reflect::set(&object, &JsValue::from_str(question), &answer)?;
    }
    JSON::stringify(&object).map(String::from)
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
        _ => Step::Furthest,
    };
    Some(Position { depth, step })
}

/// How a position is written in the history: a step by its question, never an answer.
fn written(policy: &Policy, depth: u32, step: Step) -> JsValue {
    let step = match step {
        Step::Furthest => "furthest".to_owned(),
        Step::Question(question) => format!("question {}", policy[question].id),
        Step::Change(question) => format!("change {}", policy[question].id),
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
