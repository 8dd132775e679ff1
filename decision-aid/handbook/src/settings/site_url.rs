//! `site-url`: where the site stands, as a whole address or as the path on a web server alone.

use super::invalid::InvalidValue;
use serde::Deserialize;

/// Where the site stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct SiteUrl {
    /// The scheme and the host, as `https://www.example.org`; none where only the path is said.
    origin: Option<String>,
    /// With a `/` at both ends.
    path: String,
}

impl SiteUrl {
    /// The root of a server whose name is not known, where a preview stands.
    pub(crate) fn server_root() -> Self {
        Self { origin: None, path: "/".to_owned() }
    }

    /// The path of the site's root on its server, with a `/` at both ends.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The whole address of the site's root, with a `/` at its end; none where only the path is known.
    pub(crate) fn whole(&self) -> Option<String> {
        self.origin.as_ref().map(|origin| format!("{origin}{}", self.path))
    }
}

impl TryFrom<String> for SiteUrl {
    type Error = InvalidValue;

    fn try_from(url: String) -> Result<Self, InvalidValue> {
        let (origin, path) = split(&url);
        let host = origin.map_or("localhost", |origin| origin.split_once("//").unwrap_or_default().1);
        // The path stands in the settings of web servers, where other characters have a meaning.
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
        let hosted = !host.is_empty() && host.chars().all(|c| plain(c) || ":[]".contains(c));
        let is_folder = path.starts_with('/') && !path.contains("//") && !path.contains("..");
        if !hosted || !is_folder || !path.chars().all(plain) {
            return Err(InvalidValue::SiteUrl(url));
        }
        Ok(Self { origin: origin.map(str::to_owned), path: format!("{}/", path.trim_end_matches('/')) })
    }
}

/// The origin of an address, where it has one, and its path.
fn split(url: &str) -> (Option<&str>, &str) {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return (None, url);
    };
    match rest.find('/') {
        Some(slash) => {
            let (origin, path) = url.split_at(url.len() - rest.len() + slash);
            (Some(origin), path)
        }
        None => (Some(url), "/"),
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidValue, SiteUrl};

    #[test]
    fn an_address_has_a_path_and_may_be_whole() {
        for (url, path, whole) in [
            ("https://example.org", "/", Some("https://example.org/")),
            ("https://example.org/", "/", Some("https://example.org/")),
            ("https://example.org/a/b/", "/a/b/", Some("https://example.org/a/b/")),
            ("http://localhost:8080/a", "/a/", Some("http://localhost:8080/a/")),
            ("/a/b/", "/a/b/", None),
            ("/", "/", None),
        ] {
            let site = SiteUrl::try_from(url.to_owned()).unwrap();
            assert_eq!((site.path(), site.whole().as_deref()), (path, whole), "{url}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in [
            "",
            "handbook",
            "https://",
            "https:///a",
            "https://a b/",
            "https://a?b",
            "ftp://example.org/",
            "/a b/",
            "/a;b/",
            "/a/../b/",
            "//a",
            "https://h/a?b",
        ] {
            assert_eq!(SiteUrl::try_from(url.to_owned()), Err(InvalidValue::SiteUrl(url.to_owned())));
        }
    }
}
