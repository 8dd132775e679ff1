//! Our theme files against the ones of the pinned mdBook that they stand for: an upgrade names those to review.
//!
//! `theme-drift.txt` has a line for each stock file: its hash when ours was last compared with it, its name, and what we do
//! with it. Where mdBook changed one, compare ours with it, then renew the list:
//! `UPDATE_EXPECT=1 cargo test --package handbook-tests theme_drift::`.

use handbook_tests::{root, tests};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders of mdBook's front end, and where a theme keeps what stands for the files in them.
const FOLDERS: [(&str, &str); 5] =
    [("css", "css/"), ("fonts", "fonts/"), ("images", ""), ("js", ""), ("templates", "")];

/// Files of the theme that stand for none of mdBook's.
const OWN: [&str; 4] = ["css/aid.css", "css/casebook.css", "css/slides.css", "css/training.css"];

/// mdBook's front end as Cargo fetched it, and its version.
///
/// Only packages for this machine are asked for: those for other platforms were never fetched here.
fn front_end() -> (PathBuf, String) {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", &host()])
        .current_dir(root())
        .output()
        .expect("cargo can be started");
    let said = String::from_utf8_lossy(&metadata.stderr);
    assert!(metadata.status.success(), "cargo metadata failed: {said}");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("its metadata are JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let mdbook = packages.iter().find(|package| package["name"] == "mdbook-html").expect("mdBook is one");
    let manifest = Path::new(mdbook["manifest_path"].as_str().unwrap());
    (manifest.with_file_name("front-end"), mdbook["version"].as_str().unwrap().to_owned())
}

/// The platform that the compiler here compiles for, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host() -> String {
    let version = Command::new("rustc").args(["--verbose", "--version"]).current_dir(root()).output();
    let version = String::from_utf8(version.expect("rustc can be started").stdout).expect("it writes UTF-8");
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc says what it compiles for").to_owned()
}

/// Each stock file by the name that a theme gives it, with its hash. Font files have licences, not code.
fn stock(front_end: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (folder, prefix) in FOLDERS {
        for entry in fs::read_dir(front_end.join(folder)).expect("mdBook's front end is where it was") {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if folder == "fonts" && !name.ends_with(".css") {
                continue;
            }
            let hash: String = Sha256::digest(fs::read(&path).unwrap())
                .iter()
                .take(8)
                .map(|byte| format!("{byte:02x}"))
                .collect();
            found.insert(format!("{prefix}{name}"), hash);
        }
    }
    found
}

/// Every file in a folder, by its name from there.
fn files(folder: &Path, prefix: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read").map(Result::unwrap);
    let mut found = BTreeSet::new();
    for entry in entries {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&entry.path(), &format!("{name}/")));
        } else {
            found.insert(name);
        }
    }
    found
}

/// How the list differs from what mdBook has, a line each.
fn drift(list: &str, now: &str) -> Vec<String> {
    fn entries(text: &str) -> BTreeMap<&str, (&str, &str)> {
        let words = text.lines().skip(1).map(|line| line.splitn(3, ' ').collect::<Vec<_>>());
        words.filter(|words| words.len() == 3).map(|words| (words[1], (words[0], words[2]))).collect()
    }
    let (old, new) = (entries(list), entries(now));
    let names: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let said = |name: &&str| match (old.get(name), new.get(name)) {
        (Some(old), Some(new)) if old == new => None,
        (Some(old), Some(new)) if old.0 == new.0 => Some(format!("{name} was {}, and is {}", old.1, new.1)),
        (None, None) => None,
        (Some(_), Some((_, ours))) => Some(format!("mdBook changed {name} ({ours})")),
        (None, Some((_, ours))) => Some(format!("mdBook has a new file {name} ({ours})")),
        (Some((_, ours)), None) => Some(format!("mdBook has no {name} any more ({ours})")),
    };
    names.into_iter().filter_map(said).collect()
}

#[test]
fn mdbook_has_not_changed_what_our_theme_stands_for() {
    let (front_end, version) = front_end();
    let stock = stock(&front_end);
    let ours = files(&root().join("theme"), "");
    let strays: Vec<_> =
        ours.iter().filter(|name| !stock.contains_key(*name) && !OWN.contains(&name.as_str())).collect();
    assert!(strays.is_empty(), "mdBook knows no theme files {strays:?}: remove them, or list them in OWN");
    let line = |(name, hash): (&String, &String)| {
        let what = if ours.contains(name) { "ours instead" } else { "not used or mdBook's own" };
        format!("{hash} {name} {what}\n")
    };
    let now = format!("mdbook-html {version}\n{}", stock.iter().map(line).collect::<String>());
    let file = tests().join("theme-drift.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&file, &now).unwrap();
    }
    let list = fs::read_to_string(&file).unwrap_or_default();
    let drift = drift(&list, &now);
    assert!(drift.is_empty(), "since the theme was last compared with mdBook's:\n  {}", drift.join("\n  "));
    assert_eq!(list, now, "the list is of this version, sorted");
}

#[test]
fn a_changed_a_new_and_a_missing_file_are_each_named() {
    let list = "mdbook-html 1\naa a.css ours instead\nbb b.css ours instead\ncc c.css ours instead\n";
    let now = "mdbook-html 2\naa a.css ours instead\nxx b.css ours instead\ndd d.css not used\n";
    assert_eq!(
        drift(list, now),
        [
            "mdBook changed b.css (ours instead)",
            "mdBook has no c.css any more (ours instead)",
            "mdBook has a new file d.css (not used)",
        ]
    );
    assert_eq!(drift(list, list), [""; 0]);
}
