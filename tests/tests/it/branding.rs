//! A council sets its colours and its logo in `book.toml`, and what cannot be read or found is refused.

use handbook_tests::{build_into, tests};
use scraper::{Html, Selector};
use std::fs;
use std::path::Path;

/// Builds a small book with settings of its own, a logo among its files, into a folder.
fn with_settings(settings: &str, folder: &Path) -> anyhow::Result<()> {
    let (book, out) = (folder.join("book"), folder.join("site"));
    fs::create_dir_all(book.join("src/pictures")).unwrap();
    let small = tests().join("books/good/small/src");
    for page in ["SUMMARY.md", "rules.md"] {
        fs::copy(small.join(page), book.join("src").join(page)).unwrap();
    }
    fs::write(book.join("src/pictures/logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
    let config = format!("[book]\ntitle = \"Fees\"\n[output.handbook]\nversion = \"7\"\n{settings}\n");
    fs::write(book.join("book.toml"), config).unwrap();
    build_into(&book, &out).map(drop)
}

#[test]
fn colours_and_logo_reach_the_page() {
    let folder = tempfile::tempdir().unwrap();
    with_settings("accent = \"#4a2a6a\"\nlogo = \"pictures/logo.svg\"", folder.path()).unwrap();
    let page = Html::parse_document(&fs::read_to_string(folder.path().join("site/rules.html")).unwrap());
    let attribute = |selector: &str, name: &str| {
        let last = page.select(&Selector::parse(selector).unwrap()).next_back().unwrap();
        last.attr(name).unwrap().to_owned()
    };
    let style = attribute("head link[rel=stylesheet]", "href");
    let style = fs::read_to_string(folder.path().join("site").join(style)).unwrap();
    assert!(style.contains("--accent:#4a2a6a"), "{style}");
    assert!(style.contains("content:\"Fees, edition 7\""), "{style}");
    assert_eq!(attribute(".site-name > img", "src"), "pictures/logo.svg");
    assert_eq!(attribute(".site-name > img", "alt"), "");
}

#[test]
fn what_cannot_be_read_or_found_is_refused() {
    for (settings, expected) in [
        ("accent = \"#999999\"", "`#999999` has a contrast of 2.7:1 with the light page"),
        ("accent-dark = \"#333333\"", "`#333333` has a contrast of 1.4:1 with the dark page"),
        ("accent = \"green\"", "`green` is not a colour"),
        ("logo = \"logo.svg\"", "there is no file `logo.svg` beside the pages to be the logo"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let error = with_settings(settings, folder.path()).unwrap_err();
        assert!(format!("{error:#}").contains(expected), "{error:#}");
        assert!(!folder.path().join("site").exists(), "{settings}: nothing half made is left");
    }
}
