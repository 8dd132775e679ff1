//! From what a site is built, and of when that is: the one thing about it that is not in its pages.
//!
//! The day is that of the revision, so that building it again another day gives the same bytes. Only pages that were changed since, or
//! that no revision holds, have the day on which they are built.

use crate::git::Asked;
use crate::markup::BuildInfo;
use policy_compiler::{Compiled, Insert, Item};
use std::path::Path;
use std::time::{Duration, SystemTime};

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
            head: Asked::of(root, &["log", "-1", "--format=%ct %h", "--abbrev=12"]),
            status: Asked::of(root, &["status", "--porcelain"]),
        })
    }

    /// The revision, and whether the files were changed since, with the day.
    pub(crate) fn build_info(self) -> BuildInfo {
        let changed = self.status.answer().is_none_or(|changes| !changes.is_empty());
        let head = self.head.answer();
        match head.as_deref().and_then(|head| head.split_once(' ')) {
            None => BuildInfo { date: today(), revision: "not known".to_owned() },
            Some((_, revision)) if changed => {
                BuildInfo { date: today(), revision: format!("{revision} with changes") }
            }
            Some((seconds, revision)) => BuildInfo {
                date: seconds.parse().map_or_else(|_| today(), day_after_1970),
                revision: revision.to_owned(),
            },
        }
    }
}

/// The day, in UTC.
fn today() -> String {
    day(SystemTime::now())
}

/// The day, in UTC, of a time that git tells.
fn day_after_1970(seconds: u64) -> String {
    day(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

fn day(time: SystemTime) -> String {
    let time = humantime::format_rfc3339_seconds(time).to_string();
    time.split('T').next().unwrap_or_default().to_owned()
}
