//! From a book to a site: load, compile, set the pages, finish them, and swap the new site in when it is whole.
//!
//! One library, two doors: [`build`] for the command line, [`render_from_mdbook`] for plain `mdbook build`
//! through `[output.handbook]`. Both end in [`render::HandbookRenderer`].

mod address;
mod assets;
pub(crate) mod base;
mod book;
mod build_info;
mod check;
pub mod colour;
mod counted_changes;
mod course;
mod course_site;
mod delivery;
mod digest;
mod findable;
mod finish;
mod load;
mod mdbook_html;
mod moved;
mod navigation;
mod not_built;
mod offline;
mod output_folder;
mod own_style;
mod page_contents;
mod pdf;
mod published;
mod redirects;
mod render;
mod script;
mod search;
mod security;
mod server;
mod staging;
mod whole_policy;

pub use check::{check, publish};
pub(crate) use course_site::{CourseSite, build_course_site};
pub use load::{compile_book, compile_book_despite_cases, read_pages};
pub use not_built::NotBuilt;
pub(crate) use staging::StagingFolder;

use crate::browser_app::BrowserApps;
use crate::chromium;
use crate::settings::Settings;
use crate::timings::Timings;
use anyhow::{Context, Result, bail};
use mdbook_renderer::RenderContext;
use render::HandbookRenderer;
use std::cell::RefCell;
use std::io::Read;
use std::path::PathBuf;

/// What to build.
#[derive(Debug)]
pub struct Build {
    /// The folder of the book.
    pub book: PathBuf,
    /// The folder of the site, where not the book's own.
    pub out: Option<PathBuf>,
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
    let book = book::load(&request.book, request.out.as_deref())?;
    timings.lap("load");
    let renderer = HandbookRenderer {
        apps: request.apps.clone(),
        live_reload: request.live_reload,
        chromium,
        timings: RefCell::new(std::mem::replace(timings, Timings::start())),
    };
    renderer.render(&book, &book.destination)?;
    *timings = renderer.timings.into_inner();
    let without = Settings::read(&book.config)?.without();
    Ok(Built { pages: book.book.chapters().count(), folder: book.destination, without })
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
    let renderer = HandbookRenderer {
        apps: crate::browser_app::ready()?,
        live_reload: false,
        chromium: None,
        timings: RefCell::new(Timings::start()),
    };
    // The pages are read again: mdBook's own reading says nothing of where an included text stands.
    let book = book::load_with_config(&context.root, context.config)?;
    renderer.render(&book, &context.destination)
}
