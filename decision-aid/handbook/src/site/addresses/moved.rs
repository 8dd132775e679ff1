//! What stands in the places of pages and clauses that have moved, and the check that none of them was lost.

use crate::not_built::NotBuilt;
use crate::site::addresses::address::{Address, Addresses};
use crate::site::addresses::published::{self, Published};
use crate::site::addresses::redirects::{Redirects, Target};
use anyhow::{Context, Result};
use maud::{Markup, html};
use policy::Policy;
use policy_compiler::{Diagnostic, Diagnostics, Page};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Everything that has moved, and the files that say so.
pub(crate) struct Moved {
    /// The old addresses in order, and where each leads.
    entries: Vec<Entry>,
    published: Published,
    redirects: Redirects,
    /// `book.toml` and `published.txt`, to be named in a report after the pages.
    files: [Page; 2],
    wrong: Diagnostics,
}

struct Entry {
    from: Address,
    to: Target,
    /// What the target is called.
    name: String,
}

impl Moved {
    /// Reads what has moved from the folder of a book.
    ///
    /// # Errors
    /// A file cannot be read.
    pub(crate) fn read(book: &Path, pages: &[Page], policy: &Policy) -> Result<Self> {
        let file = |name: &str, text| Page { file: name.to_owned(), text, ..Page::default() };
        let settings = read(book, "book.toml")?;
        let list = read(book, published::FILE)?;
        let addresses = Addresses::new(pages, policy);
        let (redirects, mut wrong) = Redirects::read(&settings, pages.len(), &addresses);
        let (published, wrong_lines) = Published::read(&list, pages.len() + 1);
        wrong_lines.iter().for_each(|diagnostic| wrong.push(diagnostic.clone()));
        let moved = published.moved(&addresses, &redirects);
        let name = |to: &Target| match to {
            Target::Here(address) => addresses.name(address),
            Target::Elsewhere(url) => url.clone(),
        };
        let entries =
            moved.into_iter().map(|(from, to)| Entry { name: name(&to), from, to }).collect::<Vec<_>>();
        let files = [file("book.toml", settings), file(published::FILE, list)];
        Ok(Self { entries, published, redirects, files, wrong })
    }

    /// What is wrong with the redirects and the list.
    pub(crate) fn wrong(&self) -> &Diagnostics {
        &self.wrong
    }

    /// The published addresses that are gone and lead nowhere.
    pub(crate) fn lost(&self, pages: &[Page], policy: &Policy) -> Diagnostics {
        self.published.lost(pages.len() + 1, &Addresses::new(pages, policy), &self.redirects)
    }

    /// What is wrong where the list has lost lines that git knows.
    pub(crate) fn cut(&self, book: &Path, pages: &[Page]) -> Option<Diagnostic> {
        self.published.cut(book, pages.len() + 1)
    }

    /// Passes where nothing is wrong with the pages, or with the files that say what has moved, which have the numbers after
    /// them in a report.
    ///
    /// # Errors
    /// [`NotBuilt`] with all that is wrong.
    pub(crate) fn refuse(&self, wrong: &Diagnostics, pages: &[Page]) -> Result<()> {
        if wrong.is_empty() {
            return Ok(());
        }
        let files: Vec<Page> = pages.iter().chain(&self.files).cloned().collect();
        Err(NotBuilt::new(wrong, &files).into())
    }

    /// Adds every address of today to the list, and says how many were new.
    ///
    /// # Errors
    /// The list cannot be written.
    pub(crate) fn publish(&self, book: &Path, pages: &[Page], policy: &Policy) -> Result<usize> {
        let (text, new) = self.published.with(&Addresses::new(pages, policy));
        let file = book.join(published::FILE);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(new)
    }

    /// How many addresses of today are not on the list. A book without a list was never published.
    pub(crate) fn unpublished(&self, pages: &[Page], policy: &Policy) -> usize {
        if self.published.is_empty() { 0 } else { self.published.with(&Addresses::new(pages, policy)).1 }
    }

    /// Each page that is gone, and where it leads, from the root of the site.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &Target)> {
        let pages = self.entries.iter().filter(|entry| entry.from.clause.is_none());
        pages.map(|entry| (entry.from.page.as_str(), &entry.to))
    }

    /// What stands on a page in the places of clauses that were there. The anchor leads to it, and a link on.
    pub(crate) fn clauses(&self, page: &str) -> Markup {
        let here = |entry: &&Entry| entry.from.page == page;
        html! {
            @for entry in self.entries.iter().filter(here) {
                @if let Some(clause) = &entry.from.clause {
                    p class="moved" id=(clause) {
                        "A paragraph that stood here has moved: it is now " a href=(way(page, &entry.to)) { (entry.name) } "."
                    }
                }
            }
        }
    }
}

/// The link to a target from a page.
pub(crate) fn way(page: &str, target: &Target) -> String {
    match target {
        Target::Here(address) => address.way_from(page),
        Target::Elsewhere(url) => url.clone(),
    }
}

/// The text of a file of a book; empty where it is not there, since a book may have published nothing.
fn read(book: &Path, name: &str) -> Result<String> {
    let path = book.join(name);
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read.with_context(|| format!("cannot read {}", path.display())),
    }
}
