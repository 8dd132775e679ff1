//! The first program of the decision aid, as the page calls it: see [`decision_aid`]. It may depend on that and the browser.

use decision_aid::{Before, FirstProgram, Running, kept_content, run};
use js_sys::Function;
use policy::FirstStage;
use std::cell::RefCell;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::Element;

/// Smaller than the allocator of the standard library, and that is what it is chosen for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// The aid, until it ends.
    static RUNNING: RefCell<Option<Running<FirstProgram>>> = const { RefCell::new(None) };
}

/// Runs the aid in an element that has its first stage. `first` is what that needs of the policy, as [`FirstStage::to_bytes`]
/// writes it; `root` leads from the page to the root of the site; `went_on` is whether “Continue” was pressed.
///
/// # Errors
/// It is not of the version that this program can read.
#[wasm_bindgen(skip_jsdoc)]
pub fn start(mount: Element, first: &[u8], root: String, went_on: bool) -> Result<(), JsError> {
    let content = kept_content(FirstStage::from_bytes(first)?.into_content());
    let before = Before::read(&mount, content, went_on);
    RUNNING.set(Some(run(mount, content, root, before, String::new())));
    Ok(())
}

/// Calls back once everything that was done so far is drawn and kept: then it may be ended.
#[wasm_bindgen(js_name = whenDrawn, skip_jsdoc)]
pub fn when_drawn(then: Function) {
    RUNNING.with_borrow(|running| {
        if let Some(running) = running {
            // It fails where the page does, which then has no use for it.
            running.when_drawn(move || drop(then.call0(&JsValue::NULL)));
        }
    });
}

/// Ends it, and gives the case as a text for the whole program.
#[wasm_bindgen(skip_jsdoc)]
pub fn end() -> String {
    RUNNING.take().map(Running::end).unwrap_or_default()
}
