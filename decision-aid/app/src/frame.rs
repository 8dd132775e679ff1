//! What stands around every screen: the case bar above, the list of stages beside it, and below it what is about the case as a
//! whole.

mod case_bar;
mod opening;
mod stages;

use crate::message::Message;
use crate::view::View;
use case_bar::case_bar;
use casework::{Notice, Screen};
pub(crate) use opening::Opening;
use opening::open_case;
use stages::stages;
use ui::{Button, ButtonKind, Dialog, browser};
use yew::{Html, html};

/// What is said around the screen.
pub(crate) struct Frame<'a> {
    /// Whether the browser keeps the case.
    pub(crate) kept: bool,
    /// How the opening of a case file stands.
    pub(crate) opening: &'a Opening,
    /// What is said of the case that was opened or came back.
    pub(crate) notice: Option<&'a Notice>,
    /// Whether the list of stages is unfolded, where it is folded.
    pub(crate) stages_open: bool,
    /// How many entries were made of the case.
    pub(crate) entry_count: usize,
    /// What they call it; empty where they do not.
    pub(crate) reference: &'a str,
}

/// A screen in its frame.
pub(crate) fn frame(view: &View<'_>, around: &Frame<'_>, screen: Html) -> Html {
    html! {
        <div class="case">
            { case_bar(view, around) }
            { unkept(around.kept) }
            <div class="case-columns">
                if view.state.screen != Screen::Entries { { stages(view, around.stages_open) } }
                <div class="case-screen">
                    if let Some(said) = around.notice { { notice(said) } }
                    { screen }
                    { foot(view, around) }
                </div>
            </div>
            { clear_dialog(view) }
        </div>
    }
}

/// That the browser does not keep the case. It stands there until it keeps it again, and the region is always there, so
/// that a screen reader says it at once.
fn unkept(kept: bool) -> Html {
    html! {
        <div class="aid-unkept" role="status">
            if !kept {
                <p class="aid-notice">
                    { "This browser no longer keeps what you write: it has no more room, or does not let the page. You can go on with your answers; reloading the page would lose them. Save the case file, or shorten what you wrote." }
                </p>
            }
        </div>
    }
}

/// What is said of a case that was opened or came back.
fn notice(notice: &Notice) -> Html {
    html! {
        <section class="aid-notice" key="notice" aria-labelledby="opened-title">
            <h2 id="opened-title">{ notice.title }</h2>
            { for notice.paragraphs.iter().map(|paragraph| html! { <p>{ paragraph.clone() }</p> }) }
            { sentences(&notice.changes) }
            if !notice.unplaced.is_empty() { <p>{ Notice::UNPLACED }</p> }
            { sentences(&notice.unplaced) }
        </section>
    }
}

/// Sentences as a list; nothing where there are none.
fn sentences(sentences: &[String]) -> Html {
    html! { if !sentences.is_empty() {
        <ul>{ for sentences.iter().map(|sentence| html! { <li>{ sentence.clone() }</li> }) }</ul>
    } }
}

/// What is about the case as a whole.
fn foot(view: &View<'_>, around: &Frame<'_>) -> Html {
    let ask = view.send.reform(|()| Message::AskToClear);
    html! {
        <div class="aid-foot">
            if view.state.screen == Screen::default() { { open_case(view, around.opening) } }
            if !view.case_view.case.is_empty() || around.entry_count > 0 {
                <Button key="clear" kind={ButtonKind::Link} on_click={ask}>{ "Clear everything" }</Button>
            }
        </div>
    }
}

/// Asks before everything is removed.
fn clear_dialog(view: &View<'_>) -> Html {
    html! {
        <Dialog id="clear" title="Clear everything?">
            <p>{ "This removes every answer and every note from this browser. It cannot be undone. A case file that you saved stays." }</p>
            <div class="actions">
                <Button kind={ButtonKind::Primary} on_click={view.on(Message::Clear)}>{ "Remove everything" }</Button>
                <Button on_click={|()| browser::close_dialog("clear")}>{ "Keep the case" }</Button>
            </div>
        </Dialog>
    }
}
