//! One line of text with its emphasis.
//!
//! Whether `*` opens or closes emphasis, or does neither, depends on the characters on both sides of it. Spaces at the edges of
//! an emphasised span are therefore moved out of it, and a letter beside a delimiter that only works beside punctuation is
//! written as a character reference, which starts and ends with punctuation: `a**(b)**` becomes `&#97;**(b)**`.

use super::escape::{Context, push_escaped};
use crate::lines::{Span, Style};

/// A line as Markdown.
pub(super) fn line(spans: &[Span]) -> String {
    let spans = with_spaces_outside(spans);
    let is_strong = |index: usize| spans.get(index).is_some_and(|span| span.style == Style::Strong);
    let delimited = spans.iter().enumerate().map(|(index, span)| {
        let is_beside_strong = index.checked_sub(1).is_some_and(is_strong) || is_strong(index + 1);
        Delimited { delimiter: delimiter(span.style, is_beside_strong), text: &span.text }
    });
    let delimited: Vec<Delimited<'_>> = delimited.collect();
    let mut out = String::new();
    for (index, span) in delimited.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| delimited.get(before));
        span.write(&mut out, before, delimited.get(index + 1));
    }
    out
}

/// The delimiter of a style. Between two spans `***` would not say which of them ends, so emphasis beside a strong span uses `_`.
fn delimiter(style: Style, is_beside_strong: bool) -> &'static str {
    match style {
        Style::Plain => "",
        Style::Strong => "**",
        Style::Emphasis if is_beside_strong => "_",
        Style::Emphasis => "*",
    }
}

/// A span with the delimiter that is written before and after it; empty for text without emphasis.
struct Delimited<'a> {
    delimiter: &'static str,
    text: &'a str,
}

impl Delimited<'_> {
    /// Writes the span, given its neighbours.
    fn write(&self, out: &mut String, before: Option<&Self>, after: Option<&Self>) {
        let is_plain = self.delimiter.is_empty();
        let punctuation_first =
            is_plain && before.is_some_and(|span| span.needs_punctuation(span.text.chars().next_back()));
        let punctuation_last =
            is_plain && after.is_some_and(|span| span.needs_punctuation(span.text.chars().next()));
        out.push_str(self.delimiter);
        let (mut end, mut only_digits) = (0, true);
        for character in self.text.chars() {
            let is_first = end == 0;
            end += character.len_utf8();
            let is_last = end == self.text.len();
            let context = Context {
                starts_line: is_first && before.is_none(),
                ends_line: is_last && after.is_none(),
                after_number: before.is_none() && !is_first && only_digits,
                before_slash: self.text[end..].starts_with('/'),
                must_be_punctuation: (is_first && punctuation_first) || (is_last && punctuation_last),
            };
            only_digits &= character.is_ascii_digit();
            push_escaped(out, character, context);
        }
        out.push_str(self.delimiter);
    }

    /// Whether the delimiter beside `edge`, the first or last character of the span, only works where the character on its
    /// other side is a space or punctuation.
    ///
    /// That is so unless `edge` is a letter or digit. Only the letters of the Latin alphabets are known here: to take another
    /// letter for punctuation costs no more than a character reference, and a table of all letters costs the browser a
    /// kilobyte.
    fn needs_punctuation(&self, edge: Option<char>) -> bool {
        match edge {
            Some('0'..='9' | 'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ') => {
                self.delimiter == "_"
            }
            _ => !self.delimiter.is_empty(),
        }
    }
}

/// The same line without spaces at the edges of emphasised spans.
fn with_spaces_outside(spans: &[Span]) -> Vec<Span> {
    let mut outside = Vec::new();
    for span in spans {
        let end = span.text.trim_end();
        let core = end.trim_start();
        push(&mut outside, Style::Plain, &end[..end.len() - core.len()]);
        push(&mut outside, span.style, core);
        push(&mut outside, Style::Plain, &span.text[end.len()..]);
    }
    outside
}

/// Adds a text: to the last span where that has the same style, else as a new span.
fn push(spans: &mut Vec<Span>, style: Style, text: &str) {
    match spans.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => spans.push(Span { style, text: text.to_owned() }),
    }
}
