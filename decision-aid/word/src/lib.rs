//! Writes a document as a Word file, natively and in the browser.
//!
//! A Word file is a package of XML parts. The files in `skeleton/` are the parts, or the frames of parts, that are the same for
//! every document; [`docx`] fills in the title and the language, and adds the content. It uses neither the clock nor random
//! numbers, so the same document always gives the same bytes.
//!
//! It may depend on `document`, an XML writer and the browser's bindings. The browser loads it only when an officer asks for
//! a file, and its budget is 50 KB compressed, which `tests/tests/it/word_size.rs` holds.
//!
//! Start with [`docx`]: `body` writes the content, `parts` lists the parts, `package` writes the archive.

mod body;
mod package;
mod parts;
mod xml;

use document::Document;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// Writes a document as a Word file.
#[must_use]
pub fn docx(document: &Document) -> Vec<u8> {
    package::package(&parts::parts(document))
}

/// Writes a document as a Word file. In JavaScript it is called `docx`, and takes what [`document::to_bytes`] wrote.
///
/// # Errors
/// The bytes are not a document.
#[wasm_bindgen(js_name = docx)]
pub fn docx_from_bytes(bytes: &[u8]) -> Result<Vec<u8>, JsError> {
    let document = document::from_bytes(bytes);
    document
        .as_ref()
        .map(docx)
        .ok_or_else(|| JsError::new("the Word file cannot be made: what the page sent is not a document"))
}

/// Writes a document as Markdown. In JavaScript it is called `markdown`, and takes what [`document::to_bytes`] wrote. It is
/// loaded together with the writer of Word files, so that the first screen of the decision aid need not load it.
///
/// # Errors
/// The bytes are not a document.
#[wasm_bindgen(js_name = markdown)]
pub fn markdown_from_bytes(bytes: &[u8]) -> Result<String, JsError> {
    let document = document::from_bytes(bytes);
    document
        .as_ref()
        .map(document::to_markdown)
        .ok_or_else(|| JsError::new("the text cannot be made: what the page sent is not a document"))
}
