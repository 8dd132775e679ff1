//! When each page last changed, as git tells it. Outside a git repository no page has a date, and neither has one that
//! was changed since its last commit, or whose last change lies before the beginning of a shallow clone.

use crate::git::Asked;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(String);

impl Day {
    /// As machines write it: `2026-11-24`.
    pub(crate) fn iso(&self) -> &str {
        &self.0
    }

    /// As people write it: 24 November 2026.
    pub(crate) fn in_words(&self) -> String {
        casework::in_words(&self.0)
    }
}

/// What git is asked about the pages, while the site is made from them.
pub(crate) struct History {
    log: Asked,
    repository: Asked,
    status: Asked,
}

impl History {
    /// Asks about the pages below a folder.
    pub(crate) fn ask(pages: &Path) -> Self {
        let ask = |arguments: &[&str]| Asked::of(pages, arguments);
        Self {
            log: ask(&["log", "--format=@%cs %P", "--name-only", "--relative", "--", "."]),
            repository: ask(&["rev-parse", "--is-shallow-repository", "--show-prefix"]),
            status: ask(&["status", "--porcelain", "--no-renames", "--untracked-files=all", "--", "."]),
        }
    }

    /// The last change of every page, by its path from the folder: `policy/reports.md`.
    pub(crate) fn last_changes(self) -> BTreeMap<String, Day> {
        let repository = self.repository.answer().unwrap_or_default();
        let (shallow, prefix) = repository.split_once('\n').unwrap_or((&repository, ""));
        let status = self.status.answer().unwrap_or_default();
        let changed = status.lines().filter_map(|line| line.get(3..)?.strip_prefix(prefix));
        let Some(log) = self.log.answer() else { return BTreeMap::new() };
        let mut dates = dates(&log, shallow != "false");
        for file in changed.collect::<BTreeSet<_>>() {
            dates.remove(file);
        }
        dates
    }
}

/// The first date for each file in a log that goes back in time. In a shallow clone the commit without parents stands
/// for all that came before it, and seems to have made every file.
fn dates(log: &str, shallow: bool) -> BTreeMap<String, Day> {
    let mut found: BTreeMap<&str, Option<Day>> = BTreeMap::new();
    let mut day = None;
    for line in log.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix('@') {
            Some(commit) => {
                let (date, parents) = commit.split_once(' ').unwrap_or((commit, ""));
                day = (!(shallow && parents.is_empty())).then(|| Day(date.to_owned()));
            }
            None => {
                found.entry(line).or_insert_with(|| day.clone());
            }
        }
    }
    found.into_iter().filter_map(|(file, day)| Some((file.to_owned(), day?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str =
        "@2026-11-24 b\n\na.md\n\n@2026-11-20 a\n\na.md\npolicy/b.md\n\n@2026-11-01 \n\nc.md\npolicy/b.md\n";

    #[test]
    fn a_file_has_the_date_of_its_newest_commit() {
        for (shallow, expected) in [
            (false, vec![("a.md", "2026-11-24"), ("c.md", "2026-11-01"), ("policy/b.md", "2026-11-20")]),
            (true, vec![("a.md", "2026-11-24"), ("policy/b.md", "2026-11-20")]),
        ] {
            let found = dates(LOG, shallow);
            let found: Vec<_> = found.iter().map(|(file, day)| (file.as_str(), day.iso())).collect();
            assert_eq!(found, expected, "shallow: {shallow}");
        }
    }

    #[test]
    fn a_day_in_words() {
        for (iso, words) in [("2026-11-04", "4 November 2026"), ("2027-01-31", "31 January 2027")] {
            assert_eq!(Day(iso.to_owned()).in_words(), words);
        }
    }
}
