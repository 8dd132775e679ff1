//! What keeps the officer from going on, with a way to each.

use crate::message::Message;
use crate::view::View;
use casework::Missing;
use casework::state::Action;
use ui::{ErrorLink, ErrorSummary};
use yew::{AttrValue, Html, html};

/// The summary of what is missing on the screen, once the officer went on too early.
pub(crate) fn error_summary(view: &View<'_>, title: &'static str, missing: Vec<Missing>) -> Html {
    if !view.state.show_errors || missing.is_empty() {
        return Html::default();
    }
    let errors = missing
        .iter()
        .map(|missing| ErrorLink { id: missing.id.clone().into(), words: missing.says.clone().into() });
    html! { <ErrorSummary {title} errors={errors.collect::<Vec<_>>()} on_go={find(view, missing)} /> }
}

/// Leads to what is missing, on whatever screen it is mended.
pub(crate) fn find(view: &View<'_>, missing: Vec<Missing>) -> yew::Callback<AttrValue> {
    view.send.reform(move |id: AttrValue| {
        let screen = missing.iter().find(|missing| *missing.id == *id).map(|missing| missing.screen);
        Message::Act(Action::Find(screen.unwrap_or_default(), id.to_string()))
    })
}
