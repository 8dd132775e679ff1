//! A document such as a letter or a decision record: made once, and shown in several ways.
//!
//! This crate is the model, and what every way of showing it needs: [`visible`], which says what of a text reaches the
//! reader, and [`lines`]. [`to_markdown`] writes a document as Markdown; the crate `word` writes it as a Word file.
//!
//! It may depend on serde, and on the binary format in which one app hands a document to another. It knows no policy and no
//! web page. The decision aid loads its model with the first screen, so everything here is also kept small.
//!
//! Start with [`Document`].

#![deny(missing_docs)]

mod bytes;
mod lines;
mod markdown;
mod model;
mod visible;

pub use bytes::{from_bytes, to_bytes};
pub use lines::{Span, Style, lines};
pub use markdown::to_markdown;
pub use model::{Block, Document, Level, Run, Runs, Table};
pub use visible::visible;
