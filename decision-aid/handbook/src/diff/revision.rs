//! The pages of a book as they were in a git revision, without touching the work tree or the index.

use super::Revision;
use crate::git::command;
use anyhow::{Context, Result, bail};
use mdbook_core::config::Config;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// The git repository that a book stands in.
pub(super) struct Repository {
    /// The root of the work tree.
    root: PathBuf,
    /// The folder of the book below the root, as git writes it: empty, or with a `/` at its end.
    book: String,
}

impl Repository {
    /// The repository of the book in a folder.
    pub(super) fn of(book: &Path) -> Result<Self> {
        let shown = book.display();
        if !book.is_dir() {
            bail!("there is no folder {shown}");
        }
        let found = git(book, &["rev-parse", "--show-toplevel", "--show-prefix"])?;
        if !found.status.success() {
            bail!(
                "{shown} is not in a git repository, so there is no revision to compare with ({})",
                said(&found)
            );
        }
        let text = String::from_utf8_lossy(&found.stdout);
        let mut lines = text.lines();
        let mut line = || lines.next().unwrap_or_default().to_owned();
        Ok(Self { root: PathBuf::from(line()), book: line() })
    }

    /// Looks a revision up.
    pub(super) fn revision(&self, name: &str) -> Result<Revision> {
        let commit = format!("{name}^{{commit}}");
        let found = git(&self.root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
        if !found.status.success() {
            bail!("git knows no revision `{name}`: give a commit, a branch or a tag, such as HEAD~1 or main");
        }
        let commit = line(&found);
        let short = line(&git(&self.root, &["rev-parse", "--short", &commit])?);
        Ok(Revision { name: name.to_owned(), commit, short })
    }

    /// The book as it was in a revision, in a folder of its own: its settings and its pages.
    pub(super) fn book_at(&self, revision: &Revision) -> Result<TempDir> {
        let settings = git(&self.root, &["show", &format!("{}:{}book.toml", revision.commit, self.book)])?;
        if !settings.status.success() {
            bail!("{revision} has no such book: there is no {}book.toml in it", self.book);
        }
        let folder = tempfile::tempdir().context("a folder for the old pages cannot be made")?;
        let write = fs::write(folder.path().join("book.toml"), &settings.stdout);
        write.context("the old book.toml cannot be written")?;
        self.refuse_pages_outside(revision, &folder.path().join("book.toml"))?;
        self.check_out(revision, folder.path())?;
        Ok(folder)
    }

    /// Refuses settings that name pages outside the book's own folder.
    fn refuse_pages_outside(&self, revision: &Revision, settings: &Path) -> Result<()> {
        let config = Config::from_disk(settings).with_context(|| format!("book.toml in {revision}"))?;
        let inside = |part| matches!(part, Component::CurDir | Component::Normal(_));
        if !config.book.src.components().all(inside) {
            bail!("book.toml in {revision} names pages outside the book's own folder");
        }
        Ok(())
    }

    /// Writes the book of a revision below a folder, by way of an index that is not the repository's own. It is the whole
    /// book, for pages may include any file of it.
    fn check_out(&self, revision: &Revision, folder: &Path) -> Result<()> {
        let index = tempfile::tempdir().context("a folder for the index of the old book cannot be made")?;
        let tree = format!("{}:{}", revision.commit, self.book);
        let run = |arguments: &[&str]| {
            let output =
                command(&self.root, arguments).env("GIT_INDEX_FILE", index.path().join("index")).output();
            output.context("git cannot be started")
        };
        let read = run(&["read-tree", tree.trim_end_matches('/')])?;
        if !read.status.success() {
            bail!("{revision} has no book in {} ({})", self.book, said(&read));
        }
        let prefix = format!("--prefix={}/", folder.display());
        let written = run(&["checkout-index", "--all", "--force", "--quiet", &prefix])?;
        if !written.status.success() {
            bail!("the pages of {revision} cannot be read ({})", said(&written));
        }
        Ok(())
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output> {
    command(folder, arguments).output().context("git cannot be started: install it from https://git-scm.com")
}

/// The line that git answered with.
fn line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

/// What git itself said.
fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    said.lines().next().unwrap_or("git did not say why").to_owned()
}
