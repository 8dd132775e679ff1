//! The parts of a Word document's package, as its format calls the files in it.

use crate::body;
use crate::package::Part;
use document::{Document, visible};
use quick_xml::escape::escape;

/// The language of a document whose own is not a language tag.
const DEFAULT_LANGUAGE: &str = "en-GB";
/// How many characters of the title fit in the footer of a page, beside the page number.
const MAX_FOOTER_TITLE: usize = 80;

/// The parts, first those that declare the types and relationships of the others.
pub(crate) fn parts(document: &Document) -> Vec<Part> {
    let body = body::body(document);
    let language = language(&document.language);
    let title = visible(&document.title).replace('\n', " ");
    let fixed = |name, text: &str| Part { name, bytes: text.into() };
    let with_language = |name, text: &str| fixed(name, &text.replace("{language}", &language));
    let with_title = |name, text: &str, title: &str| {
        // The title comes last, so that a placeholder in it stays as it is.
        fixed(name, &text.replace("{language}", &language).replace("{title}", &escape(title)))
    };
    let numbering = include_str!("skeleton/numbering.xml").replace("{lists}", &body.lists);
    vec![
        fixed("[Content_Types].xml", include_str!("skeleton/content-types.xml")),
        fixed("_rels/.rels", include_str!("skeleton/package-relationships.xml")),
        with_title("docProps/core.xml", include_str!("skeleton/core.xml"), &title),
        Part { name: "word/document.xml", bytes: body.document },
        fixed("word/_rels/document.xml.rels", include_str!("skeleton/document-relationships.xml")),
        with_language("word/styles.xml", include_str!("skeleton/styles.xml")),
        with_language("word/settings.xml", include_str!("skeleton/settings.xml")),
        fixed("word/fontTable.xml", include_str!("skeleton/fontTable.xml")),
        fixed("word/numbering.xml", &numbering),
        with_title("word/footer1.xml", include_str!("skeleton/footer.xml"), &truncated(&title)),
    ]
}

/// The letters, digits and hyphens of a language tag, which need no escaping in XML.
fn language(tag: &str) -> String {
    let tag: String = tag.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if tag.is_empty() { DEFAULT_LANGUAGE.to_owned() } else { tag }
}

/// A title, truncated where it would not fit on the line of the footer.
fn truncated(title: &str) -> String {
    match title.char_indices().nth(MAX_FOOTER_TITLE) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}
