//! What a reader's browser has to load for a page: nothing but the page, its stylesheets, scripts and pictures, and little.

use brotli::enc::BrotliEncoderParams;
use handbook_tests::{HANDBOOK, build_into, root};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The most that a page of the policy may be, compressed, with all that it loads.
const BUDGET: usize = 35_000;

/// The most requests that it may take.
const REQUESTS: usize = 8;

/// What a page loads, besides itself. A link is loaded when its relation says so.
const LOADED: &str = "link[rel~=stylesheet], link[rel~=icon], link[rel~=manifest], link[rel~=preload], \
    link[rel~=modulepreload], script[src], img[src], iframe[src], object[data], source[src]";

fn compressed(mut bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &parameters).unwrap();
    out.len()
}

/// The page and what it loads, each file once.
fn loaded(site: &Path, url: &str) -> BTreeSet<PathBuf> {
    let page = site.join(url);
    let document = Html::parse_document(&std::fs::read_to_string(&page).unwrap());
    let folder = page.parent().unwrap();
    let selector = Selector::parse(LOADED).unwrap();
    let addresses = document.select(&selector).map(|element| {
        let address = ["href", "src", "data"].into_iter().find_map(|name| element.attr(name)).unwrap();
        folder.join(address).canonicalize().expect("what a page loads is there")
    });
    addresses.chain([page.canonicalize().unwrap()]).collect()
}

/// The files that a stylesheet loads besides: none, or they would have to be counted.
fn loads_more(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "css")
        && std::fs::read_to_string(file)
            .is_ok_and(|style| ["url(", "@import", "@font-face"].iter().any(|what| style.contains(what)))
}

#[test]
fn a_page_of_the_policy_is_light() {
    let temporary = tempfile::tempdir().unwrap();
    let site = temporary.path().join("site");
    build_into(&root(), &site).unwrap();
    let mut urls: BTreeSet<&str> =
        HANDBOOK.policy.clauses.iter().map(|clause| clause.page.as_str()).collect();
    urls.extend(["index.html", "policy/whole-policy.html"]);
    assert_eq!(urls.len(), 16);
    let mut sizes: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut too_heavy = Vec::new();
    for url in urls {
        let files = loaded(&site, url);
        assert!(files.len() > 3, "{url} loads its stylesheets: {files:?}");
        assert!(!files.iter().any(|file| loads_more(file)), "a stylesheet of {url} loads files of its own");
        let mut size = 0;
        for file in &files {
            let known = sizes.entry(file.clone());
            size += *known.or_insert_with(|| compressed(&std::fs::read(file).unwrap()));
        }
        println!("{url}: {size} bytes in {} requests", files.len());
        if size > BUDGET || files.len() > REQUESTS {
            too_heavy
                .push(format!("{url}: {size} bytes of {BUDGET}, {} requests of {REQUESTS}", files.len()));
        }
    }
    assert!(too_heavy.is_empty(), "{}", too_heavy.join("\n"));
}
