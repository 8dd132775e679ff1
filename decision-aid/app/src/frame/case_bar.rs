//! The case bar: which case it is, whether it is saved, what has to be done now, and what to do in danger.

use crate::message::Message;
use crate::part::danger::list;
use crate::view::View;
use ui::{Button, Disclosure, Status, changing};
use yew::{Html, html};

/// The case bar.
pub(crate) fn case_bar(view: &View<'_>) -> Html {
    let reference = view.case_view.reference();
    let reference = if reference.trim().is_empty() { "No reference yet" } else { reference.trim() };
    html! {
        <div class="case-bar">
            <span class="case-reference">{ changing(reference) }</span>
            <span class="case-saved">{ changing(&saved(view)) }</span>
            <Button on_click={view.on(Message::Save)}>{ "Save" }</Button>
            <Status class="said" words={view.saved_said.clone()} />
            { to_do_now(view) }
            <span class="case-danger">{ "In danger? " }<a href="tel:999">{ "999" }</a></span>
        </div>
    }
}

fn saved(view: &View<'_>) -> String {
    match (view.state.unsaved, view.state.saved_at.as_str()) {
        (false, time) if !time.is_empty() => format!("Saved {time}"),
        (false, _) if view.case_view.case.is_empty() => "Nothing to save yet".to_owned(),
        _ => "Not saved".to_owned(),
    }
}

/// What has to be done now, whatever comes next: a count, and all of it on demand.
fn to_do_now(view: &View<'_>) -> Html {
    let duties = view.case_view.holding_duties();
    if duties.is_empty() {
        return Html::default();
    }
    let urgent = duties.iter().any(|duty| view.policy()[*duty].urgent);
    let class = if urgent { "to-do-now to-do-urgent" } else { "to-do-now" };
    html! {
        <Disclosure key="to-do" {class} summary={format!("To do now ({})", duties.len())}>
            <div class="to-do-list">{ list(view, &duties) }</div>
        </Disclosure>
    }
}
