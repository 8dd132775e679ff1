//! The whole policy on one page: the pages of the policy one after the other, without what they say of the decision aid.
//!
//! It is made from the HTML of those pages, so that it cannot say anything else. A clause keeps its id; other ids get the
//! name of their page in front; headings go down by one level; links to what stands on the page stay on it, and say
//! the number of what they lead to, for readers of paper.
//!
//! It is made from the HTML of the finished pages and not from their Markdown again, so it cannot say anything else. Clauses keep their
//! ids there, other ids get the name of their page in front, and a link says the number of what it leads to, since Chromium can print
//! no page numbers of links.

use crate::site::rewrite::rewrite;
use anyhow::{Context, Result};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, element};
use policy_compiler::{Compiled, Insert, Item, Page};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What of a page is not the policy's own text.
const LEFT_OUT: &str = "head, .site-header, .site-contents, .site-footer, .pages, .rule, .aid-use, .aid-use-switch, .used-by, .policy-note";

/// A page of the policy as a section of the whole.
struct Section<'a> {
    /// The page, from the root of the site.
    url: &'a str,
    /// Its number: what stands before the dot in the numbers of its clauses.
    number: &'a str,
    /// Its id on the page of the whole.
    id: String,
}

/// What can be linked to on the page of the whole: from `page.html` or `page.html#id` to the id there, and what to call it.
type Targets = BTreeMap<String, (String, Option<String>)>;

/// Fills every page that has the block `whole-policy`.
///
/// # Errors
/// A page that cannot be read or written, or is not HTML.
pub(crate) fn fill(site: &Path, compiled: &Compiled, pages: &[Page]) -> Result<()> {
    let here = |items: &policy_compiler::PageItems| {
        items.blocks.iter().any(|block| block.item == Item::Insert(Insert::WholePolicy))
    };
    let wanted: Vec<&Page> =
        compiled.pages.iter().zip(pages).filter(|(items, _)| here(items)).map(|(_, page)| page).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let (text, targets) = sections(site, compiled, pages)?;
    for page in wanted {
        let file = site.join(&page.url);
        let root = "../".repeat(page.url.matches('/').count());
        let linked = with_links(&text, &targets, &root)?;
        let frame = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let fill = element!("[data-fill=whole-policy]", |element| {
            element.remove_attribute("data-fill");
            element.set_inner_content(&linked, ContentType::Html);
            Ok(())
        });
        let filled = rewrite(&frame, [fill])?;
        fs::write(&file, filled).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// The sections one after the other, their links from the root of the site, and what can be linked to in them.
fn sections(site: &Path, compiled: &Compiled, pages: &[Page]) -> Result<(String, Targets)> {
    let mut targets = Targets::new();
    for clause in &compiled.policy.clauses {
        let name = format!("paragraph {}", clause.number);
        targets.insert(format!("{}#{}", clause.page, clause.id), (clause.id.clone(), Some(name)));
    }
    let targets = RefCell::new(targets);
    let mut text = String::new();
    for (items, page) in compiled.pages.iter().zip(pages) {
        let Some(label) = items.labels.first() else { continue };
        let number = compiled.policy[label.clause].number.split('.').next().unwrap_or_default();
        let id = page.url.trim_end_matches(".html").replace('/', "-");
        targets.borrow_mut().insert(page.url.clone(), (id.clone(), Some(format!("section {number}"))));
        let section = Section { url: &page.url, number, id };
        let file = site.join(&page.url);
        let html = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        text += section.cut_out(&html, &targets).with_context(|| format!("the page {}", page.url))?.trim();
        text.push('\n');
    }
    Ok((text, targets.into_inner()))
}

/// A page without its document type, which stands at its very start.
fn without_doctype(page: &str) -> &str {
    match page.trim_start().split_once('>') {
        Some((start, rest)) if start.to_ascii_lowercase().starts_with("<!doctype") => rest,
        _ => page,
    }
}

impl Section<'_> {
    /// The policy's text on a page, as it stands on the page of the whole.
    fn cut_out(&self, page: &str, targets: &RefCell<Targets>) -> Result<String> {
        let handlers = vec![
            element!(LEFT_OUT, |element| {
                element.remove();
                Ok(())
            }),
            element!("html, body, main", |element| {
                element.remove_and_keep_content();
                Ok(())
            }),
            element!("h1, h2, h3, h4, h5", |heading| self.lower(heading)),
            element!("[id]", |element| {
                self.rename(element, &mut targets.borrow_mut());
                Ok(())
            }),
            // mdBook wraps headings whole in links to themselves, by their old ids.
            element!("a.header", |link| {
                link.remove_and_keep_content();
                Ok(())
            }),
            element!("a[href]", |link| {
                let href = link.get_attribute("href").unwrap_or_default();
                Ok(link.set_attribute("href", &from_root(self.url, &href))?)
            }),
        ];
        rewrite(without_doctype(page), handlers)
    }

    /// A heading one level down. The title of the page gets the number of the section.
    fn lower(&self, heading: &mut Element<'_, '_>) -> HandlerResult {
        let level: u8 = heading.tag_name().trim_start_matches('h').parse()?;
        heading.set_tag_name(&format!("h{}", level + 1))?;
        if level == 1 {
            heading.set_attribute("id", &self.id)?;
            let number = format!("<span class=\"section-number\">{}</span> ", self.number);
            heading.prepend(&number, ContentType::Html);
        }
        Ok(())
    }

    /// An id that no other section has, noted with the one it had.
    fn rename(&self, element: &mut Element<'_, '_>, targets: &mut Targets) {
        let Some(old) = element.get_attribute("id") else { return };
        let address = format!("{}#{old}", self.url);
        if element.tag_name() == "main" || old == self.id || targets.contains_key(&address) {
            return;
        }
        let new = format!("{}--{old}", self.id);
        // The name is made of letters, figures and hyphens, as the ids of mdBook are.
        element.set_attribute("id", &new).ok();
        targets.insert(address, (new, None));
    }
}

/// The sections with their links as they lead from a page whose way to the root of the site is `root`.
fn with_links(text: &str, targets: &Targets, root: &str) -> Result<String> {
    let link = element!("a[href]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        if leads_out(&href) {
            return Ok(());
        }
        let Some((id, name)) = targets.get(&href) else {
            return Ok(link.set_attribute("href", &format!("{root}{href}"))?);
        };
        link.set_attribute("href", &format!("#{id}"))?;
        // The number of a clause, and a link that is nothing but one, say it already.
        let says_it = link.get_attribute("class").is_some_and(|class| class.starts_with("clause-"));
        if let Some(name) = name.as_ref().filter(|_| !says_it) {
            link.after(&format!(" <span class=\"reference\">({name})</span>"), ContentType::Html);
        }
        Ok(())
    });
    rewrite(text, [link])
}

/// Whether an address leads out of the site.
fn leads_out(href: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:", "//"].iter().any(|scheme| href.starts_with(scheme))
}

/// An address on a page, from the root of the site.
fn from_root(page: &str, href: &str) -> String {
    if leads_out(href) {
        return href.to_owned();
    }
    if href.starts_with('#') {
        return format!("{page}{href}");
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{Section, Targets, from_root, with_links};
    use std::cell::RefCell;

    #[test]
    fn an_address_is_the_same_from_the_root() {
        for (page, href, expected) in [
            ("policy/reports.html", "#reports.lessons", "policy/reports.html#reports.lessons"),
            ("policy/reports.html", "objectives.html", "policy/objectives.html"),
            ("policy/reports.html", "../about/source.html#codes", "about/source.html#codes"),
            ("start.html", "policy/reports.html", "policy/reports.html"),
            ("policy/reports.html", "https://example.org/a/../b", "https://example.org/a/../b"),
        ] {
            assert_eq!(from_root(page, href), expected, "{href} on {page}");
        }
    }

    #[test]
    fn a_page_becomes_a_section() {
        let clause = ("a-clause".to_owned(), Some("paragraph 3.1".to_owned()));
        let targets = RefCell::new(Targets::from([
            ("policy/fees.html#a-clause".to_owned(), clause),
            ("policy/fees.html".to_owned(), ("policy-fees".to_owned(), Some("section 3".to_owned()))),
        ]));
        let section = Section { url: "policy/fees.html", number: "3", id: "policy-fees".to_owned() };
        let page = "<!doctype html><html><head><title>Fees</title></head><body><main id=\"main\">\
            <h1 id=\"fees\"><a class=\"header\" href=\"#fees\">Fees</a></h1>\
            <p><span id=\"a-clause\"></span>See <a href=\"#why\">why</a>, <a class=\"clause-link\" href=\"#a-clause\">3.1</a>, <a href=\"fees.html#a-clause\">it</a> \
            and <a href=\"../start.html\">start</a>.<span class=\"used-by\">In the aid</span></p>\
            <h2 id=\"why\">Why</h2><details class=\"rule\">A rule</details></main></body></html>";
        let cut = section.cut_out(page, &targets).unwrap();
        let shown = with_links(&cut, &targets.borrow(), "../").unwrap();
        assert_eq!(
            shown,
            "<h2 id=\"policy-fees\"><span class=\"section-number\">3</span> Fees</h2>\
            <p><span id=\"a-clause\"></span>See <a href=\"#policy-fees--why\">why</a>, <a class=\"clause-link\" href=\"#a-clause\">3.1</a>, <a href=\"#a-clause\">it</a> \
            <span class=\"reference\">(paragraph 3.1)</span> and <a href=\"../start.html\">start</a>.</p>\
            <h3 id=\"policy-fees--why\">Why</h3>"
        );
    }
}
