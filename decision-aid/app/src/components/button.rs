//! Buttons, and the rows they stand in.

use crate::element::{Attribute, Element, tag};
use crate::message::{Message, Sender};
use std::rc::Rc;
use yew::virtual_dom::Listener;

/// A button that only does what it says.
#[inline(never)]
pub(crate) fn button(class: &'static str, words: &str, click: Rc<dyn Listener>) -> Element {
    tag("button").attr(Attribute::Type, "button").class(class).on(click).text(words)
}

/// One that looks like a link.
#[inline(never)]
pub(crate) fn link_button(words: &str, click: Rc<dyn Listener>) -> Element {
    button("link-button", words, click)
}

/// The row of buttons at the end of a screen.
pub(crate) fn actions() -> Element {
    tag("div").class("actions")
}

/// The way back to the screen before.
#[inline(never)]
pub(crate) fn back(send: &Sender) -> Element {
    button("button-quiet", "Back", send.click(Message::Back))
}
