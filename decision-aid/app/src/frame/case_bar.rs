//! The case bar: which case it is, whether it is saved, what has to be done now, and what to do in danger.

use super::Frame;
use crate::message::Message;
use crate::part::danger::list;
use crate::view::View;
use casework::Screen;
use ui::{Button, ButtonKind, Disclosure, Status, changing};
use yew::{Html, html};

/// The case bar.
pub(crate) fn case_bar(view: &View<'_>, around: &Frame<'_>) -> Html {
    let entry_count = around.entry_count;
    let written = view.case_view.reference();
    let reference = [written.trim(), around.reference, "No reference yet"]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or("");
    html! {
        <div class="case-bar">
            <span class="case-reference">{ changing(reference) }</span>
            <span class="case-saved">{ changing(&saved(view, entry_count)) }</span>
            <Button on_click={view.on(Message::Save)}>{ "Save" }</Button>
            <Status class="said" words={view.saved_said.clone()} />
            if entry_count > 0 && view.state.screen != Screen::Entries {
                <Button key="entries" kind={ButtonKind::Link} on_click={view.show(Screen::Entries)}>{ changing(&format!("The case so far ({entry_count})")) }</Button>
            }
            { to_do_now(view) }
            <span class="case-danger">{ "In danger? " }<a href="tel:999">{ "999" }</a></span>
        </div>
    }
}

fn saved(view: &View<'_>, entry_count: usize) -> String {
    match (view.state.unsaved, view.state.saved_at.as_str()) {
        (false, time) if !time.is_empty() => format!("Saved {time}"),
        (false, _) if view.case_view.case.is_empty() && entry_count == 0 => "Nothing to save yet".to_owned(),
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
