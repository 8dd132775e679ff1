//! `book.toml` beside the pages: what is wrong with either is said in one report, and what is missing is asked for before a
//! handbook is published. What is wrong with each setting is tested in the package `handbook`.

use handbook::NotBuilt;
use handbook::book::compile_book;
use handbook::site::check;
use handbook_tests::tests;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A copy of the small good book with other settings, and one passage of its page changed.
fn book(settings: &str, change: (&str, &str)) -> TempDir {
    let folder = TempDir::new().unwrap();
    let small = tests().join("books/good/small");
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("book.toml"), settings).unwrap();
    fs::copy(small.join("src/SUMMARY.md"), folder.path().join("src/SUMMARY.md")).unwrap();
    let page = fs::read_to_string(small.join("src/rules.md")).unwrap();
    assert!(page.contains(change.0), "the book has no {:?}", change.0);
    fs::write(folder.path().join("src/rules.md"), page.replacen(change.0, change.1, 1)).unwrap();
    folder
}

fn report(folder: &Path) -> String {
    let error = check(folder).expect_err("the check refuses the book");
    error.downcast_ref::<NotBuilt>().expect("it is a report").to_string()
}

const GOOD: &str =
    "[book]\ntitle = \"Small\"\n[output.handbook]\ncouncil = \"A\"\npolicy = \"B\"\nversion = \"1\"\n";

#[test]
fn wrong_settings_and_wrong_pages_are_one_report() {
    let settings = format!("{GOOD}contakt = \"us\"\nsource-url = \"www\"\n");
    let folder = book(&settings, ("```question", "```qestion"));
    let report = report(folder.path());
    for (what, times) in
        [("book.toml:7:1", 1), ("did you mean `contact`?", 1), ("book.toml:8:14", 1), ("src/rules.md:", 1)]
    {
        assert!(report.matches(what).count() >= times, "no `{what}` in\n{report}");
    }
    assert!(compile_book(folder.path()).is_err(), "a wrong setting stops a preview too");
}

#[test]
fn a_missing_contact_stops_the_check_and_not_the_preview() {
    let folder = book(GOOD, ("", ""));
    let report = report(folder.path());
    assert!(report.contains("the setting `contact` is missing"), "{report}");
    assert!(report.contains("book.toml:3:1") && report.contains("1 thing is wrong"), "{report}");
    assert!(compile_book(folder.path()).is_ok());
    let folder = book(&format!("{GOOD}contact = \"us\"\n"), ("", ""));
    assert!(check(folder.path()).is_ok());
}

#[test]
fn what_mdbook_itself_cannot_read_is_named_with_its_place() {
    for (settings, place) in [
        ("[book]\ntitel = \"T\"\n", "book.toml:2:1"),
        ("[book]\ntitle = T\n", "book.toml:2:9"),
        ("[book]\ntitle = \"T\"\nsrc = 3\n", "book.toml:3:7"),
    ] {
        let report = report(book(settings, ("", "")).path());
        assert!(report.contains(place), "no {place} in\n{report}");
    }
}
