//! Refuses what nobody sees on a page where it does harm.
//!
//! In ordinary text most invisible characters do none and are left alone: a no-break space in a sentence is one. Refused are those
//! that keep a label, a block, a heading or a list from being one, change the order in which a line is read, or split a
//! word so that no search finds it.

use crate::invisible::{first_in, instead_of, is_space, name_of};
use crate::{Diagnostic, Diagnostics, Place};

/// How many of them are looked at on a page. Who has mended those runs the check again.
const MOST: usize = 100;

/// Notes the invisible characters on a page that do harm, but for those in something that was noted for what it is.
pub(crate) fn refuse(page: usize, text: &str, diagnostics: &mut Diagnostics) {
    let lines = text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end - line.len(), line))
    });
    let found = lines.flat_map(|(start, line)| {
        harmful(line).into_iter().map(move |(offset, character, does)| (start + offset, character, does))
    });
    for (start, character, does) in found.take(MOST) {
        let place = Place::new(page, start..start + character.len_utf8());
        if !diagnostics.is_noted(&place) {
            let what = name_of(character).unwrap_or_default();
            let message = format!("{what}, which nobody sees, {does}");
            diagnostics.push(Diagnostic::new(place, message).help(instead_of(character)));
        }
    }
}

/// The invisible characters of a line that do harm, each with what it does.
fn harmful(line: &str) -> Vec<(usize, char, &'static str)> {
    let opening = hidden_marker(line).or_else(|| marker_without_space(line));
    let others = line.char_indices().filter_map(|(offset, character)| {
        let does = if reorders(character) {
            "changes the order in which this line is read"
        } else if splits_a_word(line, offset, character) {
            "splits this word, so that no search finds it"
        } else {
            return None;
        };
        Some((offset, character, does))
    });
    let others = others.filter(|(offset, ..)| opening.is_none_or(|(opening, ..)| opening != *offset));
    let mut all: Vec<_> = others.chain(opening).collect();
    all.sort_unstable_by_key(|(offset, ..)| *offset);
    all
}

/// What opens a label or a block.
const MARKERS: [(&str, &str); 3] = [
    ("c[", "keeps this line from being a clause label"),
    ("```", "keeps this line from opening or closing a block"),
    ("~~~", "keeps this line from opening or closing a block"),
];

/// How many characters the beginning of a line may have until its marker is complete.
const BEGINNING: usize = 12;

/// An invisible character at the beginning of a line that hides what the line opens.
fn hidden_marker(line: &str) -> Option<(usize, char, &'static str)> {
    let unlisted = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    let visible: String =
        unlisted.chars().take(BEGINNING).filter(|character| name_of(*character).is_none()).collect();
    let (marker, does) = MARKERS.into_iter().find(|(marker, _)| visible.trim_start().starts_with(marker))?;
    if unlisted.starts_with(marker) {
        return None;
    }
    let (offset, character) = first_in(unlisted)?;
    Some((line.len() - unlisted.len() + offset, character, does))
}

/// An invisible character where a heading or a list needs an ordinary space behind its mark.
fn marker_without_space(line: &str) -> Option<(usize, char, &'static str)> {
    let unindented = line.trim_start_matches([' ', '\t']);
    let (offset, character) = first_in(unindented)?;
    let does = match &unindented.as_bytes()[..offset] {
        marks if (1..=6).contains(&marks.len()) && marks.iter().all(|mark| *mark == b'#') => {
            "keeps this line from being a heading"
        }
        [b'-' | b'*' | b'+'] => "keeps this line from being an item of a list",
        [number @ .., b'.' | b')'] if !number.is_empty() && number.iter().all(u8::is_ascii_digit) => {
            "keeps this line from being an item of a list"
        }
        _ => return None,
    };
    Some((line.len() - unindented.len() + offset, character, does))
}

/// Whether a character without width stands between two letters of a word that could be searched for. Scripts that join their
/// letters need such characters, and so do emoji: only letters that never join are looked at.
fn splits_a_word(line: &str, offset: usize, character: char) -> bool {
    let joins_nothing =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphabetic() && letter < '\u{250}');
    let (before, after) =
        (line[..offset].chars().next_back(), line[offset + character.len_utf8()..].chars().next());
    name_of(character).is_some() && !is_space(character) && joins_nothing(before) && joins_nothing(after)
}

/// Whether it changes the order in which the rest of a line is read.
fn reorders(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
