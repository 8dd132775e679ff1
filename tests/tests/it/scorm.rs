//! The packages for learning systems: what is in them, and that the same book gives the same bytes. The browser tests hold
//! the manifest to the standard's schemas, and the script to a runtime.

use handbook::scorm;
use handbook_tests::{apps_that_are_none, root, tests};
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::ZipArchive;

/// The packages of a book, made in a folder.
fn packages(book: &Path, out: &Path) -> Vec<PathBuf> {
    let made = scorm::packages(book, Some(out), apps_that_are_none()).expect("the book has a course");
    made.into_iter().map(|package| package.file).collect()
}

/// Every file of a package by its name, in the order in which they stand.
fn contents(package: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(File::open(package).unwrap()).unwrap();
    let mut contents = Vec::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        contents.push((file.name().unwrap().into_owned(), bytes));
    }
    contents
}

/// The values of an attribute of elements, in order.
fn values(document: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    document.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

/// The file that an address leads to from a page; nothing where it stays on the page or leaves the site.
fn target(page: &str, address: &str) -> Option<String> {
    let file = address.split(['#', '?']).next().filter(|file| !file.is_empty() && !file.contains(':'))?;
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in file.split('/') {
        match part {
            ".." => _ = folders.pop(),
            "." => {}
            name => folders.push(name),
        }
    }
    Some(folders.join("/"))
}

#[test]
fn a_package_holds_its_manifest_and_every_file_that_this_lists_once() {
    let out = TempDir::new().unwrap();
    let made = packages(&tests().join("books/good/training"), out.path());
    let names: Vec<_> = made.iter().map(|file| file.file_name().unwrap().to_string_lossy()).collect();
    assert_eq!(names, ["training-course-scorm-1.2.zip", "training-course-scorm-2004.zip"]);
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 2, "nothing else was left behind");
    for package in made {
        let contents = contents(&package);
        let (_, manifest) = contents.iter().find(|(name, _)| name == "imsmanifest.xml").expect("it is there");
        // As HTML, since every name in it is in small letters there.
        let manifest = Html::parse_fragment(&String::from_utf8_lossy(manifest).replace("/>", "></x>"));
        let mut listed = values(&manifest, "file", "href");
        assert_eq!(listed[0], "learning-system.html");
        assert_eq!(values(&manifest, "resource", "href"), ["learning-system.html"]);
        assert_eq!(values(&manifest, "item", "identifierref"), values(&manifest, "resource", "identifier"));
        assert_eq!(
            values(&manifest, "organizations", "default"),
            values(&manifest, "organization", "identifier")
        );
        listed.push("imsmanifest.xml".to_owned());
        listed.sort();
        let held: Vec<&str> = contents.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(listed, held);
    }
}

#[test]
fn every_link_of_the_handbook_leads_to_a_file_in_the_package_and_none_is_for_web_servers() {
    let out = TempDir::new().unwrap();
    for package in packages(&root(), out.path()) {
        let contents = contents(&package);
        let held: BTreeSet<&str> = contents.iter().map(|(name, _)| name.as_str()).collect();
        let mut followed = 0;
        for (page, html) in contents.iter().filter(|(name, _)| name.ends_with(".html")) {
            let document = Html::parse_document(&String::from_utf8_lossy(html));
            let links =
                values(&document, "[href]", "href").into_iter().chain(values(&document, "[src]", "src"));
            for link in links.filter_map(|link| target(page, &link)) {
                assert!(held.contains(link.as_str()), "{page} leads to {link}");
                followed += 1;
            }
        }
        assert!(followed > 1000, "only {followed} links were followed");
        let launched = contents.iter().find(|(name, _)| name == "learning-system.html").unwrap();
        let launched = Html::parse_document(&String::from_utf8_lossy(&launched.1));
        assert_eq!(values(&launched, "iframe", "src"), ["training/course.html"]);
        for file in
            ["_headers", "_redirects", "404.html", "robots.txt", "server/nginx.conf", "sitemap.xml", "sw.js"]
        {
            assert!(!held.contains(file), "{file}");
        }
    }
}

#[test]
fn the_same_book_gives_the_same_bytes_in_an_archive_without_times() {
    let book = tests().join("books/good/training");
    let [first, second] = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    for (one, other) in packages(&book, first.path()).iter().zip(packages(&book, second.path())) {
        assert!(fs::read(one).unwrap() == fs::read(other).unwrap(), "{}", one.display());
        let mut zip = ZipArchive::new(File::open(one).unwrap()).unwrap();
        let time = zip.by_index(0).unwrap().last_modified().expect("an archive has a time for each file");
        assert_eq!(time.to_string(), "1980-01-01 00:00:00");
    }
}

#[test]
fn a_book_without_a_course_is_refused_with_what_to_add() {
    let out = TempDir::new().unwrap();
    let refused = scorm::packages(&tests().join("books/good/small"), Some(out.path()), apps_that_are_none());
    assert_eq!(
        refused.unwrap_err().to_string(),
        "this handbook has no course to make a package of: write a page with `course-section` and `quiz-question` blocks, \
         as “The course and its questions” on the page “Keeping this handbook” shows, and name it in SUMMARY.md"
    );
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn a_file_with_a_name_that_packages_need_is_refused_by_name() {
    let [copy, out] = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    let from = tests().join("books/good/training");
    fs::create_dir(copy.path().join("src")).unwrap();
    for file in ["book.toml", "src/SUMMARY.md", "src/rules.md"] {
        fs::copy(from.join(file), copy.path().join(file)).unwrap();
    }
    fs::write(copy.path().join("src/imsmanifest.xml"), "").unwrap();
    let refused = scorm::packages(copy.path(), Some(out.path()), apps_that_are_none());
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the handbook has a file imsmanifest.xml, and packages for learning systems need that name: give yours another"
    );
}
