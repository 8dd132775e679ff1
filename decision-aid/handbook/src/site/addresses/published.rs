//! Every page and clause that was ever published, in the committed file `published.txt`: none of them may go without
//! leading on to what takes its place.

use crate::book::folder::BYTE_ORDER_MARK;
use crate::git;
use crate::site::addresses::address::{Address, Addresses};
use crate::site::addresses::redirects::{Redirects, Target};
use policy_compiler::{Diagnostic, Diagnostics, Place};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// The name of the file, beside `book.toml`.
pub(crate) const FILE: &str = "published.txt";

/// What the file says of itself.
const INTRODUCTION: &str = "\
# Every page and clause that was ever published, an address a line. Links to them stand in letters and on other websites.
# `cargo handbook check --publish` adds to this file; nothing is ever taken out. One that goes needs a redirect in book.toml.
";

/// The addresses that were published.
pub(crate) struct Published {
    lines: Vec<(Address, Range<usize>)>,
}

impl Published {
    /// Reads the text of the file, which has the number `file` in the report.
    pub(crate) fn read(text: &str, file: usize) -> (Self, Diagnostics) {
        let mut wrong = Diagnostics::default();
        let mut lines = Vec::new();
        let text_start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
        let mut start = text_start;
        for line in text[text_start..].split_inclusive('\n') {
            let entry = line.trim();
            let span = start..start + entry.len();
            start += line.len();
            if entry.is_empty() || entry.starts_with('#') {
                continue;
            }
            match Address::read(entry) {
                Ok(address) => lines.push((address, span)),
                Err(why) => wrong.push(
                    Diagnostic::new(Place::new(file, span), format!("`{entry}` {why}"))
                        .help("restore the line: `cargo handbook check --publish` alone writes this file"),
                ),
            }
        }
        (Self { lines }, wrong)
    }

    /// Whether nothing was ever published.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is wrong where an address that git knows to have stood in the file is not in it any more. A book that stands in no
    /// repository, or whose list was never committed, has lost none.
    pub(crate) fn cut(&self, book: &Path, file: usize) -> Option<Diagnostic> {
        let here: BTreeSet<&Address> = self.lines.iter().map(|(address, _)| address).collect();
        let missing: Vec<Address> =
            committed(book)?.into_iter().filter(|address| !here.contains(address)).collect();
        let first = missing.first()?;
        let newest = git::said(book, &["log", "-1", "--format=%h", "--diff-filter=AM", "--", FILE])?;
        let message = match missing.len() - 1 {
            0 => format!("the line `{first}` stood in this file, and is gone"),
            more => {
                format!("the line `{first}` stood in this file, and is gone, and {more} more lines with it")
            }
        };
        let help = format!(
            "bring back what is gone: `git diff {newest} -- {FILE}` shows it, `git checkout {newest} -- {FILE}` restores the file"
        );
        Some(Diagnostic::new(Place::new(file, 0..0), message).help(help))
    }

    /// The addresses that are gone and lead nowhere.
    pub(crate) fn lost(&self, file: usize, addresses: &Addresses<'_>, redirects: &Redirects) -> Diagnostics {
        let mut lost = Diagnostics::default();
        for (address, span) in &self.lines {
            if addresses.has(address) || lead(address, addresses, redirects).is_some() {
                continue;
            }
            let (what, instead) = match &address.clause {
                None => ("page", "the page that takes its place"),
                Some(_) => ("clause", "the page and clause that take its place"),
            };
            let message =
                format!("the {what} `{address}` was published, and now it is gone and leads nowhere");
            let help = format!(
                "bring it back, or add to [output.handbook.redirects] in book.toml: \"{address}\" = \"{instead}\""
            );
            lost.push(Diagnostic::new(Place::new(file, span.clone()), message).help(help));
        }
        lost
    }

    /// Where each address that has moved leads: as a redirect says, or to where its clause stands now.
    pub(crate) fn moved(&self, addresses: &Addresses<'_>, redirects: &Redirects) -> Vec<(Address, Target)> {
        let gone = self.lines.iter().map(|(address, _)| address).filter(|address| !addresses.has(address));
        let led = gone.filter_map(|address| Some((address.clone(), lead(address, addresses, redirects)?)));
        let set = redirects.targets.iter().map(|(from, to)| (from.clone(), to.clone()));
        let mut moved: Vec<_> = led.chain(set).collect();
        moved.sort_by(|left, right| left.0.cmp(&right.0));
        moved.dedup_by(|left, right| left.0 == right.0);
        moved
    }

    /// The text of the file with every address of today in it, and how many are new. Those of before stay.
    pub(crate) fn with(&self, addresses: &Addresses<'_>) -> (String, usize) {
        let before: BTreeSet<Address> = self.lines.iter().map(|(address, _)| address.clone()).collect();
        let all: BTreeSet<Address> = addresses.all().chain(before.iter().cloned()).collect();
        let new = all.len() - before.len();
        let lines = all.into_iter().map(|address| format!("{address}\n"));
        (lines.fold(INTRODUCTION.to_owned(), |text, line| text + &line), new)
    }
}

/// Every address that was ever committed in the list of a book, as far as git knows. Nothing where git is not there.
fn committed(book: &Path) -> Option<BTreeSet<Address>> {
    let log = [
        "log",
        "-p",
        "--unified=0",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-renames",
        "--format=",
        "--",
        FILE,
    ];
    let changes = git::said(book, &log)?;
    let added = changes.lines().filter_map(|line| line.strip_prefix('+'));
    Some(added.filter_map(|line| Address::read(line.trim()).ok()).collect())
}

/// Where an address that is gone leads.
fn lead(address: &Address, addresses: &Addresses<'_>, redirects: &Redirects) -> Option<Target> {
    let set = redirects.targets.get(address).cloned();
    set.or_else(|| addresses.of_clause(address.clause.as_deref()?).map(Target::Here))
}

#[cfg(test)]
#[path = "published/tests.rs"]
pub(super) mod tests;
