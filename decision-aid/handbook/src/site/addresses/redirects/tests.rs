//! Which redirects are followed, and what is said of those that cannot be.

use super::{Redirects, Target};
use crate::site::addresses::address::{Address, Addresses};
use policy::{Clause, Policy};
use policy_compiler::Page;

/// A handbook with two pages and a clause.
fn handbook() -> (Vec<Page>, Policy) {
    crate::site::addresses::published::tests::handbook(
        &["index", "policy/reports"],
        &[("reports.lessons", "policy/reports")],
    )
}

/// The redirects in the lines of the section, and what is wrong with them.
fn read(lines: &str) -> (Redirects, Vec<String>) {
    let (pages, policy) = handbook();
    let text = format!("[book]\ntitle = \"A\"\n[output.handbook.redirects]\n{lines}\n");
    let (redirects, wrong) = Redirects::read(&text, 2, &Addresses::new(&pages, &policy));
    let settings = Page { file: "book.toml".to_owned(), text, ..Page::default() };
    (redirects, wrong.lines(&[pages, vec![settings]].concat()))
}

#[test]
fn a_page_and_a_clause_lead_to_a_page_a_clause_or_another_website() {
    let (redirects, wrong) = read(
        "\"old.html\" = \"policy/reports.html\"\n\"old.html#a.b\" = \"policy/reports.html#reports.lessons\"\n\"index.html#c.d\" = \"https://example.org/x?y#z\"",
    );
    assert_eq!(wrong, Vec::<String>::new());
    let here = |text| Target::Here(Address::read(text).unwrap());
    let target = |text| redirects.targets.get(&Address::read(text).unwrap()).cloned();
    assert_eq!(target("old.html"), Some(here("policy/reports.html")));
    assert_eq!(target("old.html#a.b"), Some(here("policy/reports.html#reports.lessons")));
    assert_eq!(target("index.html#c.d"), Some(Target::Elsewhere("https://example.org/x?y#z".to_owned())));
}

#[test]
fn what_cannot_be_followed_is_named_with_its_line_and_a_fix() {
    for (lines, expected) in [
        (
            "\"index.html\" = \"policy/reports.html\"",
            "book.toml:4:1: `index.html` is still there, so nobody would be sent on from it (take this line away, or the page or clause itself)",
        ),
        (
            "\"old.html#a.b\" = \"index.html\"",
            "book.toml:4:1: `old.html#a.b` is on a page that is gone and that itself leads nowhere (say where the page leads too: \"old.html\" = \"…\")",
        ),
        (
            "\"old.html\" = \"policy/report.html\"",
            "book.toml:4:14: there is no page `policy/report.html` to lead to (give a page from the root of the site, such as \"policy/reports.html\", with `#` and a clause's id where it is one)",
        ),
        (
            "\"old.html\" = \"index.html#reports.lessons\"",
            "book.toml:4:14: there is no clause `index.html#reports.lessons` to lead to (that clause stands elsewhere: write \"policy/reports.html#reports.lessons\")",
        ),
        (
            "\"older.html\" = \"old.html\"\n\"old.html\" = \"index.html\"",
            "book.toml:4:16: there is no page `old.html` to lead to (it has moved on itself: write \"index.html\")",
        ),
        (
            "\"../old.html\" = \"index.html\"",
            "book.toml:4:1: `../old.html` is not an address from the root of the site: that has letters, digits and hyphens, such as `policy/reports.html`",
        ),
        (
            "\"old.html\" = \"https://example.org/\\\"; return 200\"",
            "book.toml:4:14: `https://example.org/\"; return 200` has a character that no web address has, or that servers read as their own (write it as the address bar of a browser shows it)",
        ),
    ] {
        assert_eq!(read(lines).1, [expected], "{lines}");
    }
}

#[test]
fn the_clause_of_a_page_has_an_address() {
    let (pages, policy) = handbook();
    let Clause { id, page, .. } = &policy.clauses[0];
    let addresses = Addresses::new(&pages, &policy);
    assert_eq!(
        addresses.name(&Address::read(&format!("{page}#{id}")).unwrap()),
        "paragraph 1.1 of “Policy/reports”"
    );
}
