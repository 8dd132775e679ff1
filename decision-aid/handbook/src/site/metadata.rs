//! What makes the pages findable: the search, and what each page says of itself to those who list it elsewhere.

mod changed;
mod head;
mod sitemap;

use crate::book::LoadedBook;
use crate::book::compile::CompiledBook;
use crate::markup::Site;
use crate::settings;
use crate::site::delivery::NOT_FOUND;
use crate::site::page_text::PageText;
use crate::site::rewrite::Handler;
use crate::site::search::Search;
use anyhow::{Context, Result};
use changed::Day;
pub(crate) use changed::History;
use head::{CanonicalUrl, Head};
use lol_html::element;
use lol_html::html_content::{ContentType, Element};
use maud::{Markup, html};
use policy_compiler::{Item, Page, PageItems};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is known of all pages once mdBook has set them.
pub(crate) struct Metadata<'a> {
    head: Head<'a>,
    /// What each page of the book says, in the order of the book, and the page for wrong addresses last.
    texts: Vec<(String, PageText)>,
    days: BTreeMap<String, Day>,
    search: Search,
}

impl<'a> Metadata<'a> {
    /// Reads the pages in the folder of a site. `changes` are the days on which those changed that they were made from.
    ///
    /// # Errors
    /// A page that cannot be read, or a synonym that stands for nothing.
    pub(crate) fn read(
        folder: &Path,
        book: &'a CompiledBook,
        site: &Site<'a>,
        changes: BTreeMap<String, Day>,
    ) -> Result<Self> {
        let LoadedBook { root, config, .. } = &book.book;
        let urls = site.pages.iter().map(|page| page.url.as_str());
        let not_found = folder.join(NOT_FOUND).is_file().then_some(NOT_FOUND);
        let mut texts = Vec::new();
        for url in urls.chain(not_found) {
            let html = fs::read_to_string(folder.join(url)).with_context(|| format!("cannot read {url}"))?;
            texts.push((url.to_owned(), PageText::read(&html)));
        }
        let head = Head {
            site: CanonicalUrl::new(site.settings),
            title: book.title(),
            language: config.book.language.as_deref().unwrap_or("en"),
            council: &site.settings.council,
        };
        let days = days(&changes, &config.book.src, site);
        let search = Search::new(site, &texts, settings::file(root)?, book.book.audience.is_none())?;
        Ok(Self { head, texts, days, search })
    }

    /// Writes the files of the search, and where the address of the site is known the list of its pages.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        self.search.write(folder)?;
        let Some(site) = &self.head.site else { return Ok(()) };
        let chapters = self.texts.iter().map(|(url, _)| url.as_str()).filter(|url| *url != NOT_FOUND);
        let pages = chapters.map(|url| (url, self.days.get(url)));
        for (name, text) in
            [("sitemap.xml", sitemap::sitemap(site, pages)), ("robots.txt", sitemap::robots(site))]
        {
            fs::write(folder.join(name), text).with_context(|| format!("cannot write {name}"))?;
        }
        Ok(())
    }

    /// What finishes the page at `url`, whose way to the root of the site is `root`.
    pub(crate) fn handlers<'h>(&'h self, url: &str, root: &'h str) -> Vec<Handler<'h>> {
        let page = self.texts.iter().find(|(of, _)| of == url).map(|(_, page)| page);
        let description = page.and_then(PageText::description);
        let day = self.days.get(url);
        let about = page.zip(description.as_deref()).filter(|_| url != NOT_FOUND);
        let head = about.map(|(page, description)| self.head.of(url, page, description, day));
        let changed = day.map(last_changed);
        vec![
            element!("meta[name=description]", move |meta: &mut Element<'_, '_>| {
                description.iter().try_for_each(|description| meta.set_attribute("content", description))?;
                Ok(())
            }),
            element!("head", move |element: &mut Element<'_, '_>| {
                if let Some(head) = &head {
                    element.append(&head.0, ContentType::Html);
                }
                let script = self.search.script(root);
                element.append(&script.0, ContentType::Html);
                Ok(())
            }),
            element!("search.site-search", move |element: &mut Element<'_, '_>| self
                .search
                .fill(element, root)),
            element!("[data-fill=changed]", move |line: &mut Element<'_, '_>| {
                line.remove_attribute("data-fill");
                match &changed {
                    Some(changed) => line.set_inner_content(&changed.0, ContentType::Html),
                    None => line.remove(),
                }
                Ok(())
            }),
        ]
    }
}

fn last_changed(day: &Day) -> Markup {
    html! { "This page last changed on " time datetime=(day.iso()) { (day.in_words()) } }
}

/// The day of each page's last change, by its address. A page that the handbook writes itself is made from all the
/// others, and changes with the last of them.
fn days(files: &BTreeMap<String, Day>, src: &Path, site: &Site<'_>) -> BTreeMap<String, Day> {
    let src = format!("{}/", src.display().to_string().replace('\\', "/"));
    let of = |page: &Page| files.get(page.file.strip_prefix(&src).unwrap_or(&page.file)).cloned();
    let known: Option<Vec<Day>> = site.pages.iter().map(of).collect();
    let last = known.and_then(|days| days.into_iter().max());
    let day = |(page, items): (&Page, &PageItems)| {
        let made = items.blocks.iter().any(|block| matches!(block.item, Item::Insert(_)));
        Some((page.url.clone(), if made { last.clone() } else { of(page) }?))
    };
    site.pages.iter().zip(&site.compiled.pages).filter_map(day).collect()
}
