//! When and from what a site is built: the one thing about it that is not in its pages.

use crate::markup::Stamp;
use policy_compiler::{Compiled, Insert, Item};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// The stamp, where a page shows it: it takes a call of git.
pub(crate) fn where_shown(compiled: &Compiled, root: &Path) -> Option<Stamp> {
    let mut blocks = compiled.pages.iter().flat_map(|page| &page.blocks);
    let shown = blocks.any(|block| block.item == Item::Insert(Insert::Certificate));
    shown.then(|| Stamp { date: today(), revision: revision(root) })
}

/// The date, in UTC.
fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    now.split('T').next().unwrap_or_default().to_owned()
}

/// The revision of the files, and whether they were changed since.
fn revision(root: &Path) -> String {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let Some(revision) = git(&["rev-parse", "--short=12", "HEAD"]) else { return "not known".to_owned() };
    let changed = git(&["status", "--porcelain"]).is_none_or(|changes| !changes.is_empty());
    if changed { format!("{revision} with changes") } else { revision }
}
