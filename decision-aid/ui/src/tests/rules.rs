//! What holds for every component.

use super::drawn::{all, draw, everything, html_of};
use scraper::{ElementRef, Html as Page, Node};
use std::collections::BTreeSet;

/// Where a text may stand beside elements: in what a change replaces whole.
const REPLACED_WHOLE: [&str; 2] = ["source", "paper"];

#[test]
fn no_text_stands_beside_an_element_that_can_move() {
    for (name, content) in everything() {
        let page = draw(content);
        for node in page.tree.nodes().filter(|node| node.value().is_text()) {
            let mut around = node.ancestors().filter_map(ElementRef::wrap);
            let replaced =
                around.any(|element| element.value().classes().any(|class| REPLACED_WHOLE.contains(&class)));
            let beside =
                node.prev_siblings().chain(node.next_siblings()).any(|other| other.value().is_element());
            assert!(replaced || !beside, "{name}: {:?} stands beside an element", node.value());
        }
    }
}

#[test]
fn no_id_is_given_twice_and_each_that_is_named_exists() {
    for (name, content) in everything().into_iter().filter(|(name, _)| *name != "fields") {
        let page = draw(content);
        let ids: Vec<_> = all(&page, "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for element in all(&page, &format!("[{attribute}]")) {
                let named = element.attr(attribute).unwrap_or_default().split_whitespace();
                named.for_each(|id| assert!(unique.contains(id), "{name}: {attribute} names {id}"));
            }
        }
    }
}

/// The elements that have no end tag.
const VOID: [&str; 2] = ["input", "br"];

/// The start tags of some HTML with how deep they stand, as written. What else begins with `<` is a comment, or within one.
fn as_written(html: &str) -> Vec<(usize, String)> {
    let mut depth = 0;
    let mut written = Vec::new();
    for tag in html.split('<').skip(1) {
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag
            .strip_prefix('/')
            .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic()))
        {
            depth -= 1;
        } else if !name.is_empty() {
            written.push((depth, name.clone()));
            depth += usize::from(!VOID.contains(&name.as_str()));
        }
    }
    written
}

/// The same as a browser reads it.
fn as_read(html: &str) -> Vec<(usize, String)> {
    let page = Page::parse_fragment(html);
    let elements = page.root_element().descendants().skip(1).filter_map(ElementRef::wrap);
    let depth = |element: &ElementRef<'_>| {
        element.ancestors().filter(|node| matches!(node.value(), Node::Element(_))).count() - 1
    };
    elements.map(|element| (depth(&element), element.value().name().to_owned())).collect()
}

/// An app that takes a page over expects the elements that it would have made.
#[test]
fn a_browser_reads_the_elements_that_were_drawn() {
    for (name, content) in everything() {
        let html = html_of(content, true);
        assert!(!as_written(&html).is_empty(), "{name}");
        assert_eq!(as_written(&html), as_read(&html), "{name}: {html}");
    }
}
