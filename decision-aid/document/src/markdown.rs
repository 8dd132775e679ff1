//! A document as Markdown that shows its text as text, whatever stands in it.
//!
//! Nothing of a text is read as Markdown or HTML: see `escape`. What Markdown has no form for is written as the
//! nearest that needs no HTML: a line end in a heading or a cell as `&#10;`, a page break as a rule.

mod escape;
mod line;

use crate::lines::lines;
use crate::model::{Block, Document, Level, Run, Runs, Table};
use line::line;

/// The document as Markdown, its title as the first heading.
///
/// Blank lines at either end of a paragraph or an item are dropped: Markdown has no form for them.
#[must_use]
pub fn to_markdown(document: &Document) -> String {
    let mut parts = vec![heading(1, &[Run::plain(document.title.as_str())])];
    let mut previous = None;
    let mut turned = false;
    for block in &document.blocks {
        // Two lists of one kind in a row would be read as one, so that the second takes the other mark.
        let kind = std::mem::discriminant(block);
        turned = previous == Some(kind) && !turned;
        previous = Some(kind);
        parts.push(self::block(block, turned));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn block(block: &Block, turned: bool) -> String {
    match block {
        Block::Heading(level, runs) => heading(depth(*level), runs),
        Block::Paragraph(runs) => paragraph(runs, ""),
        Block::Bullets(items) => list(items, |_| if turned { "*" } else { "-" }.to_owned()),
        Block::Numbers(items) => {
            list(items, |number| format!("{}{}", number + 1, if turned { ")" } else { "." }))
        }
        Block::Table(table) => self::table(table),
        Block::PageBreak => "***".to_owned(),
    }
}

fn depth(level: Level) -> usize {
    match level {
        Level::One => 2,
        Level::Two => 3,
        Level::Three => 4,
    }
}

fn heading(depth: usize, runs: &[Run]) -> String {
    let text = on_one_line(runs);
    if text.is_empty() { text } else { format!("{} {text}", "#".repeat(depth)) }
}

/// A paragraph, its lines after the first set in by `indent`.
fn paragraph(runs: &[Run], indent: &str) -> String {
    let lines: Vec<String> = lines(runs).iter().map(|pieces| line(pieces)).collect();
    let text = |line: &String| !line.is_empty();
    let first = lines.iter().position(text).unwrap_or(0);
    let end = lines.iter().rposition(text).map_or(first, |last| last + 1);
    lines[first..end].join(&format!("\\\n{indent}"))
}

fn list(items: &[Runs], mark: impl Fn(usize) -> String) -> String {
    let item = |(number, runs): (usize, &Runs)| {
        let mark = mark(number);
        let text = paragraph(runs, &" ".repeat(mark.len() + 1));
        if text.is_empty() { mark } else { format!("{mark} {text}") }
    };
    items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let columns = table.columns();
    if columns == 0 {
        return String::new();
    }
    let row = |cells: &[Runs]| {
        let cell = |column| on_one_line(cells.get(column).map_or(&[], Vec::as_slice));
        format!("| {} |", (0..columns).map(cell).collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(columns));
    let rows = table.rows.iter().map(|cells| row(cells));
    [row(&table.header), rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// Runs where Markdown allows one line only.
fn on_one_line(runs: &[Run]) -> String {
    lines(runs).iter().map(|pieces| line(pieces)).collect::<Vec<_>>().join("&#10;")
}
