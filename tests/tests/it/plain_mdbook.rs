//! Plain `mdbook build` and `mdbook serve` give the same site as `cargo handbook build`, byte for byte.
//!
//! Both of mdBook's commands load a book with its driver, set a few settings and build; here the driver of the pinned
//! version does the same, and starts the command of `book.toml` as they do.

use handbook::browser_app;
use handbook::site::{Build, build};
use handbook::timings::Timings;
use handbook_tests::root;
use mdbook_driver::MDBook;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Every file of a site with its bytes.
fn files(folder: &Path, prefix: &str) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the site is there") {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            found.extend(files(&path, &format!("{name}/")));
        } else {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

/// The site as mdBook's own command makes it, with what it sets besides.
fn by_mdbook(settings: &[(&str, &str)], out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut book = MDBook::load(root()).expect("mdBook reads the book");
    book.config.build.build_dir = out.to_owned();
    for (name, value) in settings {
        book.config.set(name, value).unwrap();
    }
    book.build().expect("the command in book.toml builds the site");
    files(out, "")
}

#[test]
fn every_way_to_build_gives_the_same_bytes() {
    // Cargo, which the command starts, finds the workspace from the folder of the site.
    let temporary = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let out = temporary.path().join("handbook");
    let apps = browser_app::ready().expect("the apps are made");
    let request = Build { book: root(), out: Some(out.clone()), apps, audience: None, live_reload: false };
    build(&request, &mut Timings::start()).unwrap_or_else(|error| panic!("{error:#}"));
    let expected = files(&out, "");
    assert!(expected.len() > 40 && expected.contains_key("policy/reports.html"), "{:?}", expected.keys());

    let serve = [("output.html.live-reload-endpoint", "__livereload"), ("output.html.site-url", "/")];
    for (name, settings) in [("build", &[][..]), ("serve", &serve)] {
        let found = by_mdbook(settings, &temporary.path().join(name));
        assert!(found.keys().eq(expected.keys()), "mdbook {name}: {:?}", found.keys());
        let other: Vec<_> =
            found.iter().filter(|(file, bytes)| expected[*file] != **bytes).map(|(file, _)| file).collect();
        assert!(other.is_empty(), "mdbook {name} makes other bytes of {other:?}");
    }
}
