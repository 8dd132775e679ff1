//! The main part of the package: the content of the document as WordprocessingML.

mod table;

use crate::xml::Xml;
use document::{Block, Document, Level, Run, Runs, Span, Style, lines};
use std::fmt::Write;

/// The first `w:numId` for numbered lists of the document; those below belong to the list styles in `numbering.xml`.
const FIRST_LIST: usize = 3;
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];
/// The margins of the page: 25 mm, in twentieths of a point.
const MARGIN: &str = "1417";
/// The space below the last item of a list, in twentieths of a point: the same as below a paragraph of the style Normal.
const SPACE_AFTER_LIST: &str = "140";

/// The XML that depends on the content of a document.
pub(crate) struct Body {
    /// The part `document.xml`.
    pub(crate) document: Vec<u8>,
    /// A `w:num` element for each numbered list, so that each counts from 1.
    pub(crate) lists: String,
}

/// Writes the content of a document.
pub(crate) fn body(document: &Document) -> Body {
    let mut writer = BodyWriter { xml: Xml::new(), numbered_lists: 0, starts_page: false };
    writer.document(document);
    let mut lists = String::new();
    for list in FIRST_LIST..FIRST_LIST + writer.numbered_lists {
        // Writing to a string cannot fail.
        _ = write!(
            lists,
            r#"<w:num w:numId="{list}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
        );
    }
    Body { document: writer.xml.into_bytes(), lists }
}

/// The properties of a paragraph.
struct ParagraphProperties<'a> {
    style: &'a str,
    /// The `w:numId` of its list, where that is not the one of the style.
    list: Option<&'a str>,
    /// Whether it is the last item of a list.
    ends_list: bool,
}

impl ParagraphProperties<'_> {
    /// Writes the properties, in the order that the format prescribes.
    fn write(&self, xml: &mut Xml, starts_page: bool) {
        xml.empty("w:pStyle", &[("w:val", self.style)]);
        if starts_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(list) = self.list {
            xml.element("w:numPr", &[], |xml| {
                xml.empty("w:ilvl", &[("w:val", "0")]);
                xml.empty("w:numId", &[("w:val", list)]);
            });
        }
        if self.ends_list {
            xml.empty("w:spacing", &[("w:after", SPACE_AFTER_LIST)]);
        }
    }
}

/// Writes blocks one after the other.
struct BodyWriter {
    xml: Xml,
    /// How many numbered lists were written so far.
    numbered_lists: usize,
    /// Whether the next paragraph starts a new page.
    starts_page: bool,
}

impl BodyWriter {
    fn document(&mut self, document: &Document) {
        self.element("w:document", &NAMESPACES, |writer| {
            writer.element("w:body", &[], |writer| {
                writer.paragraph("Title", &[Run::plain(document.title.as_str())]);
                document.blocks.iter().for_each(|block| writer.block(block));
                writer.section_properties();
            });
        });
    }

    /// Writes an element with blocks in it.
    fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.xml.start(name, attributes);
        inside(self);
        self.xml.end(name);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, runs) => self.paragraph(heading_style(*level), runs),
            Block::Paragraph(runs) => self.paragraph("Normal", runs),
            Block::Bullets(items) => self.items("ListBullet", None, items),
            Block::Numbers(items) => {
                let list = (FIRST_LIST + self.numbered_lists).to_string();
                self.numbered_lists += 1;
                self.items("ListNumber", Some(&list), items);
            }
            Block::Table(table) => self.table(table),
            Block::PageBreak => self.starts_page = true,
        }
    }

    fn items(&mut self, style: &str, list: Option<&str>, items: &[Runs]) {
        for (index, item) in items.iter().enumerate() {
            let ends_list = index + 1 == items.len();
            self.paragraph_with(ParagraphProperties { style, list, ends_list }, item);
        }
    }

    /// Writes a paragraph that is not an item of a list.
    fn paragraph(&mut self, style: &str, runs: &[Run]) {
        self.paragraph_with(ParagraphProperties { style, list: None, ends_list: false }, runs);
    }

    fn paragraph_with(&mut self, properties: ParagraphProperties<'_>, runs: &[Run]) {
        let starts_page = std::mem::take(&mut self.starts_page);
        self.xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| properties.write(xml, starts_page));
            for (index, line) in lines(runs).iter().enumerate() {
                if index > 0 {
                    xml.element("w:r", &[], |xml| xml.empty("w:br", &[]));
                }
                line.iter().for_each(|span| write_span(xml, span));
            }
        });
    }

    /// Writes the page format, A4, and the reference to the footer.
    fn section_properties(&mut self) {
        self.xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId5")]);
            xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
            let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, MARGIN));
            let distances = [("w:header", "709"), ("w:footer", "709"), ("w:gutter", "0")];
            xml.empty("w:pgMar", &[&sides[..], &distances[..]].concat());
        });
    }
}

/// The style of a heading.
fn heading_style(level: Level) -> &'static str {
    match level {
        Level::One => "Heading1",
        Level::Two => "Heading2",
        Level::Three => "Heading3",
    }
}

fn write_span(xml: &mut Xml, span: &Span) {
    let style = match span.style {
        Style::Plain => None,
        Style::Strong => Some("Strong"),
        Style::Emphasis => Some("Emphasis"),
    };
    xml.element("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", style)]));
        }
        xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&span.text));
    });
}
