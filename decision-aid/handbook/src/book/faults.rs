//! What is wrong with a book before its pages can be compiled, each with its place in a file.

use crate::not_built::NotBuilt;
use anyhow::Result;
use policy_compiler::{Diagnostic, Diagnostics, Page, Place};
use std::ops::Range;

/// The faults found so far, and the files that they are in.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    files: Vec<Page>,
    wrong: Diagnostics,
}

impl Faults {
    /// Makes a file known by its name from the root of the book, and gives its number.
    pub(crate) fn file(&mut self, name: &str, text: &str) -> usize {
        let known = self.files.iter().position(|file| file.file == name);
        known.unwrap_or_else(|| {
            self.files.push(Page { file: name.to_owned(), text: text.to_owned(), ..Page::default() });
            self.files.len() - 1
        })
    }

    /// Notes a fault in a file, and what to do about it.
    pub(crate) fn add(&mut self, file: usize, span: Range<usize>, (message, help): (String, String)) {
        self.wrong.push(Diagnostic::new(Place::new(file, span), message).help(help));
    }

    /// Notes faults that were found in a file by others, who gave it the number 0.
    pub(crate) fn append(&mut self, file: usize, wrong: &Diagnostics, span: Range<usize>) {
        for diagnostic in wrong.iter() {
            self.wrong.push(Diagnostic { place: Place::new(file, span.clone()), ..diagnostic.clone() });
        }
    }

    /// Passes where there is none.
    ///
    /// # Errors
    /// [`NotBuilt`] with all of them.
    pub(crate) fn refuse(&self) -> Result<()> {
        if self.wrong.is_empty() { Ok(()) } else { Err(NotBuilt::new(&self.wrong, &self.files).into()) }
    }
}
