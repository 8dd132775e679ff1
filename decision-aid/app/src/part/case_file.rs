//! Opening a case that was saved, and what this version of the policy says otherwise of it.

use crate::element::Attribute::{Accept, Described, Labelled, Open, Role, Type};
use crate::element::{Element, fragment, tag};
use crate::message::{Message, Sender};
use crate::part::button::link_button;
use crate::part::field::{error_message, label};

/// What is known of the case file that was opened.
pub(crate) struct Opened {
    /// The version of the policy that it was saved under, where that is another one.
    pub(crate) other_version: Option<String>,
    /// The day it was saved on, in words.
    pub(crate) saved_on: String,
    /// What this version says otherwise, in sentences.
    pub(crate) changes: Vec<String>,
}

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

/// What was opened.
pub(crate) fn opened(opened: &Opened) -> Element {
    let mut since = fragment();
    if let Some(version) = &opened.other_version {
        since.push(
            tag("p").text("It was saved under another version of the policy: ").text(version).text("."),
        );
        if opened.changes.is_empty() {
            since.push(tag("p").text("This version comes to the same result."));
        } else {
            since.push(tag("p").text("This version comes to another result:"));
            let mut changes = tag("ul");
            for change in &opened.changes {
                changes.push(tag("li").text(change));
            }
            since.push(changes);
        }
    }
    tag("section")
        .class("aid-notice")
        .attr(Labelled, "opened-title")
        .child(tag("h2").id("opened-title").text("A saved case is open"))
        .child(tag("p").text("It was saved on ").text(&opened.saved_on).text("."))
        .child(since)
}
