//! What of a text reaches the reader.
//!
//! Officers paste what customers sent. Such text may contain control characters that reorder the rest of a line, so that a
//! record reads otherwise than it is stored, or characters that XML forbids. Every way of showing a document uses this one
//! function, so that all of them show the same.

use std::borrow::Cow;
use std::fmt::Write;

/// The text as every way of showing it shows it.
///
/// - Invisible characters that change the direction of writing are shown by their code, such as `[U+202E]`. Text in Arabic or
///   Hebrew needs none of them and stays as it is.
/// - Every kind of line end becomes a newline, and a tab becomes a space.
/// - Other control characters, and the two that XML forbids (U+FFFE and U+FFFF), are left out.
///
/// The function is idempotent: applied to its own result, it changes nothing.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| character == '\n' || rendering(character) == Rendering::Unchanged) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut previous = '\0';
    for character in text.chars() {
        let before = std::mem::replace(&mut previous, character);
        match rendering(character) {
            // Windows ends a line with two characters, which are one line end.
            Rendering::Newline if before == '\r' && character == '\n' => {}
            Rendering::Newline => shown.push('\n'),
            Rendering::Unchanged => shown.push(character),
            Rendering::Space => shown.push(' '),
            // Writing to a string cannot fail.
            Rendering::Code => _ = write!(shown, "[U+{:04X}]", u32::from(character)),
            Rendering::Omitted => {}
        }
    }
    Cow::Owned(shown)
}

/// How a character is shown.
#[derive(PartialEq, Eq)]
enum Rendering {
    Unchanged,
    Newline,
    Space,
    Code,
    Omitted,
}

fn rendering(character: char) -> Rendering {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Rendering::Newline,
        '\t' => Rendering::Space,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Rendering::Code
        }
        '\u{fffe}' | '\u{ffff}' => Rendering::Omitted,
        _ if character.is_control() => Rendering::Omitted,
        _ => Rendering::Unchanged,
    }
}

#[cfg(test)]
mod tests {
    //! Tests of what is shown, left out or replaced.

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
