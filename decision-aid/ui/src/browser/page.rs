//! The page itself: focus, title, dialogs, the date, and paper.

use gloo::utils::{document, window};
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// Moves the focus to the element with this id; of a group of choices, to the one that the keyboard would reach first. Opens
/// what it is folded into.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        _ = reachable(element).focus();
    }
}

/// The same, with the element at the top of the window, as a new screen begins.
pub fn focus_at_top(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let element = reachable(element);
        _ = element.focus();
        element.scroll_into_view();
    }
}

/// Scrolls the element with this id to the top of the window; the focus stays where it is.
pub fn scroll_to_top(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// What of an element takes the focus, with everything around it opened.
fn reachable(element: Element) -> HtmlElement {
    open_around(&element);
    let first = |selector| element.query_selector(selector).ok().flatten();
    let control = match element.tag_name().as_str() {
        "FIELDSET" => first("input[type=radio]:checked").or_else(|| first("input")),
        _ => None,
    };
    control.unwrap_or(element).unchecked_into()
}

/// Opens what an element is folded into.
pub(super) fn open_around(element: &Element) {
    let mut around = element.closest("details:not([open])");
    while let Ok(Some(details)) = around {
        _ = details.set_attribute("open", "");
        around = details.closest("details:not([open])");
    }
}

/// How far down the page is scrolled, in pixels.
pub(super) fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page so far down, in pixels.
pub(super) fn scroll_to(down: f64) {
    window().scroll_to_with_x_and_y(0.0, down);
}

/// The title of the page.
pub fn title() -> String {
    document().title()
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Shows the [`Dialog`](crate::Dialog) with this id, which the rest of the page then waits for.
pub fn show_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        // It fails where the dialog is already shown.
        _ = dialog.show_modal();
    }
}

/// Closes the [`Dialog`](crate::Dialog) with this id. The browser moves the focus back to where it was before.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Today's date in this browser's time zone, such as `2026-08-31`.
pub fn today() -> String {
    let now = Date::new_0();
    let (month, day) = (two_digits(now.get_month() + 1), two_digits(now.get_date()));
    [now.get_full_year().to_string(), month, day].join("-")
}

/// The time of day in this browser's time zone, such as `16:52`.
pub fn time() -> String {
    let now = Date::new_0();
    [two_digits(now.get_hours()), two_digits(now.get_minutes())].join(":")
}

fn two_digits(number: u32) -> String {
    if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() }
}

/// Sets or removes a class on the page as a whole, for its style.
pub fn toggle_page_class(class: &str, is_set: bool) {
    if let Some(body) = document().body() {
        // It only fails for a class name with a space in it.
        _ = body.class_list().toggle_with_force(class, is_set);
    }
}

/// Prints the page.
pub fn print() {
    // It fails only in a frame that may not print.
    _ = window().print();
}
