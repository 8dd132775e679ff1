//! What is done, what comes next, and the record as it stands.

use super::screen;
use crate::message::{Export, Message, Paper as PaperOf};
use crate::part::actions::actions;
use crate::part::danger::duties_at_once;
use crate::part::export::forms;
use crate::part::missing::find;
use crate::screen::result::steps;
use crate::view::View;
use casework::Screen;
use casework::in_words;
use std::rc::Rc;
use ui::{Button, ButtonKind, Disclosure, Paper, changing};
use yew::{AttrValue, Html, html};

/// What comes next.
pub(crate) fn done_screen(view: &View<'_>) -> Html {
    let save = html! {
        <Button kind={ButtonKind::Primary} on_click={view.on(Message::Export(Export::Everything))}>{ "Save the record, the case and the dates" }</Button>
    };
    let outcome = view.assessment().outcome.map(|outcome| &view.policy()[outcome]);
    screen(
        "done",
        "What comes next",
        html! { <>
            { duties_at_once(view) }
            { missing(view) }
            { letters(view) }
            { days(view) }
            if let Some(outcome) = outcome {
                <Disclosure class="why" summary="Every step of this result">{ steps(view, &outcome.steps, 1) }</Disclosure>
            }
            { make(view) }
            <p>{ "To open this case again, choose “Open a saved case” on the first screen and take the file that you saved. Nothing of it is kept here once you close this tab." }</p>
            { actions(view, save, html! { <>
                <Button key="file" on_click={view.on(Message::Export(Export::CaseFile))}>{ "Save the case file" }</Button>
                <Button key="days" on_click={view.on(Message::Export(Export::Calendar))}>{ "Download the dates" }</Button>
            </> }) }
            <h3>{ "The record as it stands" }</h3>
            <div class="actions take-along">{ forms(view, PaperOf::Record) }</div>
            <Paper document={Rc::new(view.case_view.record(view.today))} />
        </> },
    )
}

/// The way to make the entry.
fn make(view: &View<'_>) -> Html {
    let kind = view.case_view.entry_kind().name().to_lowercase();
    html! {
        <section class="record-part" key="make" aria-labelledby="make-title">
            <h3 id="make-title">{ "When it is sent and decided" }</h3>
            <p>{ "Make this entry of the case. It is locked from then on, and the next one can follow: an incident, a review, a correction. Then save the case file." }</p>
            <div class="actions"><Button on_click={view.on(Message::Make)}>{ changing(&["Make the entry: ", &kind].concat()) }</Button></div>
        </section>
    }
}

/// What the record still lacks, each with a way to it.
fn missing(view: &View<'_>) -> Html {
    let missing = view.case_view.missing();
    if missing.is_empty() {
        return html! { <p key="nothing">{ "The record lacks nothing." }</p> };
    }
    let find = find(view, missing.clone());
    let summary = match missing.len() {
        1 => "The record lacks one thing, and says so".to_owned(),
        count => format!("The record lacks {count} things, and says so"),
    };
    html! {
        <Disclosure key="missing" class="why missing" {summary}>
            <ul>{ for missing.iter().map(|missing| {
                let id = AttrValue::from(missing.id.clone());
                html! { <li key={[&missing.id, " ", &missing.says].concat()}><Button kind={ButtonKind::Link} on_click={find.reform(move |()| id.clone())}>{ missing.says.clone() }</Button></li> }
            }) }</ul>
        </Disclosure>
    }
}

/// The letters to send.
fn letters(view: &View<'_>) -> Html {
    let mut letters = view.case_view.letters_to_send().peekable();
    if letters.peek().is_none() {
        return Html::default();
    }
    html! { <>
        <h3>{ "To send" }</h3>
        <ul class="letters">{ for letters.map(|(index, letter)| html! {
            <li key={letter.id.as_str()}><Button kind={ButtonKind::Link} on_click={view.show(Screen::Letter(index))}>{ letter.name.clone() }</Button></li>
        }) }</ul>
    </> }
}

/// The days to keep.
fn days(view: &View<'_>) -> Html {
    let sections = view.case_view.sections();
    let entries = sections.iter().flat_map(|(_, entries)| entries);
    let days = entries.filter_map(|entry| Some((entry.field.calendar.as_ref()?, &entry.value)));
    let days: Vec<_> = days.filter(|(_, day)| !day.is_empty()).collect();
    if days.is_empty() {
        return Html::default();
    }
    html! { <>
        <h3>{ "Days to keep" }</h3>
        <ul>{ for days.iter().map(|(what, day)| html! { <li key={what.as_str()}>{ format!("{}: {what}", in_words(day)) }</li> }) }</ul>
    </> }
}
