//! A site for some of its readers: `book.toml` says which parts and pages it goes without.
//!
//! The book is compiled whole, since what the public reads carries rules that officers' pages go on with. Then `compile` takes the
//! pages out of it that an audience does not get, and a link that leads to one is refused with its place.

use super::includes::normal;
use super::{LoadedBook, page_url};
use crate::settings::{self, Audience};
use mdbook_core::book::{BookItem, Chapter};
use policy_compiler::{Diagnostic, Diagnostics, Place};
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What an audience goes without, found in the book.
struct LeftOut {
    /// Addresses of pages.
    pages: BTreeSet<String>,
    /// Names that are neither a part nor a page.
    unknown: Vec<String>,
}

/// The addresses of the pages that an audience does not get.
pub(super) fn pages_left_out(book: &LoadedBook, audience: &Audience) -> BTreeSet<String> {
    left_out(book, audience).pages
}

/// Notes every page that stands in no part, and every name that an audience goes without and the book does not have.
pub(super) fn refuse_unknown(
    book: &LoadedBook,
    audiences: &BTreeMap<String, Audience>,
    text: &str,
    wrong: &mut Diagnostics,
) {
    let file = book.pages.len();
    for (name, audience) in audiences {
        let span = settings::span_of(text, &["output", "handbook", "audiences", name, "without"]);
        for unknown in left_out(book, audience).unknown {
            let message = format!(
                "the audience `{name}` goes without `{unknown}`, which is no part and no page of the book"
            );
            let help = format!(
                "write one of {}, or the path of a page, as they stand in SUMMARY.md",
                parts(book).join(", ")
            );
            wrong.push(Diagnostic::new(Place::new(file, span.clone()), message).help(help));
        }
        for page in in_no_part(book) {
            let message = format!(
                "the page `{page}` stands in no part, so that nothing says whether the audience `{name}` gets it"
            );
            let help = "write a line such as `# About` above it in SUMMARY.md".to_owned();
            wrong.push(Diagnostic::new(Place::new(file, span.clone()), message).help(help));
        }
    }
}

/// The titles of the parts.
fn parts(book: &LoadedBook) -> Vec<String> {
    let part = |item: &BookItem| match item {
        BookItem::PartTitle(title) => Some(format!("`{title}`")),
        _ => None,
    };
    book.book.items.iter().filter_map(part).collect()
}

/// Numbered pages before the first part: the start page has no number.
fn in_no_part(book: &LoadedBook) -> Vec<String> {
    let is_part = |item: &&BookItem| matches!(item, BookItem::PartTitle(_));
    let outside = book.book.items.iter().take_while(|item| !is_part(item));
    let numbered = |item: &BookItem| match item {
        BookItem::Chapter(Chapter { number: Some(_), path: Some(path), .. }) => {
            Some(path.display().to_string())
        }
        _ => None,
    };
    outside.filter_map(numbered).collect()
}

fn left_out(book: &LoadedBook, audience: &Audience) -> LeftOut {
    let mut pages = BTreeSet::new();
    let mut known = BTreeSet::new();
    let mut part = None;
    for item in &book.book.items {
        match item {
            BookItem::PartTitle(title) => part = Some(title),
            BookItem::Chapter(chapter) => {
                let name = part.filter(|part| audience.without.contains(part));
                known.extend(name);
                take_out(chapter, name.is_some(), audience, &mut pages, &mut known);
            }
            BookItem::Separator => {}
        }
    }
    let unknown = audience.without.iter().filter(|name| !known.contains(name)).cloned().collect();
    LeftOut { pages, unknown }
}

/// Notes a chapter that is left out, with those below it.
fn take_out<'b>(
    chapter: &'b Chapter,
    with_part: bool,
    audience: &'b Audience,
    pages: &mut BTreeSet<String>,
    known: &mut BTreeSet<&'b String>,
) {
    let path = chapter.path.as_ref().map(|path| path.display().to_string().replace('\\', "/"));
    let name = audience.without.iter().find(|name| Some(*name) == path.as_ref());
    known.extend(name);
    let is_out = with_part || name.is_some();
    if is_out {
        pages.extend(chapter.path.as_deref().map(page_url));
    }
    for item in &chapter.sub_items {
        if let BookItem::Chapter(below) = item {
            take_out(below, is_out, audience, pages, known);
        }
    }
}

/// Takes chapters out.
pub(super) fn take_chapters_out(items: &mut Vec<BookItem>, out: &BTreeSet<String>) {
    items.retain_mut(|item| match item {
        BookItem::Chapter(chapter) => {
            take_chapters_out(&mut chapter.sub_items, out);
            chapter.path.as_deref().is_none_or(|path| !out.contains(&page_url(path)))
        }
        _ => true,
    });
}

/// The links of pages that stay to pages that do not.
pub(super) fn links_out(book: &LoadedBook, audience: &str, out: &BTreeSet<String>) -> Diagnostics {
    let mut wrong = Diagnostics::default();
    for (number, page) in book.pages.iter().enumerate().filter(|(_, page)| !out.contains(&page.url)) {
        let folder = Path::new(&page.url).parent().unwrap_or(Path::new(""));
        for (event, span) in Parser::new(&page.text).into_offset_iter() {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            let Some(target) = target(folder, &dest_url).filter(|target| out.contains(target)) else {
                continue;
            };
            let message = format!("this links to `{target}`, which the audience `{audience}` does not get");
            let help = format!(
                "write `{{{{#except {audience}}}}}` in a line above what only others are to read, and `{{{{#end}}}}` in one below"
            );
            wrong.push(Diagnostic::new(Place::new(number, span), message).help(help));
        }
    }
    wrong
}

/// The page that a link leads to, from the root of the site; none where it leads out of the book.
fn target(folder: &Path, link: &str) -> Option<String> {
    let path = link.split(['#', '?']).next().filter(|path| !path.is_empty() && !path.contains(':'))?;
    Some(page_url(&normal(&folder.join(path))))
}

#[cfg(test)]
mod tests {
    use super::target;
    use std::path::Path;

    #[test]
    fn a_link_leads_to_a_page_from_the_root() {
        for (folder, link, page) in [
            ("", "officers/check.md", Some("officers/check.html")),
            ("about", "../officers/check.md#a", Some("officers/check.html")),
            ("about/keeping", "publish.html?b", Some("about/keeping/publish.html")),
            ("about", "#here", None),
            ("about", "https://example.org/officers/check.html", None),
        ] {
            assert_eq!(target(Path::new(folder), link).as_deref(), page, "{link} in {folder}");
        }
    }
}
