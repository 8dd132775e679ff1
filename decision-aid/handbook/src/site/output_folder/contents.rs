//! What is in the folder of a site: a file in it names all that the build put there.

use crate::site::files::files;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The file that marks a folder as a site. No browser is told of it: some servers do not hand out files with a dot in front.
pub(crate) const MARKER: &str = ".handbook-site";

/// What systems put into every folder that somebody looks at.
const BY_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

#[derive(Serialize, Deserialize)]
struct Marker {
    /// What it is, to somebody who finds it.
    about: String,
    /// Every other file of the site, by its name from the root.
    files: BTreeSet<String>,
}

/// Marks a finished site.
///
/// # Errors
/// A file cannot be read or written.
pub(super) fn mark(site: &Path) -> Result<()> {
    let mut files: BTreeSet<String> = files(site)?.into_iter().collect();
    files.remove(MARKER);
    let about =
        "The handbook’s build made this folder, and the next one replaces it. Keep nothing else here."
            .to_owned();
    let text = serde_json::to_string_pretty(&Marker { about, files })?;
    fs::write(site.join(MARKER), text + "\n").with_context(|| format!("cannot write {MARKER}"))
}

/// The files in a folder that no build put there; nothing where no build marked the folder, and there are some.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn foreign(folder: &Path) -> Result<Option<Vec<String>>> {
    let mut found = files(folder)?;
    if found.is_empty() {
        return Ok(Some(found));
    }
    let Some(marker) = marker(folder)? else { return Ok(None) };
    found.retain(|file| {
        let name = file.rsplit('/').next().unwrap_or(file);
        file != MARKER && !marker.files.contains(file) && !BY_SYSTEMS.contains(&name)
    });
    Ok(Some(found))
}

/// The marker of a folder, where it has one that can be understood.
fn marker(folder: &Path) -> Result<Option<Marker>> {
    match fs::read(folder.join(MARKER)) {
        Ok(text) => Ok(serde_json::from_slice(&text).ok()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {MARKER}")),
    }
}
