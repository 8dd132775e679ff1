//! From a book to a site: load, compile, set the pages, finish them, and swap the new site in when it is whole.
//!
//! One library, two doors: [`build`] for the command line, [`render_from_mdbook`] for plain `mdbook build`
//! through `[output.handbook]`. Both end in [`HandbookRenderer`].

mod address;
mod assets;
pub(crate) mod base;
pub mod colour;
mod counted_changes;
mod delivery;
mod digest;
mod findable;
mod finish;
mod moved;
mod navigation;
mod offline;
mod own_style;
mod page_contents;
mod pdf;
mod published;
mod redirects;
mod search;
mod security;
mod server;
mod staging;
mod stamp;
mod whole_policy;

use crate::browser_app::BrowserApps;
use crate::chromium;
use crate::markup;
use crate::settings::{self, Settings};
use crate::timings::Timings;
use crate::workspace;
use anyhow::{Context, Result, bail};
use base::Base;
use delivery::Delivery;
use mdbook_core::book::{Book, Chapter};
use mdbook_core::config::Config;
use mdbook_driver::MDBook;
use mdbook_html::HtmlHandlebars;
use mdbook_renderer::{RenderContext, Renderer};
use moved::Moved;
use policy_compiler::prove::{self, prove};
use policy_compiler::{Compiled, Diagnostics, Page, compile, compile_despite_cases, coverage};
use serde_json::json;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

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
    /// Whether `book.toml` says where it is published. Without that, no page names its address and there is no sitemap.
    pub address_known: bool,
}

/// Why a site was not built: a report on its pages.
#[derive(Debug)]
pub struct NotBuilt {
    report: String,
    count: usize,
}

impl NotBuilt {
    fn new(diagnostics: &Diagnostics, pages: &[Page]) -> Self {
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
    let book = load(&request.book, request.out.as_deref())?;
    timings.lap("load");
    let folder = book.build_dir_for("handbook");
    let renderer = HandbookRenderer {
        apps: request.apps.clone(),
        live_reload: request.live_reload,
        chromium,
        timings: RefCell::new(std::mem::replace(timings, Timings::start())),
    };
    book.execute_build_process(&renderer).map_err(unwrap_report)?;
    *timings = renderer.timings.into_inner();
    let address_known = Settings::read(&book.config)?.site_url.is_some();
    Ok(Built { folder, pages: book.book.chapters().count(), address_known })
}

/// mdBook wraps what a renderer says; the report on the pages comes out again.
fn unwrap_report(error: anyhow::Error) -> anyhow::Error {
    match error.downcast::<NotBuilt>() {
        Ok(report) => report.into(),
        Err(error) => error,
    }
}

/// Finds everything wrong with the pages of a book, and says how much there is when nothing is.
///
/// # Errors
/// [`NotBuilt`] where the pages are wrong; else what could not be read.
pub fn check(folder: &Path) -> Result<String> {
    let (compiled, pages) = compile_book(folder)?;
    let moved = Moved::read(folder, &pages, &compiled.policy)?;
    refuse_unfinished(&compiled, &pages, &moved, folder)?;
    let policy = &compiled.policy;
    let unpublished = match moved.unpublished(&pages, policy) {
        0 => String::new(),
        count => format!(
            "\n{count} addresses are not in {} yet: `cargo handbook check --publish` adds them before they are published",
            published::FILE
        ),
    };
    Ok(format!(
        "The pages are sound: {} clauses, {} questions, {} findings, {} outcomes, {} duties, {} options, {} scenarios{unpublished}",
        policy.clauses.len(),
        policy.questions.len(),
        policy.findings.len(),
        policy.outcomes.len(),
        policy.duties.len(),
        policy.options.len(),
        compiled.scenarios.len(),
    ))
}

/// Adds the pages and clauses of a book that is sound to those that were published, and says how many are new.
///
/// # Errors
/// As [`check`], and where the list cannot be written.
pub fn publish(folder: &Path) -> Result<String> {
    let (compiled, pages) = compile_book(folder)?;
    let moved = Moved::read(folder, &pages, &compiled.policy)?;
    refuse_unfinished(&compiled, &pages, &moved, folder)?;
    let new = moved.publish(folder, &pages, &compiled.policy)?;
    Ok(format!("{} has {new} new addresses: commit it with the pages", published::FILE))
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
    let book = load(folder, None)?;
    Ok((pages(&book.book, &book.config.book.src), book.config))
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
    renderer.render(&context)
}

fn load(folder: &Path, out: Option<&Path>) -> Result<MDBook> {
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

/// Refuses a handbook that may be previewed and not yet published: with a gap in what carries the clauses out, with a
/// promise that the rules break, with an old address that leads nowhere, with a count of changes that is not of these rules, or without saying whose it is. A book without
/// clauses and blocks need not say.
fn refuse_unfinished(compiled: &Compiled, pages: &[Page], moved: &Moved, folder: &Path) -> Result<()> {
    let mut wrong = coverage::gaps(compiled, pages);
    let handbook = compiled.pages.iter().any(|page| !page.labels.is_empty() || !page.blocks.is_empty());
    if handbook {
        wrong.append(settings::missing(&settings::file(folder)?.text, pages.len()));
    }
    let proofs = prove(&compiled.policy, &compiled.properties)?;
    prove::diagnostics(compiled, &proofs).into_iter().for_each(|broken| wrong.push(broken));
    let lost = moved.lost(pages, &compiled.policy);
    moved.wrong().iter().chain(lost.iter()).for_each(|fault| wrong.push(fault.clone()));
    counted_changes::refuse_stale(folder, compiled, &mut wrong);
    refuse(&wrong, pages, moved)
}

/// Passes where nothing is wrong with the pages, or with what has moved.
fn refuse(wrong: &Diagnostics, pages: &[Page], moved: &Moved) -> Result<()> {
    if wrong.is_empty() { Ok(()) } else { Err(NotBuilt::new(wrong, &moved.and_files(pages)).into()) }
}

/// The policy and the settings, or everything that is wrong with both.
fn compile_pages(root: &Path, pages: &[Page], config: &Config) -> Result<(Compiled, Settings)> {
    let file = settings::file(root)?;
    let mut wrong = settings::wrong(&file.text, pages.len());
    let settings = match Settings::read(config) {
        // mdBook takes settings from the environment too.
        Err(error) if wrong.is_empty() => return Err(error),
        read => read.unwrap_or_default(),
    };
    match compile(pages, &settings.version) {
        Ok(compiled) if wrong.is_empty() => return Ok((compiled, settings)),
        Ok(_) => {}
        Err(more) => wrong.append(more),
    }
    Err(NotBuilt::new(&wrong, &[pages, &[file]].concat()).into())
}

/// The book's pages as the compiler takes them.
fn pages(book: &Book, src: &Path) -> Vec<Page> {
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

/// mdBook's own HTML renderer with this project's pages around it.
struct HandbookRenderer {
    apps: BrowserApps,
    live_reload: bool,
    /// What prints the PDFs, where there are to be any.
    chromium: Option<PathBuf>,
    timings: RefCell<Timings>,
}

impl Renderer for HandbookRenderer {
    fn name(&self) -> &str {
        "handbook"
    }

    fn render(&self, context: &RenderContext) -> Result<()> {
        let lap = |name| self.timings.borrow_mut().lap(name);
        let pages = pages(&context.book, &context.config.book.src);
        let (compiled, settings) = compile_pages(&context.root, &pages, &context.config)?;
        let moved = Moved::read(&context.root, &pages, &compiled.policy)?;
        refuse(moved.wrong(), &pages, &moved)?;
        lap("compile");
        let assets = assets::Assets::new(&self.apps, &compiled, &theme_folder(&context.root))?;
        let blocks = markup::block_pages(&compiled, &pages);
        let uses = coverage::uses(&compiled);
        let stamp = stamp::where_shown(&compiled, &context.root);
        let site = markup::Site {
            blocks: &blocks,
            compiled: &compiled,
            pages: &pages,
            settings: &settings,
            aid: assets.names(),
            uses: &uses,
            stamp: stamp.as_ref(),
        };
        let stage = staging::Stage::beside(&context.destination)?;
        let mut html = RenderContext::new(
            &context.root,
            with_markup(&context.book, &site, &moved),
            html_config(&context.config, &context.root, &moved)?,
            stage.folder(),
        );
        html.chapter_titles.clone_from(&context.chapter_titles);
        lap("markup");
        HtmlHandlebars::new().render(&html)?;
        lap("mdbook");
        assets.write(stage.folder())?;
        finish::remove_unused(stage.folder())?;
        whole_policy::fill(stage.folder(), &compiled, &pages)?;
        let findable = findable::Findable::read(stage.folder(), &context.root, &context.config, &site)?;
        lap("read pages");
        findable.write(stage.folder())?;
        let title = context.config.book.title.as_deref().unwrap_or_default();
        let style = own_style::write(stage.folder(), title, &settings)?;
        // A preview must never show what the browser kept of an earlier one.
        let offline = settings.offline.unwrap_or(true) && !self.live_reload;
        // It lets through the scripts that are there by now.
        let script = offline::write_script(stage.folder(), offline)?;
        let base = Base::of(&settings, self.live_reload)?;
        let delivery = Delivery { script, base, moved };
        let navigation = navigation::Navigation::new(&context.book);
        finish::finish(
            stage.folder(),
            &navigation,
            &settings,
            &style,
            &delivery,
            &findable,
            self.live_reload,
        )?;
        server::write(stage.folder(), &delivery)?;
        offline::write_worker(stage.folder(), &delivery.moved, offline)?;
        lap("finish");
        if let Some(chromium) = &self.chromium {
            pdf::print(stage.folder(), chromium, &compiled, &pages)?;
            lap("pdf");
        }
        stage.swap_in()?;
        lap("swap in");
        Ok(())
    }
}

/// The book with clauses and blocks turned into HTML.
fn with_markup(book: &Book, site: &markup::Site<'_>, moved: &Moved) -> Book {
    // mdBook visits a chapter after those nested in it when it changes them, so their order is no guide.
    let numbers: BTreeMap<_, _> = book.chapters().map(|chapter| chapter.path.clone()).zip(0..).collect();
    let mut book = book.clone();
    book.for_each_chapter_mut(|chapter| {
        if let Some(number) = numbers.get(&chapter.path) {
            chapter.content = markup::page(site, *number);
            let moved = moved.clauses(&site.pages[*number].url).0;
            if !moved.is_empty() {
                chapter.content.push_str(&format!("\n\n{moved}\n"));
            }
        }
    });
    book
}

/// The theme: this project's, unless the book brings its own.
fn theme_folder(root: &Path) -> PathBuf {
    let own = root.join("theme");
    if own.is_dir() { own } else { workspace::root().join("theme") }
}

/// mdBook's own settings for HTML.
fn html_config(config: &Config, root: &Path, moved: &Moved) -> Result<Config> {
    let not_found = root.join(&config.book.src).join("404.md");
    let mut config = config.clone();
    let redirects: BTreeMap<&str, String> =
        moved.pages().map(|(page, target)| (page, moved::way(page, target))).collect();
    let html = json!({
        "redirect": redirects,
        "theme": theme_folder(root),
        "smart-punctuation": true,
        "hash-files": true,
        "print": { "enable": false },
        "input-404": if not_found.is_file() { "404.md" } else { "" },
    });
    config.set("output.html", html)?;
    Ok(config)
}
