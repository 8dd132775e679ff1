//! Writes XML in memory.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

const DECLARATION: &[u8] = br#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The attributes of an element, as pairs of name and value.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The XML written so far.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A new XML file, with its declaration.
    pub(crate) fn new() -> Self {
        Self(Writer::new(DECLARATION.to_vec()))
    }

    /// Writes an element with the content that `content` writes.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        content(self);
        self.end(name);
    }

    /// Writes the start tag of an element, which [`Xml::end`] must close.
    pub(crate) fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.write(Event::Start(start_tag(name, attributes)));
    }

    /// Writes the end tag of the element that was started last.
    pub(crate) fn end(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// Writes an empty element.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.write(Event::Empty(start_tag(name, attributes)));
    }

    /// Writes text, escaped.
    pub(crate) fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(text)));
    }

    /// The finished file.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn write(&mut self, event: Event<'_>) {
        // Writing into memory cannot fail.
        _ = self.0.write_event(event);
    }
}

fn start_tag<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
