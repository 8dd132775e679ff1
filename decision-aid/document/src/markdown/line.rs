//! One line of text with its strong and stressed pieces.
//!
//! Whether `*` opens, closes or does neither depends on the characters on both sides. Spaces at the edges of a
//! styled piece are therefore moved out of it, and a letter that would make its mark void is written by its code,
//! which ends in punctuation: `a**(b)**` becomes `&#97;**(b)**`.

use super::escape::{Place, push};
use crate::lines::{Piece, Style};

/// A line as Markdown.
pub(super) fn line(pieces: &[Piece]) -> String {
    let pieces = marked(with_spaces_outside(pieces));
    let mut out = String::new();
    for (number, piece) in pieces.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|number| pieces.get(number));
        piece.write(&mut out, before, pieces.get(number + 1));
    }
    out
}

/// A piece, with what stands on both sides of it in Markdown.
struct Marked {
    mark: &'static str,
    text: String,
}

/// Chooses the marks. `***` between two pieces would not say which of them ends, so there `_` stresses.
fn marked(pieces: Vec<Piece>) -> Vec<Marked> {
    let strong = |number: Option<usize>| {
        number.and_then(|number| pieces.get(number)).is_some_and(|piece| piece.style == Style::Strong)
    };
    let marks: Vec<_> = (0..pieces.len())
        .zip(&pieces)
        .map(|(number, piece)| match piece.style {
            Style::Plain => "",
            Style::Strong => "**",
            Style::Emphasis if strong(number.checked_sub(1)) || strong(Some(number + 1)) => "_",
            Style::Emphasis => "*",
        })
        .collect();
    marks.into_iter().zip(pieces).map(|(mark, piece)| Marked { mark, text: piece.text }).collect()
}

impl Marked {
    fn write(&self, out: &mut String, before: Option<&Self>, after: Option<&Self>) {
        let digits = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let end = self.text.len();
        let plain = self.mark.is_empty();
        out.push_str(self.mark);
        let mut characters = self.text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let next = characters.peek().map(|(_, character)| *character);
            let (starts, ends) = (at == 0, at + character.len_utf8() == end);
            let held_before =
                starts && before.is_some_and(|piece| piece.is_strict(piece.text.chars().next_back()));
            let held_after = ends && after.is_some_and(|piece| piece.is_strict(piece.text.chars().next()));
            let place = Place {
                first: starts && before.is_none(),
                last: ends && after.is_none(),
                after_number: before.is_none() && at > 0 && at == digits,
                must_be_punctuation: plain && (held_before || held_after),
            };
            push(out, character, next, place);
        }
        out.push_str(self.mark);
    }

    /// Whether its mark holds only beside a space or punctuation, given the character at that edge.
    fn is_strict(&self, edge: Option<char>) -> bool {
        self.mark == "_" || (!self.mark.is_empty() && !edge.is_some_and(char::is_alphanumeric))
    }
}

/// The same line with no space at the edges of a styled piece.
fn with_spaces_outside(pieces: &[Piece]) -> Vec<Piece> {
    let mut outside: Vec<Piece> = Vec::new();
    let mut add = |style: Style, text: &str| match outside.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => outside.push(Piece { style, text: text.to_owned() }),
    };
    for piece in pieces {
        let core = piece.text.trim();
        let start = piece.text.len() - piece.text.trim_start().len();
        add(Style::Plain, &piece.text[..start]);
        add(piece.style, core);
        add(Style::Plain, &piece.text[start + core.len()..]);
    }
    outside
}
