//! The register and the report in the handbook's pages, made in the browser from case files.
//!
//! Somebody chooses case files or a folder of them, or has some made up. They are read here, go nowhere, and nothing of them is kept:
//! a page that is loaded again knows none of them.
//!
//! What is counted and written is `casebook`'s; this app draws it. It knows no policy by name: the page hands it the compiled one.
//! It may depend on `casebook`, `samples`, `casework`, `ui`, `policy`, `document` and the browser, never on the compiler or the
//! handbook.
//!
//! Start with [`start`]. `page` has a component for each kind of page, and `intake` what both begin with: files that are chosen,
//! read, and named where something is wrong with them; `browser` is what only these pages ask of the browser.

mod browser;
mod file_json;
mod intake;
mod page;
mod reading;
mod take_along;

use page::PageProps;
use page::register::RegisterPage;
use page::report::ReportPage;
use policy::{Content, Deferred, FirstStage};
use std::rc::Rc;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Starts the register or the report in a page.
///
/// `page` is `register` or `report`. `policy` and `deferred` are what the pages were compiled into, as
/// [`FirstStage::to_bytes`] and [`Deferred::to_bytes`] write them.
///
/// # Errors
/// The policy was written by another version of this program, or there is no such page.
#[wasm_bindgen]
pub fn start(mount: web_sys::Element, page: &str, policy: &[u8], deferred: &[u8]) -> Result<(), JsError> {
    let content: Content = Deferred::from_bytes(deferred)?.join(FirstStage::from_bytes(policy)?);
    let props = PageProps { content: Rc::new(content) };
    match page {
        "register" => drop(yew::Renderer::<RegisterPage>::with_root_and_props(mount, props).render()),
        "report" => drop(yew::Renderer::<ReportPage>::with_root_and_props(mount, props).render()),
        other => return Err(JsError::new(&format!("nothing of the kind {other} is made from case files"))),
    }
    Ok(())
}
