//! Paragraphs of a letter: from its pieces with their blanks filled, or from the officer's own words.

use crate::entry::Entry;
use crate::wording::shown;
use document::{Block, Run, Runs};
use policy::{FieldKind, Piece};

/// The paragraphs of a text of the officer's own: an empty line ends one.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    let visible = document::visible(text);
    let paragraphs = visible.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| Block::Paragraph(vec![Run::Plain(paragraph.to_owned())])).collect()
}

/// Lines as the items of a list.
pub(crate) fn items(text: &str) -> Vec<Runs> {
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| vec![Run::Plain(line.to_owned())]).collect()
}

/// A paragraph with its blanks filled. A blank of lines that stands alone becomes a list.
pub(super) fn filled(pieces: &[Piece], entries: &[Entry<'_>]) -> Block {
    if let [Piece::Field(index)] = pieces
        && let Some(entry) = entries.get(usize::from(*index))
        && entry.field.kind == FieldKind::Lines
        && !entry.value.trim().is_empty()
    {
        return Block::Bullets(items(&entry.value));
    }
    let mut runs = Vec::new();
    for piece in pieces {
        runs.push(match piece {
            // A full stop that ends what was filled in does not stand beside that of the letter.
            Piece::Text(text) if text.starts_with(['.', ',']) && ends_with_stop(&runs) => {
                Run::Plain(text.strip_prefix('.').unwrap_or(text).to_owned())
            }
            Piece::Text(text) => Run::Plain(text.clone()),
            Piece::Strong(text) => Run::Strong(text.clone()),
            Piece::Field(index) => entries.get(usize::from(*index)).map_or(Run::Break, blank),
        });
    }
    Block::Paragraph(runs)
}

fn ends_with_stop(runs: &[Run]) -> bool {
    matches!(runs.last(), Some(Run::Plain(text)) if text.ends_with('.'))
}

/// What stands in a blank; its label in square brackets where nothing does.
fn blank(entry: &Entry<'_>) -> Run {
    match entry.value.trim() {
        "" => Run::Emphasis(format!("[{}]", entry.field.label)),
        value => Run::Plain(shown(entry.field, value)),
    }
}

/// The words of a block, for editing: a line for each item of a list.
pub(super) fn plain(block: &Block) -> String {
    match block {
        Block::Bullets(items) => items.iter().map(words).collect::<Vec<_>>().join("\n"),
        Block::Paragraph(runs) => words(runs),
        _ => String::new(),
    }
}

fn words(runs: &Runs) -> String {
    let word = |run: &Run| match run {
        Run::Plain(words) | Run::Strong(words) | Run::Emphasis(words) => words.clone(),
        Run::Break => "\n".to_owned(),
    };
    runs.iter().map(word).collect()
}
