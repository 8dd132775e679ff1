//! One line of text with its strong and stressed pieces.
//!
//! Whether `*` opens, closes or does neither depends on the characters on both sides. Spaces at the edges of a
//! styled piece are therefore moved out of it, and a letter that would make its mark void is written by its code,
//! which ends in punctuation: `a**(b)**` becomes `&#97;**(b)**`.

use super::escape::{Place, push};
use crate::lines::{Piece, Style};

/// A line as Markdown.
pub(super) fn line(pieces: &[Piece]) -> String {
    let pieces = with_spaces_outside(pieces);
    let mut marked: Vec<Marked<'_>> = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        // `***` between two pieces would not say which of them ends, so there `_` stresses.
        let beside_strong = (number > 0 && is_strong(&pieces, number - 1)) || is_strong(&pieces, number + 1);
        let mark = match piece.style {
            Style::Plain => "",
            Style::Strong => "**",
            Style::Emphasis if beside_strong => "_",
            Style::Emphasis => "*",
        };
        marked.push(Marked { mark, text: &piece.text });
    }
    let mut out = String::new();
    for (number, piece) in marked.iter().enumerate() {
        let before = if number == 0 { None } else { marked.get(number - 1) };
        piece.write(&mut out, before, marked.get(number + 1));
    }
    out
}

fn is_strong(pieces: &[Piece], number: usize) -> bool {
    match pieces.get(number) {
        Some(piece) => piece.style == Style::Strong,
        None => false,
    }
}

/// A piece between its marks.
struct Marked<'a> {
    mark: &'static str,
    text: &'a str,
}

impl Marked<'_> {
    /// Writes the piece, given what stands on both sides of it.
    fn write(&self, out: &mut String, before: Option<&Self>, after: Option<&Self>) {
        let plain = self.mark.is_empty();
        out.push_str(self.mark);
        let held_before =
            plain && before.is_some_and(|piece| piece.is_strict(piece.text.chars().next_back()));
        let held_after = plain && after.is_some_and(|piece| piece.is_strict(piece.text.chars().next()));
        let (mut at, mut only_digits) = (0, true);
        for character in self.text.chars() {
            let starts = at == 0;
            at += character.len_utf8();
            let ends = at == self.text.len();
            let place = Place {
                first: starts && before.is_none(),
                last: ends && after.is_none(),
                after_number: before.is_none() && !starts && only_digits,
                must_be_punctuation: (starts && held_before) || (ends && held_after),
            };
            only_digits &= character.is_ascii_digit();
            push(out, character, self.text[at..].starts_with('/'), place);
        }
        out.push_str(self.mark);
    }

    /// Whether its mark holds only beside a space or punctuation, given the character at that edge.
    ///
    /// That is so beside no letter or digit. Only those of the Latin alphabets are known here: to take another for
    /// punctuation costs a letter written by its code, and the table of all letters costs the browser a kilobyte.
    fn is_strict(&self, edge: Option<char>) -> bool {
        match edge {
            Some('0'..='9' | 'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ') => {
                self.mark == "_"
            }
            _ => !self.mark.is_empty(),
        }
    }
}

/// The same line with no space at the edges of a styled piece.
fn with_spaces_outside(pieces: &[Piece]) -> Vec<Piece> {
    let mut outside = Vec::new();
    for piece in pieces {
        let end = piece.text.trim_end();
        let core = end.trim_start();
        add(&mut outside, Style::Plain, &end[..end.len() - core.len()]);
        add(&mut outside, piece.style, core);
        add(&mut outside, Style::Plain, &piece.text[end.len()..]);
    }
    outside
}

/// Adds a text, to the last piece where that looks the same.
fn add(pieces: &mut Vec<Piece>, style: Style, text: &str) {
    match pieces.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece { style, text: text.to_owned() }),
    }
}
