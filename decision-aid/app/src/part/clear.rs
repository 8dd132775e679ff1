//! "Clear everything", with one question before it does.

use crate::message::{Message, Sender};
use crate::state::Action;
use yew::prelude::*;

/// The way to leave nothing behind.
pub(crate) fn clear(asking: bool, send: &Sender) -> Html {
    let button = |words: &'static str, message: Message| {
        html! { <button type="button" class="link-button" onclick={send.click(message)}>{ words }</button> }
    };
    html! {
        <div class="clear">
            if asking {
                <p>{ "This removes every answer from this browser. It cannot be undone." }</p>
                { button("Remove every answer", Message::Act(Action::Clear)) }
                { button("Keep the answers", Message::Clearing(false)) }
            } else {
                { button("Clear everything", Message::Clearing(true)) }
            }
        </div>
    }
}
