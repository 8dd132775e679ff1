//! The points on pages that the policy owner is still to fill in, such as how long a record is kept.
//!
//! A page marks one as `<mark class="to-be-added">`. A preview shows it; nothing is published while one stands there. What a
//! marker such as `{{#setting phone}}` shows in place of a setting has a second class, and is asked for in `book.toml`.

use policy_compiler::{Diagnostic, Diagnostics, Page, Place};
use pulldown_cmark::{Event, Parser};

const OPENING: &str = "<mark class=\"to-be-added\">";

/// The points that are left on these pages, each where it stands.
pub(super) fn open_points(pages: &[Page]) -> Diagnostics {
    let mut open = Diagnostics::default();
    for (number, page) in pages.iter().enumerate() {
        let events = Parser::new(&page.text).into_offset_iter();
        let html = events.filter(|(event, _)| matches!(event, Event::InlineHtml(_) | Event::Html(_)));
        for (_, span) in html {
            let found = page.text[span.clone()].match_indices(OPENING);
            found.for_each(|(at, _)| {
                open.push(open_point(page, Place::new(number, span.start + at..span.end)))
            });
        }
    }
    open
}

fn open_point(page: &Page, place: Place) -> Diagnostic {
    let after = &page.text[place.span.0 + OPENING.len()..];
    let what = after.split('<').next().unwrap_or_default().trim();
    Diagnostic::new(place, format!("a point is open: {what}"))
        .help("write the Council’s own words in place of the whole `mark`")
}
