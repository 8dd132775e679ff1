//! Somebody else's large book, without a clause or a block: it becomes a site as ours does.
//!
//! The pages are those of `books/good/foreign`, which has every kind of Markdown that mdBook knows, many times over and
//! nested four deep. What each of its pages looks like is tested once, in `built_book.rs` and in the browser.

use handbook_tests::{build_into, pages, tests};
use scraper::{Html, Selector};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// How many chapters the large book has.
const CHAPTERS: usize = 400;

/// How many of them stand in a part.
const IN_A_PART: usize = 40;

/// The pages of the small book, each many times under another name, in a nested summary.
fn write_large_book(small: &Path, large: &Path) {
    let models: Vec<String> = pages(small).into_iter().map(|page| page.text).collect();
    let mut summary = "# Summary\n\n".to_owned();
    for number in 0..CHAPTERS {
        if number % IN_A_PART == 0 {
            writeln!(summary, "\n# Part {number}\n").unwrap();
        }
        let (indent, name) = ("  ".repeat(number % 4), format!("page-{number}.md"));
        writeln!(summary, "{indent}- [Chapter {number}]({name})").unwrap();
        // Links and files of the small book stay behind, so pictures become links; everything else comes along.
        let text = models[number % models.len()]
            .replace("![", "[")
            .replace("](", "](https://example.org/")
            .replace("{{#include", "{{");
        fs::write(large.join("src").join(name), text).unwrap();
    }
    fs::write(large.join("src/SUMMARY.md"), summary).unwrap();
    fs::write(large.join("book.toml"), "[book]\ntitle = \"A large book\"\n").unwrap();
}

#[test]
fn a_large_book_of_somebody_else_becomes_a_site() {
    let temporary = TempDir::new().unwrap();
    fs::create_dir(temporary.path().join("src")).unwrap();
    write_large_book(&tests().join("books/good/foreign"), temporary.path());
    let built = build_into(temporary.path(), &temporary.path().join("site")).expect("the book is built");
    assert_eq!(built.pages, CHAPTERS);
    assert!(
        handbook::site::check(temporary.path()).is_ok(),
        "a book without clauses need not say whose it is"
    );

    let select = |text: &str| Selector::parse(text).unwrap();
    let (contents, here) =
        (select("nav .contents-list a"), select("nav .contents-list a[aria-current=page]"));
    let parts = select(".site-parts a");
    let (heading, left) = (select("main h1"), select("[data-fill], [data-if], [data-if-page], footer a"));
    assert!(built.folder.join(format!("page-{}.html", CHAPTERS - 1)).is_file());
    // Every page lists those of its part, and leads to every part: one of each kind and depth says enough.
    for number in (0..CHAPTERS).step_by(13) {
        let file = built.folder.join(format!("page-{number}.html"));
        let page = Html::parse_document(&fs::read_to_string(&file).expect("each chapter has its page"));
        let count = |selector: &Selector| page.select(selector).count();
        let counts = [count(&contents), count(&parts), count(&here), count(&heading), count(&left)];
        assert_eq!(counts, [IN_A_PART, CHAPTERS / IN_A_PART, 1, 1, 0], "{}", file.display());
    }
}
