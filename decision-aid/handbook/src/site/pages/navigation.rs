//! The contents of the book as lists of links, needing no script: its parts, and the pages of the part that one is in.
//!
//! A part is a heading in `SUMMARY.md`. A book without any has one list of all its pages. Of a list that is very long a page shows
//! what lies around it, or every page of a large book would hold the names of all.

use crate::book::page_url;
use maud::{Markup, html};
use mdbook_core::book::{Book, BookItem};
use std::iter::successors;

/// How many chapters side by side, and in all of a list, are shown without leaving any out.
const MOST_LISTED: usize = 80;

/// How many before and after a page are shown of more, and how far apart the others are of which one leads on.
const NEAR: usize = 20;

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
            @for link in listed(chapters, url) {
                li class=[(link.depth > 0).then_some("nested")] {
                    a href={ (root) (link.url) } aria-current=[(link.url == url).then_some("page")] { (link.title) }
                }
            }
        }
    }
}

/// The chapters that a page lists: all, where they are not too many. Of more, those beside the page, beside each that it stands
/// below, and right below it; where such a row is too long itself, those near the page and some on the way to the others.
fn listed<'l>(chapters: &'l [Link], url: &str) -> Vec<&'l Link> {
    if chapters.len() <= MOST_LISTED {
        return chapters.iter().collect();
    }
    let parents = parents(chapters);
    let page = chapters.iter().position(|link| link.url == url);
    let branch: Vec<usize> = successors(page, |index| parents[*index]).collect();
    let mut listed: Vec<usize> = branch
        .iter()
        .copied()
        .map(Some)
        .chain([None])
        .flat_map(|parent| {
            let row: Vec<usize> = (0..chapters.len()).filter(|index| parents[*index] == parent).collect();
            near(&row, &branch)
        })
        .collect();
    listed.sort_unstable();
    listed.into_iter().map(|index| &chapters[index]).collect()
}

/// The chapter that each stands below.
fn parents(chapters: &[Link]) -> Vec<Option<usize>> {
    let mut above: Vec<usize> = Vec::new();
    let parent = |(index, link): (usize, &Link)| {
        above.truncate(above.partition_point(|other| chapters[*other].depth < link.depth));
        let parent = above.last().copied();
        above.push(index);
        parent
    };
    chapters.iter().enumerate().map(parent).collect()
}

/// Of a row of chapters those near the one that leads to the page, the first and the last, and some in between.
fn near(row: &[usize], branch: &[usize]) -> Vec<usize> {
    let here = row.iter().position(|index| branch.contains(index)).unwrap_or(0);
    let is_kept = |position: usize| {
        row.len() <= MOST_LISTED
            || position.abs_diff(here) <= NEAR
            || position.is_multiple_of(2 * NEAR)
            || position + 1 == row.len()
    };
    row.iter().enumerate().filter(|(position, _)| is_kept(*position)).map(|(_, index)| *index).collect()
}

#[cfg(test)]
mod tests {
    use super::{Link, MOST_LISTED, NEAR, listed};

    /// Chapters with these depths, each called by its number.
    fn chapters(depths: impl IntoIterator<Item = usize>) -> Vec<Link> {
        let link = |(number, depth): (usize, usize)| Link {
            title: number.to_string(),
            url: number.to_string(),
            depth,
        };
        depths.into_iter().enumerate().map(link).collect()
    }

    fn numbers(chapters: &[Link], url: &str) -> Vec<usize> {
        listed(chapters, url).iter().filter_map(|link| link.title.parse().ok()).collect()
    }

    #[test]
    fn a_list_that_is_not_long_is_shown_whole() {
        let chapters = chapters((0..MOST_LISTED).map(|number| number % 3));
        assert_eq!(numbers(&chapters, "7").len(), MOST_LISTED);
    }

    #[test]
    fn of_a_long_list_a_page_shows_the_rows_that_lead_to_it_and_the_one_below_it() {
        // Ten chapters with ten below each, and ten below each of those: 0, 1 to 11, 12 …; 111 chapters in each ten.
        let depths = (0..10)
            .flat_map(|_| std::iter::once(0).chain((0..10).flat_map(|_| [1].into_iter().chain([2; 10]))));
        let chapters = chapters(depths);
        let top: Vec<usize> = (0..10).map(|number| number * 111).collect();
        assert_eq!(numbers(&chapters, "elsewhere"), top);
        let below = |first: usize, apart: usize| (0..10).map(move |number| first + number * apart);
        let mut expected: Vec<usize> =
            top.iter().copied().chain(below(112, 11)).chain(below(124, 1)).collect();
        expected.sort_unstable();
        assert_eq!(numbers(&chapters, "123"), expected, "the page with a row below it");
        assert_eq!(numbers(&chapters, "127"), expected, "a page in that row");
    }

    #[test]
    fn of_a_long_row_a_page_shows_its_neighbours_and_ways_to_every_other() {
        let chapters = chapters([0; 2000]);
        for page in [0_usize, 777, 1999] {
            let shown = numbers(&chapters, &page.to_string());
            assert!(shown.len() <= 2 * NEAR + 2 + 2000 / (2 * NEAR), "{} at {page}", shown.len());
            assert!((page.saturating_sub(NEAR)..=(page + NEAR).min(1999)).all(|near| shown.contains(&near)));
            // From one of those shown, every other is near.
            assert!(
                (0..2000).all(|other| shown.iter().any(|known| known.abs_diff(other) <= NEAR)),
                "at {page}"
            );
        }
    }
}
