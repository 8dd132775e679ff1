//! What the document says, as WordprocessingML.

mod table;

use crate::xml::Xml;
use document::{Block, Document, Level, Piece, Run, Runs, Style, lines};
use std::fmt::Write;

/// The first number of a list that starts anew; those below belong to the styles of lists.
const FIRST_LIST: usize = 3;
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];
/// 25 mm, in twentieths of a point.
const MARGIN: &str = "1417";
/// The space below a paragraph, which the last item of a list needs too: as the style Normal has it.
const BELOW: &str = "140";

/// What the document says.
pub(crate) struct Body {
    /// The file `document.xml`.
    pub(crate) document: Vec<u8>,
    /// A definition for each numbered list, so that each counts from 1.
    pub(crate) lists: String,
}

/// What a document says.
pub(crate) fn of(document: &Document) -> Body {
    let mut writer = Blocks { xml: Xml::new(), numbered: 0, on_new_page: false };
    writer.document(document);
    let mut lists = String::new();
    for list in FIRST_LIST..FIRST_LIST + writer.numbered {
        // Writing to a string cannot fail.
        _ = write!(
            lists,
            r#"<w:num w:numId="{list}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
        );
    }
    Body { document: writer.xml.into_bytes(), lists }
}

/// How a paragraph looks.
struct Look<'a> {
    style: &'a str,
    /// The number of its list, where that is not the style's own.
    list: Option<&'a str>,
    /// Whether it is the last item of a list.
    ends_list: bool,
}

impl Look<'_> {
    /// The order of these elements is fixed.
    fn write(&self, xml: &mut Xml, on_new_page: bool) {
        xml.empty("w:pStyle", &[("w:val", self.style)]);
        if on_new_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(list) = self.list {
            xml.element("w:numPr", &[], |xml| {
                xml.empty("w:ilvl", &[("w:val", "0")]);
                xml.empty("w:numId", &[("w:val", list)]);
            });
        }
        if self.ends_list {
            xml.empty("w:spacing", &[("w:after", BELOW)]);
        }
    }
}

/// Writes blocks one after the other.
struct Blocks {
    xml: Xml,
    /// How many numbered lists there are so far.
    numbered: usize,
    /// Whether the next paragraph starts a new page.
    on_new_page: bool,
}

impl Blocks {
    fn document(&mut self, document: &Document) {
        self.open("w:document", &NAMESPACES, |writer| {
            writer.open("w:body", &[], |writer| {
                writer.paragraph("Title", &[Run::plain(document.title.as_str())]);
                document.blocks.iter().for_each(|block| writer.block(block));
                writer.page();
            });
        });
    }

    /// An element with blocks in it.
    fn open(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.xml.start(name, attributes);
        inside(self);
        self.xml.end(name);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, runs) => self.paragraph(heading(*level), runs),
            Block::Paragraph(runs) => self.paragraph("Normal", runs),
            Block::Bullets(items) => self.items("ListBullet", None, items),
            Block::Numbers(items) => {
                let list = (FIRST_LIST + self.numbered).to_string();
                self.numbered += 1;
                self.items("ListNumber", Some(&list), items);
            }
            Block::Table(table) => self.table(table),
            Block::PageBreak => self.on_new_page = true,
        }
    }

    fn items(&mut self, style: &str, list: Option<&str>, items: &[Runs]) {
        for (number, item) in items.iter().enumerate() {
            let ends_list = number + 1 == items.len();
            self.styled(Look { style, list, ends_list }, item);
        }
    }

    /// A paragraph that is no item of a list.
    fn paragraph(&mut self, style: &str, runs: &[Run]) {
        self.styled(Look { style, list: None, ends_list: false }, runs);
    }

    fn styled(&mut self, look: Look<'_>, runs: &[Run]) {
        let on_new_page = std::mem::take(&mut self.on_new_page);
        self.xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| look.write(xml, on_new_page));
            for (number, line) in lines(runs).iter().enumerate() {
                if number > 0 {
                    xml.element("w:r", &[], |xml| xml.empty("w:br", &[]));
                }
                line.iter().for_each(|piece| self::piece(xml, piece));
            }
        });
    }

    /// The page: A4, and what stands at its foot.
    fn page(&mut self) {
        self.xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId5")]);
            xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
            let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, MARGIN));
            let rest = [("w:header", "709"), ("w:footer", "709"), ("w:gutter", "0")];
            xml.empty("w:pgMar", &[&sides[..], &rest[..]].concat());
        });
    }
}

fn heading(level: Level) -> &'static str {
    match level {
        Level::One => "Heading1",
        Level::Two => "Heading2",
        Level::Three => "Heading3",
    }
}

fn piece(xml: &mut Xml, piece: &Piece) {
    let style = match piece.style {
        Style::Plain => None,
        Style::Strong => Some("Strong"),
        Style::Emphasis => Some("Emphasis"),
    };
    xml.element("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", style)]));
        }
        xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(&piece.text));
    });
}
