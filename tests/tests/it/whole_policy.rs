//! The whole policy on one page says what its pages say, in their order, and links within itself.

use handbook_tests::{HANDBOOK, build_into, root};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

const WHOLE: &str = "policy/whole-policy.html";

/// The pages of the policy and the page of the whole, by their addresses.
static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let temporary = tempfile::tempdir().unwrap();
    let out = temporary.path().join("site");
    build_into(&root(), &out).unwrap();
    let read = |url: &str| std::fs::read_to_string(out.join(Path::new(url))).unwrap();
    let urls = HANDBOOK.policy.clauses.iter().map(|clause| clause.page.as_str()).chain([WHOLE]);
    urls.map(|url| (url.to_owned(), read(url))).collect()
});

fn page(url: &str) -> Html {
    Html::parse_document(&PAGES[url])
}

fn select<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of the paragraph that a clause stands in, without the line on what uses it and without the numbers that the
/// page of the whole adds to its links.
fn clause_text(document: &Html, id: &str) -> String {
    let label = select(document, &format!("[id='{id}']"));
    let paragraph = label.first().and_then(|label| ElementRef::wrap(label.parent()?)).unwrap();
    let left_out = Selector::parse(".used-by, .reference").unwrap();
    let left_out: Vec<String> = paragraph.select(&left_out).map(text).collect();
    let mut text = text(paragraph);
    for part in left_out {
        text = text.replacen(&part, "", 1);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(" .", ".")
}

#[test]
fn it_says_every_clause_in_the_words_of_its_page_and_in_order() {
    let whole = &page(WHOLE);
    for clause in &HANDBOOK.policy.clauses {
        assert_eq!(clause_text(whole, &clause.id), clause_text(&page(&clause.page), &clause.id));
    }
    let shown: Vec<&str> =
        select(whole, ".whole-policy .clause").iter().filter_map(|label| label.attr("id")).collect();
    let expected: Vec<&str> = HANDBOOK.policy.clauses.iter().map(|clause| clause.id.as_str()).collect();
    assert_eq!(shown, expected);
}

#[test]
fn its_headings_are_those_of_the_pages_one_level_down() {
    let mut expected = Vec::new();
    let mut seen = Vec::new();
    for clause in HANDBOOK.policy.clauses.iter().filter(|clause| {
        let new = !seen.contains(&clause.page);
        seen.push(clause.page.clone());
        new
    }) {
        let number = clause.number.split('.').next().unwrap();
        for heading in select(&page(&clause.page), "main :is(h1, h2, h3, h4)") {
            let level: u8 = heading.value().name()[1..].parse().unwrap();
            let words = if level == 1 { format!("{number} {}", text(heading)) } else { text(heading) };
            expected.push((level + 1, words));
        }
    }
    let shown: Vec<(u8, String)> = select(&page(WHOLE), ".whole-policy :is(h2, h3, h4, h5)")
        .into_iter()
        .map(|heading| (heading.value().name()[1..].parse().unwrap(), text(heading)))
        .collect();
    assert!(shown.len() > 40, "only {} headings", shown.len());
    assert_eq!(shown, expected);
}

#[test]
fn it_leaves_out_the_decision_aid_and_links_within_itself() {
    let whole = &page(WHOLE);
    assert!(select(whole, "main :is(.rule, .used-by)").is_empty());
    let hrefs: Vec<&str> =
        select(whole, ".whole-policy a[href]").iter().filter_map(|link| link.attr("href")).collect();
    let away: Vec<&&str> = hrefs
        .iter()
        .filter(|href| PAGES.keys().any(|url| href.contains(url.trim_start_matches("policy/"))))
        .collect();
    assert!(hrefs.len() > 89, "only {} links", hrefs.len());
    assert!(away.is_empty(), "these lead to pages that it repeats: {away:?}");
    assert!(!select(whole, ".whole-policy .reference").is_empty(), "links say where they lead on paper");
}
