//! Writes a document as a Word file, here and in the browser.
//!
//! A Word file is a package of XML files. Those that are the same for every document are under `skeleton/`; [`docx`]
//! fills in the title and the language, and adds what the document says. It needs no clock and no chance, so the
//! same document always gives the same bytes.
//!
//! It may depend on `document`, an XML writer and the browser's bindings. It is loaded only when an officer asks for
//! a file, and what is loaded may be 50 KB compressed at most: a test holds it to that.
//!
//! Start with [`docx`]: `body` writes what the document says, `parts` lists the files of the package, `package` puts
//! them together.

mod body;
mod package;
mod parts;
mod xml;

use document::Document;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// The document as a Word file.
#[must_use]
pub fn docx(document: &Document) -> Vec<u8> {
    package::package(&parts::parts(document))
}

/// The document, given as [`document::to_bytes`] writes it, as a Word file: what the page calls, as `docx`.
///
/// # Errors
/// The bytes are not a document.
#[wasm_bindgen(js_name = docx)]
pub fn docx_of_bytes(bytes: &[u8]) -> Result<Vec<u8>, JsError> {
    match document::from_bytes(bytes) {
        Some(document) => Ok(docx(&document)),
        None => Err(JsError::new("the Word file cannot be made: what the page sent is not a document")),
    }
}

/// The document, given as [`document::to_bytes`] writes it, as Markdown: it is loaded with the Word files, so that what
/// is loaded first need not hold it.
///
/// # Errors
/// The bytes are not a document.
#[wasm_bindgen(js_name = markdown)]
pub fn markdown_of_bytes(bytes: &[u8]) -> Result<String, JsError> {
    match document::from_bytes(bytes) {
        Some(document) => Ok(document::to_markdown(&document)),
        None => Err(JsError::new("the text cannot be made: what the page sent is not a document")),
    }
}
