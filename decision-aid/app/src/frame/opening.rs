//! Opening a case that was saved.

use crate::message::Message;
use crate::view::View;
use ui::{Button, ButtonKind, Disclosure, browser, changing};
use yew::events::Event;
use yew::{AttrValue, Html, html};

/// How the opening of a case file stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Opening {
    /// Why a file was not opened; empty where none was refused.
    pub(crate) refused: AttrValue,
    /// Whether a file waits for the officer to say that the case on screen gives way.
    pub(crate) is_waiting: bool,
}

/// The way to open a saved case.
pub(crate) fn open_case(view: &View<'_>, opening: &Opening) -> Html {
    let send = view.send.clone();
    let onchange = move |event: Event| {
        if let Some(file) = browser::take_file(&event) {
            send.emit(Message::Chosen(file));
        }
    };
    let is_refused = !opening.refused.is_empty();
    let described = if is_refused { "case-file-hint case-file-problem" } else { "case-file-hint" };
    html! {
        <Disclosure key="open" class="why open-case" summary="Open a saved case" open={opening.is_waiting || is_refused}>
            <div class="field">
                <label class="field-label" for="case-file">{ "Case file" }</label>
                <p class="hint" id="case-file-hint">
                    { "A file that you saved here; its name ends in “.json”. It is read in this browser, and goes nowhere." }
                </p>
                if is_refused {
                    <p class="error-message" id="case-file-problem" key="problem" role="alert">
                        <span class="visually-hidden">{ "Error: " }</span>{ changing(&opening.refused) }
                    </p>
                }
                <input class="input" type="file" id="case-file" key="file" accept=".json,application/json" aria-describedby={described} {onchange} />
                if opening.is_waiting { { replace(view) } }
            </div>
        </Disclosure>
    }
}

/// Whether the case on screen gives way.
fn replace(view: &View<'_>) -> Html {
    html! {
        <div role="alert" key="replace">
            <p>{ "There is a case on screen. Opening the file removes it from this tab." }</p>
            <Button kind={ButtonKind::Link} on_click={view.on(Message::Replace(true))}>{ "Open the file" }</Button>
            <Button kind={ButtonKind::Link} on_click={view.on(Message::Replace(false))}>{ "Keep this case" }</Button>
        </div>
    }
}
