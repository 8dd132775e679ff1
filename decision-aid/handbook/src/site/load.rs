//! Loads a book, and compiles its pages.

use super::NotBuilt;
use crate::settings::{self, Settings};
use anyhow::{Context, Result, bail};
use mdbook_core::book::{Book, Chapter};
use mdbook_core::config::Config;
use mdbook_driver::MDBook;
use policy_compiler::{Compiled, Page, compile, compile_despite_cases, refused_html};
use std::fs;
use std::path::Path;

/// Loads the book in a folder. Its site goes to `out`, where that is given.
///
/// # Errors
/// There is none, or it cannot be read.
pub(super) fn book(folder: &Path, out: Option<&Path>) -> Result<MDBook> {
    let config_file = folder.join("book.toml");
    if !config_file.is_file() {
        bail!("there is no book in {}: it has no book.toml", folder.display());
    }
    let mut config = read_config(folder)?;
    // As mdBook does: the environment may say where a copy of the site will stand.
    config.update_from_env()?;
    // A page that SUMMARY.md names and that does not exist is a mistake to report, never a file to make.
    config.build.create_missing = false;
    if let Some(out) = out {
        config.build.build_dir = std::path::absolute(out)?;
    }
    let folder = std::path::absolute(folder)?;
    MDBook::load_with_config(&folder, config).with_context(|| format!("the book in {}", folder.display()))
}

/// mdBook's own reading of `book.toml`. Where it fails, everything wrong with the file is named.
fn read_config(folder: &Path) -> Result<Config> {
    let file = settings::file(folder)?;
    toml::from_str(&file.text).map_err(|_| NotBuilt::new(&settings::wrong(&file.text, 0), &[file]).into())
}

/// The policy of a book, and the pages it was made from.
///
/// # Errors
/// [`NotBuilt`] where the pages are wrong; else what could not be read.
pub fn compile_book(folder: &Path) -> Result<(Compiled, Vec<Page>)> {
    let (pages, config) = read_book(folder)?;
    Ok((compile_pages(folder, &pages, &config)?.0, pages))
}

/// The policy of a book, whether or not its practice cases agree with it.
///
/// # Errors
/// As [`compile_book`], but for the practice cases.
pub fn compile_book_despite_cases(folder: &Path) -> Result<Compiled> {
    let (pages, config) = read_book(folder)?;
    let settings = Settings::read(&config)?;
    compile_despite_cases(&pages, &settings.version).map_err(|wrong| NotBuilt::new(&wrong, &pages).into())
}

fn read_book(folder: &Path) -> Result<(Vec<Page>, Config)> {
    let book = book(folder, None)?;
    Ok((pages(&book.book, &book.config.book.src), book.config))
}

/// The policy and the settings, or everything that is wrong with both.
pub(super) fn compile_pages(root: &Path, pages: &[Page], config: &Config) -> Result<(Compiled, Settings)> {
    let file = settings::file(root)?;
    let mut wrong = settings::wrong(&file.text, pages.len());
    let settings = match Settings::read(config) {
        // mdBook takes settings from the environment too.
        Err(error) if wrong.is_empty() => return Err(error),
        read => read.unwrap_or_default(),
    };
    let not_found = not_found_page(root, config);
    if let Some(page) = &not_found {
        wrong.append(refused_html(pages.len() + 1, page));
    }
    match compile(pages, &settings.version) {
        Ok(compiled) if wrong.is_empty() => return Ok((compiled, settings)),
        Ok(_) => {}
        Err(more) => wrong.append(more),
    }
    let files: Vec<Page> = [file].into_iter().chain(not_found).collect();
    Err(NotBuilt::new(&wrong, &[pages, &files].concat()).into())
}

/// The page for addresses that lead nowhere, where the book has one. mdBook sets it beside those that its summary lists.
fn not_found_page(root: &Path, config: &Config) -> Option<Page> {
    let file = config.book.src.join("404.md");
    let text = fs::read_to_string(root.join(&file)).ok()?;
    Some(Page { file: file.display().to_string().replace('\\', "/"), url: "404.html".to_owned(), text })
}

/// The book's pages as the compiler takes them.
pub(super) fn pages(book: &Book, src: &Path) -> Vec<Page> {
    let page = |chapter: &Chapter| {
        let path = chapter.path.clone().unwrap_or_default();
        let file = chapter.source_path.as_ref().unwrap_or(&path);
        Page {
            file: src.join(file).display().to_string().replace('\\', "/"),
            url: path.with_extension("html").display().to_string().replace('\\', "/"),
            text: chapter.content.clone(),
        }
    };
    book.chapters().map(page).collect()
}
