//! What the head of a page says to those who list or share it: its description, Open Graph, its one address, and where
//! it stands, as JSON-LD.

use super::changed::Day;
use crate::settings::Settings;
use crate::settings::site_url::SiteUrl;
use crate::site::page_text::PageText;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

/// The address that the site is published at, with a `/` at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CanonicalUrl(String);

impl CanonicalUrl {
    /// The setting; none where it says no more than a path.
    pub(crate) fn new(settings: &Settings) -> Option<Self> {
        settings.site_url.as_ref().and_then(SiteUrl::whole).map(Self)
    }

    /// The one address of a page.
    pub(crate) fn page(&self, url: &str) -> String {
        let folder = url.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        format!("{}{}", self.0, folder.unwrap_or(url))
    }

    /// The address of a file of the site.
    pub(crate) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }
}

/// What the heads of all pages share.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    pub(crate) site: Option<CanonicalUrl>,
    /// The title of the handbook.
    pub(crate) title: &'a str,
    /// The language of the pages, such as `en-GB`.
    pub(crate) language: &'a str,
    /// The name of the council, where it is set.
    pub(crate) council: &'a str,
}

impl Head<'_> {
    /// What is added to the head of the page at `url`.
    pub(crate) fn of(&self, url: &str, page: &PageText, description: &str, changed: Option<&Day>) -> Markup {
        let kind = if url == "index.html" { "website" } else { "article" };
        let address = self.site.as_ref().map(|site| site.page(url));
        html! {
            meta property="og:title" content=(page.title);
            meta property="og:description" content=(description);
            meta property="og:type" content=(kind);
            meta property="og:site_name" content=(self.title);
            meta property="og:locale" content=(self.language.replace('-', "_"));
            @if let Some(address) = &address {
                meta property="og:url" content=(address);
                link rel="canonical" href=(address);
                script type="application/ld+json" { (in_a_script(&self.linked_data(address, url, page, description, changed))) }
            }
        }
    }

    /// What the page is, of what it is a part, and who publishes it.
    fn linked_data(
        &self,
        address: &str,
        url: &str,
        page: &PageText,
        description: &str,
        changed: Option<&Day>,
    ) -> Value {
        let start = self.site.as_ref().map(|site| site.page("index.html"));
        let mut whole = json!({ "@type": "WebSite", "name": self.title, "url": start });
        if !self.council.is_empty() {
            whole["publisher"] = json!({ "@type": "GovernmentOrganization", "name": self.council });
        }
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": page.title,
            "description": description,
            "url": address,
            "inLanguage": self.language,
            "isPartOf": whole,
        });
        if let Some(day) = changed {
            data["dateModified"] = json!(day.iso());
        }
        if url != "index.html" {
            data["breadcrumb"] = json!({ "@type": "BreadcrumbList", "itemListElement": [
                { "@type": "ListItem", "position": 1, "name": self.title, "item": start },
                { "@type": "ListItem", "position": 2, "name": page.title, "item": address },
            ]});
        }
        data
    }
}

/// JSON that no text in it can end the script of.
fn in_a_script(value: &Value) -> PreEscaped<String> {
    PreEscaped(value.to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(url: &str) -> Option<CanonicalUrl> {
        CanonicalUrl::new(&toml::from_str(&format!("site-url = {url:?}")).expect("it is a setting"))
    }

    #[test]
    fn a_page_has_one_address() {
        for (site, page, expected) in [
            ("https://a.gov.uk", "index.html", "https://a.gov.uk/"),
            ("https://a.gov.uk/b/", "policy/reports.html", "https://a.gov.uk/b/policy/reports.html"),
            ("https://a.gov.uk/b", "policy/index.html", "https://a.gov.uk/b/policy/"),
            ("https://a.gov.uk/", "the-index.html", "https://a.gov.uk/the-index.html"),
        ] {
            let url = setting(site).expect("it is a whole address");
            assert_eq!(url.page(page), expected);
        }
    }

    #[test]
    fn a_path_alone_is_no_address_of_a_page() {
        assert_eq!(setting("/handbook/"), None);
    }

    #[test]
    fn no_text_ends_the_script_early() {
        let json = in_a_script(&json!({ "name": "</script><b>" })).0;
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON")["name"], "</script><b>");
    }
}
