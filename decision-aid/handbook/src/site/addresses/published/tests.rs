//! What the list of published addresses keeps from being lost, and how it grows.

use super::Published;
use crate::site::addresses::address::{Address, Addresses};
use crate::site::addresses::redirects::{Redirects, Target};
use policy::{Clause, Force, Policy};
use policy_compiler::Page;

/// A handbook with pages, by the way to each without `.html`, and clauses, each with its page.
pub(crate) fn handbook(pages: &[&str], clauses: &[(&str, &str)]) -> (Vec<Page>, Policy) {
    let page = |name: &&str| Page {
        file: format!("src/{name}.md"),
        url: format!("{name}.html"),
        text: format!("# {}{}\n", name[..1].to_uppercase(), &name[1..]),
        ..Page::default()
    };
    let clause = |(id, page): &(&str, &str)| Clause {
        id: (*id).to_owned(),
        page: format!("{page}.html"),
        number: "1.1".to_owned(),
        force: Force::Must,
        codes: Vec::new(),
        text: String::new(),
    };
    let policy = Policy { clauses: clauses.iter().map(clause).collect(), ..Policy::default() };
    (pages.iter().map(page).collect(), policy)
}

const LIST: &str =
    "# What was published\nindex.html\nrules.html\nrules.html#rules.one\nrules.html#rules.two\n";

/// What is lost from the list above in a handbook with these pages, clauses and redirects.
fn lost(pages: &[&str], clauses: &[(&str, &str)], redirects: &str) -> Vec<String> {
    let (pages, policy) = handbook(pages, clauses);
    let addresses = Addresses::new(&pages, &policy);
    let settings = format!("[output.handbook.redirects]\n{redirects}");
    let (redirects, wrong) = Redirects::read(&settings, pages.len(), &addresses);
    assert!(wrong.is_empty(), "{wrong:?}");
    let (published, wrong) = Published::read(LIST, pages.len());
    assert!(wrong.is_empty(), "{wrong:?}");
    let list = Page { file: "published.txt".to_owned(), text: LIST.to_owned(), ..Page::default() };
    published.lost(pages.len(), &addresses, &redirects).lines(&[pages, vec![list]].concat())
}

const BOTH: [(&str, &str); 2] = [("rules.one", "rules"), ("rules.two", "rules")];

#[test]
fn nothing_is_lost_while_everything_is_there_or_leads_somewhere() {
    let moved = [("rules.one", "new"), ("rules.two", "new")];
    for (pages, clauses, redirects) in [
        (vec!["index", "rules"], &BOTH[..], ""),
        (vec!["index", "rules", "new"], &[BOTH[0], moved[1]][..], ""),
        (vec!["index", "new"], &moved[..], "\"rules.html\" = \"new.html\""),
        (vec!["index", "rules"], &BOTH[..1], "\"rules.html#rules.two\" = \"rules.html#rules.one\""),
        (vec!["index", "rules"], &BOTH[..1], "\"rules.html#rules.two\" = \"https://example.org/\""),
    ] {
        assert_eq!(lost(&pages, clauses, redirects), Vec::<String>::new(), "{pages:?} {redirects}");
    }
}

#[test]
fn a_page_or_a_clause_that_goes_without_a_redirect_is_named_with_what_to_write() {
    assert_eq!(
        lost(&["index", "rules"], &BOTH[..1], ""),
        [
            "published.txt:5:1: the clause `rules.html#rules.two` was published, and now it is gone and leads nowhere (bring it back, or add to [output.handbook.redirects] in book.toml: \"rules.html#rules.two\" = \"the page and clause that take its place\")"
        ]
    );
    // A clause that stands elsewhere is found there; its page has to lead somewhere all the same.
    assert_eq!(
        lost(&["index", "new"], &[("rules.one", "new"), ("rules.two", "new")], ""),
        [
            "published.txt:3:1: the page `rules.html` was published, and now it is gone and leads nowhere (bring it back, or add to [output.handbook.redirects] in book.toml: \"rules.html\" = \"the page that takes its place\")"
        ]
    );
    // Where a page leads says nothing of a clause that is nowhere any more.
    assert_eq!(lost(&["index", "new"], &[("rules.one", "new")], "\"rules.html\" = \"new.html\"").len(), 1);
}

#[test]
fn a_clause_on_another_page_is_led_to_unless_a_redirect_says_otherwise() {
    let (pages, policy) = handbook(&["index", "rules", "new"], &[BOTH[0], ("rules.two", "new")]);
    let addresses = Addresses::new(&pages, &policy);
    let (published, _) = Published::read(LIST, 3);
    for (redirects, expected) in [
        ("", "new.html#rules.two"),
        ("\"rules.html#rules.two\" = \"rules.html#rules.one\"", "rules.html#rules.one"),
    ] {
        let settings = format!("[output.handbook.redirects]\n{redirects}");
        let (redirects, _) = Redirects::read(&settings, 3, &addresses);
        let target = Target::Here(Address::read(expected).unwrap());
        let from = Address::read("rules.html#rules.two").unwrap();
        assert_eq!(published.moved(&addresses, &redirects), [(from, target)]);
    }
}

#[test]
fn the_list_only_grows_and_is_the_same_when_nothing_is_new() {
    let (pages, policy) = handbook(&["index", "added"], &[("added.one", "added")]);
    let addresses = Addresses::new(&pages, &policy);
    let (text, new) = Published::read(LIST, 0).0.with(&addresses);
    assert_eq!(new, 2);
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        lines,
        [
            "added.html",
            "added.html#added.one",
            "index.html",
            "rules.html",
            "rules.html#rules.one",
            "rules.html#rules.two"
        ]
    );
    let (again, wrong) = Published::read(&text, 0);
    assert!(wrong.is_empty());
    assert_eq!(again.with(&addresses), (text, 0));
}

#[test]
fn a_line_that_is_no_address_is_named() {
    let list = "index.html\nrules\n";
    let (_, wrong) = Published::read(list, 0);
    let page = Page { file: "published.txt".to_owned(), text: list.to_owned(), ..Page::default() };
    assert_eq!(
        wrong.lines(&[page]),
        [
            "published.txt:2:1: `rules` is not the address of a page: that ends in `.html` (restore the line: `cargo handbook check --publish` alone writes this file)"
        ]
    );
}
