//! `cargo handbook samples`: writes case files that nobody wrote into a folder. The crate `samples` makes them.

use crate::book;
use ::samples::{Sample, samples};
use anyhow::{Context, Result, ensure};
use policy::Content;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The most files that are made at a time.
pub const MOST: usize = 100_000;

/// The day after which nothing happens in them. It is fixed, so that the same seed makes the same files on every day.
pub const UNTIL: &str = "2026-11-20";

/// Writes so many case files under the policy of a book into a folder, and says so.
///
/// # Errors
/// None are asked for or too many, the folder has something in it, the pages are wrong, or a file cannot be written.
pub fn write(book: &Path, count: usize, seed: u64, folder: &Path) -> Result<String> {
    ensure!(count > 0, "ask for at least 1 case file");
    ensure!(count <= MOST, "ask for at most {MOST} case files");
    refuse_full(folder)?;
    let compiled = book::compile_book_despite_cases(book)?;
    let content = Content { policy: compiled.policy, paperwork: compiled.paperwork };
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for sample in samples::<Value>(&content, count, seed, UNTIL) {
        let Sample { name, text } = sample?;
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    let files = if count == 1 { "1 case file".to_owned() } else { format!("{count} case files") };
    Ok(format!("Made {files} with the seed {seed} in {}", folder.display()))
}

/// Refuses a folder that has something in it: what is made would stand among real files.
fn refuse_full(folder: &Path) -> Result<()> {
    let is_there = fs::symlink_metadata(folder).is_ok();
    if is_there {
        let mut entries = fs::read_dir(folder)
            .with_context(|| format!("{} cannot be read as a folder", folder.display()))?;
        ensure!(entries.next().is_none(), "{} is not empty: name a new folder with --out", folder.display());
    }
    Ok(())
}
