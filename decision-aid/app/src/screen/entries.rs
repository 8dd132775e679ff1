//! The case so far: what is due, what is in force, every entry, and what can happen next.

use super::screen;
use crate::message::{Begin, Message, Paper as PaperOf};
use crate::part::entry::entries;
use crate::part::export::forms;
use crate::part::missing::error_summary;
use crate::view::View;
use casework::{CaseHistory, Due};
use policy::EntryKind;
use std::rc::Rc;
use ui::{Button, ButtonKind, Disclosure, Paper, Status};
use yew::{Html, html};

/// The case so far.
pub(crate) fn entries_screen(view: &View<'_>, history: &CaseHistory) -> Html {
    let content = view.case_view.content;
    let missing = view.case_view.missing_on(view.state.screen);
    screen(
        "entries",
        "The case so far",
        html! { <>
            { error_summary(view, "Something is missing", missing) }
            { due(view, history) }
            { next(view, history) }
            <Status class="said" words={view.said.clone()} />
            <div class="actions take-along">{ forms(view, PaperOf::Entries) }</div>
            <Paper document={Rc::new(history.document(content, view.today))} />
        </> },
    )
}

/// What is overdue by the dates in the file.
fn due(view: &View<'_>, history: &CaseHistory) -> Html {
    let decided_on = view.case_view.content.paperwork.entries.facts.decided_on.as_ref();
    let overdue: Vec<Due> =
        history.due(decided_on, view.today).into_iter().filter(|due| due.is_overdue).collect();
    html! { if !overdue.is_empty() {
        <section class="warning" key="due" aria-labelledby="due-title">
            <h3 id="due-title">{ "Overdue" }</h3>
            <ul>{ for overdue.iter().map(|due| { let says = due.says(view.today); html! { <li key={says.as_str()}>{ says.clone() }</li> } }) }</ul>
            <p>{ "Counted to " }<span key={view.today.to_owned()}>{ casework::in_words(view.today) }</span>{ ", the day of this computer." }</p>
        </section>
    } }
}

/// What can happen next. An entry that is worked on comes first; a history that cannot be is only read.
fn next(view: &View<'_>, history: &CaseHistory) -> Html {
    let contradictions = history.contradictions();
    match view.case_view.noted_kind() {
        _ if !contradictions.is_empty() => html! {
            <section class="aid-failed" key="contradictions" role="alert">
                <p>{ "The entries of this file contradict each other, so it can only be read. Open another copy of it." }</p>
                <ul>{ for contradictions.iter().map(|says| html! { <li key={says.as_str()}>{ says.clone() }</li> }) }</ul>
            </section>
        },
        Some(kind) => noting(view, kind),
        None if !view.case_view.case.is_empty() => html! {
            <section key="worked-on" class="record-part">
                <p>{ "An entry is being worked on. Finish it, or clear everything." }</p>
                <div class="actions">
                    <Button kind={ButtonKind::Primary} on_click={view.show(view.case_view.first_to_do())}>{ "Go on with it" }</Button>
                </div>
            </section>
        },
        None => choices(view, history),
    }
}

/// The three things that can happen to a case.
fn choices(view: &View<'_>, history: &CaseHistory) -> Html {
    let is_decided = history.in_force().iter().any(|set| !set.is_on_the_spot());
    let begin = |begin: Begin| view.on(Message::Begin(begin));
    let correct = (1..).zip(history.made()).map(|(number, entry)| {
        let about = format!("entry {number}, {}", entry.kind.name().to_lowercase());
        html! { <li key={number}><Button kind={ButtonKind::Link} on_click={begin(Begin::Correction(number))}>{ about }</Button></li> }
    });
    html! {
        <section key="next" class="record-part" aria-labelledby="next-title">
            <h3 id="next-title">{ "What next?" }</h3>
            <div class="actions">
                if is_decided {
                    <Button key="review" kind={ButtonKind::Primary} on_click={begin(Begin::Review)}>{ "Hold the review" }</Button>
                }
                <Button key="incident" on_click={begin(Begin::Incident)}>{ "Something new happened" }</Button>
                <Button key="check" on_click={begin(Begin::Check)}>{ "Check the case again" }</Button>
            </div>
            <Disclosure class="why" summary="Correct an entry"><ul>{ for correct }</ul></Disclosure>
        </section>
    }
}

/// An incident or a correction being written down.
fn noting(view: &View<'_>, kind: EntryKind) -> Html {
    let (title, add) = match kind {
        EntryKind::Incident => ("Something new happened", "Add the incident to the case"),
        _ => ("A correction", "Add the correction to the case"),
    };
    let corrects = view.text(&casework::Key::Corrects);
    html! {
        <section key={kind.word()} class="record-part" aria-labelledby="noting-title">
            <h3 id="noting-title">{ title }</h3>
            if !corrects.is_empty() { <p>{ "Entry " }<span key={corrects.as_str()}>{ corrects.clone() }</span>{ " stays as it was made. This stands beside it." }</p> }
            <div class="side-by-side">{ entries(view, &view.case_view.noted_entries()) }</div>
            <div class="actions">
                <Button kind={ButtonKind::Primary} on_click={view.on(Message::Make)}>{ add }</Button>
                <Button on_click={view.on(Message::Discard)}>{ "Do not add it" }</Button>
            </div>
        </section>
    }
}
