//! What each page has from the way it is delivered: the content policy, the script, and links that lead somewhere even on
//! the page that a server shows at addresses that do not exist.

pub(crate) mod content_policy;
pub(crate) mod offline;
pub(crate) mod server_files;

use crate::settings::site_url::SiteUrl;
use crate::site::addresses::moved::Moved;
use crate::site::rewrite::Handler;
use lol_html::element;
use lol_html::html_content::{ContentType, Element};
use maud::{Markup, html};

/// The page that a server shows at addresses that do not exist.
pub(crate) const NOT_FOUND: &str = "404.html";

/// How a site is delivered.
pub(crate) struct Delivery {
    /// The name of the script of every page.
    pub(crate) script: String,
    /// Where the site stands, if anything says so.
    pub(crate) site_url: Option<SiteUrl>,
    pub(crate) moved: Moved,
}

impl Delivery {
    /// The path of the site's root on its server, with a `/` at both ends: the root of the server unless the settings say otherwise.
    pub(crate) fn path(&self) -> &str {
        self.site_url.as_ref().map_or("/", SiteUrl::path)
    }

    /// The way from a page to the root of the site. The page for addresses that do not exist may stand at any of them,
    /// and no page may have a `<base>`, so that one has the whole path.
    pub(crate) fn root(&self, url: &str) -> String {
        if url == NOT_FOUND { self.path().to_owned() } else { "../".repeat(url.matches('/').count()) }
    }

    /// What is done to the page `url`.
    pub(crate) fn handlers<'h>(&'h self, url: &'h str) -> Vec<Handler<'h>> {
        let root = self.root(url);
        let mut handlers = vec![
            element!("head", move |head| {
                head.prepend(&content_policy::in_page().0, ContentType::Html);
                let script = html! { script src={ (root) (self.script) } defer {} };
                head.append(&script.0, ContentType::Html);
                Ok(())
            }),
            element!("[data-fill=moved-clauses]", move |element| {
                element.remove_attribute("data-fill");
                element.set_inner_content(&self.moved.clauses(url).0, ContentType::Html);
                Ok(())
            }),
        ];
        if self.moved.pages().any(|(page, _)| page == url) && !self.moved.clauses(url).0.is_empty() {
            // Without a script a page would be left before its reader saw where the paragraph went.
            handlers.push(element!("noscript", |refresh| {
                refresh.remove();
                Ok(())
            }));
        }
        if url == NOT_FOUND {
            handlers.push(element!("[href]", |element| self.give_whole_path(element, "href")));
            handlers.push(element!("[src]", |element| self.give_whole_path(element, "src")));
            handlers.push(element!("main", |main| {
                main.append(&self.way_up().0, ContentType::Html);
                Ok(())
            }));
        }
        handlers
    }

    /// Gives a relative address the whole path.
    fn give_whole_path(&self, element: &mut Element<'_, '_>, attribute: &str) -> lol_html::HandlerResult {
        let address = element.get_attribute(attribute).unwrap_or_default();
        let relative = !address.starts_with(['/', '#']) && !address.contains(':');
        if relative {
            element.set_attribute(attribute, &format!("{}{address}", self.path()))?;
        }
        Ok(())
    }

    /// Where nobody said what the whole path is, links that need no path.
    fn way_up(&self) -> Markup {
        html! {
            @if self.site_url.is_none() {
                p class="way-up" {
                    "If these links do not open either, go up a step at a time: "
                    a href="./" { "to this folder" } ", then " a href="../" { "to the one above" } "."
                }
            }
        }
    }
}
