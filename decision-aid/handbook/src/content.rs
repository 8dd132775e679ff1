//! What the handbook writes itself, in plain parts: written once, then set as HTML for the site and as text for
//! the golden files.

mod condition;
mod text;

pub use condition::{Names, condition, letter};
pub use text::text;

use policy::{Clause, Ref, Source};

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading. The page's own is the first level.
    Heading {
        /// The level, from 2.
        level: u8,
        /// Its anchor.
        id: Option<String>,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Line),
    /// A list.
    List {
        /// Whether the order counts.
        ordered: bool,
        /// Its entries.
        items: Vec<Item>,
    },
    /// Boxes to tick with a pen.
    Boxes(Vec<String>),
    /// Lines to write on, each named.
    Blanks(Vec<String>),
    /// What must not be missed.
    Warning(Line),
    /// What opens on demand, and always stands on paper.
    Details {
        /// The line that opens it.
        summary: String,
        /// What it holds.
        parts: Vec<Part>,
    },
    /// Parts that belong together, under the name of a class.
    Group {
        /// The class.
        class: &'static str,
        /// Its anchor.
        id: Option<String>,
        /// The parts.
        parts: Vec<Part>,
    },
    /// When and from what the page was built: on the site only.
    BuildInfo,
}

impl Part {
    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, id: None, text: text.into() }
    }

    /// A paragraph of plain text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(Line::of(text))
    }

    /// A list.
    pub fn list(items: Vec<Item>) -> Self {
        Self::List { ordered: false, items }
    }

    /// A list in order.
    pub fn steps(items: Vec<Item>) -> Self {
        Self::List { ordered: true, items }
    }
}

/// An entry of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Its anchor.
    pub id: Option<String>,
    /// Its first line.
    pub line: Line,
    /// What stands below that.
    pub below: Vec<Part>,
}

impl From<Line> for Item {
    fn from(line: Line) -> Self {
        Self { line, ..Self::default() }
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Line::of(text).into()
    }
}

/// A stretch of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

/// A piece of a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// As it stands.
    Text(String),
    /// In bold.
    Strong(String),
    /// In quotation marks.
    Quoted(String),
    /// As code.
    Code(String),
    /// What leads to a block.
    Block {
        /// The kind of the block.
        kind: &'static str,
        /// Its id.
        id: String,
        /// The words.
        text: String,
    },
    /// What leads to another element of the same page.
    Here {
        /// The anchor.
        id: String,
        /// The words.
        text: String,
    },
    /// What leads to a clause, by its number.
    Clause(Ref<Clause>),
    /// Where something comes from: set apart from what it stands behind.
    Source(Source),
}

impl Line {
    /// Plain text.
    pub fn of(text: impl Into<String>) -> Self {
        Self::default().text(text)
    }

    /// Text in bold.
    pub fn bold(text: impl Into<String>) -> Self {
        Self(vec![Run::Strong(text.into())])
    }

    /// Adds plain text.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.run(Run::Text(text.into()))
    }

    /// Adds a quotation.
    #[must_use]
    pub fn quoted(self, text: impl Into<String>) -> Self {
        self.run(Run::Quoted(text.into()))
    }

    /// Adds a link to a block.
    #[must_use]
    pub fn block(self, kind: &'static str, id: &str, text: &str) -> Self {
        self.run(Run::Block { kind, id: id.to_owned(), text: text.to_owned() })
    }

    /// Adds a link to another element of the same page.
    #[must_use]
    pub fn here(self, id: &str, text: &str) -> Self {
        self.run(Run::Here { id: id.to_owned(), text: text.to_owned() })
    }

    /// Adds where something comes from.
    #[must_use]
    pub fn source(self, source: &Source) -> Self {
        self.run(Run::Source(source.clone()))
    }

    /// Adds a piece.
    #[must_use]
    pub fn run(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }

    /// Adds another stretch.
    #[must_use]
    pub fn then(mut self, line: Self) -> Self {
        self.0.extend(line.0);
        self
    }

    /// Several stretches with something between them.
    pub fn joined(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let join = |all: Option<Self>, line: Self| match all {
            None => Some(line),
            Some(all) => Some(all.text(between).then(line)),
        };
        lines.into_iter().fold(None, join).unwrap_or_default()
    }
}
