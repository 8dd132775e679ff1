//! Where the text of a page stands: all of it in the page's own file, or some of it in files that the page includes.

use std::ops::Range;
use std::sync::Arc;

/// A file that text of a page stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, as error messages give it.
    pub name: String,
    /// The whole of it.
    pub text: String,
}

/// Which part of a page's text stands in which file. An empty map says that all of it is the page's own file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// In the order of the text, without gaps.
    stretches: Vec<Stretch>,
}

/// A stretch of text from one file. It ends where the next begins.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    start: usize,
    file: Arc<SourceFile>,
    offset: usize,
    /// Whether the text stands there word for word; else it was made for what stands there.
    verbatim: bool,
}

impl Stretch {
    fn offset_of(&self, position: usize) -> usize {
        self.offset + if self.verbatim { position - self.start } else { 0 }
    }
}

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location<'a> {
    /// The name of the file.
    pub file: &'a str,
    /// The whole of its text.
    pub text: &'a str,
    /// The bytes concerned.
    pub span: Range<usize>,
}

impl SourceMap {
    /// Where a stretch of the text stands: as far as it stands in one piece with its beginning.
    pub(crate) fn locate(&self, span: Range<usize>) -> Option<Location<'_>> {
        let after = self.stretches.partition_point(|stretch| stretch.start <= span.start);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        let end = self.stretches.get(after).map_or(span.end, |next| next.start.min(span.end));
        let located = stretch.offset_of(span.start)..stretch.offset_of(end.max(span.start));
        Some(Location { file: &stretch.file.name, text: &stretch.file.text, span: located })
    }

    fn push(&mut self, stretch: Stretch) {
        let continues = self.stretches.last().is_some_and(|last| {
            last.verbatim
                && stretch.verbatim
                && Arc::ptr_eq(&last.file, &stretch.file)
                && last.offset_of(stretch.start) == stretch.offset
        });
        if !continues {
            self.stretches.push(stretch);
        }
    }
}

/// Text put together from files, and where each part of it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    map: SourceMap,
}

impl MappedText {
    /// The whole of a file.
    pub fn of(file: &Arc<SourceFile>) -> Self {
        let mut whole = Self::default();
        whole.push(file, 0..file.text.len());
        whole
    }

    /// Adds a part of a file as it stands there.
    pub fn push(&mut self, file: &Arc<SourceFile>, part: Range<usize>) {
        let stretch =
            Stretch { start: self.text.len(), file: file.clone(), offset: part.start, verbatim: true };
        if let Some(text) = file.text.get(part).filter(|text| !text.is_empty()) {
            self.map.push(stretch);
            self.text.push_str(text);
        }
    }

    /// Adds text that stands in no file, made for what stands at an offset of one.
    pub fn push_made(&mut self, text: &str, file: &Arc<SourceFile>, offset: usize) {
        if !text.is_empty() {
            let start = self.text.len();
            self.map.push(Stretch { start, file: file.clone(), offset, verbatim: false });
            self.text.push_str(text);
        }
    }

    /// Adds text that stands in no file, made for what stands at a position of another such text.
    pub fn push_made_for(&mut self, text: &str, other: &Self, position: usize) {
        let after = other.map.stretches.partition_point(|stretch| stretch.start <= position);
        let stretch = after.checked_sub(1).and_then(|at| other.map.stretches.get(at));
        if let Some(stretch) = stretch {
            self.push_made(text, &stretch.file, stretch.offset_of(position));
        }
    }

    /// Adds a part of another such text.
    pub fn push_part(&mut self, other: &Self, part: Range<usize>) {
        let Some(text) = other.text.get(part.clone()).filter(|text| !text.is_empty()) else { return };
        let first =
            other.map.stretches.partition_point(|stretch| stretch.start <= part.start).saturating_sub(1);
        let concerned = other.map.stretches[first..].iter().take_while(|stretch| stretch.start < part.end);
        for stretch in concerned {
            let from = stretch.start.max(part.start);
            self.map.push(Stretch {
                start: self.text.len() + from - part.start,
                offset: stretch.offset_of(from),
                ..stretch.clone()
            });
        }
        self.text.push_str(text);
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a stretch of it stands.
    pub fn locate(&self, span: Range<usize>) -> Option<Location<'_>> {
        self.map.locate(span)
    }

    /// The map alone.
    pub fn into_map(self) -> SourceMap {
        self.map
    }
}

#[cfg(test)]
mod tests {
    use super::{MappedText, SourceFile};
    use std::sync::Arc;

    fn file(name: &str, text: &str) -> Arc<SourceFile> {
        Arc::new(SourceFile { name: name.to_owned(), text: text.to_owned() })
    }

    fn located(text: &MappedText, span: std::ops::Range<usize>) -> (&str, &str) {
        let location = text.locate(span).unwrap();
        (location.file, &location.text[location.span])
    }

    #[test]
    fn text_made_for_a_part_is_found_where_that_part_stands() {
        let (page, part) = (file("page", "one {x} three"), file("part", "two {y}"));
        let mut expanded = MappedText::default();
        expanded.push(&page, 0..4);
        expanded.push(&part, 0..7);
        let mut text = MappedText::default();
        text.push_part(&expanded, 0..8);
        text.push_made_for("ten and more", &expanded, 8);
        assert_eq!(text.text(), "one two ten and more");
        let location = text.locate(10..15).unwrap();
        assert_eq!((location.file, location.span), ("part", 4..4));
    }

    #[test]
    fn each_part_is_found_in_its_own_file() {
        let (page, part) = (file("page", "one {x} three"), file("part", "and two"));
        let mut text = MappedText::default();
        text.push(&page, 0..4);
        text.push(&part, 4..7);
        text.push_made("#", &page, 4);
        text.push(&page, 7..13);
        assert_eq!(text.text(), "one two# three");
        assert_eq!(located(&text, 0..3), ("page", "one"));
        assert_eq!(located(&text, 4..7), ("part", "two"));
        assert_eq!(located(&text, 7..8), ("page", ""));
        assert_eq!(located(&text, 9..14), ("page", "three"));
        // What runs on into another file ends where its own part does.
        assert_eq!(located(&text, 5..14), ("part", "wo"));
    }

    #[test]
    fn a_part_of_a_part_is_found_in_the_first_file() {
        let (page, part) = (file("page", "abcdef"), file("part", "123"));
        let mut inner = MappedText::of(&page);
        inner.push(&part, 0..3);
        let mut outer = MappedText::default();
        outer.push_part(&inner, 4..8);
        outer.push_part(&inner, 0..1);
        assert_eq!(outer.text(), "ef12a");
        assert_eq!(located(&outer, 1..2), ("page", "f"));
        assert_eq!(located(&outer, 2..4), ("part", "12"));
        assert_eq!(located(&outer, 4..5), ("page", "a"));
    }

    #[test]
    fn an_end_of_the_text_is_the_end_of_its_last_part() {
        let page = file("page", "abc");
        let text = MappedText::of(&page);
        assert_eq!(text.locate(3..3).unwrap().span, 3..3);
        assert_eq!(MappedText::default().locate(0..0), None);
    }
}
