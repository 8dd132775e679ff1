//! What stands where on a page: the clause labels, and what its blocks became.

use crate::Place;
use crate::kinds::Item;
use crate::scan::Mark;
use policy::{Clause, Ref};
use std::ops::Range;

/// A clause label, and where it stands on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLabel {
    /// The bytes of the label line, up to the text of the paragraph.
    pub line: Range<usize>,
    /// Where its id stands.
    pub id: Place,
    /// Where the paragraph ends.
    pub end: usize,
    /// The clause.
    pub clause: Ref<Clause>,
    /// Why nothing needs to use the clause.
    pub mark: Option<Mark>,
}

/// A block, and where it stands on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedItem {
    /// The bytes of the block, fences included.
    pub span: Range<usize>,
    /// Where its id stands; the whole block where it has none.
    pub id: Place,
    /// What it became.
    pub item: Item,
}
