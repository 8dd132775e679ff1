//! A preview of a document, as it looks when it is printed.

use document::{Block, Document, Level, Run, Runs, Table};
use yew::{Html, html};

/// The document on a sheet of paper. A wide table makes it scroll, so it takes the focus for the keyboard.
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
        Block::Heading(Level::One, text) => html! { <h4 class="paper-heading">{ runs(text) }</h4> },
        Block::Heading(_, text) => html! { <h5>{ runs(text) }</h5> },
        Block::Paragraph(text) => html! { <p>{ runs(text) }</p> },
        Block::Bullets(items) => html! { <ul>{ for items.iter().map(item) }</ul> },
        Block::Numbers(items) => html! { <ol>{ for items.iter().map(item) }</ol> },
        Block::Table(table) => self::table(table),
        Block::PageBreak => html! {},
    }
}

fn item(text: &Runs) -> Html {
    html! { <li>{ runs(text) }</li> }
}

fn table(table: &Table) -> Html {
    let header = table.header.iter().map(|cell| html! { <th scope="col">{ runs(cell) }</th> });
    let row = |cells: &Vec<Runs>| {
        html! { <tr>{ for cells.iter().map(|cell| html! { <td>{ runs(cell) }</td> }) }</tr> }
    };
    html! {
        <table class="paper-table">
            <thead><tr>{ for header }</tr></thead>
            <tbody>{ for table.rows.iter().map(row) }</tbody>
        </table>
    }
}

/// Text with its emphasis. Control characters that would change how the text reads are shown by their code.
fn runs(runs: &Runs) -> Html {
    let run = |run: &Run| match run {
        Run::Plain(text) => html! { { document::visible(text).into_owned() } },
        Run::Strong(text) => html! { <strong>{ document::visible(text).into_owned() }</strong> },
        Run::Emphasis(text) => html! { <em>{ document::visible(text).into_owned() }</em> },
        Run::Break => html! { <br /> },
    };
    runs.iter().map(run).collect()
}
