//! The Chromium on this machine: it prints the site's PDFs, and the browser tests run in it.

use std::path::PathBuf;

/// Where a Chromium is looked for, besides the environment variable `CHROMIUM`. The headless shell is the same engine without
/// a window around it: the browser tests take a quarter less time in it.
const NAMES: [&str; 5] =
    ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The Chromium that the environment names, else the first on the path.
pub(crate) fn found() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return Some(named);
    }
    let path = std::env::var_os("PATH")?;
    let files = std::env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}
