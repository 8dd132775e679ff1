//! The decision on the options: compact rows, least intrusive first, what is not supported folded; then the reasons, once.

use crate::message::Message;
use crate::part::actions::{actions, continue_button};
use crate::part::danger::duties_at_once;
use crate::part::entry::{entries, entry_about};
use crate::part::explanation::reasons;
use crate::part::missing::error_summary;
use crate::view::View;
use casework::state::Action;
use casework::{Choice, Entry, EntryKind, Key, OWN_OPTIONS, Screen, Warning, WeighedOption};
use policy::Status;
use ui::{Disclosure, Field, FieldKind};
use yew::events::Event;
use yew::{Html, html};

/// The decision.
pub(crate) fn decision_screen(view: &View<'_>) -> Html {
    let screen = view.state.screen;
    let letter = match screen {
        Screen::AtOnce(index) => view.case_view.content.paperwork.letters.get(index),
        _ => None,
    };
    let (rest, offered): (Vec<_>, Vec<_>) =
        view.case_view.options_on(screen).partition(|option| is_folded(option));
    let row = |option: &&WeighedOption<'_>| row(view, option);
    let heading = letter.map_or("Decide on the options", |_| "Decide on the spot");
    super::screen(
        "decision",
        heading,
        html! { <>
            { error_summary(view, "The decision lacks something", view.case_view.missing_on(view.state.screen)) }
            if let Some(letter) = letter { <p>{ letter.says.clone() }{ " " }{ view.source(&letter.source) }</p> }
            if view.case_view.is_review() { { result(view) } }
            { duties_at_once(view) }
            if offered.is_empty() { <p><strong>{ "No restriction fits these answers." }</strong></p> }
            <ol class="options">{ for offered.iter().map(row) }</ol>
            if !rest.is_empty() {
                <Disclosure class="why" summary={format!("Not supported by the facts ({})", rest.len())}>
                    <p>{ "These are recorded as not taken." }</p>
                    <ol class="options">{ for rest.iter().map(row) }</ol>
                </Disclosure>
            }
            if letter.is_none() { { own_options(view) } }
            { terms(view) }
            { decision_reasons(view) }
            { actions(view, continue_button(view, "Continue"), Html::default()) }
        </> },
    )
}

/// The result of a review, which is decided below it.
fn result(view: &View<'_>) -> Html {
    let Some(outcome) = view.assessment().outcome.map(|outcome| &view.policy()[outcome]) else {
        return Html::default();
    };
    html! { <p class="lead" data-outcome={outcome.id.clone()}>{ outcome.says.clone() }{ " " }{ view.source(&outcome.source) }</p> }
}

/// What the facts do not support is folded, unless it is taken.
fn is_folded(option: &WeighedOption<'_>) -> bool {
    let unsupported = option.status.is_some_and(|status| {
        matches!(status.status, Status::NotWarranted | Status::NotAvailable | Status::NotOffered)
    });
    unsupported && option.choice != Choice::Taken
}

fn row(view: &View<'_>, option: &WeighedOption<'_>) -> Html {
    let (class, status) = match option.status {
        Some(status) => (class(status.status), status.status.name()),
        None => ("option option-own", "Your own"),
    };
    // A reason that may stay empty is folded with the rest that is said of the option.
    let is_folded = |entry: &&Entry<'_>| {
        entry.kind == EntryKind::Reason && entry.field.optional && entry.problem.is_none()
    };
    let (folded, shown): (Vec<_>, Vec<_>) = option.entries.iter().partition(is_folded);
    let warnings = option.warnings.iter().filter(|warning| !warning.later || view.state.show_errors);
    html! {
        <li {class} key={option.id.as_str()} data-option={option.id.clone()}>
            { tick(view, option, status) }
            { because(view, option) }
            { for warnings.map(|warning| warned(view, warning)) }
            <div class="terms-of-option">{ for shown.iter().map(|shown| entry_about(view, shown, &option.name)) }</div>
            { more(view, option, &folded) }
        </li>
    }
}

const fn class(status: Status) -> &'static str {
    match status {
        Status::Required => "option option-required",
        Status::Warranted => "option option-warranted",
        Status::Open => "option option-open",
        Status::NotWarranted => "option option-not-warranted",
        Status::NotAvailable => "option option-not-available",
        Status::NotOffered => "option option-not-offered",
    }
}

/// The option with the box that takes it. One of the officer's own is taken; it goes when its name is emptied.
fn tick(view: &View<'_>, option: &WeighedOption<'_>, status: &'static str) -> Html {
    let id = Key::Taken(&option.id).to_string();
    let name = html! { <>
        <span class="option-name" key={option.name.as_str()}>{ option.name.clone() }</span>
        <span class="option-status" key={status}><span class="status-mark" aria-hidden="true"></span><span>{ status }</span></span>
    </> };
    if option.option.is_none() {
        return html! { <div class="option-head">{ name }</div> };
    }
    let taken = option.choice == Choice::Taken;
    let key = id.clone();
    let onchange = view.send.reform(move |_: Event| {
        Message::Act(Action::Write(key.clone(), if taken { "no" } else { "yes" }.to_owned()))
    });
    html! {
        <label class="option-head" for={id.clone()}>
            <input type="checkbox" {id} checked={taken} {onchange} />
            { name }
        </label>
    }
}

/// The reason for the status, in one line.
fn because(view: &View<'_>, option: &WeighedOption<'_>) -> Html {
    match option.reason {
        Some(reason) => html! {
            <p class="because"><span key={reason.because}>{ reason.because.to_owned() }</span>{ " " }{ view.source(reason.source) }</p>
        },
        None => html! { <p class="because">{ "The policy’s list of options is not exhaustive." }</p> },
    }
}

/// What the option is, and which answers are enough for its status.
fn more(view: &View<'_>, option: &WeighedOption<'_>, folded: &[&Entry<'_>]) -> Html {
    let Some(of) = option.option else { return Html::default() };
    html! {
        <Disclosure class="why" summary="What it is, and why it stands so" about={option.name.clone()}
            open={folded.iter().any(|folded| !folded.value.is_empty())}>
            <p>{ view.policy()[of].does.clone() }</p>
            if !option.because.is_empty() {
                <p>{ "These answers are enough for this, whatever the others are:" }</p>
                { reasons(view, &option.because) }
            }
            { for folded.iter().map(|folded| entry_about(view, folded, &option.name)) }
        </Disclosure>
    }
}

/// Something that speaks against a choice.
pub(crate) fn warned(view: &View<'_>, warning: &Warning) -> Html {
    html! {
        <p class="warning" role="note" key={warning.says.as_str()}>
            <strong>{ "Check this. " }</strong>
            <span>{ warning.says.clone() }</span>
            if !warning.clauses.is_empty() { <span>{ format!(" (paragraph {})", view.policy().numbers(&warning.clauses)) }</span> }
        </p>
    }
}

/// What the customer would be told, put together from what is taken.
fn terms(view: &View<'_>) -> Html {
    let terms = view.case_view.terms();
    if terms.is_empty() {
        return Html::default();
    }
    html! {
        <section class="decided-terms" key="terms" aria-labelledby="terms-title">
            <h3 id="terms-title">{ "What the customer would be told" }</h3>
            <ul>{ for terms.into_iter().map(|term| html! { <li key={term.as_str()}>{ term.clone() }</li> }) }</ul>
        </section>
    }
}

/// The reasons for the decision as a whole.
fn decision_reasons(view: &View<'_>) -> Html {
    let reasons = view.case_view.decision_reasons();
    if reasons.is_empty() {
        return Html::default();
    }
    html! {
        <section class="record-part" key="reasons">
            <h3>{ "The reasons" }</h3>
            <p>{ view.source(&view.case_view.content.paperwork.reasons.source) }</p>
            <div class="side-by-side">{ entries(view, &reasons) }</div>
        </section>
    }
}

/// Options of the officer's own: a name for each that there is, and one more.
fn own_options(view: &View<'_>) -> Html {
    let name = |number: usize| view.text(&Key::Own(number));
    let shown = (1..=OWN_OPTIONS)
        .filter(|number| *number == 1 || !name(*number).is_empty() || !name(number - 1).is_empty());
    html! {
        <Disclosure class="why" summary="Add an option of your own" open={!name(1).is_empty()}>
            <p>{ "The policy’s list of options is not exhaustive. An option of your own needs the same reasons." }</p>
            { for shown.map(|number| html! {
                <Field key={number} id={Key::Own(number).to_string()} kind={FieldKind::Text} label={format!("What you would do ({number})")}
                    optional=true value={name(number)} on_input={view.write(&Key::Own(number))} />
            }) }
        </Disclosure>
    }
}
