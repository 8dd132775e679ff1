//! A letter: at its side only what it still lacks, its words to change on demand, and the letter on paper.

use super::screen;
use crate::message::{Export, Message, Paper as PaperOf};
use crate::part::actions::actions;
use crate::part::entry::{entries, entry};
use crate::part::export::forms;
use crate::part::missing::error_summary;
use crate::view::View;
use casework::state::Action;
use casework::{Key, LetterState, PartState, Screen};
use policy::Letter;
use std::rc::Rc;
use ui::{Button, ButtonKind, Disclosure, Field, FieldKind, Paper};
use yew::{Html, html};

/// A letter.
pub(crate) fn letter_screen(view: &View<'_>, index: usize) -> Html {
    let Some(letter) = view.case_view.content.paperwork.letters.get(index) else { return Html::default() };
    let state = view.case_view.letter(letter);
    let to_fill_in = view.case_view.to_fill_in(letter, &view.state.to_fill_in);
    let everything = html! {
        <Button kind={ButtonKind::Primary} on_click={view.on(Message::Export(Export::Everything))}>
            { "Save the letter, the record, the case and the dates" }
        </Button>
    };
    // From a letter that need not be written, Back leads on.
    let next = html! { if !letter.optional {
        <Button key="next" on_click={view.show(Screen::Done)}>{ "Go on to what comes next" }</Button>
    } };
    screen(
        "letter-writing",
        &letter.name,
        html! { <>
            <p>{ letter.says.clone() }{ " " }{ view.source(&letter.source) }</p>
            if !letter.optional { { other_letters(view, index) } }
            { error_summary(view, "This letter is not complete", view.case_view.missing_on(view.state.screen)) }
            <div class="desk">
                <div class="desk-side">
                    if to_fill_in.is_empty() {
                        <p key="whole">{ "The letter says all that it needs to. Read it once more as the person who gets it." }</p>
                    } else {
                        <section class="record-part" key="lacks">
                            <h3>{ "What it still lacks" }</h3>
                            { entries(view, &to_fill_in) }
                        </section>
                    }
                    { actions(view, everything, next) }
                    <div class="actions take-along" key="forms">{ forms(view, PaperOf::Letter(index)) }</div>
                    { words(view, letter, &state) }
                </div>
                <div class="desk-paper"><Paper document={Rc::new(state.document())} titled=false /></div>
            </div>
        </> },
    )
}

/// The other letters for this result.
fn other_letters(view: &View<'_>, index: usize) -> Html {
    let mut others = view.case_view.letters_to_send().filter(|(other, _)| *other != index).peekable();
    if others.peek().is_none() {
        return Html::default();
    }
    html! {
        <p class="other-letters" key="others"><span>{ "For this result there is also: " }</span>{ for others.map(|(other, letter)| html! {
            <Button key={letter.id.as_str()} kind={ButtonKind::Link} on_click={view.show(Screen::Letter(other))}>{ letter.name.clone() }</Button>
        }) }</p>
    }
}

/// What is filled in, and the words of each part, to change on demand.
fn words(view: &View<'_>, letter: &Letter, state: &LetterState<'_>) -> Html {
    let shown = &view.state.to_fill_in;
    let filled = state.asked().filter(|field| field.problem.is_none() && !shown.contains(&field.key));
    html! {
        <Disclosure class="why" summary="Change the words">
            <p>{ "Describe conduct and its dates, not the person. What stands in square brackets is left for your word processor." }</p>
            { for filled.map(|field| entry(view, field)) }
            { for state.parts.iter().map(|part| part_form(view, letter, part)) }
        </Disclosure>
    }
}

/// A part: whether it is in, and its text to edit.
fn part_form(view: &View<'_>, letter: &Letter, state: &PartState<'_>) -> Html {
    let part = state.part;
    let (key, without) = (Key::LetterPart(&letter.id, &part.id), Key::Without(&letter.id, &part.id));
    let (kind, instead, words) = match (part.required, state.left_out) {
        (true, _) => ("required", "", ""),
        (false, true) => ("left out", "", "Put this part in"),
        (false, false) => ("optional", "yes", "Leave this part out"),
    };
    let value = state.own_text.clone().unwrap_or_else(|| state.plain_text());
    let choose = view.act(Action::Write(without.to_string(), instead.to_owned()));
    html! {
        <Disclosure key={part.id.as_str()} class="why letter-part" summary={format!("{} ({kind})", part.name)}>
            <p>{ view.source(&part.source) }</p>
            if !part.required {
                <Button key={words} kind={ButtonKind::Link} about={part.name.clone()} on_click={choose}>{ words }</Button>
            }
            <Field id={key.to_string()} kind={FieldKind::Lines(5)} label={["The words of this part: ", &part.name].concat()} {value}
                on_input={view.write(&key)} />
            if state.own_text.is_some() {
                <div key="own">
                    <p class="hint">{ follows_no_more(state) }</p>
                    <Button kind={ButtonKind::Link} about={part.name.clone()} on_click={view.act(Action::Erase(key.to_string()))}>
                        { "Take the sample’s words again" }
                    </Button>
                </div>
            }
        </Disclosure>
    }
}

/// That a part in the officer's own words stays as it is, whatever is filled in.
fn follows_no_more(state: &PartState<'_>) -> String {
    let says = "You wrote these words, so they no longer follow what is filled in.";
    let dropped: Vec<&str> = state.dropped.iter().map(|field| field.label.as_str()).collect();
    if dropped.is_empty() {
        says.to_owned()
    } else {
        format!("{says} Not in them as it stands there: {}", dropped.join("; "))
    }
}
