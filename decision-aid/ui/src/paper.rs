//! A document as it looks on paper.

use crate::changing::changing;
use document::{Block, Document, Level, Run, Runs, Table};
use std::rc::Rc;
use yew::{Html, Properties, component, html};

/// The properties of a [`Paper`].
#[derive(Debug, Properties, PartialEq)]
pub struct PaperProps {
    /// The document.
    pub document: Rc<Document>,
    /// Whether its title stands on it.
    #[prop_or(true)]
    pub titled: bool,
}

/// A document on a sheet of paper, with the id `paper`. A wide table makes it scroll, so it takes the focus for the keyboard.
///
/// ```
/// use document::Document;
/// use std::rc::Rc;
/// use ui::Paper;
/// use yew::{Html, html};
///
/// fn letter(document: Rc<Document>) -> Html {
///     html! { <Paper {document} titled=false /> }
/// }
/// ```
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let Document { title, blocks, .. } = &*props.document;
    html! {
        <div class="paper" id="paper" role="group" tabindex="0" aria-label={title.clone()}>
            if props.titled { <h3 class="paper-title">{ changing(title) }</h3> }
            { for blocks.iter().map(block) }
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
        Block::PageBreak => Html::default(),
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

/// Text with its emphasis. Each run is an element that a change replaces; its place is a part of its key, since two may have
/// the same words.
fn runs(runs: &Runs) -> Html {
    let run = |(index, run): (usize, &Run)| {
        let key = |text: &str| [&index.to_string(), ":", text].concat();
        match run {
            Run::Plain(text) => html! { <span key={key(text)}>{ lines(text) }</span> },
            Run::Strong(text) => html! { <strong key={key(text)}>{ lines(text) }</strong> },
            Run::Emphasis(text) => html! { <em key={key(text)}>{ lines(text) }</em> },
            Run::Break => html! { <br key={index} /> },
        }
    };
    runs.iter().enumerate().map(run).collect()
}

/// The lines of a text. Control characters that would change how it reads are shown by their code.
fn lines(text: &str) -> Html {
    let visible = document::visible(text);
    let line = |(index, line): (usize, &str)| {
        html! { <>if index > 0 { <br /> }{ line.to_owned() }</> }
    };
    visible.split('\n').enumerate().map(line).collect()
}
