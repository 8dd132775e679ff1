//! What a document is made of.

use serde::{Deserialize, Serialize};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is called. It stands above everything else, so a heading of the first level is a part of it.
    pub title: String,
    /// The language it is written in, as a tag such as `en-GB`.
    pub language: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading(Level, Runs),
    /// A paragraph.
    Paragraph(Runs),
    /// A list whose items have no order.
    Bullets(Vec<Runs>),
    /// A list whose items are counted from 1.
    Numbers(Vec<Runs>),
    /// A table.
    Table(Table),
    /// What follows starts on a new page.
    PageBreak,
}

/// How deep a heading stands below the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A part of the document.
    One,
    /// A part of a part.
    Two,
    /// A part of that.
    Three,
}

/// A line of text, or several, in pieces that each look one way.
pub type Runs = Vec<Run>;

/// A piece of text that looks one way. A newline in it ends the line, as [`Run::Break`] does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// As the text around it.
    Plain(String),
    /// Of weight.
    Strong(String),
    /// Stressed.
    Emphasis(String),
    /// The end of a line within a paragraph.
    Break,
}

/// A table with a row of headings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The heading of each column.
    pub header: Vec<Runs>,
    /// The rows. One that is shorter than the widest ends in empty cells; no cell is left out.
    pub rows: Vec<Vec<Runs>>,
    /// How wide each column is, in shares of the whole; empty where the columns are equally wide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<u16>,
}

impl Table {
    /// How many columns it has: as many as its widest row.
    #[must_use]
    pub fn columns(&self) -> usize {
        let mut columns = self.header.len();
        for row in &self.rows {
            columns = columns.max(row.len());
        }
        columns
    }
}

impl Run {
    /// A piece as the text around it.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// A piece of weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }

    /// A stressed piece.
    pub fn emphasis(text: impl Into<String>) -> Self {
        Self::Emphasis(text.into())
    }
}
