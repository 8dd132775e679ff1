//! The files of a Word document's package.

use crate::body;
use crate::package::Part;
use document::{Document, visible};
use quick_xml::escape::escape;

/// What stands in for a language that is none.
const LANGUAGE: &str = "en-GB";
/// How many characters of the title fit at the foot of a page, beside its number.
const FOOT: usize = 80;

/// The files, those first that say what the others are.
pub(crate) fn parts(document: &Document) -> Vec<Part> {
    let body = body::of(document);
    let language = language(&document.language);
    let title = visible(&document.title).replace('\n', " ");
    let fixed = |name, text: &str| Part { name, bytes: text.into() };
    let filled = |name, text: &str| Part { name, bytes: text.replace("{language}", &language).into() };
    let titled = |name, text: &str, title: &str| {
        let text = text.replace("{language}", &language);
        Part { name, bytes: text.replace("{title}", &escape(title)).into() }
    };
    vec![
        fixed("[Content_Types].xml", include_str!("skeleton/content-types.xml")),
        fixed("_rels/.rels", include_str!("skeleton/package-relationships.xml")),
        titled("docProps/core.xml", include_str!("skeleton/core.xml"), &title),
        Part { name: "word/document.xml", bytes: body.document },
        fixed("word/_rels/document.xml.rels", include_str!("skeleton/document-relationships.xml")),
        filled("word/styles.xml", include_str!("skeleton/styles.xml")),
        filled("word/settings.xml", include_str!("skeleton/settings.xml")),
        fixed("word/fontTable.xml", include_str!("skeleton/fontTable.xml")),
        fixed("word/numbering.xml", &include_str!("skeleton/numbering.xml").replace("{lists}", &body.lists)),
        titled("word/footer1.xml", include_str!("skeleton/footer.xml"), &shortened(&title)),
    ]
}

/// The letters, digits and hyphens of a language tag, which need no escape.
fn language(tag: &str) -> String {
    let tag: String = tag.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if tag.is_empty() { LANGUAGE.to_owned() } else { tag }
}

/// The start of a title that would not fit on one line.
fn shortened(title: &str) -> String {
    match title.char_indices().nth(FOOT) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}
