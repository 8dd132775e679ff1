//! What must or may be done at once: shown on every screen while it holds.

use super::source::source_line;
use crate::element::Attribute::{Labelled, Role};
use crate::element::{Element, fragment, tag};
use crate::view::View;

/// The duties that hold. The region is always there, so that a screen reader says what comes into it.
pub(crate) fn duties(view: &View<'_>) -> Element {
    let mut list = tag("ul");
    let (mut held, mut urgent) = (false, false);
    for (duty, holds) in view.policy().duties.iter().zip(&view.assessment().duties) {
        if *holds != Some(true) {
            continue;
        }
        held = true;
        urgent |= duty.urgent;
        list.push(
            tag("li")
                .class(if duty.urgent { "duty duty-urgent" } else { "duty" })
                .key(&duty.id)
                .child(tag("strong").class("duty-name").text(&duty.name))
                .text(" ")
                .child(tag("span").class("duty-says").text(&duty.says))
                .text(" ")
                .child(source_line(view, &duty.source)),
        );
    }
    let section = if held {
        tag("section")
            .class(if urgent { "duties duties-urgent" } else { "duties" })
            .attr(Labelled, "duties-title")
            .child(
                tag("h2").class("duties-title").id("duties-title").text("Do this now, whatever comes next"),
            )
            .child(list)
    } else {
        fragment()
    };
    tag("div").attr(Role, "status").child(section)
}
