//! The site for some readers: what it goes without, and that nothing in it leads there.

use crate::built_book::{Site, refuse, select};
use crate::links::broken_links;
use handbook::NotBuilt;
use handbook_tests::{EditedBook, build_for, root};
use std::sync::LazyLock;
use tempfile::TempDir;

static PUBLIC: LazyLock<Site> = LazyLock::new(|| Site::for_audience(&root(), Some("public")));

#[test]
fn the_public_site_has_no_page_for_officers_and_nothing_leads_to_one() {
    let left_out = |file: &&String| {
        ["aid/", "officers/", "letters/", "training/", "about/keeping"]
            .iter()
            .any(|folder| file.starts_with(folder))
    };
    refuse(&PUBLIC.files.iter().filter(left_out).cloned().collect::<Vec<_>>());
    assert!(!PUBLIC.folder.join("officers").exists(), "an empty folder names what is left out");
    refuse(&broken_links(&PUBLIC, ":not(base)"));
    assert!(PUBLIC.pages.len() > 30, "{} pages", PUBLIC.pages.len());
    let (_, start) = PUBLIC.documents().find(|(url, _)| *url == "index.html").expect("there is a start page");
    let parts: Vec<String> =
        select(&start, ".site-parts a").iter().map(|link| link.text().collect()).collect();
    assert_eq!(parts, ["Customers", "Policy", "About"]);
    assert_eq!(select(&start, ".way").len(), 1);
}

#[test]
fn nobody_finds_in_it_what_is_left_out() {
    let entries =
        PUBLIC.files.iter().find(|file| file.starts_with("search/entries-")).expect("there are entries");
    let entries = std::fs::read_to_string(PUBLIC.folder.join(entries)).unwrap();
    assert!(entries.contains("customers/help-now"), "{entries}");
    refuse(
        &["officers/check", "training/course"]
            .into_iter()
            .filter(|page| entries.contains(page))
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    );
}

#[test]
fn a_link_to_what_is_left_out_is_refused_where_it_stands() {
    let book = EditedBook::of(&root());
    book.add("src/customers/help-now.md", "Look at [a case](../officers/check.md).");
    let site = TempDir::new().unwrap();
    let error =
        build_for(book.folder(), &site.path().join("site"), Some("public")).expect_err("it is refused");
    let lines = error.downcast_ref::<NotBuilt>().expect("it is a report").lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("src/customers/help-now.md:"), "{lines:?}");
    assert!(
        lines[0].contains("this links to `officers/check.html`, which the audience `public` does not get"),
        "{lines:?}"
    );
    assert!(build_for(book.folder(), &site.path().join("whole"), None).is_ok(), "everybody else gets it");
}

#[test]
fn an_audience_that_nobody_named_is_refused_with_those_that_there_are() {
    let site = TempDir::new().unwrap();
    let error = build_for(&root(), &site.path().join("site"), Some("publik")).expect_err("it is refused");
    assert!(
        format!("{error:#}").contains("book.toml names no audience `publik`: it has public."),
        "{error:#}"
    );
}
