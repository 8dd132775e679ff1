//! Refuses headings that stand again and again on one page.
//!
//! Readers cannot tell them apart in the contents of the page. And mdBook looks for the address of each by trying one
//! after the other, so that of thousands each takes thousands of steps.

use crate::scan::dialect;
use crate::{Diagnostic, Diagnostics, Place};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// How often one heading, or one term of a definition list, may stand on a page.
const MOST: usize = 200;

/// Refuses each heading that stands too often on a page, where it does so first.
pub(crate) fn refuse(page: usize, text: &str, diagnostics: &mut Diagnostics) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (words, span) in headings(text) {
        let count = counts.entry(letters(&words)).or_default();
        *count += 1;
        if *count == MOST + 1 {
            let message = format!("this heading stands more than {MOST} times on this page");
            let help = "give each a name of its own, so that readers can tell them apart";
            diagnostics.push(Diagnostic::new(Place::new(page, span), message).help(help));
        }
    }
}

/// The words of each heading and each term of a page, without those that name their address themselves.
fn headings(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut open = false;
    for (event, range) in Parser::new_ext(text, dialect()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { id: None, .. } | Tag::DefinitionListTitle) => {
                let words = text[range.clone()].trim_end().len();
                found.push((String::new(), range.start..range.start + words));
                open = true;
            }
            Event::End(TagEnd::Heading(_) | TagEnd::DefinitionListTitle) => open = false,
            Event::Text(words) | Event::Code(words) if open => {
                if let Some((heading, _)) = found.last_mut() {
                    heading.push_str(&words);
                }
            }
            _ => {}
        }
    }
    found
}

/// What of a heading goes into its address, and a little less: its letters and figures.
fn letters(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::refuse;
    use crate::{Diagnostics, Page};

    fn lines(text: String) -> Vec<String> {
        let mut diagnostics = Diagnostics::default();
        refuse(0, &text, &mut diagnostics);
        diagnostics.lines(&[Page { file: "a.md".to_owned(), text, ..Page::default() }])
    }

    #[test]
    fn a_heading_may_stand_two_hundred_times() {
        let different = |number: usize| format!("## Heading {number}\n\n");
        assert!(lines((0..5_000).map(different).collect()).is_empty());
        assert!(lines("## What we *do*\n\n".repeat(200)).is_empty());
        assert!(lines("## Named {#same}\n\n".repeat(300)).is_empty());
        let help = "(give each a name of its own, so that readers can tell them apart)";
        let line = |number: usize| {
            format!("a.md:{number}:1: this heading stands more than 200 times on this page {help}")
        };
        // Those that only differ in signs have one address.
        for pair in ["## What we *do*\n\n# What we `do`!\n\n", "What we\n: do\n\nWHAT WE?\n: do\n\n"] {
            let found = lines(pair.repeat(2_500));
            assert_eq!(found.len(), 1, "{found:?}");
        }
        assert_eq!(lines("## Twice\n\n".repeat(5_000)), [line(401)]);
    }
}
