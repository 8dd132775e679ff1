//! What is said of a name with something invisible in it.

use super::{in_name, in_toml};
use crate::{Diagnostic, Place};

#[test]
fn a_name_with_something_invisible_in_it_is_told_apart_from_any_other() {
    let table = [
        (
            "reply\u{a0}sent",
            Some(
                "it holds a no-break space after `reply`, which nobody sees: type an ordinary space, or nothing",
            ),
        ),
        (
            "late\u{200b}",
            Some(
                "it holds a zero-width space after `late`, which nobody sees: delete it, and type the word again",
            ),
        ),
        (
            "\u{feff}late",
            Some("it begins with a byte order mark, which nobody sees: delete it, and type the word again"),
        ),
        (
            "la\u{ad}te",
            Some("it holds a soft hyphen after `la`, which nobody sees: delete it, and type the word again"),
        ),
        (
            "late\u{202e}",
            Some(
                "it holds a mark for the direction of writing after `late`, which nobody sees: delete it, and type the word again",
            ),
        ),
        ("late", None),
        ("Straße – “é”", None),
    ];
    for (word, expected) in table {
        assert_eq!(in_name(word).as_deref(), expected, "{word:?}");
    }
}

#[test]
fn toml_is_unreadable_for_what_is_invisible_among_its_names_and_not_in_its_texts() {
    let table = [
        // The reader stops at the character itself.
        ("id = \"a\"\nshort\u{a0}= \"b\"", 14, true),
        // It stops behind it, on the same line.
        ("ask = \"a\u{a0}b\" \u{200b}x", 16, true),
        // A text may have what it likes in it.
        ("ask = \"a\u{a0}b\" x", 13, false),
        // So may another line.
        ("short\u{a0}= \"b\"\nid = a", 18, false),
    ];
    for (toml, at, expected) in table {
        assert_eq!(in_toml(toml, &(at..at)).is_some(), expected, "{toml:?}");
    }
    let word = "answers = \"yes\u{200b}-no\"";
    assert_eq!(in_toml(word, &(10..word.len())).map(|(place, _)| place), Some(10..word.len()));
}

#[test]
fn no_error_quotes_what_nobody_sees() {
    let wrong =
        Diagnostic::new(Place::new(0, 0..1), "no question `la\u{200b}te`").help("did you mean `\u{a0}`?");
    assert_eq!(wrong.message, "no question `la[U+200B]te`");
    assert_eq!(wrong.help.as_deref(), Some("did you mean `[U+00A0]`?"));
}
