//! The list of pages for those who read a site by machine: `sitemap.xml`, and `robots.txt` that says where it is.

use super::changed::Day;
use super::head::CanonicalUrl;
use maud::{PreEscaped, html};

/// The list of pages, each with the day of its last change where that is known.
pub(crate) fn sitemap<'a>(
    site: &CanonicalUrl,
    pages: impl Iterator<Item = (&'a str, Option<&'a Day>)>,
) -> String {
    let list = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            @for (url, changed) in pages {
                url { loc { (site.page(url)) } @if let Some(day) = changed { lastmod { (day.iso()) } } }
            }
        }
    };
    list.into_string()
}

/// Everything may be read. A machine asks for this file at the root of a host only.
pub(crate) fn robots(site: &CanonicalUrl) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.file("sitemap.xml"))
}
