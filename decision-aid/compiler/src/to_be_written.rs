//! What is left to be written in a block that a command made: places that hold the block back until a person fills them.

/// What stands for an id that is still to be chosen.
pub const ID: &str = "to-be-written";

/// How the text of a place begins.
const BEGINS: &str = "To be written: ";

/// The text of a place, which says what belongs there.
pub fn place(what: &str) -> String {
    format!("{BEGINS}{what}")
}

/// Whether a text is such a place.
pub(crate) fn is_place(text: &str) -> bool {
    text.trim_start().starts_with(BEGINS.trim_end())
}
