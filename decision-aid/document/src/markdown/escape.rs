//! How a character is written so that no reader of Markdown acts on it.

use std::fmt::Write;

/// Where a character stands in its line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// Whether it is the first of the line.
    pub(super) first: bool,
    /// Whether it is the last of the line.
    pub(super) last: bool,
    /// Whether only digits stand before it in the line, and one at least.
    pub(super) after_number: bool,
    /// Whether it touches the mark of a strong or stressed piece that only holds beside punctuation.
    pub(super) must_be_punctuation: bool,
}

/// Writes one character.
pub(super) fn push(out: &mut String, character: char, next: Option<char>, place: Place) {
    let by_code = if character.is_whitespace() {
        place.first || place.last
    } else {
        place.must_be_punctuation && !character.is_ascii_punctuation()
    };
    if by_code {
        // Writing to a string cannot fail.
        _ = write!(out, "&#{};", u32::from(character));
        return;
    }
    if is_special(character, next, place) || (character == '.' && ends_in_www(out)) {
        out.push('\\');
    }
    out.push(character);
}

/// Whether Markdown, or the extensions that are in common use, may act on a character where it stands.
fn is_special(character: char, next: Option<char>, place: Place) -> bool {
    match character {
        // Code, emphasis, links, HTML, entities, table cells, formulas, attributes, headings; `@` makes an
        // address a link.
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '^' | '{' | '}' | '='
        | '#' | '@' => true,
        // List items, rules, and what stands below the text of a heading.
        '-' | '+' => place.first,
        // A definition, or the start of an address.
        ':' => place.first || next == Some('/'),
        '.' | ')' => place.after_number,
        _ => false,
    }
}

/// Whether a dot now would make a bare address a link.
fn ends_in_www(out: &str) -> bool {
    out.len()
        .checked_sub(3)
        .and_then(|start| out.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}
