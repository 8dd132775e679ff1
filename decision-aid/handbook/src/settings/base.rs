//! Where the site stands on its web server, as far as `book.toml` says: the path of `site-url`.

use crate::settings::Settings;
use anyhow::{Result, anyhow};

/// The path of the site's root, with a `/` at both ends.
pub(crate) struct Base {
    path: String,
    known: bool,
}

impl Base {
    /// The base that `site-url` names. A site without one, and a preview, is taken to stand at the root of its server.
    ///
    /// # Errors
    /// `site-url` is no address of a folder on the web.
    pub(crate) fn of(settings: &Settings, preview: bool) -> Result<Self> {
        match &settings.site_url {
            Some(url) if !preview => {
                Self::read(url).map_err(|wrong| anyhow!("`site-url` in book.toml: {wrong}"))
            }
            _ => Ok(Self { path: "/".to_owned(), known: preview }),
        }
    }

    /// # Errors
    /// What is wrong and, after a colon, what to write instead.
    pub(crate) fn read(url: &str) -> Result<Self, String> {
        let after_scheme = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let path = match after_scheme {
            Some(rest) => rest.find('/').map_or("/", |slash| &rest[slash..]),
            None => url,
        };
        let host = after_scheme.map_or("localhost", |rest| rest.split('/').next().unwrap_or_default());
        // The path stands in the settings of web servers, where other characters have a meaning.
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
        let hosted = !host.is_empty() && host.chars().all(|c| plain(c) || ":[]".contains(c));
        if !hosted
            || !path.starts_with('/')
            || path.contains("//")
            || path.contains("..")
            || !path.chars().all(plain)
        {
            return Err(format!(
                "`{url}` is not where a site can stand: write its whole address, such as \"https://www.example.org/handbook/\""
            ));
        }
        Ok(Self { path: format!("{}/", path.trim_end_matches('/')), known: true })
    }

    /// The path.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Whether anything says so, rather than nothing says otherwise.
    pub(crate) fn is_known(&self) -> bool {
        self.known
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn the_path_is_that_of_the_address() {
        for (url, path) in [
            ("https://example.org", "/"),
            ("https://example.org/", "/"),
            ("https://example.org/a/b/", "/a/b/"),
            ("http://localhost:8080/a", "/a/"),
            ("/a/b/", "/a/b/"),
            ("/", "/"),
        ] {
            assert_eq!(Base::read(url).unwrap().path(), path, "{url}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_by_name() {
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
            let error = Base::read(url).err().unwrap_or_default();
            assert!(error.starts_with(&format!("`{url}` is not where")), "{url}: {error}");
        }
    }
}
