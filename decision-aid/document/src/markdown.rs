//! A document as Markdown in which the text is literal, whatever it contains.
//!
//! Nothing in a text is read as Markdown or HTML: see `escape`. What Markdown cannot express without HTML is written as the
//! nearest that it can: a line end in a heading or a cell as `&#10;`, a page break as a thematic break.

mod escape;
mod line;

use crate::lines::lines;
use crate::model::{Block, Document, Level, Run, Runs, Table};
use line::line;

/// Writes a document as Markdown, with its title as the heading of the first level.
///
/// Blank lines at either end of a paragraph or an item are dropped, because Markdown cannot express them.
#[must_use]
pub fn to_markdown(document: &Document) -> String {
    let title = heading(1, &[Run::Plain(document.title.clone())]);
    let mut previous = None;
    let mut is_alternate = false;
    let blocks = document.blocks.iter().map(|block| {
        // Two adjacent lists with the same marker would be read as one, so each second list takes another marker.
        let kind = Some(std::mem::discriminant(block));
        is_alternate = previous == kind && !is_alternate;
        previous = kind;
        self::block(block, is_alternate)
    });
    let blocks = std::iter::once(title).chain(blocks).filter(|block| !block.is_empty());
    blocks.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn block(block: &Block, is_alternate: bool) -> String {
    match block {
        Block::Heading(level, runs) => heading(depth(*level), runs),
        Block::Paragraph(runs) => paragraph(runs, 0),
        Block::Bullets(items) => list(items, |_| if is_alternate { "*" } else { "-" }.to_owned()),
        Block::Numbers(items) => {
            list(items, |number| format!("{number}{}", if is_alternate { ')' } else { '.' }))
        }
        Block::Table(table) => self::table(table),
        Block::PageBreak => "***".to_owned(),
    }
}

/// The depth of a heading: the title has depth 1.
fn depth(level: Level) -> usize {
    match level {
        Level::One => 2,
        Level::Two => 3,
        Level::Three => 4,
    }
}

fn heading(depth: usize, runs: &[Run]) -> String {
    let text = single_line(runs);
    if text.is_empty() { text } else { format!("{} {text}", "#".repeat(depth)) }
}

/// A paragraph. Its lines after the first are indented by this many spaces.
fn paragraph(runs: &[Run], indent: usize) -> String {
    let lines: Vec<String> = lines(runs).iter().map(|spans| line(spans)).collect();
    let first = lines.iter().position(|line| !line.is_empty());
    let last = lines.iter().rposition(|line| !line.is_empty());
    let Some((first, last)) = first.zip(last) else { return String::new() };
    lines[first..=last].join(&format!("\\\n{}", " ".repeat(indent)))
}

/// A list. `marker` gives the marker of the item with a number, from 1.
fn list(items: &[Runs], marker: impl Fn(usize) -> String) -> String {
    let item = |(number, runs): (usize, &Runs)| {
        let marker = marker(number);
        let text = paragraph(runs, marker.len() + 1);
        if text.is_empty() { marker } else { format!("{marker} {text}") }
    };
    (1..).zip(items).map(item).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let columns = table.columns();
    if columns == 0 {
        return String::new();
    }
    let delimiters = format!("|{}", " --- |".repeat(columns));
    let rows = table.rows.iter().map(|cells| row(cells, columns));
    [row(&table.header, columns), delimiters].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn row(cells: &[Runs], columns: usize) -> String {
    let text = |column: usize| cells.get(column).map_or_else(String::new, |cell| single_line(cell));
    format!("| {} |", (0..columns).map(text).collect::<Vec<_>>().join(" | "))
}

/// Runs where Markdown allows only one line.
fn single_line(runs: &[Run]) -> String {
    lines(runs).iter().map(|spans| line(spans)).collect::<Vec<_>>().join("&#10;")
}
