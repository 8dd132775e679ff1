//! From a loaded book to a site: compile, mark up, set the pages, finish them, and swap the new site in when it is whole.
//!
//! One library, two doors: [`build`] for the command line, [`render_from_mdbook`] for plain `mdbook build`
//! through `[output.handbook]`. Both end in [`render::HandbookRenderer`].
//!
//! The rooms: `pages` finishes the pages that mdBook wrote, `metadata` and `search` say what they hold, `delivery` is about servers
//! and browsers, `addresses` keeps what was published reachable, `output_folder` is about what a build may replace. Each uses only
//! those after it, and all may use [`book`](crate::book), [`settings`](crate::settings) and `markup`.

mod addresses;
mod assets;
mod check;
mod counted_changes;
mod course;
mod course_site;
mod delivery;
mod files;
mod metadata;
mod output_folder;
mod page_text;
mod pages;
mod pdf;
mod placeholders;
mod render;
mod rewrite;
mod search;

pub use check::{check, publish};
pub(crate) use course_site::{CourseSite, build_course_site};
pub(crate) use output_folder::staging::StagingFolder;
pub(crate) use render::theme_folder;

use crate::book::compile::CompiledBook;
use crate::browser_app::BrowserApps;
use crate::chromium;
use crate::timings::Timings;
use anyhow::{Context, Result, bail};
use mdbook_renderer::RenderContext;
use output_folder::{OutputFolder, Sources};
use render::HandbookRenderer;
use std::cell::RefCell;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What to build.
#[derive(Debug)]
pub struct Build {
    /// The folder of the book.
    pub book: PathBuf,
    /// The folder of the site, where not the book's own.
    pub out: Option<PathBuf>,
    /// Whom the site is for, as `book.toml` names them; everybody where none is named.
    pub audience: Option<String>,
    /// What runs in the browser.
    pub apps: BrowserApps,
    /// Whether pages reload when they change.
    pub live_reload: bool,
}

/// What was built.
#[derive(Debug)]
pub struct Built {
    /// The folder of the site.
    pub folder: PathBuf,
    /// How many pages it has.
    pub pages: usize,
    /// What it goes without, because `book.toml` does not say it: a sentence each.
    pub without: Vec<&'static str>,
}

/// Builds the site of a book.
///
/// # Errors
/// [`NotBuilt`] where the pages are wrong; else what could not be read or written. The last good site stays.
pub fn build(request: &Build, timings: &mut Timings) -> Result<Built> {
    build_with(request, None, timings)
}

/// Refuses a folder that no site may be put into, before anything is compiled for it.
///
/// # Errors
/// Somebody's files would be lost: see the folder's own check, which every build repeats.
pub fn refuse_output_folder(book: &Path, out: Option<&Path>) -> Result<()> {
    let config = crate::book::config(book, out)?;
    // With several outputs mdBook gives each a folder of its own, which the build itself then looks at.
    if config.outputs::<toml::Value>()?.len() > 1 {
        return Ok(());
    }
    let root = std::path::absolute(book)?;
    let (pages, theme) = (root.join(&config.book.src), theme_folder(&root));
    let sources = Sources { book: &root, pages: &pages, theme: &theme };
    OutputFolder::new(&root.join(&config.build.build_dir), &sources).map(drop)
}

/// Builds the site of a book, and prints the pages that people keep as PDFs.
///
/// # Errors
/// As [`build`]; and no Chromium is there, or it cannot print a page.
pub fn build_with_pdfs(request: &Build, timings: &mut Timings) -> Result<Built> {
    let chromium = chromium::found().context(
        "PDFs are printed by Chromium, and none is on the path: install it, or name one in the environment variable CHROMIUM",
    )?;
    build_with(request, Some(chromium), timings)
}

fn build_with(request: &Build, chromium: Option<PathBuf>, timings: &mut Timings) -> Result<Built> {
    let book = crate::book::load_for(&request.book, request.out.as_deref(), request.audience.as_deref())?;
    timings.lap("load");
    let book = CompiledBook::new(book)?.for_its_audience()?;
    let renderer = HandbookRenderer {
        apps: request.apps.clone(),
        live_reload: request.live_reload,
        chromium,
        timings: RefCell::new(std::mem::replace(timings, Timings::start())),
    };
    renderer.render(&book, &book.book.destination)?;
    let CompiledBook { book, settings, .. } = book;
    *timings = renderer.timings.into_inner();
    Ok(Built { pages: book.book.chapters().count(), folder: book.destination, without: settings.without() })
}

/// Renders the book that `mdbook` sends as JSON.
///
/// # Errors
/// As [`build`].
pub fn render_from_mdbook(input: impl Read) -> Result<()> {
    let context = RenderContext::from_json(input)?;
    if context.version != mdbook_renderer::MDBOOK_VERSION {
        bail!(
            "this handbook is built with mdBook {}, and was called by mdBook {}: install that version, or use `cargo handbook build`",
            mdbook_renderer::MDBOOK_VERSION,
            context.version
        );
    }
    let renderer = HandbookRenderer::new(crate::browser_app::ready()?);
    // The pages are read again: mdBook's own reading says nothing of where an included text stands.
    let book = crate::book::load_with_config(&context.root, context.config)?;
    renderer.render(&CompiledBook::new(book)?, &context.destination)
}
