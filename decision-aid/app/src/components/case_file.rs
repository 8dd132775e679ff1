//! Opening a case that was saved, and what this version of the policy says otherwise of it.

use crate::components::button::link_button;
use crate::components::field::{error_message, label};
use crate::element::Attribute::{Accept, Described, Labelled, Open, Role, Type};
use crate::element::{Element, fragment, tag};
use crate::message::{Message, Sender};
use casework::Notice;

/// The way to open a saved case.
pub(crate) fn open_case(refused: &str, asking: bool, send: &Sender) -> Element {
    let hint =
        "A file that you saved here; its name ends in “.json”. It is read in this browser, and goes nowhere.";
    let problem = if refused.is_empty() {
        fragment()
    } else {
        error_message("case-file-problem", refused).attr(Role, "alert")
    };
    tag("details")
        .class("why open-case")
        .flag(Open, asking || !refused.is_empty())
        .child(tag("summary").text("Open a case that you saved"))
        .child(
            tag("div")
                .class("field")
                .child(label("case-file", "Case file"))
                .child(tag("p").class("hint").id("case-file-hint").text(hint))
                .child(problem)
                .child(
                    tag("input")
                        .class("input")
                        .attr(Type, "file")
                        .id("case-file")
                        .attr(Accept, ".json,application/json")
                        .attr(Described, "case-file-hint")
                        .on(send.file()),
                )
                .child(if asking { replace(send) } else { fragment() }),
        )
}

/// Whether the case on screen gives way.
fn replace(send: &Sender) -> Element {
    tag("div")
        .attr(Role, "alert")
        .child(tag("p").text("There is a case on screen. Opening the file removes it from this tab."))
        .child(link_button("Open the file", send.click(Message::Replace(true))))
        .child(link_button("Keep this case", send.click(Message::Replace(false))))
}

/// What is said of a case that was opened or came back.
pub(crate) fn notice(notice: &Notice) -> Element {
    let mut section = tag("section")
        .class("aid-notice")
        .attr(Labelled, "opened-title")
        .child(tag("h2").id("opened-title").text(notice.title));
    for paragraph in &notice.paragraphs {
        section.push(tag("p").text(paragraph));
    }
    section.push(list(&notice.changes));
    if !notice.unplaced.is_empty() {
        section.push(tag("p").text(Notice::UNPLACED));
    }
    section.push(list(&notice.unplaced));
    section
}

/// Sentences as a list; nothing where there are none.
fn list(sentences: &[String]) -> Element {
    let mut list = tag("ul");
    for sentence in sentences {
        list.push(tag("li").text(sentence));
    }
    if sentences.is_empty() { fragment() } else { list }
}
