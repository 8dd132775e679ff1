//! The elements and attributes that pages may use as HTML. "Keeping this handbook" lists them for policy owners.

use super::refused::Refused;
use super::target::{self, Use};
use super::tokens::Element;

/// How an element stands on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Among words.
    Words,
    /// By itself, as a paragraph or a table does.
    Block,
    /// Straight in one of these elements.
    Part(&'static [&'static str]),
}

/// An element that pages may use, with the attributes that it may have besides [`EVERYWHERE`].
type Listed = (&'static str, Kind, &'static [&'static str]);

const TABLE_PARTS: Kind = Kind::Part(&["table"]);
const ROWS: Kind = Kind::Part(&["thead", "tbody", "tfoot", "table"]);
const CELLS: Kind = Kind::Part(&["tr"]);
const TERMS: Kind = Kind::Part(&["dl", "div"]);

/// Every element that pages may use.
const ELEMENTS: &[Listed] = &[
    ("a", Kind::Words, &["href", "hreflang", "rel"]),
    ("abbr", Kind::Words, &[]),
    ("b", Kind::Words, &[]),
    ("bdi", Kind::Words, &[]),
    ("bdo", Kind::Words, &[]),
    ("blockquote", Kind::Block, &["cite"]),
    ("br", Kind::Words, &[]),
    ("caption", TABLE_PARTS, &[]),
    ("cite", Kind::Words, &[]),
    ("code", Kind::Words, &[]),
    ("col", Kind::Part(&["colgroup"]), &["span"]),
    ("colgroup", TABLE_PARTS, &["span"]),
    ("dd", TERMS, &[]),
    ("del", Kind::Words, &["datetime"]),
    ("details", Kind::Block, &["open"]),
    ("dfn", Kind::Words, &[]),
    ("div", Kind::Block, &[]),
    ("dl", Kind::Block, &[]),
    ("dt", TERMS, &[]),
    ("em", Kind::Words, &[]),
    ("figcaption", Kind::Part(&["figure"]), &[]),
    ("figure", Kind::Block, &[]),
    ("hr", Kind::Block, &[]),
    ("i", Kind::Words, &[]),
    ("img", Kind::Words, &["src", "alt", "width", "height"]),
    ("ins", Kind::Words, &["datetime"]),
    ("kbd", Kind::Words, &[]),
    ("li", Kind::Part(&["ul", "ol"]), &["value"]),
    ("mark", Kind::Words, &[]),
    ("ol", Kind::Block, &["start", "reversed", "type"]),
    ("p", Kind::Block, &[]),
    ("pre", Kind::Block, &[]),
    ("q", Kind::Words, &["cite"]),
    ("s", Kind::Words, &[]),
    ("samp", Kind::Words, &[]),
    ("small", Kind::Words, &[]),
    ("span", Kind::Words, &[]),
    ("strong", Kind::Words, &[]),
    ("sub", Kind::Words, &[]),
    ("summary", Kind::Part(&["details"]), &[]),
    ("sup", Kind::Words, &[]),
    ("table", Kind::Block, &[]),
    ("tbody", TABLE_PARTS, &[]),
    ("td", CELLS, &["colspan", "rowspan", "headers"]),
    ("tfoot", TABLE_PARTS, &[]),
    ("th", CELLS, &["colspan", "rowspan", "headers", "scope", "abbr"]),
    ("thead", TABLE_PARTS, &[]),
    ("time", Kind::Words, &["datetime"]),
    ("tr", ROWS, &[]),
    ("u", Kind::Words, &[]),
    ("ul", Kind::Block, &[]),
    ("var", Kind::Words, &[]),
    ("wbr", Kind::Words, &[]),
];

/// Attributes that every element may have, besides `aria-…`.
const EVERYWHERE: [&str; 6] = ["class", "dir", "id", "lang", "role", "title"];

/// Ids that the pages have themselves: a second element of the name would take its place.
const TAKEN: [&str; 6] =
    ["casebook", "decision-aid", "decision-aid-checklist", "main", "search-field", "training"];

/// Classes by which the build knows its own elements, which it fills, replaces or leaves out.
const BUILT: [&str; 15] = [
    "aid-use",
    "aid-use-switch",
    "clause",
    "pages",
    "policy-note",
    "practice-place",
    "quiz-place",
    "rule",
    "section-place",
    "site-contents",
    "site-footer",
    "site-header",
    "site-mark",
    "site-parts",
    "used-by",
];

/// Elements whose tag is all of them. They need not be on the list to be so.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The names of the elements that pages may use, in the order of the alphabet.
#[cfg(test)]
pub(super) fn names() -> Vec<&'static str> {
    ELEMENTS.iter().map(|(name, ..)| *name).collect()
}

fn listed(name: &str) -> Option<&'static Listed> {
    ELEMENTS.iter().find(|(known, ..)| *known == name)
}

pub(super) fn is_listed(name: &str) -> bool {
    listed(name).is_some()
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether an element stands among words.
pub(super) fn is_of_words(name: &str) -> bool {
    listed(name).is_some_and(|(_, kind, _)| *kind == Kind::Words)
}

/// Whether an element holds its parts and nothing else. Browsers move what else stands in a table out of it, and screen
/// readers lose count of a list.
pub(super) fn holds_parts_only(name: &str) -> bool {
    ["colgroup", "dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"].contains(&name)
}

/// The elements that this one has to stand straight in; none where it may stand anywhere.
pub(super) fn parents(name: &str) -> &'static [&'static str] {
    match listed(name) {
        Some((_, Kind::Part(parents), _)) => parents,
        _ => &[],
    }
}

/// What is wrong with an element and its attributes, wherever it stands.
pub(super) fn element(element: &Element) -> Vec<Refused> {
    let name = &element.name;
    if !is_listed(name) {
        return vec![unlisted(name)];
    }
    let attributes = element.attributes.iter();
    let mut refused: Vec<Refused> =
        attributes.filter_map(|(attribute, value)| self::attribute(name, attribute, value)).collect();
    if element.self_closing && !is_void(name) {
        let message = format!("`<{name}/>` closes nothing in HTML");
        refused.push(Refused::new(message, format!("write `<{name}></{name}>`")));
    }
    if name == "img" && !element.attributes.iter().any(|(attribute, _)| attribute == "alt") {
        let help = "say in `alt` what it shows; write `alt=\"\"` where it only adorns";
        refused.push(Refused::new("this picture has no text for those who cannot see it", help));
    }
    refused
}

/// An element that is not on the list.
fn unlisted(name: &str) -> Refused {
    let help = match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write it with `#`, as a heading of the page",
        "script" | "style" | "link" | "meta" | "base" | "title" | "template" | "noscript" => {
            "leave it out: how pages look and work belongs to the theme"
        }
        "iframe" | "object" | "embed" | "video" | "audio" | "frame" | "frameset" | "portal" => {
            "write a link to it: pages show nothing from elsewhere"
        }
        "form" | "input" | "button" | "select" | "textarea" | "option" | "label" | "fieldset" | "dialog" => {
            "leave it out: pages collect nothing; a `decision-aid` or a `quiz-question` block asks"
        }
        "svg" | "math" | "canvas" | "picture" => {
            "put the picture into a file beside the pages, and write `![what it shows](file)`"
        }
        "center" | "font" | "big" | "marquee" | "blink" => {
            "leave it out: how pages look belongs to the theme"
        }
        _ => "write it in Markdown, or with an element that “Keeping this handbook” lists",
    };
    Refused::new(format!("a page cannot have the element `<{}>`", shown(name)), help)
}

/// What is wrong with an attribute of an element.
pub(super) fn attribute(element: &str, name: &str, value: &str) -> Option<Refused> {
    let own = listed(element).map_or(&[] as &[&str], |(.., own)| own);
    match name {
        "href" if own.contains(&name) => target::refused(value, Use::Link),
        "cite" if own.contains(&name) => target::refused(value, Use::Link),
        "src" if own.contains(&name) => target::refused(value, Use::Picture),
        "id" => taken_id(value),
        "class" => built_class(value),
        _ if own.contains(&name) || EVERYWHERE.contains(&name) || name.starts_with("aria-") => None,
        _ => Some(unlisted_attribute(element, name)),
    }
}

fn unlisted_attribute(element: &str, name: &str) -> Refused {
    let help = match name {
        "style" | "align" | "bgcolor" | "color" | "border" | "valign" => {
            "leave it out: how pages look belongs to the theme"
        }
        "target" => "leave it out: readers choose where a link opens",
        "name" => "write `id` instead",
        _ if name.starts_with("on") => "leave it out: what pages do belongs to the theme",
        _ if name.starts_with("data-") => "leave it out: such attributes are for the build itself",
        _ => "leave it out: “Keeping this handbook” lists what may stand there",
    };
    let message = match element {
        "heading" => format!("a heading cannot have the attribute `{}`", shown(name)),
        _ => format!("`<{element}>` cannot have the attribute `{}`", shown(name)),
    };
    Refused::new(message, help)
}

/// An id that the pages have themselves.
fn taken_id(id: &str) -> Option<Refused> {
    TAKEN.contains(&id).then(|| {
        Refused::new(format!("the id `{id}` is taken by the page around this"), "give it another id")
    })
}

/// A class that the build acts on.
fn built_class(classes: &str) -> Option<Refused> {
    let class = classes.split_ascii_whitespace().find(|class| BUILT.contains(class))?;
    Some(Refused::new(
        format!("the class `{class}` is for elements that the build makes"),
        "give it another class, or none",
    ))
}

/// An end tag without its start.
pub(super) fn closes_nothing(name: &str) -> [Refused; 1] {
    let help = match is_void(name) {
        true => "leave it out: this element has no end",
        false => "open the element in the same paragraph, item or cell, or leave this out",
    };
    [Refused::new(format!("`</{}>` closes nothing that is open here", shown(name)), help)]
}

/// A name as a message shows it: not at any length.
fn shown(name: &str) -> String {
    const MOST: usize = 30;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
