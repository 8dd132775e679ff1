//! Slips of the pen that the TOML reader notices too late, or calls something else: what was left open, and where.

use std::ops::Range;

/// A typo: where it is in the block's text, what is wrong, and the fix.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Typo {
    pub(crate) span: Range<usize>,
    pub(crate) message: &'static str,
    pub(crate) help: &'static str,
}

/// Three quotation marks, which open and close a text of several lines.
const LONG: &str = "\"\"\"";

/// The typo that most likely made a text unreadable, where the reader stopped at `span`.
pub(crate) fn likely(text: &str, span: &Range<usize>) -> Option<Typo> {
    long_text_left_open(text).or_else(|| curly(text, span)).or_else(|| line_left_open(text, span))
}

/// A text of several lines that nothing closes: the reader goes on to the end of the block.
fn long_text_left_open(text: &str) -> Option<Typo> {
    let last = text.rfind(LONG)?;
    let open = text.matches(LONG).count() % 2 == 1;
    open.then_some(Typo {
        span: last..last + LONG.len(),
        message: "this text is opened and nowhere closed",
        help: "put three quotation marks below its last line too",
    })
}

/// Curly marks, which a word processor makes of straight ones.
fn curly(text: &str, span: &Range<usize>) -> Option<Typo> {
    let value = text.get(span.clone()).filter(|value| value.starts_with(['“', '”']))?;
    Some(Typo {
        span: span.start..span.start + value.len(),
        message: "the quotation marks around this are curly",
        help: "write straight ones, `\"`: curly ones only belong inside a text",
    })
}

/// A text that opens on the line of the span, or on the line before, and does not close there; or one that closes too
/// early because it has a straight mark in it.
fn line_left_open(text: &str, span: &Range<usize>) -> Option<Typo> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let above = text[..start].trim_end_matches('\n').rfind('\n').map_or(0, |newline| newline + 1);
    let lines = [above..start, start..text.len()];
    lines.into_iter().filter(|line| !line.is_empty()).find_map(|line| {
        let words = text[line.clone()].lines().next().unwrap_or_default();
        let span = line.start + words.find('"')?..line.start + words.len();
        let marks = words.replace("\\\"", "").matches('"').count();
        let typo = |message, help| Some(Typo { span: span.clone(), message, help });
        match marks {
            _ if words.contains(LONG) => None,
            1 => typo(
                "this text is not closed on its line",
                "close it with `\"`, or put three quotation marks at both ends of a text of several lines",
            ),
            3.. if line.start == start && is_one_value(words) => {
                typo("there are quotation marks inside this text", "write curly ones there: “…”")
            }
            _ => None,
        }
    })
}

/// Whether a line is a name with one text, and no list.
fn is_one_value(line: &str) -> bool {
    line.split_once('=').is_some_and(|(_, value)| value.trim_start().starts_with('"'))
}

#[cfg(test)]
mod tests;
