//! Reads a document from the JSON that the page sends.
//!
//! Characters beyond U+FFFF must stand in it as they are, as `serde_json` and `JSON.stringify` both write them: JSON
//! with escaped pairs of surrogates is refused.

use document::Document;

/// The document that a JSON text holds and nothing else, where it does.
pub(crate) fn document(json: &str) -> Option<Document> {
    // Room to undo escapes in. No text is longer than the JSON that it stands in.
    let mut room = vec![0; json.len()];
    let (document, end) = serde_json_core::from_str_escaped(json, &mut room).ok()?;
    json.get(end..)?.trim_ascii().is_empty().then_some(document)
}

#[cfg(test)]
mod tests {
    use super::document;
    use document::{Block, Document, Level, Run, Runs, Table};

    fn with(runs: Runs) -> Document {
        let table = Table {
            header: vec![runs.clone()],
            rows: vec![vec![runs.clone(), Vec::new()]],
            widths: vec![1, 2],
        };
        let blocks = vec![
            Block::Heading(Level::Two, runs.clone()),
            Block::Paragraph(runs.clone()),
            Block::PageBreak,
            Block::Bullets(vec![runs.clone()]),
            Block::Numbers(vec![runs, Vec::new()]),
            Block::Table(table),
            Block::Table(Table::default()),
        ];
        Document { title: "“T” \"\\".to_owned(), language: "en-GB".to_owned(), blocks }
    }

    #[test]
    fn a_document_comes_through() {
        let long = "\u{1}\"\\\n".repeat(100_000);
        for text in ["", "a\nb\t\"c\" \\ / \u{8}\u{c}\r\0\u{1f}", "👩‍👩‍👧 مرحبا \u{ffff}\u{202e}", &long]
        {
            let runs = vec![Run::plain(text), Run::strong(text), Run::Break, Run::emphasis(text)];
            let expected = with(runs);
            let json = serde_json::to_string(&expected).unwrap();
            assert!(document(&json).as_ref() == Some(&expected), "{text:?}");
            let json = serde_json::to_string_pretty(&expected).unwrap() + "\n";
            assert!(document(&json).as_ref() == Some(&expected), "{text:?}, set out in lines");
        }
    }

    #[test]
    fn what_javascript_escapes_comes_through() {
        let json = r#"{"title":"😀 \/ \u00e9","language":"","blocks":["page-break"]}"#;
        assert_eq!(document(json).map(|document| document.title).as_deref(), Some("😀 / é"));
    }

    #[test]
    fn what_is_not_a_document_is_refused() {
        let whole = serde_json::to_string(&with(vec![Run::plain("a")])).unwrap();
        for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            assert_eq!(document(&whole[..end]), None, "{}", &whole[..end]);
        }
        for json in ["null", "[]", "\"a\"", "{}", r#"{"title":1,"language":"","blocks":[]}"#] {
            assert_eq!(document(json), None, "{json}");
        }
        assert_eq!(document(&format!("{whole}{whole}")), None);
        assert_eq!(document(r#"{"title":"\ud83d\ude00","language":"","blocks":[]}"#), None);
        assert_eq!(document(r#"{"title":"","language":"","blocks":[{"picture":"a"}]}"#), None);
    }
}
