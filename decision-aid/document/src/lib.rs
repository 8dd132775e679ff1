//! A document such as a letter or a decision record: made once, and shown in several ways.
//!
//! This crate is the model, and two things that every way of showing it needs: [`visible`], which says what of a
//! text reaches the reader, and [`to_markdown`]. The crate `word` writes the same model as a Word document.
//!
//! It may depend on serde and the format that one app hands a document to another in, and knows no policy and no web page.
//!
//! Start with [`Document`].

mod bytes;
mod lines;
mod markdown;
mod model;
mod visible;

pub use bytes::{from_bytes, to_bytes};
pub use lines::{Piece, Style, lines};
pub use markdown::to_markdown;
pub use model::{Block, Document, Level, Run, Runs, Table};
pub use visible::visible;
