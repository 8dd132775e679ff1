//! When and from what a site is built: the one thing about it that is not in its pages.

use crate::git::Asked;
use crate::markup::BuildInfo;
use policy_compiler::{Compiled, Insert, Item};
use std::path::Path;
use std::time::SystemTime;

/// What git is asked about the files of a book, while a site is made from them.
pub(crate) struct Revision {
    head: Asked,
    status: Asked,
}

impl Revision {
    /// Asks about the book in a folder, where a page of it shows the answer.
    pub(crate) fn ask_where_shown(compiled: &Compiled, root: &Path) -> Option<Self> {
        let mut blocks = compiled.pages.iter().flat_map(|page| &page.blocks);
        let shown = blocks.any(|block| block.item == Item::Insert(Insert::Certificate));
        shown.then(|| Self {
            head: Asked::of(root, &["rev-parse", "--short=12", "HEAD"]),
            status: Asked::of(root, &["status", "--porcelain"]),
        })
    }

    /// The revision, and whether the files were changed since, with the date.
    pub(crate) fn build_info(self) -> BuildInfo {
        let changed = self.status.answer().is_none_or(|changes| !changes.is_empty());
        let revision = match self.head.answer() {
            None => "not known".to_owned(),
            Some(revision) if changed => format!("{revision} with changes"),
            Some(revision) => revision,
        };
        BuildInfo { date: today(), revision }
    }
}

/// The date, in UTC.
fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    now.split('T').next().unwrap_or_default().to_owned()
}
