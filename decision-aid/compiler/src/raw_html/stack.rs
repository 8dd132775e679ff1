//! What is open at a place of a page: what Markdown has opened, and the elements written as HTML in it.
//!
//! mdBook closes an element at the end of the Markdown that it was opened in. So must the page, or the rest would stand
//! elsewhere than it was meant to.

use super::allowed;
use super::refused::Refused;
use super::tokens::Element;
use std::ops::Range;

/// How deep elements, lists, quotations and the like may stand in each other. A page reads well to three or four, and
/// whatever sets or reads pages goes down a step for each.
const MOST_NESTED: usize = 30;

/// Something that is open.
pub(super) enum Open {
    /// Something of Markdown.
    Markdown(Holds),
    /// An element written as HTML.
    Raw(Raw),
}

/// What something of Markdown holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Paragraphs, lists and the like, as an item of a list may.
    Blocks,
    /// Words only, as a paragraph does.
    Words,
    /// The words of a link.
    Link,
}

/// An element written as HTML that is open.
pub(super) struct Raw {
    pub(super) name: String,
    pub(super) span: Range<usize>,
    /// Whether it was refused already, so that nothing more need be said of it.
    refused: bool,
}

impl Raw {
    /// What is wrong with it when it is not closed where it has to be.
    pub(super) fn unclosed(&self) -> Option<Refused> {
        let name = &self.name;
        (!self.refused).then(|| {
            Refused::new(
                format!("`<{name}>` is not closed"),
                format!("put `</{name}>` at its end, in the same paragraph, item or cell"),
            )
        })
    }
}

/// What is open, the innermost last.
#[derive(Default)]
pub(super) struct Stack {
    open: Vec<Open>,
}

impl Stack {
    /// Opens something of Markdown.
    pub(super) fn open_markdown(&mut self, holds: Holds) -> Option<Refused> {
        self.push(Open::Markdown(holds))
    }

    /// Closes something of Markdown. No element is open in it.
    pub(super) fn close_markdown(&mut self) {
        self.open.pop();
    }

    /// Opens an element, unless its tag is all of it.
    pub(super) fn open(&mut self, element: Element, span: Range<usize>, refused: bool) -> Option<Refused> {
        if element.self_closing || allowed::is_void(&element.name) {
            return None;
        }
        self.push(Open::Raw(Raw { name: element.name, span, refused }))
    }

    /// Says where something stands too deep, once for all that stands in it.
    fn push(&mut self, open: Open) -> Option<Refused> {
        self.open.push(open);
        (self.open.len() == MOST_NESTED + 1).then(|| {
            Refused::new(
                format!("more than {MOST_NESTED} lists, quotations or elements stand in each other here"),
                "write it with fewer steps in",
            )
        })
    }

    /// Closes the innermost element.
    pub(super) fn close_raw(&mut self) {
        self.close_if(|open| matches!(open, Open::Raw(_)));
    }

    /// Closes the innermost that is open, if it is so.
    pub(super) fn close_if(&mut self, so: impl Fn(&Open) -> bool) -> Option<Open> {
        self.open.pop_if(|open| so(open))
    }

    /// The elements that are open in the innermost part of Markdown, the innermost first.
    fn raw(&self) -> impl Iterator<Item = &Raw> {
        self.open.iter().rev().map_while(|open| match open {
            Open::Raw(raw) => Some(raw),
            Open::Markdown { .. } => None,
        })
    }

    /// Whether an element of that name can be closed here.
    pub(super) fn is_open(&self, name: &str) -> bool {
        self.raw().any(|raw| raw.name == name)
    }

    /// Whether only words may stand here, and no paragraph, list or table.
    fn holds_words_only(&self) -> bool {
        let around = self.open.iter().rev().find(|open| match open {
            // What stands among words holds what may stand around it.
            Open::Raw(raw) => !allowed::is_of_words(&raw.name),
            Open::Markdown(_) => true,
        });
        match around {
            Some(Open::Markdown(holds)) => *holds != Holds::Blocks,
            Some(Open::Raw(raw)) => raw.name == "p",
            None => false,
        }
    }

    /// The element that this stands straight in, where that holds its parts and nothing else, as a table does.
    fn holder_of_parts(&self) -> Option<&str> {
        match self.open.last() {
            Some(Open::Raw(raw)) if allowed::holds_parts_only(&raw.name) => Some(&raw.name),
            _ => None,
        }
    }

    /// Whether what opens here stands in a link.
    fn is_in_link(&self) -> bool {
        self.open.iter().rev().any(|open| match open {
            Open::Raw(raw) => raw.name == "a",
            Open::Markdown(holds) => *holds == Holds::Link,
        })
    }

    /// What is wrong with a paragraph, list or the like of Markdown that opens here.
    pub(super) fn misplaced_block(&self) -> Option<Refused> {
        if let Some(holder) = self.holder_of_parts() {
            let message = format!("text stands straight in `<{holder}>`, and not in a part of it");
            return Some(Refused::new(message, "put it into a cell or an item"));
        }
        matches!(self.open.last(), Some(Open::Raw(raw)) if raw.name == "p").then(|| {
            let message = "`<p>` is still open, and another paragraph begins";
            Refused::new(message, "leave `<p>` out: an empty line is enough to part paragraphs")
        })
    }

    /// What is wrong with a link that opens here.
    pub(super) fn misplaced_link(&self) -> Option<Refused> {
        self.is_in_link()
            .then(|| Refused::new("a link stands in another link", "close the first before the second"))
    }

    /// What is wrong with an element that opens here, where it stands in the wrong one.
    pub(super) fn misplaced(&self, element: &Element) -> Option<Refused> {
        let name = &element.name;
        if !allowed::is_listed(name) {
            return None;
        }
        let parents = allowed::parents(name);
        if !parents.is_empty() {
            return self.outside_of(name, parents);
        }
        // Pairs of terms and meanings may be put together.
        if let Some(holder) =
            self.holder_of_parts().filter(|holder| (*holder, name.as_str()) != ("dl", "div"))
        {
            let message = format!("`<{name}>` stands straight in `<{holder}>`, and not in a part of it");
            return Some(Refused::new(message, "put it into a cell or an item"));
        }
        if name == "a" {
            return self.misplaced_link();
        }
        (!allowed::is_of_words(name) && self.holds_words_only()).then(|| {
            Refused::new(
                format!("`<{name}>` stands in the middle of a paragraph or heading"),
                "let it begin a line of its own, with an empty line before it",
            )
        })
    }

    /// What is wrong with a part of an element that does not stand straight in one.
    fn outside_of(&self, name: &str, parents: &[&str]) -> Option<Refused> {
        let parent = self.raw().next().map(|raw| raw.name.as_str());
        if parent.is_some_and(|parent| parents.contains(&parent)) {
            return None;
        }
        let parents: Vec<String> = parents.iter().map(|parent| format!("`<{parent}>`")).collect();
        Some(Refused::new(
            format!("`<{name}>` stands outside of the element that it is a part of"),
            format!("put it straight into {}", parents.join(" or ")),
        ))
    }
}
