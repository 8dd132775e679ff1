//! The whole program of the decision aid, as the page calls it: see [`decision_aid`]. It may depend on that and the browser.

use decision_aid::{Before, Running, WholeProgram, kept_content, run};
use policy::{Content, Deferred, FirstStage};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::Element;

/// Smaller than the allocator of the standard library, and that is what it is chosen for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static CONTENT: Cell<Option<&'static Content>> = const { Cell::new(None) };
    static BEFORE: RefCell<Before> = RefCell::default();
    static RUNNING: RefCell<Option<Running<WholeProgram>>> = const { RefCell::new(None) };
}

/// Reads the policy, as [`FirstStage::to_bytes`] and [`Deferred::to_bytes`] write it.
///
/// # Errors
/// They are not of the version that this program can read.
#[wasm_bindgen(skip_jsdoc)]
pub fn load(first: &[u8], deferred: &[u8]) -> Result<(), JsError> {
    let content = Deferred::from_bytes(deferred)?.join(FirstStage::from_bytes(first)?);
    CONTENT.set(Some(kept_content(content)));
    Ok(())
}

/// Reads what was done so far in the element that it is going to draw in. `went_on` is whether “Continue” was pressed;
/// `handed_over` whether the first program drew there, which gives the case itself.
#[wasm_bindgen(skip_jsdoc)]
pub fn read(mount: &Element, went_on: bool, handed_over: bool) {
    if let Some(content) = CONTENT.get() {
        BEFORE.set(match handed_over {
            true => Before::handed_over(mount),
            false => Before::read(mount, content, went_on),
        });
    }
}

/// Runs the aid in an element. `root` leads from the page to the root of the site; `kept` is what was kept of the case.
#[wasm_bindgen(skip_jsdoc)]
pub fn start(mount: Element, root: String, kept: String) {
    if let Some(content) = CONTENT.get() {
        RUNNING.set(Some(run(mount, content, root, BEFORE.take(), kept)));
    }
}

/// Tells the aid whether a file was made.
#[wasm_bindgen(js_name = wordMade, skip_jsdoc)]
pub fn word_made(made: bool) {
    RUNNING.with_borrow(|running| running.iter().for_each(|running| running.word_made(made)));
}
