//! The contents of the book as a list of links: the same on every page, needing no script.

use maud::{Markup, html};
use mdbook_core::book::{Book, BookItem};

/// The parts of the book, and the chapters in each.
pub(crate) struct Navigation {
    parts: Vec<Part>,
}

struct Part {
    title: Option<String>,
    chapters: Vec<Link>,
}

/// A chapter: its title, and its page from the root of the site.
#[derive(Debug, Clone)]
struct Link {
    title: String,
    url: String,
}

impl Navigation {
    pub(crate) fn new(book: &Book) -> Self {
        let mut parts = vec![Part { title: None, chapters: Vec::new() }];
        for item in book.iter() {
            match item {
                BookItem::PartTitle(title) => {
                    parts.push(Part { title: Some(title.clone()), chapters: Vec::new() });
                }
                BookItem::Chapter(chapter) => {
                    let Some(path) = &chapter.path else { continue };
                    let url = path.with_extension("html").display().to_string().replace('\\', "/");
                    if let Some(part) = parts.last_mut() {
                        part.chapters.push(Link { title: chapter.name.clone(), url });
                    }
                }
                BookItem::Separator => {}
            }
        }
        Self { parts }
    }

    /// Whether the book has a page at `url`.
    pub(crate) fn has(&self, url: &str) -> bool {
        self.parts.iter().flat_map(|part| &part.chapters).any(|link| link.url == url)
    }

    /// The list, for a page at `url` whose way to the root of the site is `root`.
    pub(crate) fn list(&self, url: &str, root: &str) -> Markup {
        let links = |part: &Part| {
            html! {
                ul class="contents-list" {
                    @for link in &part.chapters {
                        li { a href={ (root) (link.url) } aria-current=[(link.url == url).then_some("page")] { (link.title) } }
                    }
                }
            }
        };
        let parts = self.parts.iter().filter(|part| !part.chapters.is_empty());
        let (titled, untitled): (Vec<&Part>, Vec<&Part>) = parts.partition(|part| part.title.is_some());
        html! {
            @for part in untitled { (links(part)) }
            ul class="contents-parts" {
                // No headings: the first of a page is its title.
                @for part in titled { li { span class="contents-part" { (part.title.as_deref().unwrap_or_default()) } (links(part)) } }
            }
        }
    }
}
