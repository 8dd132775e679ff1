//! JSON as the browser reads and writes it, for case files, and the id of a new case.
//!
//! Objects whose names are not known before go to the page as a `Map`: set as properties, one of the name `__proto__` would be
//! lost. The page writes a `Map` as an object.

use casework::Json;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value, preserve};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A value that the browser holds.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct BrowserJson(#[serde(with = "preserve")] JsValue);

impl Json for BrowserJson {
    fn parse(text: &str) -> Option<Self> {
        Some(Self(parse(text))).filter(|parsed| !parsed.0.is_undefined())
    }

    fn text(value: &impl Serialize) -> Option<String> {
        let serializer = Serializer::new().serialize_missing_as_null(true);
        stringify(&value.serialize(&serializer).ok()?)
    }

    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        from_value(self.0.clone()).ok()
    }
}

// What the page does for it: see `aid-page.js`.
#[wasm_bindgen]
extern "C" {
    /// What a text of JSON stands for; `undefined` where it is none, or has half of a surrogate pair in it.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn parse(text: &str) -> JsValue;

    /// An id for a new case, by chance: no other case has it.
    #[wasm_bindgen(js_namespace = decisionAidPage, js_name = newId)]
    pub(crate) fn new_id() -> String;

    /// A value as a text of JSON, indented. None where it is nested too deeply.
    #[wasm_bindgen(js_namespace = decisionAidPage)]
    fn stringify(value: &JsValue) -> Option<String>;
}
