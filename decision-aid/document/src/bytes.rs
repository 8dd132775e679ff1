//! A document as bytes: how the page hands one to what writes Word files. Both are built from these sources, so the
//! format needs no names.

use crate::Document;

/// The document as bytes. Empty where it cannot be written, which no document is too large for.
pub fn to_bytes(document: &Document) -> Vec<u8> {
    postcard::to_allocvec(document).unwrap_or_default()
}

/// The document that bytes stand for. None where they stand for none.
pub fn from_bytes(bytes: &[u8]) -> Option<Document> {
    postcard::from_bytes(bytes).ok()
}
