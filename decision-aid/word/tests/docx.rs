//! Tests that read Word files back: every part is well-formed, and has the content of the document.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails at the first surprise"
)]

use document::{Block, Document, Level, Run, Runs, Table, visible};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use word::docx;

/// Texts that have a meaning in XML or in the placeholders of `skeleton/`, and characters that XML forbids.
const HOSTILE: [&str; 16] = [
    "",
    " ",
    "  a  b  ",
    "<w:p>",
    "</w:t></w:r></w:p>",
    "]]>",
    "<![CDATA[a]]>",
    "<?xml?><!-- a -->",
    "&amp; &lt; &#0; &",
    "\"'",
    "a\0b\u{b}c\u{1b}\u{fffe}\u{ffff}",
    "pay \u{202e}001\u{2066}",
    "a\nb\r\nc\td",
    "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "مرحبا بالعالم (1) שלום",
    "{title} {language} {lists}",
];

/// The parts of a package by name.
fn unpack(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("its files can be read");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("they are text, as their checksums say");
        let name = file.name().expect("their names are text").into_owned();
        assert!(parts.insert(name, text).is_none());
    }
    parts
}

/// The value of an attribute; `None` where the element does not have it.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).expect("attributes are well-formed")?;
    Some(
        attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .expect("they are escaped")
            .into_owned(),
    )
}

/// The XML events of a part. Panics unless the part is well-formed.
fn events(part: &str) -> Vec<Event<'_>> {
    let mut reader = Reader::from_str(part);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    let mut events = Vec::new();
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}: {part}"));
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
        events.push(event);
    }
    assert_eq!(depth, 0, "{part}");
    events
}

/// A paragraph as read back. `list` is the `w:numId` of its list.
#[derive(Debug, PartialEq, Eq)]
struct Paragraph {
    style: String,
    list: Option<String>,
    text: String,
}

fn paragraphs(part: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut in_text = false;
    for event in events(part) {
        let name = match &event {
            Event::Start(element) | Event::Empty(element) => element.name().as_ref().to_owned(),
            Event::End(element) => element.name().as_ref().to_owned(),
            _ => String::new(),
        };
        match (&event, name.as_str()) {
            (Event::Start(_), "w:p") => {
                found.push(Paragraph { style: String::new(), list: None, text: String::new() });
            }
            (Event::Empty(element), "w:pStyle") => {
                found.last_mut().unwrap().style = attribute(element, "w:val").unwrap();
            }
            (Event::Empty(element), "w:numId") => {
                found.last_mut().unwrap().list = attribute(element, "w:val")
            }
            (Event::Empty(_), "w:br") => found.last_mut().unwrap().text.push('\n'),
            (Event::Start(element), "w:t") => {
                assert_eq!(attribute(element, "xml:space").as_deref(), Some("preserve"));
                in_text = true;
            }
            (Event::End(_), "w:t") => in_text = false,
            (Event::Text(text), _) if in_text => {
                found.last_mut().unwrap().text.push_str(text);
            }
            (Event::GeneralRef(reference), _) => {
                assert!(in_text);
                found.last_mut().unwrap().text.push_str(&character(reference));
            }
            _ => {}
        }
    }
    found
}

/// The character that an XML reference stands for.
fn character(reference: &quick_xml::events::BytesRef<'_>) -> String {
    let escape = format!("&{};", &**reference);
    quick_xml::escape::unescape(&escape).unwrap().into_owned()
}

fn read(document: &Document) -> Vec<Paragraph> {
    let parts = unpack(&docx(document));
    parts.values().for_each(|part| _ = events(part));
    paragraphs(&parts["word/document.xml"])
}

fn document(blocks: Vec<Block>) -> Document {
    Document { title: "Record".to_owned(), language: "en-GB".to_owned(), blocks }
}

/// The text that runs show.
fn shown_text(runs: &[Run]) -> String {
    let text = |run: &Run| match run {
        Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) => visible(text).into_owned(),
        Run::Break => "\n".to_owned(),
    };
    runs.iter().map(text).collect()
}

/// A document with these runs in every kind of block.
fn with_runs_everywhere(runs: &Runs) -> Document {
    let table = Table { header: vec![runs.clone()], rows: vec![vec![runs.clone(); 2]], widths: vec![1, 2] };
    document(vec![
        Block::Heading(Level::One, runs.clone()),
        Block::Paragraph(runs.clone()),
        Block::Bullets(vec![runs.clone()]),
        Block::Numbers(vec![runs.clone()]),
        Block::Table(table),
    ])
}

fn assert_reads_back(runs: &Runs) {
    let read: Vec<_> = read(&with_runs_everywhere(runs))
        .into_iter()
        .map(|paragraph| (paragraph.style, paragraph.text))
        .collect();
    let styles = [
        "Heading1",
        "Normal",
        "ListBullet",
        "ListNumber",
        "TableHeading",
        "TableHeading",
        "TableText",
        "TableText",
    ];
    let mut expected = vec![("Title".to_owned(), "Record".to_owned())];
    expected.extend(styles.map(|style| (style.to_owned(), shown_text(runs))));
    // The header is one cell short, and a table is followed by an empty paragraph.
    expected[6].1.clear();
    expected.push(("TableEnd".to_owned(), String::new()));
    assert_eq!(read, expected, "{runs:?}");
}

#[test]
fn hostile_text_is_read_back_literally() {
    for text in HOSTILE {
        assert_reads_back(&vec![Run::plain(text)]);
        assert_reads_back(&vec![Run::strong("x"), Run::emphasis(text), Run::Break, Run::plain(text)]);
    }
    assert_reads_back(&vec![Run::plain("<b>&]]> 👩‍👧 ".repeat(60_000))]);
}

#[test]
fn random_text_is_read_back_literally() {
    let mut random = fastrand::Rng::with_seed(11);
    let run = |random: &mut fastrand::Rng| {
        let text: String = (0..random.usize(..20))
            .map(|_| if random.bool() { char::from(random.u8(..128)) } else { random.char(..) })
            .collect();
        match random.u8(..4) {
            0 => Run::Plain(text),
            1 => Run::Strong(text),
            2 => Run::Emphasis(text),
            _ => Run::Break,
        }
    };
    for _ in 0..500 {
        let runs = (0..random.usize(..6)).map(|_| run(&mut random)).collect();
        assert_reads_back(&runs);
    }
}

#[test]
fn a_hostile_title_or_language_breaks_nothing() {
    for text in HOSTILE {
        let document = Document { title: text.to_owned(), language: text.to_owned(), blocks: Vec::new() };
        let parts = unpack(&docx(&document));
        parts.values().for_each(|part| _ = events(part));
        let core: String = events(&parts["docProps/core.xml"])
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.to_string()),
                Event::GeneralRef(reference) => Some(character(reference)),
                _ => None,
            })
            .collect();
        let title = visible(text).replace('\n', " ");
        assert!(core.contains(title.trim()), "{core}");
    }
}

#[test]
fn every_part_is_declared_and_every_reference_leads_to_one() {
    let parts = unpack(&docx(&with_runs_everywhere(&vec![Run::plain("a")])));
    let mut declared = BTreeSet::new();
    for event in events(&parts["[Content_Types].xml"]) {
        if let Event::Empty(element) = event {
            declared.extend(attribute(&element, "PartName"));
        }
    }
    let content = parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml");
    assert_eq!(declared, content.map(|name| format!("/{name}")).collect());
    for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for event in events(&parts[relations]) {
            if let Event::Empty(element) = event {
                let target = format!("{folder}{}", attribute(&element, "Target").unwrap());
                assert!(parts.contains_key(&target), "{target}");
            }
        }
    }
}

#[test]
fn every_style_and_list_that_is_used_is_defined() {
    let mut document = with_runs_everywhere(&vec![Run::plain("a"), Run::strong("b"), Run::emphasis("c")]);
    document.blocks.extend([Block::Numbers(vec![vec![], vec![]]), Block::Numbers(vec![vec![]])]);
    document.blocks.extend([Level::Two, Level::Three].map(|level| Block::Heading(level, Vec::new())));
    let parts = unpack(&docx(&document));
    let all = |part: &str, element: &str, name: &str| -> BTreeSet<String> {
        let of = |event| match event {
            Event::Start(found) | Event::Empty(found) if found.name().as_ref() == element => {
                attribute(&found, name)
            }
            _ => None,
        };
        events(&parts[part]).into_iter().filter_map(of).collect()
    };
    let styles = all("word/styles.xml", "w:style", "w:styleId");
    for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for part in ["word/document.xml", "word/numbering.xml", "word/footer1.xml"] {
            let used = all(part, element, "w:val");
            assert!(used.is_subset(&styles), "{used:?}");
        }
    }
    let used = all("word/document.xml", "w:numId", "w:val");
    assert_eq!(used.len(), 3, "each numbered list counts from 1");
    assert!(used.is_subset(&all("word/numbering.xml", "w:num", "w:numId")), "{used:?}");
}

#[test]
fn the_language_and_the_title_are_set() {
    let document = Document { title: "A & B".to_owned(), language: "cy".to_owned(), blocks: Vec::new() };
    let parts = unpack(&docx(&document));
    assert!(parts["docProps/core.xml"].contains("<dc:title>A &amp; B</dc:title>"));
    assert!(parts["docProps/core.xml"].contains("<dc:language>cy</dc:language>"));
    assert!(parts["word/styles.xml"].contains(r#"<w:lang w:val="cy""#));
    let none = Document { language: String::new(), ..document };
    assert!(unpack(&docx(&none))["word/styles.xml"].contains(r#"<w:lang w:val="en-GB""#));
}

#[test]
fn the_header_of_a_table_is_marked_and_no_row_is_split() {
    let cell = |text: &str| vec![Run::plain(text)];
    let table = Table {
        header: vec![cell("a"), cell("b")],
        rows: vec![vec![cell("1"), cell("2")], vec![cell("3")], vec![]],
        widths: vec![1, 3],
    };
    let parts = unpack(&docx(&document(vec![Block::Table(table), Block::Table(Table::default())])));
    let body = &parts["word/document.xml"];
    let count = |what: &str| body.matches(what).count();
    assert_eq!([count("<w:tbl>"), count("<w:tr>"), count("<w:tc>")], [1, 4, 8], "{body}");
    assert_eq!([count("<w:tblHeader/>"), count("<w:cantSplit/>")], [1, 4]);
    assert_eq!([count(r#"<w:gridCol w:w="2268"/>"#), count(r#"<w:gridCol w:w="6804"/>"#)], [1, 1]);
    let first_row = body.split("</w:tr>").next().unwrap();
    assert!(first_row.contains("<w:tblHeader/>"), "{first_row}");
}

#[test]
fn a_page_break_goes_to_the_next_paragraph_and_leaves_no_empty_one() {
    let blocks =
        vec![Block::PageBreak, Block::PageBreak, Block::Paragraph(vec![Run::plain("a")]), Block::PageBreak];
    let parts = unpack(&docx(&document(blocks)));
    let body = &parts["word/document.xml"];
    assert_eq!(body.matches("<w:p>").count(), 2);
    assert_eq!(body.matches(r#"<w:pStyle w:val="Normal"/><w:pageBreakBefore/>"#).count(), 1);
}

#[test]
fn only_the_last_item_of_a_list_has_space_below() {
    let item = vec![Run::plain("a")];
    for list in [Block::Bullets(vec![item.clone(); 3]), Block::Numbers(vec![item.clone(); 3])] {
        let parts = unpack(&docx(&document(vec![list, Block::Paragraph(item.clone())])));
        let body = &parts["word/document.xml"];
        assert_eq!(body.matches(r#"<w:spacing w:after="140"/>"#).count(), 1, "{body}");
    }
    // The same space as below a paragraph.
    let parts = unpack(&docx(&document(Vec::new())));
    assert!(parts["word/styles.xml"].contains(r#"<w:spacing w:before="0" w:after="140""#));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = with_runs_everywhere(&vec![Run::plain("a")]);
    assert_eq!(docx(&document), docx(&document));
}
