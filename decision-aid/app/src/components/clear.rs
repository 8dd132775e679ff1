//! "Clear everything", with one question before it does.

use crate::components::button::link_button;
use crate::element::{Element, tag};
use crate::message::{Message, Sender};
use casework::state::Action;

/// The way to leave nothing behind.
pub(crate) fn clear(asking: bool, send: &Sender) -> Element {
    let foot = tag("div").class("clear");
    if asking {
        foot.child(tag("p").text("This removes every answer from this browser. It cannot be undone."))
            .child(link_button("Remove every answer", send.click(Message::Act(Action::Clear))))
            .child(link_button("Keep the answers", send.click(Message::Clearing(false))))
    } else {
        foot.child(link_button("Clear everything", send.click(Message::Clearing(true))))
    }
}
