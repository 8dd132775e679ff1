//! Characters that nobody sees: what they are called, and what is said of a name that has one in it.
//!
//! They come with what is copied from a word processor, an email or a website, and make a name another one.

use std::ops::Range;

/// What an invisible character is called; none for one that can be seen, and for the ordinary space.
pub(crate) fn name_of(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{a0}' => "a no-break space",
        '\u{202f}' => "a narrow no-break space",
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => "a space of another width",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' => "a zero-width non-joiner",
        '\u{200d}' => "a zero-width joiner",
        '\u{2060}' => "a word joiner",
        '\u{feff}' => "a byte order mark",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark for the direction of writing"
        }
        '\u{2061}'..='\u{2064}' | '\u{206a}'..='\u{206f}' => "an invisible sign",
        _ => return None,
    })
}

/// A text with the code of each invisible character in its place: `late[U+200B]`.
pub(crate) fn shown(text: String) -> String {
    if first_in(&text).is_none() {
        return text;
    }
    let shown = |character| match name_of(character) {
        Some(_) => format!("[U+{:04X}]", u32::from(character)),
        None => character.to_string(),
    };
    text.chars().map(shown).collect()
}

/// Whether it takes room, as an ordinary space does.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() && name_of(character).is_some()
}

/// The first invisible character of a text, with its offset.
pub(crate) fn first_in(text: &str) -> Option<(usize, char)> {
    text.char_indices().find(|(_, character)| name_of(*character).is_some())
}

/// What to do about a word that is no name because something invisible is in it; none where nothing is.
pub(crate) fn in_name(word: &str) -> Option<String> {
    let (offset, character) = first_in(word)?;
    let what = name_of(character)?;
    let before: String = word[..offset].trim_start_matches(['"', '\'']).to_owned();
    let stands = if before.is_empty() { "begins with".to_owned() } else { "holds".to_owned() };
    let after = if before.is_empty() { String::new() } else { format!(" after `{before}`") };
    Some(format!("it {stands} {what}{after}, which nobody sees: {}", instead_of(character)))
}

/// The first invisible character that can have made TOML unreadable where the reader stopped at `span`, with its span and what to
/// do: in that very stretch, or on its line outside quotation marks, where only names stand.
pub(crate) fn in_toml(toml: &str, span: &Range<usize>) -> Option<(Range<usize>, String)> {
    let word = |span: Range<usize>| Some((span.clone(), in_name(toml.get(span)?.trim())?));
    let start = toml.get(..span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = toml[start..].lines().next()?;
    let mut end = start;
    let pieces = line.split('"').map(|piece| {
        let begin = end;
        end = begin + piece.len() + 1;
        begin..begin + piece.len()
    });
    let mut names = pieces.step_by(2).filter_map(word);
    word(span.clone()).filter(|_| !span.is_empty()).or_else(|| names.next())
}

/// What to write instead.
pub(crate) fn instead_of(character: char) -> &'static str {
    if is_space(character) {
        "type an ordinary space, or nothing"
    } else {
        "delete it, and type the word again"
    }
}

#[cfg(test)]
mod tests;
