//! Loads a book: the one way in which every command comes by its pages.
//!
//! First everything is looked at that mdBook would read, so that what is wrong is named with its place and nothing outside
//! the book is ever opened ([`folder`], [`summary`], [`environment`]). Then mdBook loads the book and runs its preprocessors,
//! with [`includes`] in the place of its own. What comes out are the pages that the compiler takes and the chapters that
//! mdBook sets.

mod audience;
pub(crate) mod compile;
mod environment;
mod faults;
pub(crate) mod folder;
mod includes;
mod summary;

pub use compile::{compile_book, compile_book_despite_cases, read_pages};

use crate::not_built::NotBuilt;
use crate::settings::contact_details::{ContactDetail, ContactDetails};
use crate::settings::{self, Settings};
use anyhow::{Context, Result, bail};
use faults::Faults;
use folder::{BookFolder, Unreadable};
use includes::{Expanded, Includes, Readers};
use mdbook_core::book::{Book, Chapter};
use mdbook_core::config::Config;
use mdbook_driver::MDBook;
use mdbook_renderer::{RenderContext, Renderer};
use policy_compiler::{Page, SourceMap};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The page for addresses that lead nowhere, in the folder of the pages. mdBook sets it where there is one.
pub(crate) const NOT_FOUND: &str = "404.md";

/// A book as it is compiled and set.
#[derive(Debug)]
pub(crate) struct LoadedBook {
    /// The folder of the book.
    pub(crate) root: PathBuf,
    /// mdBook's settings, with those of the environment.
    pub(crate) config: Config,
    /// The chapters, after every preprocessor.
    pub(crate) book: Book,
    /// The titles that pages have given themselves, by their way.
    pub(crate) chapter_titles: HashMap<PathBuf, String>,
    /// The pages as the compiler takes them, in the order of the chapters.
    pub(crate) pages: Vec<Page>,
    /// The contact details that they show.
    pub(crate) shown_details: BTreeSet<ContactDetail>,
    /// Where the book's settings put the site.
    pub(crate) destination: PathBuf,
    /// Whom it was read for; none for everybody.
    pub(crate) audience: Option<String>,
}

/// Loads the book in a folder. Its site goes to `out`, where that is given.
///
/// # Errors
/// [`NotBuilt`] where the book's own files are wrong; there is no book, or it cannot be read.
pub(crate) fn load(folder: &Path, out: Option<&Path>) -> Result<LoadedBook> {
    load_for(folder, out, None)
}

/// The same, as an audience reads it.
///
/// # Errors
/// As [`load`].
pub(crate) fn load_for(folder: &Path, out: Option<&Path>, audience: Option<&str>) -> Result<LoadedBook> {
    load_read_by(folder, config(folder, out)?, audience)
}

/// mdBook's settings for the book in a folder, with those of the environment. Its site goes to `out`, where that is given.
///
/// # Errors
/// [`NotBuilt`] where `book.toml` is wrong; there is none, or it cannot be read.
pub(crate) fn config(folder: &Path, out: Option<&Path>) -> Result<Config> {
    let mut config = read_config(folder)?;
    let mut faults = Faults::default();
    environment::refuse(std::env::vars(), &mut faults);
    faults.refuse()?;
    // As mdBook does: the environment may say where a copy of the site will stand.
    config.update_from_env().context("a variable of the environment that begins with MDBOOK_")?;
    if let Some(out) = out {
        config.build.build_dir = std::path::absolute(out)?;
    }
    Ok(config)
}

/// Loads the book in a folder with settings that were read before.
///
/// # Errors
/// As [`load`].
pub(crate) fn load_with_config(folder: &Path, config: Config) -> Result<LoadedBook> {
    load_read_by(folder, config, None)
}

fn load_read_by(folder: &Path, mut config: Config, audience: Option<&str>) -> Result<LoadedBook> {
    // A page that SUMMARY.md names and that does not exist is a mistake to report, never a file to make.
    config.build.create_missing = false;
    let folder = BookFolder::new(folder)?;
    refuse_faults(&folder, &config)?;
    let root = folder.root().to_owned();
    let links =
        config.build.use_default_preprocessors || config.get::<toml::Value>("preprocessor.links")?.is_some();
    let details = ContactDetails::read(&config).unwrap_or_default();
    // Where they cannot be read, that is reported with the pages.
    let known = Settings::read(&config).unwrap_or_default().audiences.into_keys().collect();
    let readers = Readers { audience: audience.map(str::to_owned), known };
    let mut book =
        MDBook::load_with_config(&root, config).with_context(|| format!("the book in {}", root.display()))?;
    let expanded = Rc::new(RefCell::new(Expanded::default()));
    if links {
        book.with_preprocessor(Includes::new(folder, details, readers, expanded.clone()));
    }
    let (chapters, context) = book.preprocess_book(&HandbookOutput)?;
    let expanded = expanded.take();
    let pages = pages(&chapters, &book.config.book.src, &expanded);
    Ok(LoadedBook {
        root,
        audience: audience.map(str::to_owned),
        destination: book.build_dir_for(HandbookOutput.name()),
        chapter_titles: context.chapter_titles.take(),
        config: book.config,
        book: chapters,
        pages,
        shown_details: expanded.shown,
    })
}

/// What preprocessors are told that the pages are for. The pages are set elsewhere, once they are compiled.
struct HandbookOutput;

impl Renderer for HandbookOutput {
    fn name(&self) -> &str {
        "handbook"
    }

    fn render(&self, _: &RenderContext) -> Result<()> {
        bail!("the pages of a handbook are set after they are compiled")
    }
}

/// mdBook's own reading of `book.toml`. Where it fails, everything wrong with the file is named.
fn read_config(folder: &Path) -> Result<Config> {
    if !folder.join("book.toml").exists() {
        bail!("there is no book in {}: it has no book.toml", folder.display());
    }
    let mut faults = Faults::default();
    match BookFolder::new(folder)?.read(Path::new("book.toml")) {
        Ok(text) => {
            let file = settings::file_of(&text);
            toml::from_str(&text).map_err(|_| NotBuilt::new(&settings::wrong(&text, 0), &[file]).into())
        }
        Err(unreadable) => {
            summary::refuse_file("book.toml", &unreadable, &mut faults);
            faults.refuse()?;
            bail!("book.toml cannot be read")
        }
    }
}

/// Refuses a book with files that mdBook could not read, or should not.
fn refuse_faults(folder: &BookFolder, config: &Config) -> Result<()> {
    let mut faults = Faults::default();
    let src = &config.book.src;
    match folder.resolve(src) {
        Err(unreadable) => {
            let text = settings::file(folder.root())?.text;
            let file = faults.file("book.toml", &text);
            let (message, _) = unreadable.said(&src.display().to_string());
            let help = "name with `src` a folder inside that of the book".to_owned();
            faults.add(file, settings::span_of(&text, &["book", "src"]), (message, help));
        }
        Ok(_) => {
            summary::refuse(folder, src, &mut faults);
            refuse_not_found_page(folder, src, &mut faults);
            let site = folder.root().join(&config.build.build_dir);
            folder.refuse_links_out(src, &site, &mut faults);
            if folder.root().join("theme").symlink_metadata().is_ok() {
                folder.refuse_links_out(Path::new("theme"), &site, &mut faults);
            }
        }
    }
    faults.refuse()
}

/// Notes where the page for wrong addresses cannot be read. `SUMMARY.md` does not name it, and a book may have none.
fn refuse_not_found_page(folder: &BookFolder, src: &Path, faults: &mut Faults) {
    let page = src.join(NOT_FOUND);
    match folder.read_unmarked(&page) {
        Ok(_) | Err(Unreadable::Missing) => {}
        Err(unreadable) => {
            summary::refuse_file(&folder.name(&folder.root().join(&page)), &unreadable, faults)
        }
    }
}

/// The address of a page, from the root of the site, by its path in the folder of the pages.
pub(crate) fn page_url(path: &Path) -> String {
    path.with_extension("html").display().to_string().replace('\\', "/")
}

/// The chapters as the compiler takes them. Where a later preprocessor has changed one, its text is all that is known.
fn pages(book: &Book, src: &Path, expanded: &Expanded) -> Vec<Page> {
    let source = |chapter: &Chapter| {
        let mapped = expanded.texts.get(chapter.source_path.as_ref()?)?;
        (mapped.text() == chapter.content).then(|| mapped.clone().into_map())
    };
    let page = |chapter: &Chapter| {
        let path = chapter.path.clone().unwrap_or_default();
        let file = chapter.source_path.as_ref().unwrap_or(&path);
        Page {
            file: src.join(file).display().to_string().replace('\\', "/"),
            url: page_url(&path),
            text: chapter.content.clone(),
            source: source(chapter).unwrap_or_else(SourceMap::default),
        }
    };
    book.chapters().map(page).collect()
}
