//! A document as it looks on paper.

use document::{Block, Document, Level, Run, Runs};
use yew::{Html, html};

/// The document, on a sheet of paper.
pub(crate) fn paper(document: &Document) -> Html {
    html! {
        <div class="paper" id="paper" role="group" tabindex="0" aria-label={document.title.clone()}>
            <h3 class="paper-title">{ document.title.clone() }</h3>
            { for document.blocks.iter().map(block) }
        </div>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(Level::One, words) => html! { <h4 class="paper-heading">{ runs(words) }</h4> },
        Block::Heading(_, words) => html! { <h5>{ runs(words) }</h5> },
        Block::Paragraph(words) => html! { <p>{ runs(words) }</p> },
        Block::Bullets(items) => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ runs(item) }</li> }) }</ul> }
        }
        Block::Numbers(items) => {
            html! { <ol>{ for items.iter().map(|item| html! { <li>{ runs(item) }</li> }) }</ol> }
        }
        Block::Table(table) => {
            let row = |cells: &Vec<Runs>| {
                html! {
                    <tr>{ for cells.iter().map(|cell| html! { <td>{ runs(cell) }</td> }) }</tr>
                }
            };
            html! {
                <table class="paper-table">
                    <thead><tr>{ for table.header.iter().map(|cell| html! { <th scope="col">{ runs(cell) }</th> }) }</tr></thead>
                    <tbody>{ for table.rows.iter().map(row) }</tbody>
                </table>
            }
        }
        Block::PageBreak => html! {},
    }
}

/// Words as they are seen: characters that would hide something show by their code.
fn runs(words: &Runs) -> Html {
    words
        .iter()
        .map(|run| match run {
            Run::Plain(text) => html! { { document::visible(text).into_owned() } },
            Run::Strong(text) => html! { <strong>{ document::visible(text).into_owned() }</strong> },
            Run::Emphasis(text) => html! { <em>{ document::visible(text).into_owned() }</em> },
            Run::Break => html! { <br /> },
        })
        .collect()
}
