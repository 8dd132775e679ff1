//! Packages for learning systems: the whole site as one course, in SCORM 1.2 and in SCORM 2004, 4th edition.
//!
//! A package is a zip file with a manifest ([`manifest`]), a page that the learning system opens ([`launch_page`]), its script
//! and the site without what only web servers need. The site is whole so that every link from the course to a clause opens
//! inside it, without a network. What the standard says of packages: SCORM 1.2 and SCORM 2004 4th edition, Content
//! Aggregation Model; of the script: Run-Time Environment.
//!
//! A session always ends as suspended, and the manifest names no score to pass with. Any other end closes the attempt, and the next
//! launch would know of no progress and no pass; with a score, the learning system sets the status itself, and a later attempt would
//! take back a pass. What a learning system kept counts for more than what was kept before it was found. A package has no copy of the
//! standard's schemas, which would be other people's files, handed on; the tests check the manifest against them.

mod archive;
mod launch_page;
mod manifest;
mod standard;

use crate::browser_app::BrowserApps;
use crate::site::CourseSite;
use crate::site::StagingFolder;
use crate::site::build_course_site;
use anyhow::{Context, Result, bail};
use standard::Standard;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A package that was made.
#[derive(Debug)]
pub struct Package {
    /// The file.
    pub file: PathBuf,
    /// What it is a package of, such as `SCORM 1.2`.
    pub standard: &'static str,
    /// How many bytes it has.
    pub size: u64,
}

/// What to do with them.
pub const NEXT_STEPS: &str = "Upload the one that your learning system asks for, in place of that of an older edition; where it takes both, SCORM 2004.
Set no pass mark there: the course says who has passed. Then open it once as a learner, and look at what was stored.";

impl Package {
    fn moved_to(self, folder: &Path) -> Result<Self> {
        let file = folder.join(self.file.file_name().unwrap_or_default());
        fs::rename(&self.file, &file).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(Self { file, ..self })
    }
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, standard, size } = self;
        write!(f, "{}: {standard}, {} KB", file.display(), size.div_ceil(1000))
    }
}

/// Makes a package for each standard, in the folder `out` or else beside the folder of the book's own site. Packages of an
/// earlier run are replaced, other files are not.
///
/// # Errors
/// The book has no course, or a page with a name that packages need; what [`crate::site::build`] refuses; a file that cannot be
/// written, or that stands where a package would.
pub fn packages(book: &Path, out: Option<&Path>, apps: BrowserApps) -> Result<Vec<Package>> {
    let temporary = tempfile::tempdir().context("there is no temporary folder for the site")?;
    let site = build_course_site(book, &temporary.path().join("site"), apps)?;
    let site_files = site.files()?;
    refuse_taken_names(&site_files)?;
    let out = out.unwrap_or(&site.beside);
    Standard::ALL
        .iter()
        .try_for_each(|standard| refuse_to_overwrite(&out.join(file_name(*standard, &site))))?;
    // Made beside and moved, so that an interrupted run leaves nothing half made.
    let staging = StagingFolder::new_in(out, OsStr::new("packages"))?;
    let make = |standard: &Standard| package(*standard, &site, &site_files, staging.path());
    let made: Vec<Package> = Standard::ALL.iter().map(make).collect::<Result<_>>()?;
    made.into_iter().map(|package| package.moved_to(out)).collect()
}

fn package(standard: Standard, site: &CourseSite, site_files: &[String], folder: &Path) -> Result<Package> {
    let own = launch_page::files(standard, site);
    let names = own.iter().map(|(name, _)| *name).chain(site_files.iter().map(String::as_str));
    let manifest = manifest::manifest(standard, site, names).context("the manifest cannot be written")?;
    let file = folder.join(file_name(standard, site));
    let own = own.into_iter().chain([(manifest::FILE, manifest)]).collect();
    let size = archive::write(&file, own, &site.folder, site_files)
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(Package { file, standard: standard.name(), size })
}

fn file_name(standard: Standard, site: &CourseSite) -> String {
    format!("{}-{}.zip", manifest::identifier(&site.title), standard.file_suffix())
}

/// Lets only an earlier package be replaced.
fn refuse_to_overwrite(file: &Path) -> Result<()> {
    let ours = match fs::symlink_metadata(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", file.display())),
        Ok(found) => found.is_file() && archive::holds(file, &[manifest::FILE, launch_page::PAGE]),
    };
    if !ours {
        bail!(
            "{} is no package that this command made, so it is not replaced: move it away, or name another folder with \
             `--out`",
            file.display()
        );
    }
    Ok(())
}

fn refuse_taken_names(site_files: &[String]) -> Result<()> {
    let mut needed = launch_page::NAMES.iter().copied().chain([manifest::FILE]);
    match needed.find(|name| site_files.iter().any(|file| file == name)) {
        Some(name) => bail!(
            "the handbook has a file {name}, and packages for learning systems need that name: give yours another"
        ),
        None => Ok(()),
    }
}
