//! The decision record: what is still to be written down, the record itself, and the ways to take it along.

use super::answers::back;
use crate::message::{Form, Message, Sender};
use crate::part::field::field;
use crate::part::paper::{paper, take_along};
use crate::part::source::source_line;
use crate::state::Step;
use casework::{Desk, Entry};
use yew::prelude::*;

/// The decision record.
pub(crate) fn record_screen(desk: &Desk<'_>, tried: bool, today: &str, root: &str, send: &Sender) -> Html {
    let lacking = desk.lacking();
    html! {
        <section class="record" aria-labelledby="aid-heading">
            <h2 class="question-heading" id="aid-heading" tabindex="-1">{ "The decision record" }</h2>
            <p class="result-says">
                { "What is written here is what shows how the decision was made. Use a case reference, never a name. Nothing leaves this browser until you save it." }
            </p>
            if tried && !lacking.is_empty() { { summary("The record still lacks something", &lacking, desk, send) } }
            for (section, entries) in desk.sections() {
                <section class="record-part" key={section.id.clone()}>
                    <h3>{ &section.title }</h3>
                    <p>{ source_line(desk.policy(), &section.source, root) }</p>
                    for entry in &entries { { field(entry, tried, send) } }
                </section>
            }
            <div class="actions">
                <button type="button" class="button" onclick={send.click(Message::GoOn)}>{ "Check what is missing" }</button>
                { back(send) }
            </div>
            { letters(desk, send) }
            <h3>{ "The record as it stands" }</h3>
            <p>{ lacking_in_words(lacking.len()) }</p>
            { take_along(&FORMS, send) }
            { paper(&desk.record(today), true) }
        </section>
    }
}

/// The forms that a record can be had in.
const FORMS: [(Form, &str); 6] = [
    (Form::Word, "Download for Word"),
    (Form::Paper, "Print"),
    (Form::Markdown, "Download as Markdown"),
    (Form::Clipboard, "Copy with formatting"),
    (Form::CaseFile, "Save the case file"),
    (Form::Calendar, "Download the review date"),
];

fn lacking_in_words(count: usize) -> String {
    match count {
        0 => "Nothing is missing.".to_owned(),
        1 => "One thing is missing. The record says so.".to_owned(),
        count => format!("{count} things are missing. The record says so."),
    }
}

/// The letters for this outcome.
fn letters(desk: &Desk<'_>, send: &Sender) -> Html {
    let all = &desk.content.paperwork.letters;
    let for_this = desk.letters();
    if for_this.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ "Letters" }</h3>
            <ul class="letters">
                for letter in for_this {
                    <li key={letter.id.clone()}>
                        <button type="button" class="link-button"
                            onclick={send.show(Step::Letter(all.iter().position(|known| known.id == letter.id).unwrap_or(0)))}>
                            { &letter.name }
                        </button>
                        { ". " }{ &letter.says }
                    </li>
                }
            </ul>
        </>
    }
}

/// What is missing or wrong, with a way to each: a link where the field is on this screen, a button where it is on
/// that of the options.
pub(crate) fn summary(title: &'static str, entries: &[Entry<'_>], desk: &Desk<'_>, send: &Sender) -> Html {
    let here = |entry: &Entry<'_>| !entry.key.starts_with("detail/") && !entry.key.starts_with("reason/");
    let name = |entry: &Entry<'_>| {
        let option = entry.key.split('/').nth(1).unwrap_or_default();
        let option = desk.policy().options.iter().find(|known| known.id == option);
        option.map_or(String::new(), |option| [option.name.as_str(), " – "].concat())
    };
    html! {
        <div class="error-summary" id="aid-error" tabindex="-1" role="alert">
            <h2>{ title }</h2>
            <ul>
                for entry in entries {
                    if let Some(problem) = &entry.problem {
                        <li key={entry.key.clone()}>
                            if here(entry) {
                                <a href={["#", &entry.key].concat()}>{ problem.says(&entry.field.label) }</a>
                            } else {
                                <button type="button" class="link-button" onclick={send.show(Step::Options)}>
                                    { name(entry) }{ problem.says(&entry.field.label) }
                                </button>
                            }
                        </li>
                    }
                }
            </ul>
        </div>
    }
}
