//! The decision aid in the handbook's pages.
//!
//! It knows no policy by name: the page hands it the compiled policy, and the same WASM serves any handbook. It
//! may depend on `policy`, `casework`, `document`, `ui` and the browser, never on the compiler or the handbook.
//!
//! Start with [`casework::state`]: every change of a case is one pure function over one enum of actions. `aid` is the one
//! component with a state and draws the screen it is at; `message` is what the view says to it; `first_stage` is what the page brings of it, `frame` what stands around
//! every screen, `screen` has a module for each screen, `part` for what several have; `history` is a screen as the browser's
//! history keeps it. What all of them are made of is in `ui`.

mod aid;
mod first_stage;
mod frame;
mod history;
mod json;
mod message;
mod part;
mod screen;
mod view;

use aid::{Aid, Properties};
use first_stage::Before;
#[cfg(feature = "ssr")]
pub use first_stage::first_stage;
use message::Message;
use policy::{Content, Deferred, FirstStage};
use std::cell::OnceCell;
use std::mem::ManuallyDrop;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use yew::html::Scope;

/// Smaller than the allocator of the standard library, and that is what it is chosen for.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Draws the aid into an element of the page.
///
/// `first` is what the first stage needs of the policy, as [`FirstStage::to_bytes`] writes it; `root` leads from the page to
/// the root of the site, for links; `went_on` is whether “Continue” was pressed before the program was there. The rest follows with [`deferred`].
///
/// # Errors
/// It is not of the version that this app can read.
#[wasm_bindgen]
pub fn start(mount: web_sys::Element, first: &[u8], root: String, went_on: bool) -> Result<(), JsError> {
    let first = ManuallyDrop::new(FirstStage::from_bytes(first)?);
    let content = kept(ManuallyDrop::into_inner(first).into_content());
    let before = Before::read(&mount, content, went_on);
    let properties = Properties { content, root: root.into(), before };
    let aid = yew::Renderer::<Aid>::with_root_and_props(mount, properties).render();
    AID.with(|known| known.set((*aid).clone())).ok();
    Ok(())
}

/// Gives the aid what follows the first stage, as [`Deferred::to_bytes`] writes it. What the first stage needs is given once
/// more, so that no code to copy it is needed.
///
/// # Errors
/// They are not of the version that this app can read.
#[wasm_bindgen]
pub fn deferred(first: &[u8], deferred: &[u8]) -> Result<(), JsError> {
    let first = ManuallyDrop::new(FirstStage::from_bytes(first)?);
    let deferred = ManuallyDrop::new(Deferred::from_bytes(deferred)?);
    let content = ManuallyDrop::into_inner(deferred).join(ManuallyDrop::into_inner(first));
    send(Message::Complete(kept(content)));
    Ok(())
}

/// Tells the aid whether a file was made.
#[wasm_bindgen(js_name = wordMade)]
pub fn word_made(made: bool) {
    send(Message::Said(match made {
        true => "The file is in your downloads.",
        false => "The file could not be made. Copy the text with its formatting instead.",
    }));
}

thread_local! {
    /// The way to the aid, once it is drawn.
    static AID: OnceCell<Scope<Aid>> = const { OnceCell::new() };
}

fn send(message: Message) {
    AID.with(|aid| {
        if let Some(aid) = aid.get() {
            aid.send_message(message);
        }
    });
}

/// What the aid shows. It stays as long as the page does, so that the code to take it apart is left out: 3 KB
/// compressed.
fn kept(content: Content) -> &'static Content {
    Box::leak(Box::new(content))
}
