//! The contents of the book as lists of links, needing no script: its parts, and the pages of the part that one is in.
//!
//! A part is a heading in `SUMMARY.md`. A book without any has one list of all its pages.

use crate::book::page_url;
use maud::{Markup, html};
use mdbook_core::book::{Book, BookItem};

/// The parts of the book, and the chapters in each.
pub(crate) struct Navigation {
    /// The chapters before the first part: the start page, and in a book without parts all.
    outside: Vec<Link>,
    parts: Vec<Part>,
}

struct Part {
    title: String,
    chapters: Vec<Link>,
}

/// A chapter: its title, its page from the root of the site, and how many chapters it is nested in.
#[derive(Debug, Clone)]
struct Link {
    title: String,
    url: String,
    depth: usize,
}

/// What marks a link as leading to where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Current {
    /// It is the page one is on.
    Page,
    /// The page one is on stands below it.
    Part,
    No,
}

impl Current {
    const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Page => Some("page"),
            Self::Part => Some("true"),
            Self::No => None,
        }
    }
}

impl Part {
    fn has(&self, url: &str) -> bool {
        self.chapters.iter().any(|link| link.url == url)
    }

    /// A link to the first page of the part.
    fn link(&self, url: &str, root: &str) -> Markup {
        let Some(first) = self.chapters.first() else { return html! {} };
        let current = match (first.url == url, self.has(url)) {
            (true, _) => Current::Page,
            (false, true) => Current::Part,
            (false, false) => Current::No,
        };
        html! { a href={ (root) (first.url) } aria-current=[current.attribute()] { (self.title) } }
    }
}

impl Navigation {
    pub(crate) fn new(book: &Book) -> Self {
        let mut navigation = Self { outside: Vec::new(), parts: Vec::new() };
        for item in book.iter() {
            match item {
                BookItem::PartTitle(title) => {
                    navigation.parts.push(Part { title: title.clone(), chapters: Vec::new() });
                }
                BookItem::Chapter(chapter) => {
                    let Some(path) = &chapter.path else { continue };
                    let url = page_url(path);
                    let depth = chapter.parent_names.len();
                    let link = Link { title: chapter.name.clone(), url, depth };
                    let part = navigation.parts.last_mut().map(|part| &mut part.chapters);
                    part.unwrap_or(&mut navigation.outside).push(link);
                }
                BookItem::Separator => {}
            }
        }
        navigation.parts.retain(|part| !part.chapters.is_empty());
        navigation
    }

    /// Whether the book has a page at `url`.
    pub(crate) fn has(&self, url: &str) -> bool {
        self.outside.iter().any(|link| link.url == url) || self.parts.iter().any(|part| part.has(url))
    }

    /// Links to the parts, for a page at `url` whose way to the root of the site is `root`; none where the book has no parts.
    pub(crate) fn parts(&self, url: &str, root: &str) -> Option<Markup> {
        let links = html! { ul { @for part in &self.parts { li { (part.link(url, root)) } } } };
        (!self.parts.is_empty()).then_some(links)
    }

    /// The parts, and below the one that the page at `url` stands in its pages. Where the book has no parts, all pages.
    pub(crate) fn list(&self, url: &str, root: &str) -> Markup {
        if self.parts.is_empty() {
            return links(&self.outside, url, root);
        }
        html! {
            ul class="contents-parts" {
                @for part in &self.parts {
                    li { (part.link(url, root)) @if part.has(url) { (links(&part.chapters, url, root)) } }
                }
            }
        }
    }
}

/// The list of some chapters. Those that stand below others are set in; a list in a list would say the same with more words to
/// those who hear it.
fn links(chapters: &[Link], url: &str, root: &str) -> Markup {
    html! {
        ul class="contents-list" {
            @for link in chapters {
                li class=[(link.depth > 0).then_some("nested")] {
                    a href={ (root) (link.url) } aria-current=[(link.url == url).then_some("page")] { (link.title) }
                }
            }
        }
    }
}
