//! What can be found: clauses, sections, terms, questions, options and letters, each with its address and its words.

use crate::markup::{Site, force_in_words};
use crate::site::page_text::PageText;
use policy::{AnswerKind, Clause, Question};
use policy_compiler::{Item, PageItems};
use serde::Serialize;

/// One thing that can be found.
#[derive(Debug, Serialize)]
pub(crate) struct Entry<'a> {
    /// What it is, which says how it weighs against the others.
    kind: &'static str,
    /// Its page and anchor, from the root of the site.
    url: String,
    /// The number of a clause.
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'a str,
    /// Its heading, or the heading it stands under.
    title: String,
    /// Where it stands.
    place: String,
    text: String,
    /// Words and phrases for it that are not the pages' own, with a comma between them.
    #[serde(skip_serializing_if = "String::is_empty")]
    also: String,
}

impl Entry<'_> {
    fn new(kind: &'static str, url: String, title: &str, place: String, text: String) -> Self {
        Self { kind, url, number: "", title: title.to_owned(), place, text, also: String::new() }
    }

    /// Whether it is the clause of that id.
    pub(crate) fn is_clause(&self, id: &str) -> bool {
        self.kind == "clause" && self.url.rsplit_once('#').is_some_and(|(_, anchor)| anchor == id)
    }

    /// Whether it is the page, or the place on a page, that an address such as `customers/help-now.md#in-danger` names.
    pub(crate) fn is_place(&self, address: &str) -> bool {
        let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
        let (url, place) = self.url.split_once('#').unwrap_or((&self.url, ""));
        file.strip_suffix(".md") == url.strip_suffix(".html") && file.ends_with(".md") && anchor == place
    }

    /// The words of its title and of its text, as [`plain`] gives them.
    pub(crate) fn plain_words(&self) -> [String; 2] {
        [plain(&self.title), plain(&self.text)]
    }

    pub(crate) fn add_synonym(&mut self, word: &str) {
        if !self.also.is_empty() {
            self.also.push_str(", ");
        }
        self.also.push_str(word);
    }
}

/// The words of a text in small letters, with one blank between them and at each end.
pub(crate) fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.map(str::to_lowercase).collect::<Vec<_>>().join(" "))
}

/// Everything that can be found on the pages of the book, in its order.
pub(crate) fn entries<'a>(site: &Site<'a>, texts: &[(String, PageText)]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (items, (url, text)) in site.compiled.pages.iter().zip(texts) {
        entries.push(Entry::new(
            "page",
            url.clone(),
            &text.title,
            String::new(),
            joined(&[&text.summary, &text.opening]),
        ));
        // What the handbook writes itself repeats what stands elsewhere; so do, in other words, the course, what is proved, and
        // what has changed.
        let repeats = |item| {
            matches!(item, Item::Insert(_) | Item::CourseSection(_) | Item::Property(_) | Item::Changes(_))
        };
        if !items.blocks.iter().any(|block| repeats(block.item)) {
            on_page(url, text, &mut entries);
        }
        clauses(site, url, text, &mut entries);
        entries.extend(items_on(site, items, url, &text.title));
    }
    entries
}

fn on_page(url: &str, text: &PageText, entries: &mut Vec<Entry<'_>>) {
    let at = |id: &str| format!("{url}#{id}");
    let place = || text.title.clone();
    let sections = text.sections.iter().filter(|section| !section.text.is_empty());
    entries.extend(
        sections.map(|part| Entry::new("section", at(&part.id), &part.heading, place(), part.text.clone())),
    );
    let terms = text.terms.iter();
    entries.extend(
        terms.map(|term| Entry::new("term", at(&term.id), &term.name, place(), term.meaning.clone())),
    );
}

fn clauses<'a>(site: &Site<'a>, url: &str, text: &PageText, entries: &mut Vec<Entry<'a>>) {
    for clause in site.compiled.policy.clauses.iter().filter(|clause| clause.page == url) {
        let Clause { id, number, force, text: words, .. } = clause;
        let heading = text.clauses.get(id).filter(|heading| !heading.is_empty());
        let place = match heading {
            Some(_) => format!("{}, “{}”", text.title, force_in_words(*force)),
            None => format!("“{}”", force_in_words(*force)),
        };
        let title = heading.unwrap_or(&text.title);
        entries.push(Entry {
            number,
            ..Entry::new("clause", format!("{url}#{id}"), title, place, words.clone())
        });
    }
}

/// The blocks of a page that a reader may look for.
fn items_on<'a>(site: &Site<'a>, items: &PageItems, url: &str, page: &str) -> Vec<Entry<'a>> {
    let policy = &site.compiled.policy;
    let entry = |kind, id: &str, title: &str, called: &str, text: String| {
        Entry::new(kind, format!("{url}#{kind}-{id}"), title, format!("{page}, {called}"), text)
    };
    let found = |item: &Item| match *item {
        Item::Question(question) => {
            let question = &policy[question];
            Some(entry("question", &question.id, &question.ask, "question of the check", answers(question)))
        }
        Item::Option(option) => {
            let option = &policy[option];
            Some(entry("option", &option.id, &option.name, "option", option.does.clone()))
        }
        Item::Outcome(outcome) => {
            let outcome = &policy[outcome];
            Some(entry("outcome", &outcome.id, &outcome.name, "outcome of the check", outcome.says.clone()))
        }
        Item::Duty(duty) => {
            let duty = &policy[duty];
            Some(entry("duty", &duty.id, &duty.name, "to do at once", duty.says.clone()))
        }
        _ => None,
    };
    items.blocks.iter().filter_map(|block| found(&block.item)).collect()
}

/// The answers that a question takes. How to tell is read on its page: nobody looks for those words.
fn answers(question: &Question) -> String {
    let choices = match &question.answers {
        AnswerKind::YesNo => &[],
        AnswerKind::AnyOf(choices) | AnswerKind::OneOf(choices) => choices.as_slice(),
    };
    choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("; ")
}

fn joined(texts: &[&str]) -> String {
    texts.iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_the_page_or_the_place_on_it() {
        for (url, address, expected) in [
            ("a/b.html", "a/b.md", true),
            ("a/b.html#c", "a/b.md#c", true),
            ("a/b.html#c", "a/b.md", false),
            ("a/b.html", "a/b.md#c", false),
            ("a/b.html", "b.md", false),
            ("a/b.html", "a/b", false),
        ] {
            let entry = Entry::new("page", url.to_owned(), "", String::new(), String::new());
            assert_eq!(entry.is_place(address), expected, "{url} {address}");
        }
    }
}
