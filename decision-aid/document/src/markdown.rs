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
    let mut out = heading(1, &[Run::Plain(document.title.clone())]);
    let mut previous = None;
    let mut turned = false;
    for block in &document.blocks {
        // Two lists of one kind in a row would be read as one, so that the second takes the other mark.
        let kind = std::mem::discriminant(block);
        turned = previous == Some(kind) && !turned;
        previous = Some(kind);
        let block = self::block(block, turned);
        if !block.is_empty() {
            out.push_str(if out.is_empty() { "" } else { "\n\n" });
            out.push_str(&block);
        }
    }
    out.push('\n');
    out
}

fn block(block: &Block, turned: bool) -> String {
    match block {
        Block::Heading(level, runs) => heading(depth(*level), runs),
        Block::Paragraph(runs) => paragraph(runs, 0),
        Block::Bullets(items) => list(items, false, if turned { "*" } else { "-" }),
        Block::Numbers(items) => list(items, true, if turned { ")" } else { "." }),
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
    if text.is_empty() {
        return text;
    }
    let mut heading = String::new();
    for _ in 0..depth {
        heading.push('#');
    }
    heading.push(' ');
    heading.push_str(&text);
    heading
}

/// A paragraph, its lines after the first set in by so many spaces.
fn paragraph(runs: &[Run], indent: usize) -> String {
    let mut paragraph = String::new();
    // Empty lines are written once a line with text follows.
    let mut ends = 0;
    for pieces in lines(runs) {
        let line = line(&pieces);
        if !line.is_empty() {
            for _ in 0..ends {
                paragraph.push_str("\\\n");
                for _ in 0..indent {
                    paragraph.push(' ');
                }
            }
            ends = 0;
            paragraph.push_str(&line);
        }
        ends += usize::from(!paragraph.is_empty());
    }
    paragraph
}

/// A list. A mark stands before each item, after the item's number where items are counted.
fn list(items: &[Runs], counted: bool, mark: &str) -> String {
    let mut list = String::new();
    for (number, runs) in items.iter().enumerate() {
        if number > 0 {
            list.push('\n');
        }
        let line = list.len();
        if counted {
            list.push_str(&(number + 1).to_string());
        }
        list.push_str(mark);
        let text = paragraph(runs, list.len() - line + 1);
        if !text.is_empty() {
            list.push(' ');
            list.push_str(&text);
        }
    }
    list
}

fn table(table: &Table) -> String {
    let columns = table.columns();
    if columns == 0 {
        return String::new();
    }
    let mut out = row(&table.header, columns);
    out.push_str("\n|");
    for _ in 0..columns {
        out.push_str(" --- |");
    }
    for cells in &table.rows {
        out.push('\n');
        out.push_str(&row(cells, columns));
    }
    out
}

fn row(cells: &[Runs], columns: usize) -> String {
    let mut row = String::from("|");
    for column in 0..columns {
        row.push(' ');
        if let Some(cell) = cells.get(column) {
            row.push_str(&on_one_line(cell));
        }
        row.push_str(" |");
    }
    row
}

/// Runs where Markdown allows one line only.
fn on_one_line(runs: &[Run]) -> String {
    let mut out = String::new();
    let mut between = "";
    for pieces in lines(runs) {
        out.push_str(between);
        out.push_str(&line(&pieces));
        between = "&#10;";
    }
    out
}
