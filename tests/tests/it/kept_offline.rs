//! What a browser keeps of the site for when there is no network, and when it fetches that.

use crate::delivery::{MOVED, hash, text};
use handbook_tests::files;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What stands in the worker under a name: `files` has the hash of each, `later` those that a page needs and others do not.
fn list<T: DeserializeOwned>(name: &str) -> T {
    let worker = text("sw.js");
    let (_, rest) = worker.split_once(&format!("const {name} = ")).expect("the worker has the list");
    serde_json::from_str(rest.lines().next().unwrap().trim_end_matches(';')).expect("the list is JSON")
}

#[test]
fn the_browser_keeps_what_the_pages_need_with_the_hash_of_its_bytes() {
    let kept: BTreeMap<String, String> = list("files");
    // For a page that has moved, a server answers with the one that it leads to.
    let leads_on = ["policy/old.html", "elsewhere.html"];
    let needless = |file: &String| {
        leads_on.contains(&file.as_str())
            || file.starts_with(['.', '_'])
            || file.ends_with(".txt")
            || file.ends_with(".xml")
            || file.starts_with("server/")
            || file.starts_with("third-party/")
            || file.contains("-bytes-")
            || file == "sw.js"
    };
    let expected: BTreeMap<String, String> = files(&MOVED.site)
        .into_iter()
        .filter(|file| !needless(file))
        .map(|file| (file.clone(), hash(&fs::read(MOVED.site.join(&file)).unwrap(), 8)))
        .collect();
    assert_eq!(kept, expected);
}

/// Names of files without their hashes.
fn without_hashes<'f>(files: impl IntoIterator<Item = &'f String>) -> BTreeSet<String> {
    let without_hash = |file: &String| {
        let (stem, end) = file.rsplit_once('-')?;
        Some(format!("{stem}.{}", end.split_once('.')?.1))
    };
    files.into_iter().filter_map(without_hash).collect()
}

#[test]
fn what_only_some_pages_need_is_fetched_with_one_of_them_and_not_before() {
    let kept: BTreeMap<String, String> = list("files");
    let later: BTreeMap<String, BTreeSet<String>> = list("later");
    let training = ["aid/course.js", "aid/training.js", "aid/training.wasm"];
    let casebook = ["aid/casebook.js", "aid/casebook.wasm"];
    let expected = BTreeMap::from([
        ("officers/register.html", &casebook[..]),
        ("officers/report.html", &casebook),
        ("training/cases.html", &training),
        ("training/course.html", &training),
        ("training/knowledge-check.html", &training),
    ]);
    assert!(later.keys().eq(expected.keys()), "{:?}", later.keys());
    for (page, files) in &later {
        assert!(without_hashes(files).iter().eq(expected[page.as_str()]), "{page}: {files:?}");
        assert!(files.iter().all(|file| kept.contains_key(file)), "{page}: each has its hash");
    }
    let later: BTreeSet<&String> = later.values().flatten().collect();
    let at_once = without_hashes(kept.keys().filter(|file| !later.contains(file)));
    for needed in
        ["aid/whole.wasm", "aid/word.wasm", "aid/deferred.js", "aid/start-training.js", "search/entries.js"]
    {
        assert!(at_once.contains(needed), "{needed}: {at_once:?}");
    }
    assert!(
        !at_once.iter().any(|file| training.contains(&file.as_str()) || casebook.contains(&file.as_str()))
    );
}
