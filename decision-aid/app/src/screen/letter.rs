//! A letter: what goes into its blanks, its text to edit part by part, the letter on paper, and the ways to take it
//! along. It cannot be had while something that must be in it is missing.

use super::answers::back;
use super::record::summary;
use crate::message::{Form, Message, Sender};
use crate::part::field::field;
use crate::part::paper::{paper, take_along};
use crate::part::source::source_line;
use crate::state::Action;
use casework::{Desk, Entry, Key, LetterState, PartState};
use policy::Letter;
use yew::prelude::*;

/// A letter. `tried` says that the officer has asked for it.
pub(crate) fn letter_screen(desk: &Desk<'_>, place: usize, tried: bool, root: &str, send: &Sender) -> Html {
    let Some(letter) = desk.content.paperwork.letters.get(place) else { return html! {} };
    let state = desk.letter(letter);
    html! {
        <section class="letter-writing" aria-labelledby="aid-heading">
            <h2 class="question-heading" id="aid-heading" tabindex="-1">{ &letter.name }</h2>
            <p class="result-says">{ &letter.says }{ " " }{ source_line(desk.policy(), &letter.source, root) }</p>
            if tried && !state.is_complete() { { missing(&state, desk, send) } }
            <h3>{ "What goes into it" }</h3>
            for entry in &state.entries { { field(entry, tried, send) } }
            <h3>{ "Its parts" }</h3>
            <p>{ "Change the words of a part if you need to. Describe conduct and its dates, not the person." }</p>
            for part in &state.parts { { part_form(letter, part, desk, root, send) } }
            <h3>{ "The letter" }</h3>
            <p>{ "What stands in square brackets is left for your word processor: add the name and the address there." }</p>
            { take_along(&FORMS, send) }
            { paper(&state.document(), false) }
            <div class="actions">{ back(send) }</div>
        </section>
    }
}

/// The forms that a letter can be had in.
const FORMS: [(Form, &str); 4] = [
    (Form::Word, "Download for Word"),
    (Form::Clipboard, "Copy with formatting"),
    (Form::Paper, "Print"),
    (Form::Markdown, "Download as Markdown"),
];

/// What keeps the letter from being sent.
fn missing(state: &LetterState<'_>, desk: &Desk<'_>, send: &Sender) -> Html {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for entry in state.missing() {
        entries.push(entry.clone());
    }
    html! {
        <>
            { summary("This letter is not complete", &entries, desk, send) }
            for part in state.emptied() {
                <p class="error-message">{ "This part must be in the letter: " }{ &part.name }</p>
            }
        </>
    }
}

/// A part: whether it is in, and its text to edit.
fn part_form(letter: &Letter, state: &PartState<'_>, desk: &Desk<'_>, root: &str, send: &Sender) -> Html {
    let part = state.part;
    let key = Key::LetterPart(&letter.id, &part.id).to_string();
    let without = Key::Without(&letter.id, &part.id).to_string();
    let text = state.own_text.clone().unwrap_or_else(|| state.plain_text());
    let kind = match (part.required, state.left_out) {
        (true, _) => "required",
        (false, true) => "left out",
        (false, false) => "optional",
    };
    html! {
        <details class="why letter-part" key={key.clone()}>
            <summary>{ &part.name }{ " (" }{ kind }{ ")" }</summary>
            <p>{ source_line(desk.policy(), &part.source, root) }</p>
            if !part.required {
                <button type="button" class="link-button"
                    onclick={send.choose(&without, if state.left_out { "" } else { "yes" })}>
                    { if state.left_out { "Put this part in" } else { "Leave this part out" } }
                </button>
            }
            <div class="field">
                <label class="field-label" for={key.clone()}>{ "The words of this part" }</label>
                <textarea class="input" id={key.clone()} value={text} rows="5" oninput={send.write(&key)} />
            </div>
            if state.own_text.is_some() {
                <button type="button" class="link-button" onclick={send.click(Message::Act(Action::Erase(key.clone())))}>
                    { "Take the sample’s words again" }
                </button>
            }
        </details>
    }
}
