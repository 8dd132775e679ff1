//! What a page says, read from its HTML: its title, the sentence that sums it up, its sections, and the terms it explains.

use scraper::{ElementRef, Html, Node};
use std::collections::BTreeMap;

/// Elements that end a line of text.
const BLOCKS: [&str; 24] = [
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements that are not part of what a page says in its own words, or that stand in the policy and are read there.
const SKIPPED: [&str; 5] = ["nav", "pre", "script", "svg", "template"];
/// The same, by class.
const SKIPPED_CLASSES: [&str; 8] =
    ["rule", "policy-note", "letter", "scenario", "question-group", "learning-outcomes", "quiz-question"];

/// What a page says.
#[derive(Debug, Default)]
pub(crate) struct PageText {
    /// Its heading.
    pub(crate) title: String,
    /// Its first paragraph, which sums it up.
    pub(crate) summary: String,
    /// What stands above its first section, after the summary.
    pub(crate) opening: String,
    pub(crate) sections: Vec<Section>,
    pub(crate) terms: Vec<Term>,
    /// The clauses on it, each with the heading it stands under.
    pub(crate) clauses: BTreeMap<String, String>,
}

/// A heading and what stands under it, clauses and blocks apart.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) id: String,
    pub(crate) heading: String,
    pub(crate) text: String,
}

/// A term and what it means.
#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) meaning: String,
}

impl PageText {
    /// Reads the HTML of a page. One without a `main` says nothing.
    pub(crate) fn read(html: &str) -> Self {
        let document = Html::parse_document(html);
        let mut elements = document.root_element().descendants().filter_map(ElementRef::wrap);
        let mut page = Self::default();
        if let Some(main) = elements.find(|element| element.value().name() == "main") {
            page.children_of(main);
        }
        page
    }

    fn children_of(&mut self, element: ElementRef<'_>) {
        let mut line = String::new();
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => line.push_str(text),
                (_, Some(child)) if skipped(child) => {}
                (_, Some(child)) if BLOCKS.contains(&child.value().name()) => {
                    self.add(&std::mem::take(&mut line));
                    self.block(child);
                }
                (_, Some(child)) => line.extend(child.text()),
                _ => {}
            }
        }
        self.add(&line);
    }

    fn block(&mut self, element: ElementRef<'_>) {
        let text = || words(&element.text().collect::<String>());
        // A heading without an anchor of its own stands in a part of the page that has one.
        let parent = element.parent().and_then(ElementRef::wrap);
        let id = || element.attr("id").or_else(|| parent?.attr("id")).unwrap_or_default().to_owned();
        if let Some(clause) = clause_in(element) {
            let heading = self.sections.last().map(|section| section.heading.clone());
            self.clauses.insert(clause, heading.unwrap_or_default());
            return;
        }
        match element.value().name() {
            "h1" => self.title = text(),
            // A second heading in the same part of the page has no anchor to be told apart by.
            "h2" | "h3" | "h4" if self.sections.last().is_some_and(|last| last.id == id()) => {
                self.add(&text())
            }
            "h2" | "h3" | "h4" => {
                self.sections.push(Section { id: id(), heading: text(), text: String::new() });
            }
            "dt" => self.terms.push(Term { id: id(), name: text(), meaning: String::new() }),
            "dd" => {
                if let Some(term) = self.terms.last_mut() {
                    append(&mut term.meaning, &text());
                }
            }
            "p" if self.summary.is_empty() && self.sections.is_empty() => self.summary = text(),
            _ => self.children_of(element),
        }
    }

    /// Adds a line to the section it stands in.
    fn add(&mut self, line: &str) {
        let text = self.sections.last_mut().map_or(&mut self.opening, |section| &mut section.text);
        append(text, &words(line));
    }

    /// A sentence or two that say what the page is about, for lists of pages elsewhere: its summary, else how its text
    /// begins. None where it has no text.
    pub(crate) fn description(&self) -> Option<String> {
        let texts = [&self.summary, &self.opening]
            .into_iter()
            .chain(self.sections.iter().map(|section| &section.text));
        let first = texts.into_iter().find(|text| !text.is_empty())?;
        Some(shortened(first, 200))
    }
}

fn skipped(element: ElementRef<'_>) -> bool {
    let element = element.value();
    SKIPPED.contains(&element.name()) || element.classes().any(|class| SKIPPED_CLASSES.contains(&class))
}

/// The clause whose label opens an element.
fn clause_in(element: ElementRef<'_>) -> Option<String> {
    let mut children = element.child_elements();
    let label = children.find(|child| child.value().classes().any(|class| class == "clause"))?;
    label.attr("id").map(str::to_owned)
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

/// The text with one blank between words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, cut after a whole word where it is longer than `most` characters.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let whole = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..whole].trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r##"<main><h1>Fees</h1>
<p>What a loan <em>costs</em>.</p><p>Little.</p>
<h2 id="late">Late books</h2>
<p><span class="clause" id="fees.late"><a href="#fees.late">1.1</a></span> We may charge.</p>
<ul><li>Per day:<ul><li>ten pence</li></ul></li></ul>
<details class="rule">A rule.</details><pre>code</pre>
<dl><dt id="fine">Fine</dt><dd>Money for lateness.</dd></dl>
<section id="why"><h2>Why</h2><p>So.</p><h3>And why not</h3><p>Or not.</p></section>
<nav>Next page</nav></main>"##;

    #[test]
    fn a_page_is_read_part_by_part() {
        let page = PageText::read(PAGE);
        assert_eq!((page.title.as_str(), page.summary.as_str()), ("Fees", "What a loan costs."));
        let sections: Vec<_> = page
            .sections
            .iter()
            .map(|part| (part.id.as_str(), part.heading.as_str(), part.text.as_str()))
            .collect();
        assert_eq!(
            sections,
            [("late", "Late books", "Per day: ten pence"), ("why", "Why", "So. And why not Or not.")]
        );
        assert_eq!(page.clauses.into_iter().collect::<Vec<_>>(), [("fees.late".into(), "Late books".into())]);
        let terms: Vec<_> =
            page.terms.iter().map(|term| (term.name.as_str(), term.meaning.as_str())).collect();
        assert_eq!(terms, [("Fine", "Money for lateness.")]);
    }

    #[test]
    fn a_description_is_the_summary_or_how_the_text_begins_and_ends_with_a_whole_word() {
        for (html, expected) in [
            ("<main><h1>A</h1><p>One.</p><p>Two.</p></main>", Some("One.".to_owned())),
            ("<main><h1>A</h1><h2>B</h2><p>Two.</p></main>", Some("Two.".to_owned())),
            ("<main><h1>A</h1></main>", None),
            ("<p>No main part.</p>", None),
            (
                &format!("<main><h1>A</h1><p>{}</p></main>", "word ".repeat(60)),
                Some(format!("{}…", "word ".repeat(40).trim_end())),
            ),
        ] {
            assert_eq!(PageText::read(html).description(), expected, "{html}");
        }
    }
}
