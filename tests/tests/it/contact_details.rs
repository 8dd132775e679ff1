//! What customers are told to reach: a page shows what `book.toml` says, a preview shows what is still to be added, and
//! nothing is published without it. What is wrong with a value is tested in the package `handbook`.

use handbook::NotBuilt;
use handbook::book::compile_book;
use handbook::settings::contact_details::ContactDetail;
use handbook::site::{check, publish};
use handbook_tests::{CONTACT_DETAILS, build_into, pages, root, tests};
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const SETTINGS: &str = "[book]\ntitle = \"Small\"\n[output.handbook]\ncouncil = \"A\"\npolicy = \"B\"\nversion = \"1\"\ncontact = \"us\"\n";

const PAGE: &str = "
## Ask

Ring {{#setting phone}} or [use the site](https://example.org).

{{#setting crisis-lines}}

Read {{#setting feedback-policy the Feedback Policy}}, or write to {{#setting address}}.
";

/// A copy of the small good book with other settings, and more on its page.
fn book(settings: &str, more: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let small = tests().join("books/good/small/src");
    let src = folder.path().join("book/src");
    fs::create_dir_all(&src).unwrap();
    fs::write(folder.path().join("book/book.toml"), settings).unwrap();
    fs::copy(small.join("SUMMARY.md"), src.join("SUMMARY.md")).unwrap();
    let rules = fs::read_to_string(small.join("rules.md")).unwrap();
    fs::write(src.join("rules.md"), rules + more).unwrap();
    folder
}

fn built_page(folder: &TempDir) -> Html {
    let site = folder.path().join("site");
    build_into(&folder.path().join("book"), &site).unwrap_or_else(|error| panic!("{error:#}"));
    Html::parse_document(&fs::read_to_string(site.join("rules.html")).unwrap())
}

/// What a selector finds: the text of each, and where it leads.
fn found(page: &Html, selector: &str) -> Vec<(String, Option<String>)> {
    let elements = Selector::parse(selector).unwrap();
    let elements = page.select(&elements);
    elements.map(|found| (found.text().collect(), found.attr("href").map(str::to_owned))).collect()
}

fn link(text: &str, target: &str) -> (String, Option<String>) {
    (text.to_owned(), Some(target.to_owned()))
}

#[test]
fn a_page_shows_what_the_settings_say() {
    let page = built_page(&book(&format!("{SETTINGS}{CONTACT_DETAILS}"), PAGE));
    assert_eq!(
        found(&page, "main h2#ask ~ p a, main .crisis-lines a")[..4],
        [
            link("01632 960000", "tel:01632960000"),
            link("use the site", "https://example.org"),
            link("01632 960001", "tel:01632960001"),
            link("the Feedback Policy", "https://www.example.org/feedback"),
        ]
    );
    let crisis = found(&page, "main .crisis-lines > li");
    assert_eq!(crisis, [("Example helpline: ring 01632 960001, day and night.".to_owned(), None)]);
    assert_eq!(found(&page, "main p > br").len(), 1, "an address has a line each");
    assert_eq!(found(&page, ".to-be-added"), []);
}

#[test]
fn a_preview_shows_what_is_to_be_added() {
    let folder = book(SETTINGS, PAGE);
    let page = built_page(&folder);
    let notes: Vec<String> = found(&page, "mark.to-be-added").into_iter().map(|(text, _)| text).collect();
    assert_eq!(
        notes,
        [
            "to be added: the phone number",
            "to be added: whom to ring in a crisis, with numbers and hours",
            "to be added: the web address of the Feedback Policy",
            "to be added: the postal address",
        ]
    );
    assert!(check(&folder.path().join("book")).is_ok(), "pages may be checked before that");
}

#[test]
fn nothing_is_published_until_every_detail_that_a_page_shows_is_there() {
    let folder = book(SETTINGS, PAGE);
    let book = folder.path().join("book");
    let error = publish(&book).expect_err("the details are missing");
    let report = error.downcast_ref::<NotBuilt>().expect("it is a report");
    let lines = report.lines();
    let named: BTreeSet<&str> = lines.iter().filter_map(|line| line.split('`').nth(1)).collect();
    assert_eq!(named, BTreeSet::from(["phone", "crisis-lines", "feedback-policy", "address"]));
    assert_eq!(lines.len(), named.len(), "one each: {report}");
    assert!(!book.join("published.txt").exists());
    fs::write(book.join("book.toml"), format!("{SETTINGS}{CONTACT_DETAILS}")).unwrap();
    publish(&book).unwrap_or_else(|error| panic!("{error:#}"));
    let foreign = tests().join("books/good/foreign");
    assert!(copied_and_published(&foreign).is_ok(), "a book without clauses or blocks need not say");
}

#[test]
fn nothing_is_published_while_a_page_leaves_a_point_open() {
    let point = "\nKept for <mark class=\"to-be-added\">to be added by the Council: how long</mark>.\n\n";
    let code = "    <mark class=\"to-be-added\">as code</mark>\n";
    let folder = book(&format!("{SETTINGS}{CONTACT_DETAILS}"), &format!("{point}{code}"));
    let book = folder.path().join("book");
    assert!(check(&book).is_ok(), "a preview may show it");
    let error = publish(&book).expect_err("a placeholder is left");
    let report = error.downcast_ref::<NotBuilt>().expect("it is a report");
    let text = fs::read_to_string(book.join("src/rules.md")).unwrap();
    let line = text.lines().position(|line| line.starts_with("Kept for")).unwrap() + 1;
    let said = format!(
        "src/rules.md:{line}:10: this is still to be filled in: to be added by the Council: how long"
    );
    assert_eq!(report.lines().len(), 1, "{report}");
    assert!(report.lines()[0].starts_with(&said), "{report}");
}

/// Publishes a copy of a book, so that nothing is written into the book itself.
fn copied_and_published(book: &Path) -> anyhow::Result<String> {
    let copy = TempDir::new().unwrap();
    for file in handbook_tests::files(book) {
        let target = copy.path().join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(book.join(&file), target).unwrap();
    }
    publish(copy.path())
}

#[test]
fn a_block_takes_a_detail_as_plain_words() {
    let question = "\n```question\nid = \"asked\"\nask = \"Did they ring {{#setting phone}}, or write to {{#setting review}}?\"\n";
    let settings = [SETTINGS.to_owned(), format!("{SETTINGS}{CONTACT_DETAILS}")];
    for (settings, expected) in settings.into_iter().zip([
        "Did they ring [to be added: the phone number], or write to [to be added: where to ask for a review]?",
        "Did they ring 01632 960000, or write to reviews@example.org?",
    ]) {
        let folder = book(&settings, question);
        let text = &pages(&folder.path().join("book"))[0].text;
        assert!(text.contains(&format!("ask = \"{expected}\"")), "{text}");
    }
}

#[test]
fn a_fault_after_a_marker_is_named_where_it_stands() {
    let folder = book(SETTINGS, "\nRing {{#setting phone}}.\n\n```qestion\n```\n");
    let error = compile_book(&folder.path().join("book")).expect_err("there is no such block");
    let report = error.downcast_ref::<NotBuilt>().expect("it is a report");
    let text = fs::read_to_string(folder.path().join("book/src/rules.md")).unwrap();
    let line = text.lines().position(|line| line == "```qestion").unwrap() + 1;
    let place = format!("src/rules.md:{line}:");
    assert!(report.lines()[0].starts_with(&place), "{place}: {report}");
}

#[test]
fn a_line_with_very_many_markers_is_read_to_its_end() {
    let many = format!("\n{}{{{{#setting fone}}}}\n", "`a` {{#setting phone}} ".repeat(50_000));
    let error = compile_book(&book(SETTINGS, &many).path().join("book")).expect_err("the last is wrong");
    let report = error.downcast_ref::<NotBuilt>().expect("it is a report");
    assert_eq!(report.lines().len(), 1, "{report}");
}

#[test]
fn the_pages_for_customers_name_every_detail() {
    let folder = root().join("src/customers");
    let text: String = handbook_tests::files(&folder)
        .iter()
        .map(|file| fs::read_to_string(folder.join(file)).unwrap())
        .collect();
    let named = |name: &str| {
        let markers = [format!("{{{{#setting {name}}}}}"), format!("{{{{#setting {name} ")];
        markers.iter().any(|marker| text.contains(marker))
    };
    let missing: Vec<&str> =
        ContactDetail::ALL.map(ContactDetail::name).into_iter().filter(|name| !named(name)).collect();
    assert!(missing.is_empty(), "no page names {missing:?}");
    let customers = pages(&root()).into_iter().filter(|page| page.url.starts_with("customers/"));
    let left: Vec<String> = customers.filter(|page| page.text.contains("{{#")).map(|page| page.url).collect();
    assert!(left.is_empty(), "markers are left on {left:?}");
}
