//! What has to be downloaded, and what to do where that fails.

use crate::rustc::{BROWSER_TARGET, host};
use crate::workspace;
use anyhow::{Result, anyhow};
use std::process::Command;

/// Something that is downloaded from the internet.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Download {
    /// What Cargo compiles besides the project's own code.
    RustPackages,
    /// Rust's standard library for the browser.
    RustTarget,
    /// The packages of the browser tests.
    NodePackages,
    /// Chromium, from Debian.
    DebianChromium,
    /// Chromium, from Playwright.
    PlaywrightChromium,
}

impl Download {
    fn name(self) -> &'static str {
        match self {
            Self::RustPackages => "the Rust packages",
            Self::RustTarget => "Rust's standard library for the browser",
            Self::NodePackages => "the Node packages",
            Self::DebianChromium => "Chromium from Debian",
            Self::PlaywrightChromium => "Chromium from Playwright",
        }
    }

    /// How the program that downloads is told of a proxy, and of the certificate that a proxy of its own has.
    fn advice(self) -> &'static str {
        match self {
            Self::RustPackages => {
                "behind a proxy name it in HTTPS_PROXY, and the file of its certificate in CARGO_HTTP_CAINFO"
            }
            Self::RustTarget => {
                "behind a proxy name it in HTTPS_PROXY, and the file of its certificate in SSL_CERT_FILE"
            }
            Self::NodePackages => {
                "behind a proxy name it in HTTPS_PROXY, and the file of its certificate in \
                 NODE_EXTRA_CA_CERTS or with `npm config set cafile FILE`"
            }
            Self::DebianChromium => {
                "install the package chromium-headless-shell by hand, or name a Chromium in the environment variable CHROMIUM"
            }
            Self::PlaywrightChromium => {
                "behind a proxy name it in HTTPS_PROXY, and the file of its certificate in \
                 NODE_EXTRA_CA_CERTS; or name a Chromium in the environment variable CHROMIUM"
            }
        }
    }

    /// The error where it could not be downloaded, and the lines above say why.
    pub(crate) fn failed(self) -> anyhow::Error {
        anyhow!(
            "{} could not be downloaded, for the reason in the lines above (is the internet reached? {}; then run the command again)",
            self.name(),
            self.advice()
        )
    }
}

/// Downloads the Rust packages for this machine and for the browser, where they are not there yet.
///
/// # Errors
/// As [`Download::failed`].
pub(crate) fn rust_packages() -> Result<()> {
    let fetch = Command::new("cargo")
        .args(["fetch", "--target", &host()?, "--target", BROWSER_TARGET])
        .current_dir(workspace::root())
        .status();
    if fetch.is_ok_and(|status| status.success()) { Ok(()) } else { Err(Download::RustPackages.failed()) }
}

#[cfg(test)]
mod tests {
    use super::Download;

    #[test]
    fn a_download_that_fails_says_which_and_what_to_do() {
        for (download, words) in [
            (Download::RustPackages, ["Rust packages", "HTTPS_PROXY", "CARGO_HTTP_CAINFO"]),
            (Download::RustTarget, ["standard library for the browser", "HTTPS_PROXY", "SSL_CERT_FILE"]),
            (Download::NodePackages, ["Node packages", "NODE_EXTRA_CA_CERTS", "npm config set cafile"]),
            (Download::DebianChromium, ["Debian", "package chromium-headless-shell", "CHROMIUM"]),
            (Download::PlaywrightChromium, ["Playwright", "HTTPS_PROXY", "NODE_EXTRA_CA_CERTS"]),
        ] {
            let error = download.failed().to_string();
            for word in words {
                assert!(error.contains(word), "{error} says nothing of {word}");
            }
            assert!(error.ends_with("then run the command again)"), "{error}");
        }
    }
}
