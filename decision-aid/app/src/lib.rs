//! The decision aid in the handbook's pages.
//!
//! It knows no policy by name: the page hands it the compiled policy, and the same WASM serves any handbook. It
//! may depend on `policy` and the browser, never on the compiler or the handbook.
//!
//! Start with [`state`]: every change is one pure function over one enum of actions. `aid` is the one component and
//! draws the screen the state is at; `message` is what the view says to it; `screen` has a module for each
//! screen, `part` for each part of one, and `element` puts them together; `browser` holds the effects: saving, the position in the browser's history, the title, and focus.

mod aid;
mod browser;
mod element;
mod message;
mod part;
mod screen;
pub mod state;
mod take;
mod view;

use aid::{Aid, Properties};
use policy::{Content, Paperwork, Policy};
use std::mem::ManuallyDrop;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Smaller than the allocator of the standard library, and that is what it is chosen for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Draws the aid into an element of the page.
///
/// `policy` and `paperwork` are what the pages were compiled into, as [`Policy::to_bytes`] and
/// [`Paperwork::to_bytes`] write them; `root` leads from the page to the root of the site, for links.
///
/// # Errors
/// They are not of the version that this app can read.
#[wasm_bindgen]
pub fn start(mount: web_sys::Element, policy: &[u8], paperwork: &[u8], root: String) -> Result<(), JsError> {
    // They stay as long as the page does, so that the code to take them apart is left out: 3 KB compressed.
    let policy = ManuallyDrop::new(Policy::from_bytes(policy)?);
    let paperwork = Paperwork::from_bytes(paperwork)?;
    let content = Content { policy: ManuallyDrop::into_inner(policy), paperwork };
    let properties = Properties { content: Box::leak(Box::new(content)), root: root.into() };
    yew::Renderer::<Aid>::with_root_and_props(mount, properties).render();
    Ok(())
}
