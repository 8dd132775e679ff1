//! The same revision gives the same bytes, wherever and whenever it is built, and no file tells where that was.
//!
//! The programs of the browser are compiled once here. That a second compilation elsewhere gives the same bytes is tried by
//! `.github/workflows/reproducible.yml`, since it takes minutes.

use crate::delivery::copy_of_the_handbook;
use handbook::browser_app::ready;
use handbook::site::{Build, build};
use handbook::timings::Timings;
use handbook_tests::git::{git, run};
use handbook_tests::{build_into, files, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A day in the past, so that a date of the build could not be the same.
const DAY: &str = "2024-02-29";

fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|file| (file.clone(), fs::read(folder.join(file)).unwrap())).collect()
}

/// A copy of the handbook as a repository of one revision.
fn repository() -> (TempDir, PathBuf) {
    let (temporary, book) = copy_of_the_handbook();
    run(git(&book, &["init", "--quiet"]));
    run(git(&book, &["add", "."]));
    let mut commit = git(&book, &["commit", "--quiet", "--message", "The handbook"]);
    commit.env("GIT_COMMITTER_DATE", format!("{DAY}T12:00:00Z"));
    run(commit);
    (temporary, book)
}

#[test]
fn a_revision_built_at_two_places_gives_the_same_bytes() {
    let (temporary, book) = repository();
    let elsewhere = TempDir::with_prefix("somewhere else, with a longer name ").unwrap();
    let clone = elsewhere.path().join("the").join("clone");
    run(git(&book, &["clone", "--quiet", ".", clone.to_str().unwrap()]));
    let build = |book: &Path, out: PathBuf| bytes(&build_into(book, &out).unwrap().folder);
    let (here, there) =
        (build(&book, temporary.path().join("site")), build(&clone, elsewhere.path().join("built")));
    assert!(here.keys().eq(there.keys()), "{:?}", there.keys());
    let other: Vec<_> = here.keys().filter(|file| here[*file] != there[*file]).collect();
    assert!(other.is_empty(), "other bytes of {other:?}");
    let certificate = String::from_utf8_lossy(&here["about/certificate.html"]);
    assert!(certificate.contains(&format!("datetime=\"{DAY}\"")), "the day is that of the revision");
}

#[test]
fn no_file_of_the_site_tells_where_it_was_built() {
    let temporary = TempDir::new().unwrap();
    let out = temporary.path().join("site");
    let apps = ready().unwrap();
    let request = Build { book: root(), out: Some(out.clone()), audience: None, apps, live_reload: false };
    build(&request, &mut Timings::start()).unwrap_or_else(|error| panic!("{error:#}"));
    let home = std::env::home_dir().unwrap();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let places = [root(), home, cargo, temporary.path().to_owned()];
    // What Cargo and rustup call their folders, should a place be written in another way; the first also names a registry.
    let parts = ["registry/src", ".rustup/toolchains", "lib/rustlib/src"].map(str::to_owned);
    let places = places.map(|place| format!("{}/", place.display()));
    for (file, bytes) in bytes(&out) {
        for place in places.iter().chain(&parts) {
            let found = bytes.windows(place.len()).any(|window| window == place.as_bytes());
            assert!(!found, "{file} tells of {place}");
        }
    }
}
