//! Where a site is put: every way to build leaves alone what no build made.
//!
//! What exactly may be replaced is tested beside the code, in `handbook`; here, that a whole build keeps to it.

use handbook::scorm;
use handbook_tests::{apps_that_are_none, build_into, files, tests};
use mdbook_driver::MDBook;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const MARKER: &str = ".handbook-site";

/// A copy of a fixture book with a theme, in a folder of its own. Cargo, which plain mdBook starts, finds the workspace from it.
fn copy_of(book: &str) -> (TempDir, PathBuf) {
    let temporary = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let copy = temporary.path().join("book");
    let original = tests().join("books/good").join(book);
    for file in files(&original) {
        let target = copy.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(original.join(file), target).unwrap();
    }
    fs::write(temporary.path().join("somebody’s.txt"), "Somebody’s").unwrap();
    (temporary, copy)
}

/// Every file of a folder with its bytes.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|file| (file.clone(), fs::read(folder.join(file)).unwrap())).collect()
}

/// Puts a line into the settings of a book, at their beginning.
fn set_build_dir(book: &Path, folder: &str) {
    let settings = fs::read_to_string(book.join("book.toml")).unwrap();
    let settings = settings.split("[build]").next().unwrap();
    fs::write(book.join("book.toml"), format!("{settings}[build]\nbuild-dir = \"{folder}\"\n")).unwrap();
}

#[test]
fn no_build_replaces_the_book_or_what_stands_around_it() {
    let (around, book) = copy_of("small");
    let before = bytes(around.path());
    for out in [".", "src", "src/site", "..", "../somebody’s.txt", "book.toml", "site/../src"] {
        let error = build_into(&book, &book.join(out)).map(|built| built.folder).expect_err(out);
        assert_eq!(bytes(around.path()), before, "{out}");
        assert!(!format!("{error:#}").contains('\n'), "{out}: {error:#}");
        assert!(!format!("{error:#}").contains("Rendering failed"), "mdBook's words say nothing: {error:#}");
    }
}

#[test]
fn nor_does_plain_mdbook_whatever_the_settings_say() {
    let (around, book) = copy_of("small");
    let settings = fs::read_to_string(book.join("book.toml")).unwrap();
    let command = "[output.handbook]\ncommand = \"cargo run --quiet --bin handbook -- render\"";
    fs::write(book.join("book.toml"), settings.replace("[output.handbook]", command)).unwrap();
    for folder in ["", ".", "src", ".."] {
        set_build_dir(&book, folder);
        let before = bytes(around.path());
        MDBook::load(&book).unwrap().build().expect_err("the folder is not a site");
        assert_eq!(bytes(around.path()), before, "build-dir = {folder:?}");
    }
    set_build_dir(&book, "site");
    for _ in 0..2 {
        MDBook::load(&book).unwrap().build().expect("the folder is absent, and then a site");
        assert!(book.join("site/rules.html").is_file());
    }
}

#[test]
fn a_site_tells_which_files_are_its_own_and_no_browser_or_package_is_told_of_that() {
    let (around, book) = copy_of("training");
    let site = build_into(&book, &around.path().join("site")).unwrap().folder;
    let marker: serde_json::Value = serde_json::from_slice(&fs::read(site.join(MARKER)).unwrap()).unwrap();
    let listed = marker["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap().to_owned());
    let mut found = files(&site);
    assert!(found.remove(MARKER) && found.len() > 15, "{found:?}");
    assert!(listed.eq(found.iter().cloned()));
    let naming = found
        .iter()
        .filter(|file| String::from_utf8_lossy(&fs::read(site.join(file)).unwrap()).contains(MARKER));
    assert_eq!(naming.count(), 0);

    let made = scorm::packages(&book, Some(around.path()), apps_that_are_none()).unwrap();
    for package in made {
        let package = zip::ZipArchive::new(fs::File::open(package.file).unwrap()).unwrap();
        assert!(!package.file_names().any(|name| name.unwrap().contains(MARKER)));
    }
}

#[test]
fn only_a_package_is_replaced_by_a_package() {
    let (around, book) = copy_of("training");
    let make = || scorm::packages(&book, Some(around.path()), apps_that_are_none());
    let first = make().unwrap();
    make().expect("packages of before are replaced");
    let beside: Vec<_> = fs::read_dir(around.path()).unwrap().collect();
    assert_eq!(beside.len(), 4, "the book, somebody's file, two packages, and nothing half made: {beside:?}");

    for file in first.iter().map(|package| &package.file) {
        let package = fs::read(file).unwrap();
        fs::write(file, "Somebody’s").unwrap();
        let before = bytes(around.path());
        let error = make().expect_err("it is somebody's");
        assert!(format!("{error:#}").contains("is no package that this command made"), "{error:#}");
        assert_eq!(bytes(around.path()), before);
        fs::write(file, package).unwrap();
    }
}
