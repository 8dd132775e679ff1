//! Why a site was not built.

use policy_compiler::{Diagnostics, Page};
use std::fmt;
use std::io::IsTerminal;

/// Why a site was not built: a report on its pages.
#[derive(Debug)]
pub struct NotBuilt {
    report: String,
    count: usize,
}

impl NotBuilt {
    pub(super) fn new(diagnostics: &Diagnostics, pages: &[Page]) -> Self {
        let report = diagnostics.report(pages, std::io::stderr().is_terminal());
        Self { report, count: diagnostics.iter().len() }
    }

    /// What is wrong with the pages, one thing after the other.
    pub fn report(&self) -> &str {
        &self.report
    }
}

impl fmt::Display for NotBuilt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what =
            if self.count == 1 { "1 thing is".to_owned() } else { format!("{} things are", self.count) };
        write!(
            f,
            "{}\n\n{what} wrong with the pages or the settings. The last good site stays as it was.",
            self.report
        )
    }
}

impl std::error::Error for NotBuilt {}
