//! Which invisible characters of a page are named, and which are left alone.

use super::refuse;
use crate::{Diagnostic, Diagnostics, Place};

/// What is said of a page: the column in bytes of each character, and the sentence.
fn said(text: &str) -> Vec<(usize, String)> {
    let mut diagnostics = Diagnostics::default();
    refuse(0, text, &mut diagnostics);
    diagnostics.iter().map(|wrong| (wrong.place.span.0, wrong.message.clone())).collect()
}

#[test]
fn what_keeps_a_line_from_being_what_it_looks_like_is_named() {
    let table = [
        ("\u{200b}c[a.b] must A-1", 0, "keeps this line from being a clause label"),
        ("- c\u{200b}[a.b] must A-1", 3, "keeps this line from being a clause label"),
        ("\u{a0}```question", 0, "keeps this line from opening or closing a block"),
        ("``\u{200d}`", 2, "keeps this line from opening or closing a block"),
        ("##\u{a0}A heading", 2, "keeps this line from being a heading"),
        ("-\u{a0}An item", 1, "keeps this line from being an item of a list"),
        ("  12.\u{2009}An item", 5, "keeps this line from being an item of a list"),
    ];
    for (line, at, does) in table {
        let text = format!("Words.\n\n{line}\n");
        let found = said(&text);
        assert_eq!(found.len(), 1, "{line:?}: {found:?}");
        assert_eq!(found[0].0, 8 + at, "{line:?}");
        assert!(found[0].1.ends_with(does), "{line:?}: {}", found[0].1);
    }
}

#[test]
fn what_reorders_a_line_or_splits_a_word_is_named() {
    let found = said("pay \u{202e}001\u{202c} now, vexa\u{ad}tious");
    let says: Vec<&str> = found.iter().map(|(_, message)| message.as_str()).collect();
    let order = "a mark for the direction of writing, which nobody sees, changes the order in which this line is read";
    let split = "a soft hyphen, which nobody sees, splits this word, so that no search finds it";
    assert_eq!(says, [order, order, split]);
}

#[test]
fn what_does_no_harm_is_left_alone() {
    for text in [
        "about 20\u{a0}minutes, 1\u{202f}000",
        "a word \u{200b}and another",
        "👩\u{200d}👩\u{200d}👧 at home",
        "می\u{200c}خواهم",
        "שלום\u{200e}",
        "```toml\nask = \"20\u{a0}minutes\"\n```",
        "# A heading with 20\u{a0}minutes",
        "- 20\u{a0}minutes",
        "**20\u{a0}minutes**",
        "Paragraph 1.\u{a0}Words",
    ] {
        assert_eq!(said(text), [], "{text:?}");
    }
}

#[test]
fn what_was_noted_as_something_wrong_is_not_noted_again_and_a_page_full_of_it_has_an_end() {
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(Diagnostic::new(Place::new(0, 2..9), "no question"));
    refuse(0, "a la\u{200b}te b", &mut diagnostics);
    assert_eq!(diagnostics.iter().count(), 1);
    assert_eq!(said(&"la\u{200b}te ".repeat(100_000)).len(), 100);
}
