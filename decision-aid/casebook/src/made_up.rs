//! What is said of cases that nobody had, above whatever is made of them.

use document::{Block, Run};

/// That nobody had the cases.
pub const MADE_UP: &str = "These are made-up cases, not files that anybody saved.";

/// A row for a spreadsheet, with as many cells as the others have.
pub(crate) fn row<const CELLS: usize>() -> [&'static str; CELLS] {
    let mut row = [""; CELLS];
    row.first_mut().into_iter().for_each(|cell| *cell = MADE_UP);
    row
}

/// A paragraph of a document.
pub(crate) fn paragraph() -> Block {
    Block::Paragraph(vec![Run::strong(MADE_UP)])
}
