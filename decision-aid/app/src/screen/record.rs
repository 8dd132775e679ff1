//! The decision record: what is still to be written down, the record itself, and the ways to take it along.

use super::options::warned;
use crate::browser;
use crate::components::button::{actions, back, button, link_button};
use crate::components::field::fields;
use crate::components::heading::screen;
use crate::components::paper::{paper, take_along};
use crate::components::source::source_line;
use crate::element::Attribute::{Role, TabIndex};
use crate::element::{Element, fragment, tag};
use crate::message::{ExportFormat, Message};
use crate::view::View;
use casework::Missing;
use casework::state::Step;

/// The decision record.
pub(crate) fn record_screen(view: &View<'_>) -> Element {
    let missing = view.case_view.missing();
    let error = if view.show_errors && !missing.is_empty() {
        summary(view, "The record still lacks something", &missing)
    } else {
        fragment()
    };
    let mut sections = fragment();
    for (section, entries) in view.case_view.sections() {
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
        .child(error)
        .child(warnings(view))
        .child(sections)
        .child(actions().child(check).child(back(&view.send)))
        .child(letters(view))
        .child(tag("h3").text("The record as it stands"))
        .child(tag("p").text(&missing_in_words(missing.len())))
        .child(take_along(&FORMS, &view.send))
        .child(paper(&view.case_view.record(&browser::today()), true))
}

/// The forms that a record can be had in.
const FORMS: [(ExportFormat, &str); 6] = [
    (ExportFormat::Word, "Download for Word"),
    (ExportFormat::Paper, "Print"),
    (ExportFormat::Markdown, "Download as Markdown"),
    (ExportFormat::Clipboard, "Copy with formatting"),
    (ExportFormat::CaseFile, "Save the case file"),
    (ExportFormat::Calendar, "Download the dates"),
];

fn missing_in_words(count: usize) -> String {
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
    for (index, letter) in view.case_view.content.paperwork.letters.iter().enumerate() {
        if !view.case_view.is_for_this(letter) {
            continue;
        }
        any = true;
        list.push(
            tag("li")
                .key(&letter.id)
                .child(link_button(&letter.name, view.send.show(Step::Letter(index))))
                .text(". ")
                .text(&letter.says),
        );
    }
    if any { fragment().child(tag("h3").text("Letters")).child(list) } else { fragment() }
}

/// What is missing or wrong, with a way to each.
pub(crate) fn summary(view: &View<'_>, title: &'static str, missing: &[Missing]) -> Element {
    let mut list = tag("ul");
    for entry in missing {
        let find = Message::Find { key: entry.key.clone(), of_option: entry.of_option };
        let link = link_button(&entry.says, view.send.click(find));
        list.push(tag("li").child(link));
    }
    error_summary(title, list)
}

/// What speaks against the options taken, once more, before anything is written that cannot be taken back.
pub(crate) fn warnings(view: &View<'_>) -> Element {
    let (mut list, mut any) = (fragment(), false);
    for option in view.case_view.options() {
        for warning in &option.warnings {
            list.push(warned(view.policy(), warning, &[&option.name, " – "].concat()));
            any = true;
        }
    }
    if any { tag("section").child(tag("h3").text("Before you go on")).child(list) } else { fragment() }
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
