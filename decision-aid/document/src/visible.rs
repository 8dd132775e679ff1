//! What of a text reaches the reader.
//!
//! Officers paste what customers sent. Such text may hold characters that reorder the line they stand in, so that
//! a record reads otherwise than it is stored, or that no XML file may hold. Every way of showing a document uses
//! this one function, so that all of them show the same.

use std::borrow::Cow;
use std::fmt::Write;

/// The text as every rendering shows it.
///
/// - Characters that turn the direction of writing without being seen are shown by their code, as `[U+202E]`.
///   Text in Arabic or Hebrew needs none of them and stays as it is.
/// - Whatever ends a line becomes a newline, and a tab a space.
/// - Other control characters, and the two that XML forbids (U+FFFE and U+FFFF), are left out.
///
/// What it returns is its own visible form: applied again, it changes nothing.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_visible(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut previous = '\0';
    for character in text.chars() {
        let before = std::mem::replace(&mut previous, character);
        match shown_as(character) {
            // Windows ends a line with two characters, which are one end.
            Shown::LineEnd if before == '\r' && character == '\n' => {}
            Shown::LineEnd => shown.push('\n'),
            Shown::AsItIs => shown.push(character),
            Shown::Space => shown.push(' '),
            // Writing to a string cannot fail.
            Shown::ByCode => _ = write!(shown, "[U+{:04X}]", u32::from(character)),
            Shown::LeftOut => {}
        }
    }
    Cow::Owned(shown)
}

/// Whether a text is shown as it is.
fn is_visible(text: &str) -> bool {
    for character in text.chars() {
        if character != '\n' && shown_as(character) != Shown::AsItIs {
            return false;
        }
    }
    true
}

#[derive(PartialEq, Eq)]
enum Shown {
    AsItIs,
    LineEnd,
    Space,
    ByCode,
    LeftOut,
}

fn shown_as(character: char) -> Shown {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::LineEnd,
        '\t' => Shown::Space,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Shown::ByCode
        }
        '\u{fffe}' | '\u{ffff}' => Shown::LeftOut,
        _ if character.is_control() => Shown::LeftOut,
        _ => Shown::AsItIs,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;
    use std::borrow::Cow;

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        for text in ["", "a\nb", "“Straße” – 1 < 2 & 3", "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "مرحبا שלום", "می‌خواهم"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_shown_or_left_out() {
        for (text, expected) in [
            ("pay \u{202e}001\u{202c} now", "pay [U+202E]001[U+202C] now"),
            ("\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "[U+2066][U+2069][U+200E][U+200F][U+061C]"),
            ("a\0b\u{1b}[31m\u{7f}\u{9b}\u{fffe}\u{ffff}c", "ab[31mc"),
            ("a\tb", "a b"),
            ("a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{b}g\u{c}h", "a\nb\nc\nd\ne\nf\ng\nh"),
            ("\r\r\n\n", "\n\n\n"),
        ] {
            assert_eq!(visible(text), expected, "{text:?}");
            assert!(matches!(visible(expected), Cow::Borrowed(same) if same == expected), "{expected:?}");
        }
    }
}
