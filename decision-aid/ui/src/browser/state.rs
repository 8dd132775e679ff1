//! The history of this tab, and its session storage.

use gloo::utils::{history, window};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The state of the step of the history that the browser is at. None where it is not a text, which the apps' are.
pub fn history_state() -> Option<String> {
    history().state().ok()?.as_string()
}

/// Adds a step to the history, with this state and the same address.
///
/// A browser that allows no more steps for now adds none: only its back button then falls short.
pub fn push_state(state: &str) {
    _ = history().push_state(&JsValue::from_str(state), "");
}

/// Sets the state of the step of the history that the browser is at, where the browser allows it.
pub fn replace_state(state: &str) {
    _ = history().replace_state(&JsValue::from_str(state), "");
}

/// Goes a step back in the history.
pub fn go_back() {
    // It fails only in a document that is no longer on screen.
    _ = history().back();
}

/// A text as JSON has it, in quotation marks.
pub fn quoted(text: &str) -> String {
    let quoted = js_sys::JSON::stringify(&JsValue::from_str(text));
    quoted.ok().and_then(|quoted| quoted.as_string()).unwrap_or_default()
}

/// What this tab's storage has under a key.
pub fn session_get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores a text under a key for this tab. Returns whether the browser did.
pub fn session_set(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Removes what this tab's storage has under a key. Returns whether it is gone.
pub fn session_remove(key: &str) -> bool {
    storage().is_some_and(|storage| storage.remove_item(key).is_ok())
}

fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}
