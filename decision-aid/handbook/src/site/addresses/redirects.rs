//! The redirects that `book.toml` sets: old addresses, and where each leads now.

use crate::site::addresses::address::{Address, Addresses};
use policy_compiler::{Diagnostic, Diagnostics, Place};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Where an old address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// To another page or clause of the handbook.
    Here(Address),
    /// To another website.
    Elsewhere(String),
}

/// The redirects of a handbook that can be followed.
#[derive(Debug, Default)]
pub(crate) struct Redirects {
    pub(crate) targets: BTreeMap<Address, Target>,
}

/// The part of `book.toml` that they stand in.
#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    output: Output,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Output {
    handbook: Handbook,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Handbook {
    redirects: BTreeMap<Spanned<String>, Spanned<String>>,
}

impl Redirects {
    /// Reads the text of `book.toml`, which has the number `file` in the report.
    pub(crate) fn read(text: &str, file: usize, addresses: &Addresses<'_>) -> (Self, Diagnostics) {
        // What is wrong with the settings as such was said when they were loaded.
        let File { output: Output { handbook: Handbook { redirects } } } =
            toml::from_str(text).unwrap_or_default();
        let mut wrong = Diagnostics::default();
        let at = |text: &Spanned<String>| Place::new(file, text.span());
        let mut entries = Vec::new();
        for (from, to) in &redirects {
            match Address::read(from.as_ref()) {
                Ok(address) => entries.push((address, from, to)),
                Err(why) => wrong.push(Diagnostic::new(at(from), format!("`{}` {why}", from.as_ref()))),
            }
        }
        let froms: BTreeMap<&Address, &str> =
            entries.iter().map(|(address, _, to)| (address, to.as_ref().as_str())).collect();
        let mut targets = BTreeMap::new();
        for (address, from, to) in &entries {
            let from_fault = wrong_source(address, addresses, &froms);
            from_fault.into_iter().for_each(|fault| wrong.push(fault.at(at(from))));
            match target(to.as_ref(), addresses, &froms) {
                Ok(target) => drop(targets.insert(address.clone(), target)),
                Err(fault) => wrong.push(fault.at(at(to))),
            }
        }
        (Self { targets }, wrong)
    }
}

/// What is wrong with an end of a redirect, and the likely fix.
struct Fault {
    message: String,
    help: String,
}

impl Fault {
    fn at(self, place: Place) -> Diagnostic {
        Diagnostic::new(place, self.message).help(self.help)
    }
}

fn wrong_source(
    from: &Address,
    addresses: &Addresses<'_>,
    froms: &BTreeMap<&Address, &str>,
) -> Option<Fault> {
    if addresses.has(from) {
        return Some(Fault {
            message: format!("`{from}` is still there, so nobody would be sent on from it"),
            help: "take this line away, or the page or clause itself".to_owned(),
        });
    }
    let page = Address::of_page(&from.page);
    (!addresses.has(&page) && !froms.contains_key(&page)).then(|| Fault {
        message: format!("`{from}` is on a page that is gone and that itself leads nowhere"),
        help: format!("say where the page leads too: \"{page}\" = \"…\""),
    })
}

fn target(to: &str, addresses: &Addresses<'_>, froms: &BTreeMap<&Address, &str>) -> Result<Target, Fault> {
    if to.starts_with("https://") || to.starts_with("http://") {
        return elsewhere(to);
    }
    let example = "give a page from the root of the site, such as \"policy/reports.html\", with `#` and a clause's id where it is one";
    let address = Address::read(to)
        .map_err(|why| Fault { message: format!("`{to}` {why}"), help: example.to_owned() })?;
    if addresses.has(&address) {
        return Ok(Target::Here(address));
    }
    let help = match (froms.get(&address), address.clause.as_deref().and_then(|id| addresses.of_clause(id))) {
        (Some(next), _) => format!("it has moved on itself: write \"{next}\""),
        (None, Some(there)) => format!("that clause stands elsewhere: write \"{there}\""),
        (None, None) => example.to_owned(),
    };
    let what = if address.clause.is_some() { "clause" } else { "page" };
    Err(Fault { message: format!("there is no {what} `{to}` to lead to"), help })
}

/// An address on the web. It stands in the settings of web servers, so it holds nothing that ends a text there.
fn elsewhere(url: &str) -> Result<Target, Fault> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!&()*+,=%".contains(c);
    if url.chars().all(plain) {
        Ok(Target::Elsewhere(url.to_owned()))
    } else {
        Err(Fault {
            message: format!(
                "`{url}` has a character that no web address has, or that servers read as their own"
            ),
            help: "write it as the address bar of a browser shows it".to_owned(),
        })
    }
}

#[cfg(test)]
#[path = "redirects/tests.rs"]
mod tests;
