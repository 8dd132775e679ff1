//! The site of the handbook, as a browser and a strict content policy see it.

use handbook_tests::{HANDBOOK, build_for, files, root};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The site of the real handbook, built once.
pub(crate) static SITE: LazyLock<Site> = LazyLock::new(|| Site::of(&root()));

/// The page that repeats the others: see `whole_policy.rs`.
pub(crate) const WHOLE: &str = "policy/whole-policy.html";

/// A site in a folder of its own.
pub(crate) struct Site {
    pub(crate) folder: PathBuf,
    /// Every page by its address from the root of the site, with its HTML.
    pub(crate) pages: BTreeMap<String, String>,
    /// Every file, pages included.
    pub(crate) files: BTreeSet<String>,
    _temporary: TempDir,
}

impl Site {
    pub(crate) fn of(book: &Path) -> Self {
        Self::for_audience(book, None)
    }

    pub(crate) fn for_audience(book: &Path, audience: Option<&str>) -> Self {
        let temporary = TempDir::new().expect("a temporary folder");
        let built = build_for(book, &temporary.path().join("site"), audience);
        let folder = built.unwrap_or_else(|error| panic!("{error:#}")).folder;
        let files = files(&folder);
        let read = |name: &String| fs::read_to_string(folder.join(name)).expect("a page is text");
        let pages =
            files.iter().filter(|name| name.ends_with(".html")).map(|name| (name.clone(), read(name)));
        Self { pages: pages.collect(), files, folder, _temporary: temporary }
    }

    /// The pages, parsed.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (&str, Html)> {
        self.pages.iter().map(|(url, html)| (url.as_str(), Html::parse_document(html)))
    }
}

pub(crate) fn select<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document.select(&Selector::parse(selector).expect("it is a selector")).collect()
}

pub(crate) fn is_external(address: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:", "//"].iter().any(|scheme| address.starts_with(scheme))
}

/// Where an address leads from a page: the file and the anchor.
pub(crate) fn resolve(page: &str, address: &str) -> Option<(String, Option<String>)> {
    let (path, anchor) =
        address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some((page.to_owned(), anchor.map(str::to_owned)));
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for component in Path::new(path).components() {
        match component {
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            _ => return None,
        }
    }
    let mut file = parts.join("/");
    if path.ends_with('/') || path == ".." || path == "." {
        file = if file.is_empty() { "index.html".to_owned() } else { format!("{file}/index.html") };
    }
    Some((file, anchor.map(str::to_owned)))
}

pub(crate) fn ids(document: &Html) -> Vec<&str> {
    select(document, "[id]").into_iter().filter_map(|element| element.attr("id")).collect()
}

pub(crate) fn refuse(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What each page has that it must not have, a line each.
pub(crate) fn on_every_page(mut wrong: impl FnMut(&str, &Html) -> Vec<String>) -> Vec<String> {
    let found = |(url, document): (&str, Html)| {
        wrong(url, &document).into_iter().map(|what| format!("{url}: {what}")).collect::<Vec<_>>()
    };
    SITE.documents().flat_map(found).collect()
}

#[test]
fn there_is_a_page_for_every_page_of_the_book() {
    let expected: BTreeSet<String> =
        handbook_tests::pages(&root()).into_iter().map(|page| page.url).collect();
    let built: BTreeSet<String> = SITE.pages.keys().cloned().collect();
    let missing: Vec<_> = expected.difference(&built).collect();
    assert!(expected.len() > 20 && missing.is_empty(), "{missing:?}");
}

/// The pages of a site that do not open with the heading of their Markdown.
pub(crate) fn wrong_headings(site: &Site, book: &Path) -> Vec<String> {
    let wrong = |page: policy_compiler::Page| {
        let heading = page.text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default().trim();
        let document = Html::parse_document(site.pages.get(&page.url)?);
        let shown: Vec<String> = select(&document, "main h1").iter().map(|h1| h1.text().collect()).collect();
        let words = |text: &str| text.replace(|c: char| !c.is_alphanumeric(), "");
        let same = matches!(shown.as_slice(), [only] if words(only) == words(heading));
        (!same).then(|| format!("{}: {shown:?}, not {heading:?}", page.url))
    };
    handbook_tests::pages(book).into_iter().filter_map(wrong).collect()
}

#[test]
fn every_page_shows_its_own_text() {
    refuse(&wrong_headings(&SITE, &root()));
}

#[test]
fn an_id_stands_once_on_a_page() {
    refuse(&on_every_page(|_, document| {
        let mut seen = BTreeSet::new();
        ids(document)
            .into_iter()
            .filter(|id| !seen.insert(*id))
            .map(|id| format!("the id `{id}` twice"))
            .collect()
    }));
}

#[test]
fn nothing_needs_a_lax_content_policy() {
    refuse(&on_every_page(|_, document| {
        let mut wrong = Vec::new();
        for element in select(document, "*") {
            let name = element.value().name();
            for (attribute, value) in element.value().attrs() {
                let handler = attribute.len() > 2 && attribute.starts_with("on");
                let script = value.trim_start().to_ascii_lowercase().starts_with("javascript:");
                if attribute == "style" || handler || script {
                    wrong.push(format!("<{name} {attribute}={value:?}>"));
                }
            }
            if name == "style" || (name == "script" && element.attr("src").is_none()) {
                wrong.push(format!("<{name}> in the page: {:?}", element.text().collect::<String>().trim()));
            }
        }
        wrong
    }));
}

#[test]
fn every_clause_stands_once_in_the_site() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (url, document) in SITE.documents().filter(|(url, _)| *url != WHOLE) {
        // Where a clause has moved from, its id leads on.
        for place in select(&document, "[id]:not(.moved)") {
            let id = place.attr("id").unwrap_or_default();
            places.entry(id.to_owned()).or_default().push(url.to_owned());
        }
    }
    let clauses = &HANDBOOK.policy.clauses;
    assert_eq!(clauses.len(), 89);
    let wrong = clauses.iter().filter_map(|clause| {
        let found = places.get(&clause.id).cloned().unwrap_or_default();
        (found != [clause.page.clone()]).then(|| format!("`{}` stands on {found:?}", clause.id))
    });
    refuse(&wrong.collect::<Vec<_>>());
}

#[test]
fn every_clause_shows_its_number_and_its_text() {
    // Typography turns quotation marks, so the words alone are compared.
    let words = |text: &str| text.replace(|c: char| !c.is_alphanumeric(), "");
    let used_by = Selector::parse(".used-by").unwrap();
    let mut checked = 0;
    let mut wrong = Vec::new();
    for (url, document) in SITE.documents() {
        for clause in HANDBOOK.policy.clauses.iter().filter(|clause| clause.page == url) {
            let label = select(&document, &format!("[id='{}']", clause.id));
            let paragraph = label.first().and_then(|label| ElementRef::wrap(label.parent()?));
            let shown: String = label.iter().flat_map(ElementRef::text).collect();
            let text: String = paragraph.iter().flat_map(ElementRef::text).collect();
            let used_by = paragraph.iter().flat_map(|p| p.select(&used_by)).flat_map(|line| line.text());
            let used_by: String = used_by.collect();
            let text = words(&text);
            let own = text.strip_suffix(&words(&used_by)).unwrap_or(&text);
            if !shown.contains(&clause.number) || !own.ends_with(&words(&clause.text)) {
                wrong.push(format!("{url}: `{}` shows {shown:?} and {text:?}", clause.id));
            }
            checked += 1;
        }
    }
    refuse(&wrong);
    assert_eq!(checked, 89);
}

#[test]
fn each_clause_leads_to_what_uses_it() {
    let uses = policy_compiler::coverage::uses(&HANDBOOK);
    let list = Html::parse_document(&SITE.pages["about/coverage.html"]);
    let line = Selector::parse(".used-by").unwrap();
    let mut wrong = Vec::new();
    for (url, document) in SITE.documents() {
        let clauses = HANDBOOK.policy.clauses.iter().zip(&uses).filter(|(clause, _)| clause.page == url);
        for (clause, items) in clauses {
            let label = select(&document, &format!("[id='{}']", clause.id));
            let paragraph = label.first().and_then(|label| ElementRef::wrap(label.parent()?));
            let links = paragraph.iter().flat_map(|p| p.select(&line)).filter_map(|link| link.attr("href"));
            let expected = format!("../about/coverage.html#clause-{}", clause.id);
            let named = select(&list, &format!("[id='clause-{}'] a", clause.id)).len();
            // The first link of an entry leads to the clause.
            if links.collect::<Vec<_>>() != [expected.as_str()] || (named < 2) != items.is_empty() {
                wrong.push(format!("{url}: `{}`: {named} links for {} uses", clause.id, items.len()));
            }
        }
    }
    refuse(&wrong);
}

/// Half the words of these pages were the machine's once.
#[test]
fn nothing_of_the_aid_stands_between_the_clauses() {
    let mut folded = 0;
    let mut wrong = Vec::new();
    for (url, document) in SITE.documents().filter(|(url, _)| url.starts_with("policy/")) {
        for rule in select(&document, "main .rule") {
            let mut around = rule.ancestors().filter_map(ElementRef::wrap);
            match around.any(|element| element.attr("class") == Some("aid-use")) {
                true => folded += 1,
                false => wrong.push(format!("{url}: {:?} is not folded away", rule.attr("id"))),
            }
        }
        let switches = select(&document, ".aid-use-switch input[type=checkbox]").len();
        if switches != usize::from(!select(&document, ".aid-use").is_empty()) {
            wrong.push(format!("{url}: {switches} switches"));
        }
    }
    refuse(&wrong);
    assert!(folded > 100, "only {folded} rules");
}

#[test]
fn the_picture_of_the_flow_has_a_name_and_a_description_and_words_beside_it() {
    let document = Html::parse_document(&SITE.pages["officers/flow.html"]);
    let picture = select(&document, "main svg[role='img']");
    let named = picture.first().and_then(|svg| svg.attr("aria-labelledby")).expect("the picture is named");
    for id in named.split_whitespace() {
        let text: String = select(&document, &format!("[id='{id}']")).iter().flat_map(|e| e.text()).collect();
        assert!(!text.trim().is_empty(), "`{id}` says nothing");
    }
    assert!(select(&document, "svg script, svg style, svg a, svg [style]").is_empty());
    let listed = select(&document, "main ol > li").len();
    assert_eq!(listed, HANDBOOK.policy.groups.len(), "each group stands in the list too");
    let outcomes = select(&document, "main ol > li > ul > li").len();
    assert_eq!(outcomes, HANDBOOK.policy.outcomes.len(), "each outcome stands in the list once");
}

#[test]
fn every_policy_page_says_whose_text_prevails() {
    let pages: BTreeSet<&str> = HANDBOOK.policy.clauses.iter().map(|clause| clause.page.as_str()).collect();
    assert_eq!(pages.len(), 14, "{pages:?}");
    let wrong = on_every_page(|url, document| {
        let notes = select(document, "main .policy-note");
        let says =
            |note: &ElementRef<'_>| note.text().collect::<String>().contains("the original text prevails");
        let links = |note: &ElementRef<'_>| {
            note.select(&Selector::parse("a[href^='https:']").unwrap()).next().is_some()
        };
        let expected = usize::from(pages.contains(url) || url == WHOLE);
        let found = notes.iter().filter(|note| says(note) && links(note)).count();
        if found == expected { Vec::new() } else { vec![format!("{found} such notes")] }
    });
    refuse(&wrong);
}

#[test]
fn the_contents_mark_the_page_one_is_on_and_list_its_part() {
    let chapters: BTreeSet<String> =
        handbook_tests::pages(&root()).into_iter().map(|page| page.url).collect();
    let mut part_of = BTreeMap::new();
    refuse(&on_every_page(|url, document| {
        let text = |link: &ElementRef<'_>| link.text().collect::<String>();
        let parts: Vec<String> = select(document, ".site-parts a").iter().map(text).collect();
        let mut wrong = Vec::new();
        if parts != ["Customers", "Policy", "Officers", "Training", "About"] {
            wrong.push(format!("has the parts {parts:?}"));
        }
        if !chapters.contains(url) || url == "index.html" {
            return wrong;
        }
        let lead = |link: &ElementRef<'_>| resolve(url, link.attr("href")?).map(|(file, _)| file);
        let listed: BTreeSet<String> =
            select(document, "nav .contents-list a").iter().filter_map(lead).collect();
        let current: Vec<Option<String>> =
            select(document, "nav .contents-list a[aria-current='page']").iter().map(lead).collect();
        let part: Vec<String> = select(document, ".site-parts a[aria-current]").iter().map(text).collect();
        if current != [Some(url.to_owned())] || part.len() != 1 {
            wrong.push(format!("marks {current:?} and {part:?}"));
        }
        part_of.insert(url.to_owned(), (part, listed));
        wrong
    }));
    // Every page of a part has the same list, and the lists of the five have every page.
    let lists: BTreeMap<_, _> = part_of.values().cloned().collect();
    refuse(
        &part_of
            .iter()
            .filter(|(_, (part, listed))| lists[part] != *listed)
            .map(|(url, _)| url.clone())
            .collect::<Vec<_>>(),
    );
    let all: BTreeSet<String> = lists.into_values().flatten().chain(["index.html".to_owned()]).collect();
    assert_eq!(all, chapters);
}
