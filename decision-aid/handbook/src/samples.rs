//! `cargo handbook samples`: case files that nobody wrote, for tests of the register and the report and to show them.
//!
//! They are made from the policy's own answers, options and fields, and know none by name, so that they fit any handbook. The same
//! seed makes the same files on every machine. Nobody is named in them.

mod check;
mod story;
mod words;

use crate::book;
use anyhow::{Context, Result, ensure};
use casework::{CaseFile, file_name};
use fastrand::Rng;
use policy::Content;
use std::fs;
use std::path::Path;

/// The most files that are made at a time.
pub const MOST: usize = 100_000;

/// A case file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The name of the file.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

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
    for sample in samples(&content, count, seed) {
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

/// So many case files under a policy. The first of them are the same however many are made.
pub fn samples(content: &Content, count: usize, seed: u64) -> impl Iterator<Item = Result<Sample>> {
    (1..=count).map(move |number| sample(content, number, seed))
}

fn sample(content: &Content, number: usize, seed: u64) -> Result<Sample> {
    let mut rng = Rng::with_seed(seed.rotate_left(32) ^ number as u64);
    let reference = format!("S-{number:05}");
    let history = story::history(content, &reference, format!("sample-{seed}-{number}"), &mut rng);
    let last = history.made().last().and_then(|entry| entry.made_on.clone()).unwrap_or_default();
    let file =
        CaseFile { format_version: CaseFile::FORMAT_VERSION, history, draft: None, unknown: Vec::new() };
    let text = file.to_json::<serde_json::Value>()?;
    Ok(Sample { name: file_name("case-file", &reference, &last, "json"), text })
}
