//! The folder that a site is put into. A build replaces a site of its own, and nothing else that stands there.

mod contents;
pub(crate) mod staging;

use anyhow::{Context, Result, bail};
use staging::StagingFolder;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

pub(crate) use contents::MARKER;

/// What to do where a site cannot be put.
const HELP: &str = "give the site a folder of its own, with `--out` or as `build-dir` in book.toml";

/// What a site is made from: it must not be replaced by it.
#[derive(Debug)]
pub(crate) struct Sources<'p> {
    /// The folder of the book.
    pub(crate) book: &'p Path,
    /// The folder of its pages.
    pub(crate) pages: &'p Path,
    /// The folder of the theme.
    pub(crate) theme: &'p Path,
}

/// A folder that is absent, empty or a site of an earlier build, and apart from what sites are made from.
#[derive(Debug)]
pub(crate) struct OutputFolder {
    /// The folder around it, without symbolic links.
    parent: PathBuf,
    /// The folder itself.
    path: PathBuf,
}

impl OutputFolder {
    /// Takes a folder for a site, if nobody's files are lost by that.
    ///
    /// # Errors
    /// What stands there is no site of an earlier build; the folder is, holds or is inside what the site is made from; or it
    /// cannot be read.
    pub(crate) fn new(destination: &Path, sources: &Sources<'_>) -> Result<Self> {
        let path = real_place(destination)
            .with_context(|| format!("the output folder {} cannot be reached", destination.display()))?;
        refuse_sources(&path, sources)?;
        let Some(parent) = path.parent().map(Path::to_owned) else {
            bail!("{} is no place for a site: {HELP}", path.display());
        };
        // Not while another build puts its site there.
        let _lock = staging::lock(&parent);
        refuse_what_is_not_ours(&path, &path)?;
        Ok(Self { parent, path })
    }

    /// Makes a folder beside it, to be filled and swapped in.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn staging(&self) -> Result<StagingFolder> {
        StagingFolder::new_in(&self.parent, self.path.file_name().unwrap_or(OsStr::new("site")))
    }

    /// Puts a new site in the place of the old.
    ///
    /// # Errors
    /// Something else stands there by now, or the folder cannot be replaced: then the old site stays, or is put back.
    pub(crate) fn swap_in(&self, site: StagingFolder) -> Result<()> {
        contents::mark(site.path())?;
        open_to_readers(site.path())?;
        // Two builds may end at once.
        let lock = staging::lock(&self.parent);
        let old = site.set_aside();
        let replaces = self.set_aside(&old)?;
        if let Err(error) = self.move_in(site, &old) {
            if replaces {
                self.put_back(&old)?;
            }
            return Err(error);
        }
        drop(lock);
        // One that cannot be removed now is removed by the next build.
        fs::remove_dir_all(&old).ok();
        Ok(())
    }

    /// Moves what stands in the folder away. Says whether there is anything.
    fn set_aside(&self, old: &Path) -> Result<bool> {
        match fs::rename(&self.path, old) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => {
                Err(error).with_context(|| format!("the site in {} cannot be replaced", self.path.display()))
            }
        }
    }

    fn move_in(&self, site: StagingFolder, old: &Path) -> Result<()> {
        // What was set aside is looked at once more: a file may have come to it while the site was made.
        refuse_what_is_not_ours(old, &self.path)?;
        fs::rename(site.path(), &self.path)
            .with_context(|| format!("the new site cannot be moved to {}", self.path.display()))?;
        site.moved();
        Ok(())
    }

    fn put_back(&self, old: &Path) -> Result<()> {
        fs::rename(old, &self.path).with_context(|| {
            format!(
                "the site before could not be put back: move {} to {}",
                old.display(),
                self.path.display()
            )
        })
    }
}

/// Where a folder really is: each step up or through a symbolic link is taken, but for the last name, and whatever of it does
/// not exist yet is kept.
fn real_place(destination: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(destination)?;
    match (absolute.parent(), absolute.file_name()) {
        (Some(parent), Some(name)) => Ok(without_links(parent)?.join(name)),
        _ => without_links(&absolute),
    }
}

fn without_links(absolute: &Path) -> io::Result<PathBuf> {
    let mut real = PathBuf::new();
    for component in absolute.components() {
        if component == Component::ParentDir {
            real.pop();
            continue;
        }
        real.push(component);
        match fs::canonicalize(&real) {
            Ok(found) => real = found,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(real)
}

/// Refuses a folder that is, holds or is inside what the site is made from.
fn refuse_sources(path: &Path, sources: &Sources<'_>) -> Result<()> {
    // As the disk spells it, where it takes capitals and small letters for the same.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let read = |source: &Path| {
        without_links(&std::path::absolute(source)?)
            .with_context(|| format!("cannot read {}", source.display()))
    };
    let (book, pages, theme) = (read(sources.book)?, read(sources.pages)?, read(sources.theme)?);
    if let Some(source) = [&book, &pages, &theme].into_iter().find(|source| source.starts_with(&path)) {
        bail!(
            "the site cannot be put into {}, where what it is made from stands ({}): {HELP}",
            path.display(),
            source.display()
        );
    }
    // A book may have its pages in its own folder; then its site stands beside them.
    let beside_pages = pages == book && path.parent() == Some(&pages);
    let around = [&pages, &theme].into_iter().find(|source| path.starts_with(source));
    match around.filter(|source| !(beside_pages && **source == pages)) {
        Some(source) => bail!(
            "the site cannot be put into {}, inside what it is made from ({}): {HELP}",
            path.display(),
            source.display()
        ),
        None => Ok(()),
    }
}

/// Refuses what is neither absent, nor empty, nor a site of an earlier build. It is called `name`, wherever it stands now.
fn refuse_what_is_not_ours(folder: &Path, name: &Path) -> Result<()> {
    let name = name.display();
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("the output folder {name} cannot be read")),
        Ok(found) if found.is_symlink() => bail!(
            "{name} is a symbolic link, and a build replaces none: name the folder that it leads to, with `--out` or as \
             `build-dir` in book.toml"
        ),
        Ok(found) if !found.is_dir() => {
            bail!("{name} is not a folder, and a build replaces nothing else: {HELP}")
        }
        Ok(_) => {}
    }
    let foreign =
        contents::foreign(folder).with_context(|| format!("the output folder {name} cannot be read"))?;
    let Some(foreign) = foreign else {
        bail!(
            "{name} is not empty, and no build marked it as a site that may be replaced: {HELP}, or delete this one by \
             hand if it holds nothing but an old site"
        );
    };
    match foreign.as_slice() {
        [] => Ok(()),
        [file, others @ ..] => {
            let others = match others.len() {
                0 => String::new(),
                1 => " and 1 other file".to_owned(),
                count => format!(" and {count} other files"),
            };
            bail!(
                "{name} holds {file}{others}, which no build put there: move what is yours elsewhere; a file that the \
                 site needs belongs beside the book’s pages, from where every build copies it"
            )
        }
    }
}

/// A temporary folder is private; a site is for the web server to read.
#[cfg(unix)]
fn open_to_readers(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("cannot open {} to readers", folder.display()))
}

#[cfg(not(unix))]
fn open_to_readers(_folder: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
