//! Where the addresses on the pages of a site lead.

use crate::built_book::{
    SITE, Site, ids, is_external, on_every_page, refuse, resolve, select, wrong_headings,
};
use handbook_tests::{books, root};
use scraper::Html;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Every address that a page refers to: links, scripts, styles, images, and the files of the decision aid.
fn addresses(document: &Html) -> Vec<String> {
    addresses_in(document, ":not(base)")
}

fn addresses_in(document: &Html, selector: &str) -> Vec<String> {
    let mut found = Vec::new();
    for element in select(document, selector) {
        for (name, value) in element.value().attrs() {
            match name {
                "href" | "src" | "action" | "formaction" | "poster" | "data" | "cite" => {
                    found.push(value.to_owned())
                }
                "srcset" => found.extend(
                    value.split(',').filter_map(|part| part.split_whitespace().next()).map(str::to_owned),
                ),
                _ => {}
            }
        }
        if let Some(root) = element.attr("data-root") {
            let of_aid = [
                "data-glue",
                "data-wasm",
                "data-wasm-script",
                "data-word-glue",
                "data-word-wasm",
                "data-word-wasm-script",
                "data-policy",
            ];
            let of_search = ["data-files"];
            let files = if element.value().name() == "search" { &of_search[..] } else { &of_aid[..] };
            found.extend(
                files.iter().map(|name| format!("{root}{}", element.attr(name).unwrap_or("missing"))),
            );
        }
    }
    found
}

/// The links of a site that lead nowhere, of those on the elements given.
pub(crate) fn broken_links(site: &Site, selector: &str) -> Vec<String> {
    let known: BTreeMap<&str, BTreeSet<String>> = site
        .documents()
        .map(|(url, document)| (url, ids(&document).into_iter().map(str::to_owned).collect()))
        .collect();
    let mut broken = Vec::new();
    for (url, document) in site.documents() {
        for address in addresses_in(&document, selector).into_iter().filter(|address| !is_external(address)) {
            // The page for addresses that do not exist is shown at any of them: its links begin at the root, but for
            // those that lead up from wherever it is shown.
            if url == "404.html" && ["./", "../"].contains(&address.as_str()) {
                continue;
            }
            let (from, path) = match address.strip_prefix('/') {
                Some(path) if url == "404.html" => ("index.html", path),
                _ => (url, address.as_str()),
            };
            let why = match resolve(from, path) {
                None => Some("leaves the site"),
                Some((file, _)) if !site.files.contains(&file) => Some("no such file"),
                Some((file, Some(anchor))) if !anchor.is_empty() => {
                    let there = known.get(file.as_str()).is_some_and(|ids| ids.contains(&anchor));
                    (!there).then_some("no such anchor")
                }
                Some(_) => None,
            };
            broken.extend(why.map(|why| format!("{url}: {address}: {why}")));
        }
    }
    broken
}

#[test]
fn every_link_leads_somewhere() {
    let links: usize = SITE.documents().map(|(_, document)| addresses(&document).len()).sum();
    assert!(links > 1000, "only {links} links were found");
    refuse(&broken_links(&SITE, ":not(base)"));
}

#[test]
fn nothing_leads_out_that_no_page_or_setting_names() {
    let mut named = fs::read_to_string(root().join("book.toml")).unwrap();
    named.extend(handbook_tests::pages(&root()).into_iter().map(|page| page.text));
    let external = |address: &String| address.starts_with("//") || address.starts_with("http");
    refuse(&on_every_page(|_, document| {
        addresses(document)
            .into_iter()
            .filter(external)
            .filter(|address| !named.contains(address.as_str()))
            .collect()
    }));
    let styles = SITE.files.iter().filter(|name| name.ends_with(".css"));
    let loads = styles.filter(|name| {
        let text = fs::read_to_string(SITE.folder.join(name)).unwrap();
        let loaded = text.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'']));
        text.contains("@import \"http") || loaded.into_iter().any(is_external)
    });
    refuse(&loads.cloned().collect::<Vec<_>>());
}

#[test]
fn every_good_book_becomes_a_site_without_broken_links() {
    for book in books("good") {
        let site = Site::of(&book);
        // The frame belongs to the handbook, and links to pages of it.
        refuse(&wrong_headings(&site, &book));
        refuse(&broken_links(&site, "main *, nav .contents-list *, head *"));
        for (url, document) in site.documents() {
            let all = ids(&document);
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{url}: {all:?}");
            assert!(select(&document, "[style]").is_empty(), "{url} of {}", book.display());
            // No label and no fill is left for a reader to see.
            let seen: String = select(&document, "main p, main li").iter().flat_map(|e| e.text()).collect();
            assert!(!seen.contains("\nc[") && !seen.starts_with("c["), "{url}: a label is left");
            assert!(select(&document, "[data-fill]").is_empty(), "{url}: something is not filled in");
        }
    }
}
