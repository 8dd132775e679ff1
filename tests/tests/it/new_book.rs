//! What `cargo handbook new` makes is a whole handbook: sound, built at once, and published as its README says. What it refuses is
//! tested in the package `handbook`.

use handbook::NotBuilt;
use handbook::new_book::make;
use handbook::site::{check, publish};
use handbook_tests::{CONTACT_DETAILS, build_into, files};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A new handbook in a folder of its own.
fn new_book() -> (TempDir, PathBuf) {
    let around = TempDir::new().unwrap();
    let folder = around.path().join("our-bans");
    make(&folder).unwrap();
    (around, folder)
}

fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "no `{from}` in {file}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn it_is_sound_and_built_at_once() {
    let (around, folder) = new_book();
    let said = check(&folder).unwrap();
    assert!(said.starts_with("The pages are sound: "), "{said}");
    let built = build_into(&folder, &around.path().join("site")).unwrap();
    assert!(built.pages > 20);
    let site = files(&around.path().join("site"));
    for page in ["index.html", "404.html", "desk/check.html", "about/privacy.html"] {
        assert!(site.contains(page), "no {page}");
    }
}

#[test]
fn it_is_published_once_its_own_words_are_in() {
    let (_around, folder) = new_book();
    let refused = publish(&folder).expect_err("it is still that of the library");
    let report = refused.downcast_ref::<NotBuilt>().expect("it is a report");
    let said = report.lines().join("\n");
    for word in ["`phone`", "`address`", "`review`", "where your own text stands"] {
        assert!(said.contains(word), "nothing says {word}: {said}");
    }
    assert!(!said.contains("ombudsman"), "no page of it shows one: {said}");
    let book = fs::read_to_string(folder.join("book.toml")).unwrap();
    fs::write(folder.join("book.toml"), format!("{book}{CONTACT_DETAILS}")).unwrap();
    let mark = "<mark class=\"to-be-added\">to be added: where your own text stands, and its date</mark>";
    replace(&folder, "src/about/source.md", mark, "on our notice board");
    let said = publish(&folder).unwrap();
    assert!(said.starts_with("published.txt has "), "{said}");
    assert!(fs::read_to_string(folder.join("published.txt")).unwrap().contains("rules/bans.html#bans.word"));
}
