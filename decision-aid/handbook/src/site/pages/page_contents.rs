//! What follows the sentence that opens a page: what the page holds, as links to its headings, beside the text on a wide screen and
//! folded above it on a narrow one; and the switch that shows how the aid uses each clause of the policy.

use crate::site::rewrite::{Handler, rewrite};
use anyhow::Result;
use lol_html::html_content::ContentType;
use lol_html::{element, text};
use maud::{Markup, PreEscaped, html};
use std::cell::{Cell, RefCell};

/// Fewer headings than this are seen at a glance.
const FEWEST: usize = 2;

/// A heading: its id, and its words as HTML.
struct Heading {
    id: String,
    words: String,
}

/// What there is to know of a page before its contents are written into it.
#[derive(Default)]
struct Outline {
    headings: RefCell<Vec<Heading>>,
    /// Whether a paragraph stands before the first heading.
    lead: Cell<bool>,
    /// Whether the page is one of links or of the decision aid, which have no need of contents.
    none: Cell<bool>,
    /// Whether something says how the aid uses a clause.
    has_aid_use: Cell<bool>,
}

/// What writes the contents of a page and its switch after the sentence that opens it; none for a page that has no need of them.
///
/// # Errors
/// A page that is not HTML.
pub(crate) fn handler<'h>(page: &str) -> Result<Option<Handler<'h>>> {
    let outline = Outline::read(page)?;
    let headings = outline.headings.borrow();
    let has_contents = !outline.none.get() && headings.len() >= FEWEST;
    if !has_contents && !outline.has_aid_use.get() {
        return Ok(None);
    }
    let contents = html! {
        @if outline.has_aid_use.get() { (aid_use_switch()) }
        @if has_contents { (contents(&headings)) }
    };
    let contents = contents.0;
    let opening = if outline.lead.get() { "main > p" } else { "main > h1" };
    let written = Cell::new(false);
    Ok(Some(element!(opening, move |element| {
        if !written.replace(true) {
            element.after(&contents, ContentType::Html);
        }
        Ok(())
    })))
}

/// Hidden until the script is there that it works by (`scripts/aid-use.js`).
fn aid_use_switch() -> Markup {
    html! {
        p class="aid-use-switch" hidden {
            label { input type="checkbox"; " Show how the aid uses each clause" }
        }
    }
}

fn contents(headings: &[Heading]) -> Markup {
    html! {
        nav class="page-contents" aria-label="On this page" {
            details {
                summary { "On this page" }
                div {
                    p class="page-contents-title" { "On this page" }
                    ul {
                        @for heading in headings {
                            li { a href={ "#" (PreEscaped(&heading.id)) } { (PreEscaped(heading.words.trim())) } }
                        }
                    }
                }
            }
        }
    }
}

impl Outline {
    fn read(page: &str) -> Result<Self> {
        let outline = Self::default();
        let handlers = [
            element!("#decision-aid, main.start", |_| {
                outline.none.set(true);
                Ok(())
            }),
            element!(".aid-use", |_| {
                outline.has_aid_use.set(true);
                Ok(())
            }),
            element!("main > p", |_| {
                outline.lead.set(outline.lead.get() || outline.headings.borrow().is_empty());
                Ok(())
            }),
            element!("main h2[id]", |heading| {
                let id = heading.get_attribute("id").unwrap_or_default();
                outline.headings.borrow_mut().push(Heading { id, words: String::new() });
                Ok(())
            }),
            text!("main h2[id]", |chunk| {
                if let Some(heading) = outline.headings.borrow_mut().last_mut() {
                    heading.words.push_str(chunk.as_str());
                }
                Ok(())
            }),
        ];
        rewrite(page, handlers)?;
        Ok(outline)
    }
}

#[cfg(test)]
mod tests {
    use super::handler;
    use crate::site::rewrite::rewrite;

    #[test]
    fn the_contents_follow_the_sentence_that_opens_the_page() {
        let two = "<h2 id=\"a\">One &amp; <em>all</em></h2><p>x</p><h2 id=\"b\">Two</h2>";
        for (page, opening) in [
            (format!("<main><h1>T</h1><p>Lead.</p>{two}</main>"), "<main><h1>T</h1><p>Lead.</p><nav"),
            (format!("<main><h1>T</h1>{two}</main>"), "<main><h1>T</h1><nav"),
        ] {
            let with = rewrite(&page, handler(&page).unwrap()).unwrap();
            assert!(with.starts_with(opening), "{with}");
            assert!(with.contains("<a href=\"#a\">One &amp; all</a>"), "{with}");
            assert_eq!(with.matches("<nav").count(), 1, "{with}");
        }
    }

    #[test]
    fn a_page_without_several_headings_has_no_contents() {
        for page in [
            "<main><h1>T</h1><p>Lead.</p><h2 id=\"a\">One</h2></main>",
            "<main class=\"start\"><h1>T</h1><h2 id=\"a\">One</h2><h2 id=\"b\">Two</h2></main>",
            "<main><div id=\"decision-aid\"></div><h2 id=\"a\">One</h2><h2 id=\"b\">Two</h2></main>",
        ] {
            assert!(handler(page).unwrap().is_none(), "{page}");
        }
    }
}
