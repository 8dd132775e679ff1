//! Texts: what is kept of one that was typed.

use super::normalized;

#[test]
fn a_text_is_kept_with_what_pages_and_files_hold() {
    for (typed, kept) in [
        ("", ""),
        ("one line", "one line"),
        ("two\nlines", "two\nlines"),
        ("two\r\nlines", "two\nlines"),
        ("two\rlines", "two\nlines"),
        ("an empty\r\rline", "an empty\n\nline"),
        ("an empty\r\n\r\nline", "an empty\n\nline"),
        ("an empty\n\rline", "an empty\n\nline"),
        ("an empty\r\r\nline", "an empty\n\nline"),
        ("\r\n", "\n"),
        ("at the end\r", "at the end\n"),
        ("a\0b", "a\u{fffd}b"),
        ("\0\r\n\0", "\u{fffd}\n\u{fffd}"),
        ("£, “é”, \u{1f600}, \u{fffd}, \t", "£, “é”, \u{1f600}, \u{fffd}, \t"),
    ] {
        assert_eq!(normalized(typed.to_owned()), kept, "{typed:?}");
        assert_eq!(normalized(kept.to_owned()), kept, "what is kept stays: {kept:?}");
    }
}
