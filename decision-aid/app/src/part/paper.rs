//! A document as it looks on paper, and the ways to take it along.

use crate::message::{Form, Message, Sender};
use document::{Block, Document, Level, Run, Runs};
use yew::prelude::*;

/// The document, on a sheet of paper.
pub(crate) fn paper(document: &Document, title: bool) -> Html {
    html! {
        <div class="paper" id="paper" role="group" aria-label={document.title.clone()} tabindex="0">
            if title { <h3 class="paper-title">{ &document.title }</h3> }
            for block in &document.blocks { { self::block(block) } }
        </div>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(Level::One, words) => html! { <h4 class="paper-heading">{ runs(words) }</h4> },
        Block::Heading(_, words) => html! { <h5>{ runs(words) }</h5> },
        Block::Paragraph(words) => html! { <p>{ runs(words) }</p> },
        Block::Bullets(items) => html! { <ul>for item in items { <li>{ runs(item) }</li> }</ul> },
        Block::Numbers(items) => html! { <ol>for item in items { <li>{ runs(item) }</li> }</ol> },
        Block::Table(table) => html! {
            <table class="paper-table">
                <thead><tr>for cell in &table.header { <th scope="col">{ runs(cell) }</th> }</tr></thead>
                <tbody>
                    for row in &table.rows { <tr>for cell in row { <td>{ runs(cell) }</td> }</tr> }
                </tbody>
            </table>
        },
        Block::PageBreak => html! {},
    }
}

/// Words as they are seen: characters that would hide something show by their code.
fn runs(words: &Runs) -> Html {
    let mut parts = Vec::new();
    for run in words {
        parts.push(match run {
            Run::Plain(text) => lines(text),
            Run::Strong(text) => html! { <strong>{ lines(text) }</strong> },
            Run::Emphasis(text) => html! { <em>{ lines(text) }</em> },
            Run::Break => html! { <br /> },
        });
    }
    html! { <>{ for parts }</> }
}

fn lines(text: &str) -> Html {
    let visible = document::visible(text);
    let mut parts = Vec::new();
    for (place, line) in visible.split('\n').enumerate() {
        if place > 0 {
            parts.push(html! { <br /> });
        }
        parts.push(html! { { line } });
    }
    html! { <>{ for parts }</> }
}

/// The buttons to take a document along.
pub(crate) fn take_along(forms: &[(Form, &'static str)], send: &Sender) -> Html {
    html! {
        <div class="actions take-along">
            for (form, words) in forms {
                <button type="button" class="button-quiet" onclick={send.click(Message::Take(*form))}>{ *words }</button>
            }
        </div>
    }
}
