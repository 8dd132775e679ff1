//! What makes the pages findable: what each says of itself, its dates, the list of pages, and the data of the search.

use brotli::enc::BrotliEncoderParams;
use handbook_tests::{HANDBOOK, build_into, pages, root};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

/// A book of two pages, without settings.
const SMALL: [(&str, &str); 4] = [
    ("book.toml", "[book]\ntitle = \"Loans\"\nlanguage = \"en-GB\"\n"),
    ("src/SUMMARY.md", "# Summary\n\n[Start](index.md)\n\n- [Fees](rules/fees.md)\n"),
    ("src/index.md", "# Loans\n\nHow to borrow &lt;/script> a book.\n"),
    ("src/rules/fees.md", "# Fees\n\nWhat a loan costs.\n\n## Late books\n\nTen pence a day.\n"),
];

/// The site of the real handbook, built once.
static SITE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let temporary = TempDir::new().unwrap();
    let site = temporary.path().join("site");
    built(&root(), &site).unwrap();
    (temporary, site)
});

fn built(book: &Path, out: &Path) -> anyhow::Result<()> {
    build_into(book, out).map(drop)
}

/// The small book in a folder, with more lines in its settings.
fn small_book(folder: &Path, settings: &str) {
    for (name, text) in SMALL {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let more = format!("{}\n{settings}", SMALL[0].1);
    fs::write(folder.join("book.toml"), more).unwrap();
}

/// What a selector finds on a page: for each element, the attribute or where that is empty the text.
fn all(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let value = |element: scraper::ElementRef<'_>| {
        element.attr(attribute).map_or_else(|| element.text().collect(), str::to_owned)
    };
    document.select(&Selector::parse(selector).unwrap()).map(value).collect()
}

fn page(site: &Path, url: &str) -> String {
    fs::read_to_string(site.join(url)).unwrap_or_else(|error| panic!("{url}: {error}"))
}

/// The file of the search whose name begins like that.
fn search_file(site: &Path, stem: &str) -> String {
    let found: Vec<_> =
        fs::read_dir(site.join("search")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let named = |path: &&PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(stem);
    let found: Vec<_> = found.iter().filter(named).collect();
    assert_eq!(found.len(), 1, "{stem}: {found:?}");
    fs::read_to_string(found[0]).unwrap()
}

fn entries(site: &Path) -> Vec<Value> {
    let script = search_file(site, "entries-");
    let json = script.strip_prefix("globalThis.handbookEntries=").unwrap().strip_suffix(';').unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let site = &SITE.1;
    let (mut titles, mut descriptions) = (BTreeMap::new(), BTreeMap::new());
    let urls: Vec<String> =
        pages(&root()).into_iter().map(|page| page.url).chain(["404.html".into()]).collect();
    for url in &urls {
        let html = page(site, url);
        let one = |selector: &str| match all(&html, selector, "content").as_slice() {
            [one] if !one.trim().is_empty() => one.clone(),
            other => panic!("{url}: {selector}: {other:?}"),
        };
        let (title, description) = (one("head > title"), one("head > meta[name=description]"));
        assert!(description.chars().count() <= 201, "{url}: {description}");
        if url != "404.html" {
            assert!(
                title.contains(&one("main h1"))
                    || url == "index.html"
                    || !one("meta[property='og:title']").is_empty()
            );
            assert_eq!(one("meta[property='og:title']"), one("main h1"), "{url}");
            assert_eq!(one("meta[property='og:description']"), description, "{url}");
        }
        assert_eq!(titles.insert(title, url), None, "{url} has the title of another page");
        assert_eq!(descriptions.insert(description, url), None, "{url} has the description of another page");
    }
    assert!(urls.len() > 25, "{urls:?}");
}

#[test]
fn a_description_is_the_sentence_that_sums_the_page_up() {
    let found = all(&page(&SITE.1, "policy/reports.html"), "meta[name=description]", "content");
    assert_eq!(
        found,
        [
            "What we learn from using this policy, and how often we use it, goes to our Senior Management Team."
        ]
    );
}

#[test]
fn with_an_address_pages_name_theirs_and_there_is_a_sitemap() {
    let temporary = TempDir::new().unwrap();
    let (book, out) = (temporary.path().join("book"), temporary.path().join("site"));
    small_book(&book, "[output.handbook]\ncouncil = \"A Council\"\nsite-url = \"https://a.gov.uk/b\"\n");
    built(&book, &out).unwrap();
    for (url, address, breadcrumbs) in [
        ("index.html", "https://a.gov.uk/b/", 0),
        ("rules/fees.html", "https://a.gov.uk/b/rules/fees.html", 2),
    ] {
        let html = page(&out, url);
        assert_eq!(all(&html, "head > link[rel=canonical]", "href"), [address]);
        assert_eq!(all(&html, "head > meta[property='og:url']", "content"), [address]);
        let data = all(&html, "head > script[type='application/ld+json']", "no attribute");
        let data: Value = serde_json::from_str(&data[0]).unwrap();
        assert_eq!(data["url"], address);
        assert_eq!(data["isPartOf"]["publisher"]["name"], "A Council");
        assert_eq!(data["breadcrumb"]["itemListElement"].as_array().map_or(0, Vec::len), breadcrumbs);
        assert!(data.get("dateModified").is_none(), "outside git no date is known");
    }
    let sitemap = page(&out, "sitemap.xml");
    assert_eq!(all(&sitemap, "loc", ""), ["https://a.gov.uk/b/", "https://a.gov.uk/b/rules/fees.html"]);
    assert!(page(&out, "robots.txt").ends_with("Sitemap: https://a.gov.uk/b/sitemap.xml\n"));
}

#[test]
fn without_an_address_nothing_pretends_to_have_one() {
    let temporary = TempDir::new().unwrap();
    let (book, out) = (temporary.path().join("book"), temporary.path().join("site"));
    small_book(&book, "");
    built(&book, &out).unwrap();
    let html = page(&out, "rules/fees.html");
    for selector in ["link[rel=canonical]", "meta[property='og:url']", "script[type='application/ld+json']"] {
        assert_eq!(all(&html, selector, "href"), [""; 0], "{selector}");
    }
    assert_eq!(all(&html, "footer time", "datetime"), [""; 0], "outside git no date is known");
    assert!(!out.join("sitemap.xml").exists() && !out.join("robots.txt").exists());
}

#[test]
fn settings_that_are_wrong_are_named() {
    for (settings, expected) in [
        ("site-url = \"a.gov.uk\"", "`a.gov.uk` is not where a site can stand"),
        ("[output.handbook.synonyms]\ndear = [\"costs a lot\"]", "`dear` stands for “costs a lot”"),
        ("[output.handbook.synonyms]\ndear = [\"fees.late\"]", "`dear` stands for “fees.late”"),
        (
            "[output.handbook.synonyms]\ndear = [\"rules/fees.md#late-books\", \"rules/fees.md#early\"]",
            "`dear` stands for “rules/fees.md#early”",
        ),
    ] {
        let temporary = TempDir::new().unwrap();
        let book = temporary.path().join("book");
        small_book(&book, &format!("[output.handbook]\n{settings}\n"));
        let error = built(&book, &temporary.path().join("site")).expect_err(settings);
        assert!(format!("{error:#}").contains(expected), "{error:#}");
    }
}

/// Git in a folder, on a day of its own.
fn git(folder: &Path, day: &str, arguments: &[&str]) {
    let date = format!("{day}T12:00:00Z");
    let mut command = handbook_tests::git::git(folder, arguments);
    command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
    handbook_tests::git::run(command);
}

/// The days that the two pages of the small book show.
fn days(book: &Path, out: &Path) -> [Vec<String>; 2] {
    built(book, out).unwrap();
    ["index.html", "rules/fees.html"].map(|url| all(&page(out, url), "footer time", "datetime"))
}

#[test]
fn a_page_says_when_it_last_changed_where_git_knows() {
    let temporary = TempDir::new().unwrap();
    let repository = temporary.path().join("repository");
    // The book is a folder of the repository, so paths from its root and from the book differ.
    let (book, out) = (repository.join("handbook"), temporary.path().join("site"));
    small_book(&book, "");
    git(&repository, "2026-01-05", &["init", "--quiet"]);
    git(&repository, "2026-01-05", &["add", "."]);
    git(&repository, "2026-01-05", &["commit", "--quiet", "--message", "One"]);
    let fees = book.join("src/rules/fees.md");
    fs::write(&fees, fs::read_to_string(&fees).unwrap() + "\nNo more than a pound.\n").unwrap();
    assert_eq!(
        days(&book, &out),
        [vec!["2026-01-05".to_owned()], vec![]],
        "a change without a commit has no date"
    );
    git(&repository, "2026-02-07", &["commit", "--quiet", "--all", "--message", "Two"]);
    assert_eq!(days(&book, &out), [["2026-01-05".to_owned()], ["2026-02-07".to_owned()]]);
    let shown = all(&page(&out, "rules/fees.html"), "footer p:has(time)", "");
    assert_eq!(shown, ["This page last changed on 7 February 2026"]);

    let clone = temporary.path().join("clone");
    let from = format!("file://{}", repository.display());
    git(
        temporary.path(),
        "2026-03-01",
        &["clone", "--quiet", "--depth", "1", &from, clone.to_str().unwrap()],
    );
    assert_eq!(
        days(&clone.join("handbook"), &out),
        [vec![], vec![] as Vec<String>],
        "a shallow clone knows no dates"
    );
}

#[test]
fn the_search_holds_every_clause_and_every_address_in_it_leads_somewhere() {
    let site = &SITE.1;
    let entries = entries(site);
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    let clauses: BTreeSet<(String, String, String)> = entries
        .iter()
        .filter(|entry| entry["kind"] == "clause")
        .map(|entry| (text(entry, "url"), text(entry, "number"), text(entry, "text")))
        .collect();
    let expected = HANDBOOK.policy.clauses.iter();
    let expected: BTreeSet<_> = expected
        .map(|clause| (format!("{}#{}", clause.page, clause.id), clause.number.clone(), clause.text.clone()))
        .collect();
    assert_eq!(clauses, expected);

    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for entry in &entries {
        let (url, title) = (text(entry, "url"), text(entry, "title"));
        assert!(!title.is_empty(), "{entry}");
        assert!(seen.insert(url.clone()), "{url} stands twice");
        let Some((file, anchor)) = url.split_once('#') else {
            assert!(site.join(&url).is_file(), "{url}");
            continue;
        };
        let on_page = ids
            .entry(file.to_owned())
            .or_insert_with(|| all(&page(site, file), "[id]", "id").into_iter().collect());
        assert!(on_page.contains(anchor), "{url} leads nowhere");
    }
    for kind in ["page", "section", "term", "question", "option", "outcome", "duty"] {
        assert!(entries.iter().any(|entry| entry["kind"] == kind), "no {kind} can be found");
    }
}

#[test]
fn the_search_is_small() {
    // What can be found grows with the pages: 650 bytes or so for each.
    for (stem, budget) in [("field-", 1_200), ("finder-", 8_700), ("entries-", 60_000)] {
        let text = search_file(&SITE.1, stem);
        let parameters = BrotliEncoderParams { quality: 11, ..Default::default() };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &parameters).unwrap();
        println!("{stem}: {} bytes, {} compressed", text.len(), out.len());
        assert!(out.len() <= budget, "{stem}: {} bytes are more than {budget}", out.len());
    }
}

#[test]
fn the_same_book_makes_the_same_search() {
    let temporary = TempDir::new().unwrap();
    let again = temporary.path().join("site");
    built(&root(), &again).unwrap();
    let files = |site: &Path| {
        let entries = fs::read_dir(site.join("search")).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(path).unwrap()))
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(files(&again), files(&SITE.1));
}
