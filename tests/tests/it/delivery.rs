//! How the site is delivered: its content policy and the settings for web servers. What a browser keeps of it: `kept_offline`.

use handbook_tests::{build_into, files, root};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;

/// A copy of the handbook below a path, with a page that has moved; and its site.
pub(crate) struct Moved {
    pub(crate) book: PathBuf,
    pub(crate) site: PathBuf,
    _temporary: TempDir,
}

pub(crate) static MOVED: LazyLock<Moved> = LazyLock::new(|| {
    let (temporary, book) = copy_of_the_handbook();
    let settings = fs::read_to_string(book.join("book.toml")).unwrap();
    let address = "\n[output.handbook]\nsite-url = \"https://www.example.org/a/b/\"\n";
    let redirects = "\n[output.handbook.redirects]\n\"policy/old.html\" = \"policy/reports.html\"\n\"elsewhere.html\" = \"https://example.org/x\"\n";
    fs::write(book.join("book.toml"), settings.replace("\n[output.handbook]\n", address) + redirects)
        .unwrap();
    let site = temporary.path().join("site");
    build_into(&book, &site).unwrap_or_else(|error| panic!("{error:#}"));
    Moved { book, site, _temporary: temporary }
});

pub(crate) fn copy_of_the_handbook() -> (TempDir, PathBuf) {
    let temporary = TempDir::new().unwrap();
    let book = temporary.path().join("book");
    let sources = files(&root().join("src")).into_iter().map(|file| format!("src/{file}"));
    for file in sources.chain(["book.toml".to_owned(), "published.txt".to_owned()]) {
        let target = book.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(root().join(&file), target).unwrap();
    }
    (temporary, book)
}

pub(crate) fn text(file: &str) -> String {
    fs::read_to_string(MOVED.site.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The directives of a content policy.
fn directives(policy: &str) -> BTreeMap<String, String> {
    let directive = |text: &str| {
        let (name, value) = text.trim().split_once(' ')?;
        Some((name.to_owned(), value.to_owned()))
    };
    policy.split(';').filter_map(directive).collect()
}

/// What every page says of what it may load.
const IN_PAGES: [(&str, &str); 9] = [
    ("base-uri", "'none'"),
    ("connect-src", "'self'"),
    ("default-src", "'none'"),
    ("form-action", "'none'"),
    ("img-src", "'self' data:"),
    ("manifest-src", "'self'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("worker-src", "'self'"),
];

fn of(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Every page of the site, parsed.
fn pages() -> Vec<(String, Html)> {
    let pages = files(&MOVED.site).into_iter().filter(|file| file.ends_with(".html"));
    pages.map(|file| (file.clone(), Html::parse_document(&text(&file)))).collect()
}

#[test]
fn every_page_opens_with_the_content_policy_and_no_base() {
    let pages = pages();
    assert!(pages.len() > 30);
    for (url, document) in pages {
        let first = document.select(&Selector::parse("head > :first-child").unwrap()).next().unwrap();
        assert_eq!(first.attr("http-equiv"), Some("Content-Security-Policy"), "{url}");
        assert_eq!(directives(first.attr("content").unwrap()), of(&IN_PAGES), "{url}");
        assert!(document.select(&Selector::parse("base").unwrap()).next().is_none(), "{url}");
    }
}

/// Headers by name, in small letters.
type Headers = BTreeMap<String, String>;

/// What a server's settings say: the headers of a page, and of each kind of file that is named after its bytes.
#[derive(Debug)]
struct Read {
    page: Headers,
    named: Vec<Headers>,
}

fn header(headers: &mut Headers, name: &str, value: &str) {
    let before = headers.insert(name.to_ascii_lowercase(), value.to_owned());
    assert_eq!(before, None, "{name} is set twice");
}

fn netlify() -> Read {
    let mut rules: Vec<(String, Headers)> = Vec::new();
    for line in text("_headers").lines() {
        match line.strip_prefix("  ") {
            None => rules.push((line.to_owned(), Headers::new())),
            Some(line) => {
                let (name, value) = line.split_once(": ").expect("a header has a value");
                header(&mut rules.last_mut().expect("a path comes first").1, name, value);
            }
        }
    }
    let (path, page) = rules.remove(0);
    assert_eq!(path, "/a/b/*");
    let listed: BTreeSet<String> = rules.iter().map(|(path, _)| path.replacen("/a/b/", "", 1)).collect();
    assert_eq!(listed, named_by_bytes(), "the files that may be kept");
    // Both rules hold for such a file.
    let both = |(_, own): (String, Headers)| {
        let mut headers = page.clone();
        own.iter().for_each(|(name, value)| header(&mut headers, name, value));
        headers
    };
    Read { named: rules.into_iter().map(both).collect(), page }
}

fn nginx() -> Read {
    let mut blocks: Vec<(String, Headers)> = Vec::new();
    let conf = text("server/nginx.conf");
    for line in conf.lines().map(str::trim) {
        if let Some(location) = line.strip_prefix("location ").and_then(|line| line.strip_suffix(" {")) {
            blocks.push((location.to_owned(), Headers::new()));
        } else if let Some(rest) = line.strip_prefix("add_header ") {
            let (name, value) = rest.split_once(' ').expect("a header has a value");
            let value = value.strip_prefix('"').and_then(|value| value.strip_suffix("\" always;"));
            header(&mut blocks.last_mut().unwrap().1, name, value.expect("on every answer"));
        }
    }
    let names: Vec<&str> = blocks.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["^~ /a/b/", r#"~ "-[0-9a-f]{8}\.wasm$""#, r#"~ "-[0-9a-f]{8}\.[a-z0-9.]+$""#]);
    assert_eq!(conf.matches('{').count() - 2, conf.matches('}').count() - 2, "every block is closed");
    let page = blocks.remove(0).1;
    Read { page, named: blocks.into_iter().map(|(_, headers)| headers).collect() }
}

fn apache() -> Read {
    let (mut page, mut own) = (Headers::new(), Headers::new());
    let mut inside = false;
    for line in text("server/apache.htaccess").lines() {
        inside = line.starts_with("<FilesMatch") || (inside && !line.starts_with("</FilesMatch"));
        let rest = line.strip_prefix("Header always set ").or_else(|| line.strip_prefix("Header set "));
        let Some((name, value)) = rest.and_then(|rest| rest.split_once(' ')) else { continue };
        header(if inside { &mut own } else { &mut page }, name, value.trim_matches('"'));
    }
    let mut named = page.clone();
    named.extend(own);
    Read { page, named: vec![named] }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).expect("its attributes can be read")?;
    Some(attribute.value.into_owned())
}

fn iis() -> Read {
    let settings = text("server/web.config");
    let mut reader = Reader::from_str(&settings);
    let (mut page, mut named, mut location) = (Headers::new(), BTreeMap::new(), None);
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Eof => break,
            Event::Start(element) if element.name().as_ref() == "location" => {
                location = attribute(&element, "path");
            }
            Event::Empty(element) => match (element.name().as_ref(), &location) {
                ("add", None) => {
                    let at = |name| attribute(&element, name).unwrap();
                    header(&mut page, &at("name"), &at("value"));
                }
                ("clientCache", None) => {
                    assert_eq!(attribute(&element, "cacheControlMode").as_deref(), Some("DisableCache"));
                    header(&mut page, "cache-control", "no-cache");
                }
                ("clientCache", Some(file)) => {
                    assert_eq!(attribute(&element, "cacheControlMaxAge").as_deref(), Some("365.00:00:00"));
                    let custom = attribute(&element, "cacheControlCustom").unwrap_or_default();
                    assert_eq!(custom, "public, immutable");
                    named.insert(file.clone(), "public, max-age=31536000, immutable".to_owned());
                }
                _ => {}
            },
            _ => {}
        }
    }
    assert_eq!(named.keys().cloned().collect::<BTreeSet<_>>(), named_by_bytes());
    let with = |kept: String| {
        let mut headers = page.clone();
        headers.insert("cache-control".to_owned(), kept);
        headers
    };
    Read { named: named.into_values().map(with).collect(), page }
}

/// The files whose names hold the beginning of their hash.
fn named_by_bytes() -> BTreeSet<String> {
    let named = |file: &String| {
        let bytes = fs::read(MOVED.site.join(file)).unwrap();
        file.contains(&format!("-{}.", hash(&bytes, 4)))
    };
    files(&MOVED.site).into_iter().filter(named).collect()
}

pub(crate) fn hash(bytes: &[u8], length: usize) -> String {
    Sha256::digest(bytes).iter().take(length).map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn every_kind_of_server_sends_the_same_headers() {
    for (server, read) in [("Netlify", netlify()), ("nginx", nginx()), ("Apache", apache()), ("IIS", iis())] {
        let Read { mut page, named } = read;
        let kept = page.remove("cache-control");
        // Netlify and Cloudflare have a page asked for each time of their own accord.
        assert_eq!(kept.as_deref(), (server != "Netlify").then_some("no-cache"), "{server}");
        assert!(!named.is_empty(), "{server}");
        for mut headers in named {
            let kept = headers.remove("cache-control");
            assert_eq!(kept.as_deref(), Some("public, max-age=31536000, immutable"), "{server}");
            assert_eq!(headers, page, "{server}: a file has the headers of a page");
        }
        let mut policy = of(&IN_PAGES);
        policy.extend(of(&[
            ("frame-ancestors", "'none'"),
            ("require-trusted-types-for", "'script'"),
            ("trusted-types", "handbook"),
        ]));
        assert_eq!(directives(&page["content-security-policy"]), policy, "{server}");
        assert_eq!(page["referrer-policy"], "no-referrer", "{server}");
        assert_eq!(page["x-content-type-options"], "nosniff", "{server}");
        assert_eq!(page["cross-origin-opener-policy"], "same-origin", "{server}");
        let features: Vec<&str> = page["permissions-policy"].split(", ").collect();
        assert!(features.iter().all(|feature| feature.ends_with("=()")), "{server}: {features:?}");
        assert!(["camera=()", "microphone=()", "geolocation=()"].iter().all(|one| features.contains(one)));
        assert_eq!(page.len(), 5, "{server}: {:?}", page.keys());
    }
}

#[test]
fn every_server_is_told_of_the_missing_page_and_of_what_has_moved() {
    let moved = ("/a/b/policy/old.html", "/a/b/policy/reports.html");
    let elsewhere = ("/a/b/elsewhere.html", "https://example.org/x");
    for (from, to) in [moved, elsewhere] {
        for (file, line) in [
            ("_redirects", format!("{from} {to} 301")),
            ("server/nginx.conf", format!("location = {from} {{ return 301 \"{to}\"; }}")),
            ("server/apache.htaccess", format!("Redirect permanent \"{from}\" \"{to}\"")),
        ] {
            assert!(text(file).lines().any(|found| found == line), "{file}: {line}");
        }
    }
    for (file, line) in [
        ("server/nginx.conf", "error_page 403 404 =404 /a/b/404.html;"),
        ("server/nginx.conf", "location = /a/b { return 301 /a/b/; }"),
        ("server/apache.htaccess", "ErrorDocument 404 /a/b/404.html"),
        ("server/web.config", "<error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />"),
    ] {
        assert!(text(file).lines().any(|found| found.trim() == line), "{file}: {line}");
    }
}

#[test]
fn what_a_page_loads_is_named_after_its_bytes_so_that_no_page_meets_another_builds() {
    let named = named_by_bytes();
    let loads =
        Selector::parse("link[rel=stylesheet], link[rel=icon], script[src], img[src], source[src]").unwrap();
    let mut loaded = 0;
    for (url, document) in pages() {
        for element in document.select(&loads) {
            let address = element.attr("href").or(element.attr("src")).unwrap();
            let file = address.trim_start_matches("../").trim_start_matches("/a/b/");
            assert!(named.contains(file), "{url} loads {address}");
            loaded += 1;
        }
    }
    assert!(loaded > 150, "{loaded}");
}
