//! What was published stays reachable: the list of its addresses, and where they lead when they have gone.

use crate::delivery::{MOVED, copy_of_the_handbook};
use handbook::NotBuilt;
use handbook::site::{check, publish};
use handbook_tests::{CONTACT_DETAILS, build_into, root};
use std::fs;
use std::path::Path;

/// The report of a check that finds something.
fn report(book: &Path) -> String {
    let error = check(book).expect_err("something is wrong");
    error.downcast_ref::<NotBuilt>().expect("it is a report on the pages").report().to_owned()
}

#[test]
fn nothing_that_was_published_is_lost() {
    for book in [&root(), &MOVED.book] {
        let checked = check(book);
        assert!(checked.is_ok(), "{:#}", checked.unwrap_err());
    }
}

#[test]
fn a_clause_that_goes_without_a_redirect_fails_the_check_and_not_the_preview() {
    let (temporary, book) = copy_of_the_handbook();
    let list = book.join("published.txt");
    let published = fs::read_to_string(&list).unwrap();
    fs::write(&list, published.clone() + "policy/reports.html#reports.gone\npolicy/gone.html\n").unwrap();
    let line = published.lines().count() + 1;
    let report = report(&book);
    for expected in [
        format!("published.txt:{line}:1"),
        "the clause `policy/reports.html#reports.gone` was published, and now it is gone".to_owned(),
        "the page `policy/gone.html` was published".to_owned(),
        "\"policy/gone.html\" = \"the page that takes its place\"".to_owned(),
    ] {
        assert!(report.contains(&expected), "{expected} is not in\n{report}");
    }
    build_into(&book, &temporary.path().join("site")).expect("it can be previewed");
    let before = fs::read_to_string(&list).unwrap();
    assert!(publish(&book).is_err(), "nothing is published over a loss");
    assert_eq!(fs::read_to_string(&list).unwrap(), before);
}

#[test]
fn publishing_adds_what_is_new_and_says_how_much() {
    let (_temporary, book) = copy_of_the_handbook();
    fs::write(book.join("published.txt"), "index.html\n").unwrap();
    let settings = fs::read_to_string(book.join("book.toml")).unwrap();
    fs::write(book.join("book.toml"), settings + CONTACT_DETAILS).unwrap();
    fill_in(&book.join("src/officers"));
    let said = check(&book).unwrap();
    assert!(said.contains("addresses are not in published.txt yet"), "{said}");
    publish(&book).unwrap();
    let list = fs::read_to_string(book.join("published.txt")).unwrap();
    assert!(list.lines().any(|line| line == "policy/reports.html#reports.lessons"), "{list}");
    let said = check(&book).unwrap();
    assert!(!said.contains("published.txt"), "{said}");
}

/// Fills in the points that pages of a folder leave open.
fn fill_in(folder: &Path) {
    for file in handbook_tests::files(folder) {
        let page = folder.join(file);
        let text = fs::read_to_string(&page).unwrap();
        fs::write(page, text.replace("<mark class=\"to-be-added\">", "<mark>")).unwrap();
    }
}

#[test]
fn a_redirect_that_leads_nowhere_fails_the_build_with_its_line() {
    let (temporary, book) = copy_of_the_handbook();
    let settings = fs::read_to_string(book.join("book.toml")).unwrap();
    let redirect = "\n[output.handbook.redirects]\n\"old.html\" = \"policy/repots.html\"\n";
    fs::write(book.join("book.toml"), settings.clone() + redirect).unwrap();
    let error = build_into(&book, &temporary.path().join("site")).expect_err("it leads nowhere");
    let place = format!("book.toml:{}:14", settings.lines().count() + 3);
    let said = format!("{error:#}");
    assert!(said.contains(&place) && said.contains("no page `policy/repots.html`"), "{place}: {said}");
}
