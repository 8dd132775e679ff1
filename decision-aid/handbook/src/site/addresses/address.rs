//! Addresses on the site: a page from its root, and a clause on it; and which of them there are.

use policy::{Clause, Policy};
use policy_compiler::Page;
use std::collections::BTreeMap;
use std::fmt;

/// An address on the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address {
    /// The page, from the root of the site: `policy/reports.html`.
    pub(crate) page: String,
    /// The clause on it, by its id.
    pub(crate) clause: Option<String>,
}

impl Address {
    /// The address of a page.
    pub(crate) fn of_page(page: &str) -> Self {
        Self { page: page.to_owned(), clause: None }
    }

    /// The address of a clause.
    fn of_clause(clause: &Clause) -> Self {
        Self { page: clause.page.clone(), clause: Some(clause.id.clone()) }
    }

    /// Reads `page.html` or `page.html#clause`.
    ///
    /// It becomes the name of a file and stands in the settings of web servers, so it may neither leave the site nor hold
    /// a character that means something there.
    ///
    /// # Errors
    /// Why the text is no address, in words that follow it.
    pub(crate) fn read(text: &str) -> Result<Self, &'static str> {
        let (page, clause) = text.split_once('#').map_or((text, None), |(page, clause)| (page, Some(clause)));
        let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c));
        if !page.ends_with(".html") {
            return Err("is not the address of a page: that ends in `.html`");
        }
        if page.split('/').any(|part| matches!(part, "" | "." | "..") || !plain(part)) {
            return Err(
                "is not an address from the root of the site: that has letters, digits and hyphens, such as `policy/reports.html`",
            );
        }
        if clause.is_some_and(|clause| clause.is_empty() || !plain(clause)) {
            return Err("has no clause's id after its `#`");
        }
        Ok(Self { page: page.to_owned(), clause: clause.map(str::to_owned) })
    }

    /// The way to this address from a page.
    pub(crate) fn way_from(&self, page: &str) -> String {
        format!("{}{self}", "../".repeat(page.matches('/').count()))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.page)?;
        self.clause.iter().try_for_each(|clause| write!(f, "#{clause}"))
    }
}

/// The addresses that a handbook has now.
pub(crate) struct Addresses<'a> {
    pages: BTreeMap<&'a str, &'a Page>,
    clauses: BTreeMap<&'a str, &'a Clause>,
}

impl<'a> Addresses<'a> {
    pub(crate) fn new(pages: &'a [Page], policy: &'a Policy) -> Self {
        Self {
            pages: pages.iter().map(|page| (page.url.as_str(), page)).collect(),
            clauses: policy.clauses.iter().map(|clause| (clause.id.as_str(), clause)).collect(),
        }
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = Address> {
        let pages = self.pages.keys().map(|page| Address::of_page(page));
        pages.chain(self.clauses.values().map(|clause| Address::of_clause(clause)))
    }

    pub(crate) fn has_page(&self, page: &str) -> bool {
        self.pages.contains_key(page)
    }

    pub(crate) fn has(&self, address: &Address) -> bool {
        match &address.clause {
            None => self.has_page(&address.page),
            Some(id) => self.clauses.get(id.as_str()).is_some_and(|clause| clause.page == address.page),
        }
    }

    /// Where a clause stands now: an id is never given twice, so it is the same clause wherever it stands.
    pub(crate) fn of_clause(&self, id: &str) -> Option<Address> {
        self.clauses.get(id).map(|clause| Address::of_clause(clause))
    }

    /// What to call an address: the number of its clause, and the title of its page.
    pub(crate) fn name(&self, address: &Address) -> String {
        let title = self.pages.get(address.page.as_str()).map_or(address.page.as_str(), |page| title(page));
        match address.clause.as_deref().and_then(|id| self.clauses.get(id)) {
            Some(clause) => format!("paragraph {} of “{title}”", clause.number),
            None => format!("“{title}”"),
        }
    }
}

/// The heading that opens a page.
fn title(page: &Page) -> &str {
    page.text.lines().find_map(|line| line.strip_prefix("# ")).map_or(page.url.as_str(), str::trim)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn an_address_is_a_page_of_the_site_and_may_name_a_clause() {
        for (text, page, clause) in [
            ("index.html", "index.html", None),
            ("policy/reports.html#reports.lessons", "policy/reports.html", Some("reports.lessons")),
        ] {
            let address = Address::read(text).unwrap();
            assert_eq!((address.page.as_str(), address.clause.as_deref()), (page, clause));
            assert_eq!(address.to_string(), text);
        }
    }

    #[test]
    fn what_leaves_the_site_or_means_something_to_a_server_is_no_address() {
        for text in [
            "",
            "reports",
            "/policy/reports.html",
            "../reports.html",
            "policy/./reports.html",
            "policy//reports.html",
            "policy\\reports.html",
            "policy/the reports.html",
            "a;b.html",
            "$a.html",
            "\"a.html",
            "a.html#",
            "a.html#b c",
            "a.html#b#c",
        ] {
            assert!(Address::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_way_from_a_page_in_a_folder_leads_up_first() {
        let address = Address::read("policy/reports.html#reports.lessons").unwrap();
        assert_eq!(address.way_from("index.html"), "policy/reports.html#reports.lessons");
        assert_eq!(address.way_from("old/b/c.html"), "../../policy/reports.html#reports.lessons");
    }
}
