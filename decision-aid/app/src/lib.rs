//! The decision aid in the handbook's pages.
//!
//! It knows no policy by name: the page hands it the compiled policy, and the same WASM serves any handbook. It
//! may depend on `policy` and the browser, never on the compiler or the handbook.
//!
//! Start with [`casework::state`]: every change is one pure function over one enum of actions. `aid` is the one component and
//! draws the screen the state is at; `message` is what the view says to it; `screen` has a module for each
//! screen, `components` for each part of one, and `element` puts them together; `browser` holds the effects: saving, the position in the browser's history, the title, and focus.

mod aid;
mod browser;
mod components;
mod element;
mod json;
mod message;
mod screen;
mod view;

use aid::{Aid, Properties};
use message::Message;
use policy::{Content, Deferred, Policy};
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
/// `policy` is what the pages were compiled into, as [`Policy::to_bytes`] writes it; `root` leads from the page to
/// the root of the site, for links. What nobody reads before a case has a result follows with [`deferred`].
///
/// # Errors
/// It is not of the version that this app can read.
#[wasm_bindgen]
pub fn start(mount: web_sys::Element, policy: &[u8], root: String) -> Result<(), JsError> {
    let policy = ManuallyDrop::new(Policy::from_bytes(policy)?);
    let properties = Properties {
        content: kept(Deferred::default().join(ManuallyDrop::into_inner(policy))),
        root: root.into(),
    };
    let aid = yew::Renderer::<Aid>::with_root_and_props(mount, properties).render();
    AID.with(|known| known.set((*aid).clone())).ok();
    Ok(())
}

/// Gives the aid what follows the policy, as [`Deferred::to_bytes`] writes it. `policy` is given once more, so that no
/// code to copy it is needed.
///
/// # Errors
/// They are not of the version that this app can read.
#[wasm_bindgen]
pub fn deferred(policy: &[u8], deferred: &[u8]) -> Result<(), JsError> {
    let policy = ManuallyDrop::new(Policy::from_bytes(policy)?);
    let deferred = ManuallyDrop::new(Deferred::from_bytes(deferred)?);
    let content = ManuallyDrop::into_inner(deferred).join(ManuallyDrop::into_inner(policy));
    send(Message::Complete(kept(content)));
    Ok(())
}

/// Gives the aid the text of a file that the officer chose, by its number among those chosen; none where it could not be
/// read.
#[wasm_bindgen]
pub fn read(number: u32, text: Option<String>) {
    send(Message::Read(number, text));
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
