//! Why a site was not built.

use policy_compiler::{Diagnostics, Page};
use std::fmt;
use std::io::{ErrorKind, IsTerminal};
use std::path::Path;

/// Why a site was not built: a report on its pages.
#[derive(Debug)]
pub struct NotBuilt {
    report: String,
    diagnostics: Diagnostics,
    pages: Vec<Page>,
}

impl NotBuilt {
    pub(super) fn new(diagnostics: &Diagnostics, pages: &[Page]) -> Self {
        let report = diagnostics.report(pages, std::io::stderr().is_terminal());
        Self { report, diagnostics: diagnostics.clone(), pages: pages.to_vec() }
    }

    /// What is wrong with the pages, one thing after the other.
    pub fn report(&self) -> &str {
        &self.report
    }

    /// The same, a line each, with file, line and column.
    pub fn lines(&self) -> Vec<String> {
        self.diagnostics.lines(&self.pages)
    }
}

impl fmt::Display for NotBuilt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.diagnostics.iter().len() {
            1 => "1 thing is".to_owned(),
            count => format!("{count} things are"),
        };
        write!(
            f,
            "{}\n\n{what} wrong with the pages or the settings. The last good site stays as it was.",
            self.report
        )
    }
}

impl std::error::Error for NotBuilt {}

/// Why a site was not built, where its pages are not to blame: a sentence.
#[derive(Debug)]
pub(super) struct NotWritten(String);

impl NotWritten {
    /// What went wrong with a site for a folder. A report on the pages stays one.
    pub(super) fn explained(error: anyhow::Error, destination: &Path) -> anyhow::Error {
        if error.is::<NotBuilt>() {
            return error;
        }
        let full = |cause: &std::io::Error| {
            matches!(cause.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
        };
        let sentence = if error.chain().filter_map(|cause| cause.downcast_ref()).any(full) {
            format!(
                "there is no room left on the disk for the site in {}: make room and build again; the last good site \
                 stays as it was",
                destination.display()
            )
        } else {
            format!("{error:#}")
        };
        Self(sentence).into()
    }
}

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotWritten {}

#[cfg(test)]
mod tests {
    use super::NotWritten;
    use anyhow::Context;
    use std::io::{self, ErrorKind};
    use std::path::Path;

    /// What is said when the writing of a page ends so.
    fn sentence(kind: ErrorKind) -> String {
        let failed: Result<(), _> = Err(io::Error::new(kind, "so"));
        let error = failed.context("cannot write page.html").expect_err("it failed");
        NotWritten::explained(error, Path::new("site")).to_string()
    }

    #[test]
    fn a_full_disk_is_said_with_what_to_do() {
        let expected = "there is no room left on the disk for the site in site: make room and build again; the last good \
                        site stays as it was";
        assert_eq!(sentence(ErrorKind::StorageFull), expected);
        assert_eq!(sentence(ErrorKind::QuotaExceeded), expected);
        assert_eq!(sentence(ErrorKind::PermissionDenied), "cannot write page.html: so");
    }
}
