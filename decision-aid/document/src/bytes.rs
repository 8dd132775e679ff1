//! A document as bytes, in which a page hands it to the app that writes Word files.
//!
//! Both apps are built from the same sources, so the format needs neither field names nor a version.

use crate::Document;

/// Encodes a document, for [`from_bytes`] of the same build. The bytes are empty where encoding fails, which no document
/// causes in practice: the format has a form for every field of one.
#[must_use]
pub fn to_bytes(document: &Document) -> Vec<u8> {
    postcard::to_allocvec(document).unwrap_or_default()
}

/// Decodes a document that [`to_bytes`] encoded. `None` where the bytes are not a document.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> Option<Document> {
    postcard::from_bytes(bytes).ok()
}
