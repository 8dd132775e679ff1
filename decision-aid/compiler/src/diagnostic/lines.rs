//! Where the lines of a page begin, found once, so that the place of each error costs no second reading of the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// The most lines of one stretch that a report shows the text of. A longer stretch is shown by its first lines.
const MOST_LINES: usize = 20;

/// The lines of one page.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
}

/// The lines that a stretch of a page is on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window<'a> {
    /// Their text.
    pub(super) text: &'a str,
    /// The number of the first, counted from 1.
    pub(super) first_line: usize,
    /// The bytes of the stretch in that text.
    pub(super) span: Range<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let starts =
            [0].into_iter().chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { text, starts }
    }

    /// The line and column of a byte, counted in characters from 1. What is past the end is at the end.
    pub(super) fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_at(offset);
        (line + 1, self.text[self.starts[line]..offset].chars().count() + 1)
    }

    /// The lines that a stretch is on.
    pub(super) fn window(&self, span: Range<usize>) -> Window<'a> {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.floor_char_boundary(span.end).max(start);
        let first = self.line_at(start);
        let last = self.line_at(end).min(first + MOST_LINES - 1);
        let text_end = self.starts.get(last + 1).copied().unwrap_or(self.text.len());
        let text = &self.text[self.starts[first]..text_end];
        let in_text = |offset: usize| offset.min(text_end) - self.starts[first];
        Window { text, first_line: first + 1, span: in_text(start)..in_text(end) }
    }

    /// The number of the line that a byte is on, counted from 0.
    fn line_at(&self, offset: usize) -> usize {
        // The first line begins at 0, so one at least begins no later.
        self.starts.partition_point(|start| *start <= offset) - 1
    }
}

/// The lines of several files, each found when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct LineIndex<'a> {
    /// By the address of the text: pages share the text of a file that several of them include.
    found: RefCell<HashMap<*const u8, Rc<Lines<'a>>>>,
}

impl<'a> LineIndex<'a> {
    /// The lines of a text.
    pub(super) fn of(&self, text: &'a str) -> Rc<Lines<'a>> {
        self.found.borrow_mut().entry(text.as_ptr()).or_insert_with(|| Rc::new(Lines::of(text))).clone()
    }
}
