//! The row of buttons at the end of a screen: the main one first, in the same place on every screen.

use crate::message::Message;
use crate::view::View;
use casework::Screen;
use casework::state::Action;
use ui::{Button, ButtonKind, Status};
use yew::{Html, html};

/// The row: the main button, others, and "Back".
pub(crate) fn actions(view: &View<'_>, main: Html, others: Html) -> Html {
    html! { <>
        <div class="actions">
            { main }
            { others }
            if view.state.screen != Screen::default() {
                <Button key="back" on_click={view.on(Message::Back)}>{ "Back" }</Button>
            }
        </div>
        <Status class="said" words={view.said.clone()} />
    </> }
}

/// The main button where the screen has nothing to send.
pub(crate) fn continue_button(view: &View<'_>, words: &'static str) -> Html {
    html! { <Button kind={ButtonKind::Primary} on_click={view.act(Action::Continue)}>{ words }</Button> }
}
