//! A copy of a book to edit, as a policy owner would: in files, in a folder of its own.

use crate::{build_into, files, pages};
use policy_compiler::{Compiled, Diagnostics, Page, compile, compile_despite_cases};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What of a folder belongs to its book: the workspace around the handbook does not.
const BOOK: [&str; 3] = ["book.toml", "published.txt", "src"];

/// A copy of a book. It goes with the value.
#[derive(Debug)]
pub struct EditedBook {
    folder: TempDir,
}

impl EditedBook {
    /// A copy of the book in a folder.
    pub fn of(book: &Path) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        for part in BOOK.map(|part| book.join(part)).into_iter().filter(|part| part.exists()) {
            let inside = if part.is_dir() { files(&part) } else { [String::new()].into() };
            for file in inside {
                let from = if file.is_empty() { part.clone() } else { part.join(file) };
                let to = folder.path().join(from.strip_prefix(book).expect("it is in the book"));
                fs::create_dir_all(to.parent().expect("it is in a folder")).expect("a folder can be made");
                fs::copy(from, to).expect("a page can be copied");
            }
        }
        Self { folder }
    }

    /// Where the copy is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self, file: &str) -> (PathBuf, String) {
        let path = self.folder().join(file);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        (path, text)
    }

    /// Puts something else for what stands once or more often in a file; the first is changed.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let (path, text) = self.file(file);
        assert!(text.contains(from), "no `{from}` in {file}");
        fs::write(path, text.replacen(from, to, 1)).expect("the page can be written");
    }

    /// Adds something below a file.
    pub fn add(&self, file: &str, text: &str) {
        let (path, before) = self.file(file);
        fs::write(path, format!("{before}\n{text}\n")).expect("the page can be written");
    }

    /// Its pages.
    pub fn pages(&self) -> Vec<Page> {
        pages(self.folder())
    }

    /// The book compiled.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn compile(&self) -> Result<Compiled, Diagnostics> {
        compile(&self.pages(), "test")
    }

    /// The book compiled, whether or not its cases agree.
    pub fn compile_despite_cases(&self) -> Compiled {
        let pages = self.pages();
        compile_despite_cases(&pages, "test")
            .unwrap_or_else(|wrong| panic!("{}", wrong.report(&pages, false)))
    }

    /// What is wrong with it, a line each; nothing where it compiles.
    pub fn wrong(&self) -> Vec<String> {
        self.compile().map_or_else(|wrong| wrong.lines(&self.pages()), |_| Vec::new())
    }

    /// Builds its site beside it, without apps, and gives the folder.
    pub fn build(&self) -> PathBuf {
        let site = self.folder().join("site");
        build_into(self.folder(), &site).unwrap_or_else(|error| panic!("{error:#}"));
        site
    }
}
