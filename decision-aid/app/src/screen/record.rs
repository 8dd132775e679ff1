//! The decision record: what is still to be written down, the record itself, and the ways to take it along.

use crate::browser;
use crate::element::Attribute::{Href, Role, TabIndex};
use crate::element::{Element, fragment, tag};
use crate::message::{Form, Message};
use crate::part::button::{actions, back, button, link_button};
use crate::part::field::fields;
use crate::part::heading::screen;
use crate::part::paper::{paper, take_along};
use crate::part::source::source_line;
use crate::state::Step;
use crate::view::View;
use casework::{Entry, Key, OWN_OPTIONS};

/// The decision record.
pub(crate) fn record_screen(view: &View<'_>) -> Element {
    let lacking = view.desk.lacking();
    let mut missing = fragment();
    if view.tried && !lacking.is_empty() {
        let mut entries = Vec::new();
        for entry in &lacking {
            entries.push(entry);
        }
        missing.push(summary(view, "The record still lacks something", &entries, Vec::new()));
    }
    let mut sections = fragment();
    for (section, entries) in view.desk.sections() {
        sections.push(
            tag("section")
                .class("record-part")
                .key(&section.id)
                .child(tag("h3").text(&section.title))
                .child(tag("p").child(source_line(view, &section.source)))
                .child(fields(view, &entries)),
        );
    }
    let lead = "What is written here is what shows how the decision was made. Use a case reference, never a name. Nothing leaves this browser until you save it.";
    let check = button("button", "Check what is missing", view.send.click(Message::GoOn));
    screen("record", "The decision record")
        .child(tag("p").class("result-says").text(lead))
        .child(missing)
        .child(sections)
        .child(actions().child(check).child(back(&view.send)))
        .child(letters(view))
        .child(tag("h3").text("The record as it stands"))
        .child(tag("p").text(&lacking_in_words(lacking.len())))
        .child(take_along(&FORMS, &view.send))
        .child(paper(&view.desk.record(&browser::today()), true))
}

/// The forms that a record can be had in.
const FORMS: [(Form, &str); 6] = [
    (Form::Word, "Download for Word"),
    (Form::Paper, "Print"),
    (Form::Markdown, "Download as Markdown"),
    (Form::Clipboard, "Copy with formatting"),
    (Form::CaseFile, "Save the case file"),
    (Form::Calendar, "Download the dates"),
];

fn lacking_in_words(count: usize) -> String {
    match count {
        0 => "Nothing is missing.".to_owned(),
        1 => "One thing is missing. The record says so.".to_owned(),
        count => [&count.to_string(), " things are missing. The record says so."].concat(),
    }
}

/// The letters for this outcome.
fn letters(view: &View<'_>) -> Element {
    let mut list = tag("ul").class("letters");
    let mut any = false;
    for (place, letter) in view.desk.content.paperwork.letters.iter().enumerate() {
        if !view.desk.is_for_this(letter) {
            continue;
        }
        any = true;
        list.push(
            tag("li")
                .key(&letter.id)
                .child(link_button(&letter.name, view.send.show(Step::Letter(place))))
                .text(". ")
                .text(&letter.says),
        );
    }
    if any { fragment().child(tag("h3").text("Letters")).child(list) } else { fragment() }
}

/// What is missing or wrong, with a way to each: a link where the field is on this screen, a button where it is on
/// that of the options.
pub(crate) fn summary(
    view: &View<'_>,
    title: &'static str,
    entries: &[&Entry<'_>],
    more: Vec<Element>,
) -> Element {
    let mut list = tag("ul");
    for entry in entries {
        let Some(problem) = &entry.problem else { continue };
        let says = problem.says(&entry.field.label);
        let way = match elsewhere(&entry.key) {
            None => tag("a").attr(Href, &["#", &entry.key].concat()).text(&says),
            Some(id) => {
                let mut words = String::new();
                for option in &view.policy().options {
                    if option.id == id {
                        words = [option.name.as_str(), " – "].concat();
                    }
                }
                for number in 1..=OWN_OPTIONS {
                    let key = Key::Own(number);
                    if key.to_string() == id {
                        words = [view.desk.case.text(&key), " – "].concat();
                    }
                }
                link_button(&[words.as_str(), &says].concat(), view.send.show(Step::Options))
            }
        };
        list.push(tag("li").key(&entry.key).child(way));
    }
    for item in more {
        list.push(item);
    }
    error_summary(title, list)
}

/// The option whose field this is, on the screen of the options; none where the field is on this screen.
fn elsewhere(key: &str) -> Option<&str> {
    let mut parts = key.split('/');
    match parts.next() {
        Some("detail" | "reason") => parts.next(),
        _ => None,
    }
}

/// What the focus moves to when something is missing.
#[inline(never)]
pub(crate) fn error_summary(title: &'static str, list: Element) -> Element {
    tag("div")
        .class("error-summary")
        .id("aid-error")
        .attr(TabIndex, "-1")
        .attr(Role, "alert")
        .child(tag("h2").text(title))
        .child(list)
}
