//! A letter: what goes into its blanks, its text to edit part by part, the letter on paper, and the ways to take it
//! along. It cannot be had while something that must be in it is missing.

use super::record::{summary, warnings};
use crate::components::button::{actions, back, link_button};
use crate::components::field::{fields, label};
use crate::components::heading::{details, screen};
use crate::components::paper::{paper, take_along};
use crate::components::source::source_line;
use crate::element::Attribute::Rows;
use crate::element::{Element, fragment, tag};
use crate::message::{ExportFormat, Message};
use crate::view::View;
use casework::state::Action;
use casework::{Key, LetterState, PartState};
use policy::Letter;

/// A letter.
pub(crate) fn letter_screen(view: &View<'_>, place: usize) -> Element {
    let Some(letter) = view.case_view.content.paperwork.letters.get(place) else { return fragment() };
    let state = view.case_view.letter(letter);
    let mut parts = fragment();
    for part in &state.parts {
        parts.push(part_form(view, letter, part));
    }
    let parts_lead =
        "Change the words of a part if you need to. Describe conduct and its dates, not the person.";
    let letter_lead =
        "What stands in square brackets is left for your word processor: add the name and the address there.";
    screen("letter-writing", &letter.name)
        .child(
            tag("p")
                .class("result-says")
                .text(&letter.says)
                .text(" ")
                .child(source_line(view, &letter.source)),
        )
        .child(missing(view, &state))
        .child(warnings(view))
        .child(tag("h3").text("What goes into it"))
        .child(fields(view, state.asked()))
        .child(tag("h3").text("Its parts"))
        .child(tag("p").text(parts_lead))
        .child(parts)
        .child(tag("h3").text("The letter"))
        .child(tag("p").text(letter_lead))
        .child(take_along(&FORMS, &view.send))
        .child(paper(&state.document(), false))
        .child(actions().child(back(&view.send)))
}

/// The forms that a letter can be had in.
const FORMS: [(ExportFormat, &str); 4] = [
    (ExportFormat::Word, "Download for Word"),
    (ExportFormat::Clipboard, "Copy with formatting"),
    (ExportFormat::Paper, "Print"),
    (ExportFormat::Markdown, "Download as Markdown"),
];

/// What keeps the letter from being sent, once the officer has asked for it.
fn missing(view: &View<'_>, state: &LetterState<'_>) -> Element {
    let missing = state.missing();
    if !view.show_errors || missing.is_empty() {
        return fragment();
    }
    summary(view, "This letter is not complete", &missing)
}

/// A part: whether it is in, and its text to edit.
fn part_form(view: &View<'_>, letter: &Letter, state: &PartState<'_>) -> Element {
    let (part, send) = (state.part, &view.send);
    let key = Key::LetterPart(&letter.id, &part.id).to_string();
    let without = Key::Without(&letter.id, &part.id).to_string();
    let (kind, instead, words) = match (part.required, state.left_out) {
        (true, _) => ("required", "", ""),
        (false, true) => ("left out", "", "Put this part in"),
        (false, false) => ("optional", "yes", "Leave this part out"),
    };
    let text = match &state.own_text {
        Some(text) => text.clone(),
        None => state.plain_text(),
    };
    let control =
        tag("textarea").class("input").id(&key).value(&text).attr(Rows, "5").on_each(send.write(&key));
    let mut form = details("why letter-part", &[&part.name, " (", kind, ")"].concat())
        .key(&key)
        .child(tag("p").child(source_line(view, &part.source)));
    form.push(if part.required { fragment() } else { link_button(words, send.choose(&without, instead)) });
    form.push(tag("div").class("field").child(label(&key, "The words of this part")).child(control));
    if state.own_text.is_some() {
        form.push(tag("p").class("hint").text(&follows_no_more(state)));
        let erase = Message::Act(Action::Erase(key));
        form.push(link_button("Take the sample’s words again", send.click(erase)));
    }
    form
}

/// That a part in the officer's own words stays as it is, whatever is filled in above.
fn follows_no_more(state: &PartState<'_>) -> String {
    let mut says = "You wrote these words, so they no longer follow what is filled in above.".to_owned();
    let mut between = " Not in them as it stands there: ";
    for field in &state.dropped {
        says.push_str(between);
        says.push_str(&field.label);
        between = "; ";
    }
    says
}
