//! The model of a document: blocks of text, in the order in which they are read.

use serde::{Deserialize, Serialize};

/// A letter, a decision record or another document to read, print or download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title, without emphasis. It is shown above all blocks, and headings of the first level are one level below it.
    pub title: String,
    /// The language of the text, as a BCP 47 tag such as `en-GB`.
    pub language: String,
    /// The content, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document that starts on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading, with its level.
    Heading(Level, Runs),
    /// A paragraph, with its text.
    Paragraph(Runs),
    /// A bulleted list, one entry for each item.
    Bullets(Vec<Runs>),
    /// A numbered list, one entry for each item, counted from 1.
    Numbers(Vec<Runs>),
    /// A table.
    Table(Table),
    /// The next block starts on a new page. It is not shown on screen.
    PageBreak,
}

/// The level of a heading below the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A section.
    One,
    /// A subsection.
    Two,
    /// A part of a subsection.
    Three,
}

/// Text with emphasis: one line or several, as a sequence of runs.
pub type Runs = Vec<Run>;

/// A piece of text in one style. A newline in it ends the line, as [`Run::Break`] does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// Text without emphasis.
    Plain(String),
    /// Strong emphasis, which is shown in bold.
    Strong(String),
    /// Emphasis, which is shown in italics.
    Emphasis(String),
    /// The end of a line within a paragraph.
    Break,
}

/// A table with a header row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The heading of each column.
    pub header: Vec<Runs>,
    /// The rows below the header. A row with fewer cells than [`Table::columns`] is filled with empty cells at its end.
    pub rows: Vec<Vec<Runs>>,
    /// The relative width of each column, such as `[1, 2]` for a second column twice as wide as the first. Empty where all
    /// columns are equally wide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<u16>,
}

impl Table {
    /// The number of columns: the number of cells of the longest row, the header included.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).fold(self.header.len(), usize::max)
    }
}

impl Run {
    /// A run without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// A run with strong emphasis.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }

    /// A run with emphasis.
    pub fn emphasis(text: impl Into<String>) -> Self {
        Self::Emphasis(text.into())
    }
}
