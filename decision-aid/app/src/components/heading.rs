//! The heading of a screen, and a part of the page that opens on request.

use crate::element::Attribute::{Labelled, TabIndex};
use crate::element::{Element, tag};

/// A screen under its heading.
#[inline(never)]
pub(crate) fn screen(class: &'static str, heading: &str) -> Element {
    unheaded(class).child(self::heading("question-heading", heading))
}

/// A screen that brings its heading itself.
pub(crate) fn unheaded(class: &'static str) -> Element {
    tag("section").class(class).attr(Labelled, "aid-heading")
}

/// The heading of a screen: what the focus moves to when the screen changes.
#[inline(never)]
pub(crate) fn heading(class: &'static str, words: &str) -> Element {
    tag("h2").class(class).id("aid-heading").attr(TabIndex, "-1").text(words)
}

/// What opens on request.
#[inline(never)]
pub(crate) fn details(class: &'static str, words: &str) -> Element {
    tag("details").class(class).child(tag("summary").text(words))
}
