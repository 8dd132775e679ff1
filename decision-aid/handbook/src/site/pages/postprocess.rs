//! Finishes the pages that mdBook wrote: fills in what its templates cannot know, and removes what the site does
//! not use.

use crate::settings::Settings;
use crate::site::delivery::Delivery;
use crate::site::files::files;
use crate::site::metadata::Metadata;
use crate::site::pages::navigation::Navigation;
use crate::site::pages::{app_page, branding, mdbook_html, page_contents, start_page};
use crate::site::rewrite::{Handler, rewrite};
use anyhow::{Context, Result};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, element};
use maud::{Markup, html};
use std::fs;
use std::path::Path;

/// Files that mdBook writes for every book and that these pages never load: before and after their hash.
const UNUSED: [(&str, &str); 7] = [
    ("ayu-highlight-", ".css"),
    ("book-", ".js"),
    ("clipboard-", ".min.js"),
    ("highlight-", ".css"),
    ("highlight-", ".js"),
    ("toc-", ".js"),
    ("tomorrow-night-", ".css"),
];

/// Finishes every page in the folder of a site.
pub(crate) fn postprocess(
    site: &Path,
    navigation: &Navigation,
    settings: &Settings,
    style: &str,
    delivery: &Delivery,
    metadata: &Metadata<'_>,
    live_reload: bool,
) -> Result<()> {
    for url in files(site)?.into_iter().filter(|file| file.ends_with(".html")) {
        let file = site.join(&url);
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let root = delivery.root(&url);
        let page =
            Page { url: &url, root: &root, navigation, settings, style, delivery, metadata, live_reload };
        let finished = page.finish(&text).with_context(|| format!("the page {url}"))?;
        fs::write(&file, finished).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// Removes what mdBook wrote and no page loads.
pub(crate) fn remove_unused(site: &Path) -> Result<()> {
    let hash = |name: &str| name.len() == 8 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    let unused = |name: &str| {
        let between = |(before, after): &(&str, &str)| name.strip_prefix(before)?.strip_suffix(after);
        name == "toc.html" || UNUSED.iter().filter_map(between).any(hash)
    };
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(unused) {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

/// Removes folders in which no page is left, so that a site for some readers does not name those of others.
pub(crate) fn remove_empty_folders(site: &Path) -> Result<()> {
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_empty_folders(&path)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path).with_context(|| format!("cannot remove {}", path.display()))?;
            }
        }
    }
    Ok(())
}

/// Takes an element of the theme out, or the attribute that says when to.
fn keep_if(element: &mut Element<'_, '_>, attribute: &str, keep: bool) -> HandlerResult {
    element.remove_attribute(attribute);
    if !keep {
        element.remove();
    }
    Ok(())
}

struct Page<'a> {
    url: &'a str,
    root: &'a str,
    navigation: &'a Navigation,
    settings: &'a Settings,
    style: &'a str,
    delivery: &'a Delivery,
    metadata: &'a Metadata<'a>,
    live_reload: bool,
}

impl Page<'_> {
    fn finish(&self, page: &str) -> Result<String> {
        let handlers = self
            .filled()
            .into_iter()
            .chain(self.conditional())
            .chain(self.branding())
            .chain(mdbook_html::mended())
            .chain(self.delivery.handlers(self.url))
            .chain(self.metadata.handlers(self.url, self.root))
            .chain(app_page::handlers(page))
            .chain(page_contents::handler(page)?)
            .chain(start_page::handlers());
        rewrite(page, handlers)
    }

    /// What the theme leaves empty for the build to fill in.
    fn filled(&self) -> Vec<Handler<'_>> {
        let fill = |markup: Markup| {
            move |element: &mut Element<'_, '_>| {
                element.remove_attribute("data-fill");
                element.set_inner_content(&markup.0, ContentType::Html);
                Ok(())
            }
        };
        vec![
            element!("[data-fill=contents]", fill(self.navigation.list(self.url, self.root))),
            element!("[data-fill=parts]", |parts| {
                parts.remove_attribute("data-fill");
                match self.navigation.parts(self.url, self.root) {
                    Some(links) => parts.set_inner_content(&links.0, ContentType::Html),
                    None => parts.remove(),
                }
                Ok(())
            }),
            element!("[data-fill=council]", fill(html! { (self.settings.council) })),
            element!("[data-fill=policy-source]", fill(self.policy_source())),
            element!("[data-fill=contact]", fill(self.contact())),
            element!("[data-fill=version]", fill(html! { (self.settings.version) })),
        ]
    }

    /// What the theme shows only where there is something to show.
    fn conditional(&self) -> Vec<Handler<'_>> {
        vec![
            // Somebody else's book may have none of these pages and say nothing of itself.
            element!("[data-if-page]", |element| {
                let pages = element.get_attribute("data-if-page").unwrap_or_default();
                keep_if(element, "data-if-page", pages.split(' ').any(|page| self.navigation.has(page)))
            }),
            element!("[data-if]", |element| {
                let said = match element.get_attribute("data-if").as_deref() {
                    Some("contact") => !self.settings.contact.is_empty(),
                    Some("version") => !self.settings.version.is_empty(),
                    other => return Err(format!("the theme asks for an unknown setting: {other:?}").into()),
                };
                keep_if(element, "data-if", said)
            }),
        ]
    }

    /// What the council has of its own, and what reloads a preview.
    fn branding(&self) -> Vec<Handler<'_>> {
        vec![
            branding::link(self.style, self.root),
            element!(".site-mark", |mark| {
                if let Some(logo) = &self.settings.logo {
                    // The council's name stands beside it, so the picture adds nothing to be read out.
                    let logo = html! { img class="site-logo" src={ (self.root) (logo) } alt=""; };
                    mark.replace(&logo.0, ContentType::Html);
                }
                Ok(())
            }),
            element!("body", |body| {
                if self.live_reload {
                    body.append("<script src=\"/__reload.js\" defer></script>", ContentType::Html);
                }
                Ok(())
            }),
        ]
    }

    /// Where the Council's own text stands.
    fn policy_source(&self) -> Markup {
        let Settings { source, source_url, .. } = self.settings;
        html! {
            @match source_url {
                Some(url) => a href=(url) { (source) },
                None => (source),
            }
        }
    }

    fn contact(&self) -> Markup {
        let Settings { contact, contact_url, .. } = self.settings;
        html! {
            @match contact_url {
                Some(url) => a href=(url) { (contact) },
                None => (contact),
            }
        }
    }
}
