//! What is made is made in a folder beside its destination, and moved there when it is whole.
//!
//! A staging folder is locked as long as its build runs. What a killed build left behind has no lock any more: the next
//! build for the same destination removes it, and puts back a site that the killed one had already set aside.

use anyhow::{Context, Result};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How many letters and digits end the name of a staging folder, so that two builds never share one.
const RANDOM: usize = 6;

/// What ends the name of the folder that the site before is set aside in.
const SET_ASIDE: &str = ".old";

/// A folder in the making. It is removed again, unless it is moved.
pub(crate) struct StagingFolder {
    folder: TempDir,
    /// Where the system can lock a folder.
    _lock: Option<File>,
}

impl StagingFolder {
    /// Makes a folder in `parent`, on the same disk as what is to be called `name` there, and clears away what killed
    /// builds of that left.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn new_in(parent: &Path, name: &OsStr) -> Result<Self> {
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        remove_leftovers(parent, name);
        let prefix = prefix(name);
        loop {
            let folder =
                tempfile::Builder::new().prefix(&prefix).rand_bytes(RANDOM).tempdir_in(parent).with_context(
                    || {
                        format!(
                            "no folder can be made in {}, where you must be allowed to write",
                            parent.display()
                        )
                    },
                )?;
            let lock = lock(folder.path());
            // Another build may have taken it for a leftover in the moment before it was locked.
            if folder.path().is_dir() {
                return Ok(Self { folder, _lock: lock });
            }
        }
    }

    /// The folder to fill.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Leaves the folder where it was moved to.
    pub(crate) fn moved(self) {
        let _moved = self.folder.keep();
    }

    /// Where to set aside what this folder takes the place of.
    pub(crate) fn set_aside(&self) -> PathBuf {
        let mut name = self.path().as_os_str().to_owned();
        name.push(SET_ASIDE);
        name.into()
    }
}

/// Waits for the lock of a folder, and holds it as long as what it gives is there. Nothing where the system has no such locks:
/// then two builds at once are not kept apart, and nothing of a killed one is removed.
pub(super) fn lock(folder: &Path) -> Option<File> {
    File::open(folder).ok().filter(|opened| opened.lock().is_ok())
}

/// How the names of the staging folders of a destination begin.
fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".handbook-");
    prefix.push(name);
    prefix.push("-");
    prefix
}

/// Removes what killed builds of a destination left in its folder. What cannot be removed is no reason not to build.
fn remove_leftovers(parent: &Path, name: &OsStr) {
    // While no site is put in its place, for then one is set aside for a moment.
    let _lock = lock(parent);
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    for folder in folders.filter(|entry| is_staging(&entry.file_name(), name)).map(|entry| entry.path()) {
        remove_leftover(&folder, &parent.join(name)).ok();
    }
}

/// Whether a folder has the name of a staging folder of a destination, or of what one set aside.
fn is_staging(folder: &OsStr, name: &OsStr) -> bool {
    let folder = folder.as_encoded_bytes();
    let stem = folder.strip_suffix(SET_ASIDE.as_bytes()).unwrap_or(folder);
    let random = stem.strip_prefix(prefix(name).as_encoded_bytes());
    random.is_some_and(|random| random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric))
}

/// Removes a folder that no running build uses. Its lock is held meanwhile, so that none begins to.
fn remove_leftover(folder: &Path, destination: &Path) -> io::Result<()> {
    let name = folder.as_os_str().as_encoded_bytes();
    if !name.ends_with(SET_ASIDE.as_bytes()) {
        let _lock = lock_if_unused(folder)?;
        return fs::remove_dir_all(folder);
    }
    let staging = folder.with_extension("");
    let _lock = if staging.exists() { Some(lock_if_unused(&staging)?) } else { None };
    // The build may have been killed after it set the last good site aside, and before another stood in its place.
    let replaced = fs::read_dir(destination).is_ok_and(|mut entries| entries.next().is_some());
    if replaced { fs::remove_dir_all(folder) } else { fs::rename(folder, destination) }
}

/// The lock of a staging folder that no running build holds.
fn lock_if_unused(staging: &Path) -> io::Result<File> {
    let folder = File::open(staging)?;
    folder.try_lock()?;
    Ok(folder)
}

#[cfg(test)]
#[path = "staging/tests.rs"]
mod tests;
