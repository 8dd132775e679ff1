//! A site is made beside the old one and swapped in when it is whole: a failed build leaves the last good site.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder in the making, removed again unless it is swapped in.
pub(crate) struct Stage {
    folder: tempfile::TempDir,
    destination: PathBuf,
}

impl Stage {
    /// Makes a folder beside the destination, on the same disk.
    pub(crate) fn beside(destination: &Path) -> Result<Self> {
        let parent = destination.parent().context("the folder of the site has no folder around it")?;
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        let folder = tempfile::Builder::new()
            .prefix(".handbook-")
            .tempdir_in(parent)
            .with_context(|| format!("cannot make a folder in {}", parent.display()))?;
        Ok(Self { folder, destination: destination.to_owned() })
    }

    /// The folder to fill.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts the new folder in the place of the old.
    pub(crate) fn swap_in(self) -> Result<()> {
        let new = self.folder.keep();
        let old = new.with_extension("old");
        let replaced = match fs::rename(&self.destination, &old) {
            Ok(()) => true,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
            Err(error) => {
                fs::remove_dir_all(&new).ok();
                return Err(error).with_context(|| format!("cannot replace {}", self.destination.display()));
            }
        };
        set_permissions(&new)?;
        fs::rename(&new, &self.destination)
            .with_context(|| format!("cannot make {}", self.destination.display()))?;
        if replaced {
            fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
        Ok(())
    }
}

/// A temporary folder is private; a site is for the web server to read.
#[cfg(unix)]
fn set_permissions(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("cannot open {} to readers", folder.display()))
}

#[cfg(not(unix))]
fn set_permissions(_folder: &Path) -> Result<()> {
    Ok(())
}
