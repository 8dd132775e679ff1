//! The policy of a built site, from the very scripts that the browser gets.

use anyhow::{Context, Result};
use policy::{Deferred, FirstStage, Policy};
use std::fs;
use std::path::Path;

/// The whole policy: what the first stage needs, and the rest.
pub(crate) fn policy_of(site: &Path) -> Result<Policy> {
    let first = FirstStage::from_bytes(&bytes_of(site, "policy-")?)?;
    let deferred = Deferred::from_bytes(&bytes_of(site, "deferred-")?)?;
    Ok(deferred.join(first).policy)
}

/// The bytes in a script of the aid: a text with a character for each.
fn bytes_of(site: &Path, stem: &str) -> Result<Vec<u8>> {
    let folder = site.join("aid");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let file = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(stem)))
        .with_context(|| format!("{} has no script of {stem}", folder.display()))?;
    let script = fs::read_to_string(&file)?;
    let (_, text) = script.trim_end_matches(';').split_once('=').context("the script holds a text")?;
    let text: String = serde_json::from_str(text)?;
    text.chars().map(|character| u8::try_from(character).context("each stands for a byte")).collect()
}
