//! What has to be done at once: in full where it first comes up, and all of it that is about danger for as long as it holds.

use crate::message::{Export, Message};
use crate::view::View;
use casework::Screen;
use casework::state::Action;
use policy::{Duty, Ref};
use ui::{Button, ButtonKind};
use yew::{Html, html};

/// What must be done at once that is new, or about danger. The region is always there, so that a screen reader says what
/// comes into it.
pub(crate) fn duties_at_once(view: &View<'_>) -> Html {
    let (urgent, others): (Vec<_>, Vec<_>) =
        view.case_view.holding_duties().into_iter().partition(|duty| view.policy()[*duty].urgent);
    let new: Vec<Ref<Duty>> =
        others.into_iter().filter(|duty| !view.state.announced.contains(duty)).collect();
    html! {
        <div class="at-once" role="status">
            if !urgent.is_empty() {
                <section class="duties duties-urgent" key="urgent" aria-labelledby="danger-title">
                    <h3 id="danger-title" class="duties-title">{ "Act on this first" }</h3>
                    <p key="999">{ "In danger now? Ring 999. The questions will wait, and what you entered stays in this tab." }</p>
                    { list(view, &urgent) }
                </section>
            }
            if !new.is_empty() {
                <section class="duties" key="new" aria-labelledby="duties-title">
                    <h3 id="duties-title" class="duties-title">{ "Do this too, whatever comes next" }</h3>
                    { list(view, &new) }
                </section>
            }
        </div>
    }
}

/// What the officer can do about a danger from here: the letters that can be made at once, and to come back later.
pub(crate) fn danger_actions(view: &View<'_>) -> Html {
    let is_urgent = |duty: &Ref<Duty>| view.policy()[*duty].urgent;
    if !view.case_view.holding_duties().iter().any(is_urgent) {
        return Html::default();
    }
    let letters = view.case_view.content.paperwork.letters.iter().enumerate();
    let letters =
        letters.filter(|(_, letter)| !letter.optional && view.case_view.can_be_made_at_once(letter));
    html! {
        <div class="actions danger-actions" key="danger-actions">
            { for letters.map(|(index, letter)| html! {
                <Button key={letter.id.as_str()} kind={ButtonKind::Quiet} on_click={view.act(Action::Show(Screen::AtOnce(index)))}>
                    { ["Make the ", &uncapitalised(&letter.name), " now"].concat() }
                </Button>
            }) }
            <Button key="later" on_click={view.on(Message::Export(Export::CaseFile))}>{ "Save, and finish the rest later" }</Button>
        </div>
    }
}

/// A name in the middle of a sentence.
pub(crate) fn uncapitalised(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    name
}

/// Some duties in full.
pub(crate) fn list(view: &View<'_>, duties: &[Ref<Duty>]) -> Html {
    html! { <ul>{ for duties.iter().map(|duty| item(view, &view.policy()[*duty])) }</ul> }
}

fn item(view: &View<'_>, duty: &Duty) -> Html {
    html! {
        <li class={if duty.urgent { "duty duty-urgent" } else { "duty" }} key={duty.id.as_str()}>
            <strong class="duty-name">{ duty.name.clone() }</strong>
            <span class="duty-says">{ duty.says.clone() }</span>
            { view.source(&duty.source) }
        </li>
    }
}
