//! When and from what a site is built: the one thing about it that is not in its pages.

use crate::git::said;
use crate::markup::BuildInfo;
use policy_compiler::{Compiled, Insert, Item};
use std::path::Path;
use std::time::SystemTime;

/// The build_info, where a page shows it: it takes a call of git.
pub(crate) fn where_shown(compiled: &Compiled, root: &Path) -> Option<BuildInfo> {
    let mut blocks = compiled.pages.iter().flat_map(|page| &page.blocks);
    let shown = blocks.any(|block| block.item == Item::Insert(Insert::Certificate));
    shown.then(|| BuildInfo { date: today(), revision: revision(root) })
}

/// The date, in UTC.
fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    now.split('T').next().unwrap_or_default().to_owned()
}

/// The revision of the files, and whether they were changed since.
fn revision(root: &Path) -> String {
    let Some(revision) = said(root, &["rev-parse", "--short=12", "HEAD"]) else {
        return "not known".to_owned();
    };
    let changed = said(root, &["status", "--porcelain"]).is_none_or(|changes| !changes.is_empty());
    if changed { format!("{revision} with changes") } else { revision }
}
