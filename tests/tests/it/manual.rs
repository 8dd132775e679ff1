//! The manual of the policy owner: its examples compile exactly as they would be pasted, and nothing that led to it leads nowhere.
//!
//! The line that opens an example says where it goes, in words that no reader of the page sees: `into=policy/reports.md` is below that
//! page, `into=book.toml under=[output.handbook]` below that line of the settings, `instead-of=at-risk` in the place of the
//! block with that id, `instead-of-kind=reasons` of that kind. The examples of a page are pasted one after the other, as its reader does.

use handbook_tests::{EditedBook, build_into, root};
use policy_compiler::coverage::gaps;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use scraper::{Html, Selector};
use std::fs;
use std::path::PathBuf;

/// An example: what opens its fence, and what stands in it.
struct Example {
    info: String,
    text: String,
}

impl Example {
    /// What a word of its opening line says, such as `into=…`.
    fn mark(&self, name: &str) -> Option<&str> {
        self.info.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }

    /// Pastes it where it says that it goes.
    fn paste(&self, book: &EditedBook) {
        if let Some(kind) = self.mark("instead-of-kind") {
            return self.paste_instead_of(&format!("\n```{kind}\n"), book);
        }
        match (self.mark("into"), self.mark("under"), self.mark("instead-of")) {
            (Some("book.toml"), Some(line), None) => {
                book.replace("book.toml", &format!("\n{line}\n"), &format!("\n{line}\n{}", self.text))
            }
            (Some("book.toml"), None, None) => book.add("book.toml", &self.text),
            (Some(page), None, None) => book.add(&format!("src/{page}"), &self.text),
            (None, None, Some(id)) => self.paste_instead_of(&format!("\nid = \"{id}\"\n"), book),
            _ => panic!("nobody knows where this goes: {}", self.info),
        }
    }

    /// Pastes it in the place of the one block that has a line.
    fn paste_instead_of(&self, line: &str, book: &EditedBook) {
        let pages = book.pages().into_iter().filter(|page| !page.file.contains("/keeping/"));
        let found = pages.filter_map(|page| {
            let at = page.text.find(line)? + line.len() - 1;
            Some((page, at))
        });
        let [(page, at)] = &found.collect::<Vec<_>>()[..] else { panic!("{line:?} is not on one page") };
        let start = page.text[..*at].rfind("```").unwrap();
        let end = at + page.text[*at..].find("\n```").unwrap() + "\n```".len();
        book.replace(&page.file, &page.text[start..end], self.text.trim_end());
    }
}

/// The pages of the manual.
fn manual() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("src/about/keeping")).unwrap();
    let mut pages: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    assert!(pages.len() >= 12, "{pages:?}");
    pages
}

/// The fenced examples of a page.
fn examples(page: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut open = false;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                examples.push(Example { info: info.to_string(), text: String::new() });
                open = true;
            }
            Event::End(TagEnd::CodeBlock) => open = false,
            Event::Text(text) if open => examples.last_mut().unwrap().text.push_str(&text),
            _ => {}
        }
    }
    examples
}

#[test]
fn every_example_compiles_as_it_is_pasted() {
    let mut pasted = 0;
    for file in manual() {
        let book = EditedBook::of(&root());
        let page = fs::read_to_string(&file).unwrap();
        let marked: Vec<Example> =
            examples(&page).into_iter().filter(|example| example.info.contains('=')).collect();
        marked.iter().for_each(|example| example.paste(&book));
        assert_eq!(book.wrong(), Vec::<String>::new(), "{}", file.display());
        if marked.iter().any(|example| example.mark("into") == Some("book.toml")) {
            let built = build_into(book.folder(), &book.folder().join("site"));
            assert!(built.is_ok(), "{}: {:#}", file.display(), built.unwrap_err());
        }
        pasted += marked.len();
    }
    assert!(pasted >= 25, "only {pasted} examples are left");
}

#[test]
fn every_example_that_could_be_pasted_says_where() {
    for file in manual() {
        for Example { info, text } in examples(&fs::read_to_string(&file).unwrap()) {
            let kind = info.split_whitespace().next().unwrap_or_default();
            let is_block = text
                .lines()
                .any(|line| line.starts_with("```") || line.trim_start_matches("- ").starts_with("c["));
            // A block that the handbook fills stands once in a book.
            let is_insert = text == "```decision-aid\n```\n";
            let marked = info.contains('=');
            let expected = ["markdown", "toml"].contains(&kind) || is_block;
            assert_eq!(marked, expected && !is_insert, "{}: ```{info}\n{text}", file.display());
            assert!(["markdown", "toml", "sh", "text"].contains(&kind), "{}: {info}", file.display());
            assert!(kind != "sh" || text.starts_with("cargo handbook "), "{}: {text}", file.display());
        }
    }
}

#[test]
fn who_adds_the_question_of_the_manual_is_left_with_nothing_to_do() {
    let book = EditedBook::of(&root());
    let page = fs::read_to_string(root().join("src/about/keeping/add-a-question.md")).unwrap();
    let examples = examples(&page);
    assert!(examples.iter().any(|example| example.text.contains("\nusual = ")), "it shows a usual answer");
    examples.iter().for_each(|example| example.paste(&book));
    let (compiled, pages) = (book.compile().expect("it compiles"), book.pages());
    assert_eq!(gaps(&compiled, &pages).lines(&pages), Vec::<String>::new());
}

#[test]
fn every_page_of_the_manual_opens_with_a_checklist_and_is_led_to_by_its_index() {
    let index = fs::read_to_string(root().join("src/about/keeping-this-handbook.md")).unwrap();
    for file in manual() {
        let page = fs::read_to_string(&file).unwrap();
        let opening: Vec<&str> = page.lines().filter(|line| !line.is_empty()).take(5).collect();
        assert!(opening[0].starts_with("# ") && !opening[1].starts_with(['#', '1']), "{}", file.display());
        let steps: Vec<&str> = opening[2..].iter().map(|line| &line[..2]).collect();
        assert_eq!(steps, ["1.", "2.", "3."], "{}", file.display());
        let name = file.file_name().unwrap().to_string_lossy();
        let title = opening[0].trim_start_matches("# ");
        assert!(index.contains(&format!("[{title}](keeping/{name})")), "{name}");
    }
    assert!(index.split_whitespace().count() < 600, "the index is short");
}

/// The sections of the manual when it was one page, by their anchors.
const OLD_ANCHORS: &str = "change-a-page clause-labels html-in-a-page blocks a-question a-finding-and-a-condition an-outcome \
    a-duty an-option the-order-of-things a-practice-case the-course-and-its-questions the-record-reasons-and-open-points a-field \
    a-letter a-promise what-the-handbook-writes-itself conditions settings errors see-what-a-change-does \
    your-councils-colours-and-logo print-the-policy-or-keep-it-as-a-pdf for-a-learning-system \
    move-or-remove-a-page-or-a-clause put-the-site-on-a-web-server tell-what-changed what-people-find \
    how-others-list-the-pages before-you-publish-a-change";

#[test]
fn a_link_to_a_section_of_the_old_page_leads_to_where_it_is_now() {
    let index = fs::read_to_string(root().join("src/about/keeping-this-handbook.md")).unwrap();
    let html = Html::parse_document(&index);
    for anchor in OLD_ANCHORS.split_whitespace() {
        let found = html.select(&Selector::parse(&format!("[id='{anchor}']")).unwrap()).count();
        assert_eq!(found, 1, "#{anchor}");
        let line = index.lines().find(|line| line.contains(&format!("id=\"{anchor}\""))).unwrap();
        assert!(line.contains("](keeping/"), "#{anchor} leads on: {line}");
    }
}
