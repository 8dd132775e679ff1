//! What the apps ask of the browser: history, session storage, focus, title, date, files, the clipboard, and paper.
//!
//! Nothing here may be called while a component is drawn. What a browser may refuse gives `false` or `None`.
//!
//! `gloo` is used where its function is the one that is needed: windows and listeners, files, timers. Not its storage, which
//! panics where the browser refuses and keeps everything as JSON; nor its history, which panics where the browser allows no more
//! steps. There `web-sys` is called directly.

mod files;
mod form;
mod leaving;
mod page;
mod place;
mod state;

pub use files::{FileReading, copy, download, read_file, take_file};
pub use form::{Input, inputs};
pub use leaving::leave_warning;
pub use page::{
    close_dialog, focus, focus_at_top, print, scroll_to_top, set_title, show_dialog, time, title, today,
    toggle_page_class,
};
pub use place::Place;
pub use state::{
    go_back, history_state, push_state, quoted, replace_state, session_get, session_remove, session_set,
};

use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

/// Whether this is a click of a double-click, or of more, after the first.
pub fn is_repeated_click(event: &MouseEvent) -> bool {
    event.detail() > 1
}

/// What stands in the field that an event came from. Half of a surrogate pair, which Rust has no character for, is U+FFFD.
pub fn field_value(event: &Event) -> String {
    field(event).value()
}

/// Whether the checkbox or radio button that an event came from is checked.
pub fn is_checked(event: &Event) -> bool {
    field(event).checked()
}

/// Whether the `<details>` that an event came from is open.
pub fn is_open(event: &Event) -> bool {
    event.target().is_some_and(|details| details.unchecked_into::<Element>().has_attribute("open"))
}

/// The field that an event came from. Every kind of field has its `value` under the same name, which is what is read.
fn field(event: &Event) -> HtmlInputElement {
    event.target().unwrap_throw().unchecked_into()
}

/// The elements within another that a selector finds.
fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)).map(JsCast::unchecked_into).collect()
}
