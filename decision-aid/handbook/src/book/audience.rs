//! A site for some of its readers: `book.toml` says which parts and pages it goes without.
//!
//! The book is compiled whole, since what the public reads carries rules that officers' pages go on with. Then the pages that an
//! audience does not get are taken out of it, and a link that leads to one is refused with its place.

use crate::book::LoadedBook;
use crate::book::compile::CompiledBook;
use crate::not_built::NotBuilt;
use crate::settings::{self, Audience};
use anyhow::{Result, bail};
use mdbook_core::book::{BookItem, Chapter};
use policy_compiler::{Diagnostic, Diagnostics, Place};
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What an audience goes without, found in the book.
struct LeftOut {
    /// Addresses of pages.
    pages: BTreeSet<String>,
    /// Names that are neither a part nor a page.
    unknown: Vec<String>,
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
        pages.extend(chapter.path.as_deref().map(url));
    }
    for item in &chapter.sub_items {
        if let BookItem::Chapter(below) = item {
            take_out(below, is_out, audience, pages, known);
        }
    }
}

fn url(path: &Path) -> String {
    path.with_extension("html").display().to_string().replace('\\', "/")
}

impl CompiledBook {
    /// The book without the pages that the audience does not get which it was read for.
    ///
    /// # Errors
    /// There is no such audience; [`NotBuilt`] where a page that stays links to one that does not.
    pub(crate) fn for_its_audience(mut self) -> Result<Self> {
        let Some(name) = &self.book.audience else { return Ok(self) };
        let audiences = &self.settings.audiences;
        let Some(audience) = audiences.get(name) else {
            let known: Vec<&str> = audiences.keys().map(String::as_str).collect();
            bail!(
                "book.toml names no audience `{name}`: it has {}. Add [output.handbook.audiences.{name}], or choose another",
                if known.is_empty() { "none".to_owned() } else { known.join(", ") }
            );
        };
        let out = left_out(&self.book, audience).pages;
        let wrong = links_out(&self.book, name, &out);
        if !wrong.is_empty() {
            return Err(NotBuilt::new(&wrong, &self.book.pages).into());
        }
        let stays = |url: &String| !out.contains(url);
        let pages = std::mem::take(&mut self.book.pages);
        let items = std::mem::take(&mut self.compiled.pages);
        (self.book.pages, self.compiled.pages) =
            pages.into_iter().zip(items).filter(|(page, _)| stays(&page.url)).unzip();
        keep(&mut self.book.book.items, &out);
        Ok(self)
    }
}

/// Takes chapters out, and a part that loses all of its chapters.
fn keep(items: &mut Vec<BookItem>, out: &BTreeSet<String>) {
    items.retain_mut(|item| match item {
        BookItem::Chapter(chapter) => {
            keep(&mut chapter.sub_items, out);
            chapter.path.as_deref().is_none_or(|path| !out.contains(&url(path)))
        }
        _ => true,
    });
}

/// The links of pages that stay to pages that do not.
fn links_out(book: &LoadedBook, audience: &str, out: &BTreeSet<String>) -> Diagnostics {
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
    let mut target = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            std::path::Component::ParentDir => drop(target.pop()),
            std::path::Component::Normal(part) => target.push(part),
            _ => {}
        }
    }
    Some(url(&target))
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
