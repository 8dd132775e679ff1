//! Placeholders on pages: points that the policy owner is still to fill in, such as how long a record is kept.
//!
//! A page marks one as `<mark class="to-be-added">`. A preview shows it; nothing is published while one stands there. What a
//! marker such as `{{#setting phone}}` shows in place of a setting has a second class, and is asked for in `book.toml`.

use policy_compiler::{Diagnostic, Diagnostics, Page, Place};
use pulldown_cmark::{Event, Parser};

const OPENING: &str = "<mark class=\"to-be-added\">";

/// The placeholders that are left on these pages, each where it stands.
pub(super) fn placeholders(pages: &[Page]) -> Diagnostics {
    let mut left = Diagnostics::default();
    for (number, page) in pages.iter().enumerate() {
        let events = Parser::new(&page.text).into_offset_iter();
        let html = events.filter(|(event, _)| matches!(event, Event::InlineHtml(_) | Event::Html(_)));
        for (_, span) in html {
            let found = page.text[span.clone()].match_indices(OPENING);
            found.for_each(|(at, _)| {
                left.push(left_over(page, Place::new(number, span.start + at..span.end)))
            });
        }
    }
    left
}

fn left_over(page: &Page, place: Place) -> Diagnostic {
    let after = &page.text[place.span.0 + OPENING.len()..];
    let what = after.split('<').next().unwrap_or_default().trim();
    Diagnostic::new(place, format!("this is still to be filled in: {what}"))
        .help("write your own words in place of the whole `mark`")
}
