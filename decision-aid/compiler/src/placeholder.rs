//! What a command leaves for a person to write in a block that it made: placeholders, which hold the block back while they stand.

/// What stands for an id that is still to be chosen.
pub const ID: &str = "to-be-written";

/// How a placeholder begins.
const BEGINS: &str = "To be written: ";

/// The placeholder for a text, which says what belongs there.
pub fn text(what: &str) -> String {
    format!("{BEGINS}{what}")
}

/// Whether a text is a placeholder.
pub(crate) fn is_placeholder(text: &str) -> bool {
    text.trim_start().starts_with(BEGINS.trim_end())
}
