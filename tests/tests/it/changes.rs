//! The block that tells what a change did to the results: counted, shown, and refused where it no longer fits the rules.

use handbook::diff::report_as_block;
use handbook::site::check;
use handbook_tests::build_into;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A repository with the small book in it, committed once.
fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    let good = handbook_tests::tests().join("books/good/small");
    fs::create_dir(folder.path().join("src")).unwrap();
    for file in ["book.toml", "src/SUMMARY.md", "src/rules.md"] {
        fs::copy(good.join(file), folder.path().join(file)).unwrap();
    }
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "--quiet", "--message", "The book"]);
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    handbook_tests::git::run(handbook_tests::git::git(folder, arguments));
}

fn page(repository: &TempDir) -> PathBuf {
    repository.path().join("src/rules.md")
}

fn change(repository: &TempDir, from: &str, to: &str) {
    let text = fs::read_to_string(page(repository)).unwrap();
    assert!(text.contains(from), "no `{from}` to change in\n{text}");
    fs::write(page(repository), text.replacen(from, to, 1)).unwrap();
}

fn block(repository: &TempDir) -> String {
    let mut block = Vec::new();
    report_as_block(repository.path(), "HEAD", &mut block).unwrap();
    String::from_utf8(block).unwrap()
}

/// Adds a block to the end of the page.
fn add(repository: &TempDir, block: &str) {
    let text = fs::read_to_string(page(repository)).unwrap();
    fs::write(page(repository), format!("{text}\n{block}")).unwrap();
}

fn refused(repository: &TempDir) -> String {
    check(repository.path()).expect_err("the check objects").to_string()
}

/// Leaves the reminder for a few days open, in the rule and in the case that shows it.
fn leave_open(repository: &TempDir) {
    change(repository, "status = \"not-warranted\"", "status = \"open\"");
    change(repository, "reminder = \"not-warranted\"", "reminder = \"open\"");
}

/// The words of the page's counts, as its site shows them.
fn shown(repository: &TempDir) -> Vec<String> {
    let out = TempDir::new().unwrap();
    let site = out.path().join("site");
    build_into(repository.path(), &site).unwrap();
    let document = scraper::Html::parse_document(&fs::read_to_string(site.join("rules.html")).unwrap());
    let selector = scraper::Selector::parse(".counted p, .counted li").unwrap();
    document.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn a_count_of_the_rules_as_they_stand_is_shown_and_passes_the_check() {
    let repository = repository();
    leave_open(&repository);
    // Late or not, days or weeks: four sets of answers, and one of them is late by days.
    add(&repository, &block(&repository));
    check(repository.path()).expect("the count is right");
    let shown = shown(&repository);
    assert_eq!(shown[0], "The result changes in 1 of 4 possible sets of answers.");
    assert_eq!(
        shown[1],
        "Option “Send a reminder”: “A person must judge” instead of “Not supported”, in 1 of 4 sets of answers."
    );
    assert!(shown.last().unwrap().starts_with("Counted from revision "), "{shown:?}");
}

#[test]
fn a_change_of_wording_alone_changes_no_result() {
    let repository = repository();
    change(&repository, "Thank the reader.", "Say thank you.");
    add(&repository, &block(&repository));
    check(repository.path()).expect("the count is right");
    assert!(shown(&repository)[0].starts_with("No result changes. For each of 4 possible sets"));
}

#[test]
fn a_count_that_no_longer_fits_is_refused_where_it_stands() {
    let repository = repository();
    add(&repository, &block(&repository));
    leave_open(&repository);
    let report = refused(&repository);
    assert!(report.contains("the rules were changed after this was counted"), "{report}");
    assert!(report.contains("src/rules.md:") && report.contains("cargo handbook diff"), "{report}");
}

#[test]
fn a_count_that_is_wrong_is_refused() {
    let repository = repository();
    leave_open(&repository);
    let right = block(&repository);
    let wrong = right.replace("changed = \"1\"", "changed = \"0\"");
    assert_ne!(right, wrong);
    add(&repository, &wrong);
    let report = refused(&repository);
    assert!(report.contains("a new count does not come to this"), "{report}");
}

#[test]
fn only_the_newest_count_is_held_against_the_rules() {
    let repository = repository();
    let older = block(&repository);
    leave_open(&repository);
    add(&repository, &block(&repository));
    add(&repository, &older);
    check(repository.path()).expect("the older count was right when it was made");
}
