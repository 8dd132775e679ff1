//! A document as it looks on paper, and the ways to take it along.

use super::button::button;
use crate::element::Attribute::{Label, Role, Scope, TabIndex};
use crate::element::{Element, fragment, tag};
use crate::message::{ExportFormat, Message, Sender};
use document::{Block, Document, Level, Run, Runs};

/// The document, on a sheet of paper.
pub(crate) fn paper(document: &Document, title: bool) -> Element {
    let mut paper = tag("div")
        .class("paper")
        .id("paper")
        .attr(Role, "group")
        .attr(Label, &document.title)
        .attr(TabIndex, "0");
    paper.push(if title { tag("h3").class("paper-title").text(&document.title) } else { fragment() });
    for block in &document.blocks {
        paper.push(self::block(block));
    }
    paper
}

fn block(block: &Block) -> Element {
    match block {
        Block::Heading(Level::One, words) => runs(tag("h4").class("paper-heading"), words),
        Block::Heading(_, words) => runs(tag("h5"), words),
        Block::Paragraph(words) => runs(tag("p"), words),
        Block::Bullets(items) => all(tag("ul"), "li", items),
        Block::Numbers(items) => all(tag("ol"), "li", items),
        Block::Table(table) => {
            let mut header = tag("tr");
            for cell in &table.header {
                header.push(runs(tag("th").attr(Scope, "col"), cell));
            }
            let mut body = tag("tbody");
            for row in &table.rows {
                body.push(all(tag("tr"), "td", row));
            }
            tag("table").class("paper-table").child(tag("thead").child(header)).child(body)
        }
        Block::PageBreak => fragment(),
    }
}

/// An element with others in it, one for each of some words.
fn all(mut into: Element, each: &'static str, items: &[Runs]) -> Element {
    for item in items {
        into.push(runs(tag(each), item));
    }
    into
}

/// Words as they are seen: characters that would hide something show by their code.
fn runs(mut into: Element, words: &Runs) -> Element {
    for run in words {
        match run {
            Run::Plain(text) => into = lines(into, text),
            Run::Strong(text) => into.push(lines(tag("strong"), text)),
            Run::Emphasis(text) => into.push(lines(tag("em"), text)),
            Run::Break => into.push(tag("br")),
        }
    }
    into
}

fn lines(mut into: Element, text: &str) -> Element {
    let visible = document::visible(text);
    let mut first = true;
    for line in visible.split('\n') {
        if !first {
            into.push(tag("br"));
        }
        first = false;
        into = into.text(line);
    }
    into
}

/// The buttons to take a document along.
pub(crate) fn take_along(forms: &[(ExportFormat, &'static str)], send: &Sender) -> Element {
    let mut buttons = tag("div").class("actions take-along");
    for (form, words) in forms {
        buttons.push(button("button-quiet", words, send.click(Message::Export(*form))));
    }
    buttons
}
