//! The one interruption: what to do at once, before the questions go on.

use crate::components::button::{actions, button};
use crate::components::heading::screen;
use crate::components::source::source_line;
use crate::element::{Element, tag};
use crate::view::View;
use casework::state::Step;

/// What to do at once.
pub(crate) fn danger_screen(view: &View<'_>) -> Element {
    let mut steps = tag("ol").class("steps");
    for (duty, holds) in view.policy().duties.iter().zip(&view.assessment().duties) {
        if duty.urgent && *holds == Some(true) {
            steps.push(
                tag("li")
                    .key(&duty.id)
                    .child(tag("strong").text(&duty.name))
                    .text(". ")
                    .text(&duty.says)
                    .text(" ")
                    .child(source_line(view, &duty.source)),
            );
        }
    }
    let go_on = button("button", "Go on with the questions", view.send.show(Step::Furthest));
    screen("danger", "Stop and act on this first")
        .child(
            tag("p").class("result-says").text("The questions will wait. Your answers are kept in this tab."),
        )
        .child(steps)
        .child(actions().child(go_on))
}
