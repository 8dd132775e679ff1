//! The question that the browser asks before a page with unsaved work is left.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Event};

thread_local! {
    /// Listens while it is here.
    static LISTENER: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Has the browser ask before the page is left, or no longer.
///
/// A page that listens cannot be kept by some browsers for when its reader comes back, so it listens only while there is
/// something to lose.
pub fn leave_warning(on: bool) {
    LISTENER.with_borrow_mut(|listener| match (on, &listener) {
        (true, None) => *listener = Some(listen()),
        (false, _) => *listener = None,
        _ => {}
    });
}

fn listen() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event: &Event| {
        event.prevent_default();
        // Browsers of before 2023 ask only where this is not empty. None shows the words.
        event.unchecked_ref::<BeforeUnloadEvent>().set_return_value("unsaved");
    })
}
