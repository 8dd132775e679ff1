//! The renderer that both doors end in: mdBook's own, with this project's pages around it.

use crate::book::compile::CompiledBook;
use crate::book::{LoadedBook, NOT_FOUND};
use crate::browser_app::BrowserApps;
use crate::not_built::NotWritten;
use crate::settings::Settings;
use crate::settings::site_url::SiteUrl;
use crate::site::addresses::moved::{self, Moved};
use crate::site::delivery::{Delivery, offline, server_files};
use crate::site::output_folder::{OutputFolder, Sources};
use crate::site::pages::{branding, build_info, navigation, postprocess, whole_policy};
use crate::site::{assets, course, metadata, pdf};
use crate::timings::Timings;
use crate::{markup, workspace};
use anyhow::Result;
use mdbook_core::book::Book;
use mdbook_core::config::Config;
use mdbook_html::HtmlHandlebars;
use mdbook_renderer::{RenderContext, Renderer};
use policy_compiler::{Compiled, Insert, Item};
use serde_json::json;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// mdBook's own HTML renderer with this project's pages around it.
pub(super) struct HandbookRenderer {
    pub(super) apps: BrowserApps,
    pub(super) live_reload: bool,
    /// What prints the PDFs, where there are to be any.
    pub(super) chromium: Option<PathBuf>,
    pub(super) timings: RefCell<Timings>,
}

impl HandbookRenderer {
    /// What sets a site that is neither a preview nor printed.
    pub(super) fn new(apps: BrowserApps) -> Self {
        Self { apps, live_reload: false, chromium: None, timings: RefCell::new(Timings::start()) }
    }

    /// Sets the pages of a book into a folder.
    ///
    /// # Errors
    /// [`crate::not_built::NotBuilt`] where what has moved, or a synonym, is wrong; else what could not be read or written.
    pub(super) fn render(&self, book: &CompiledBook, destination: &Path) -> Result<()> {
        self.make(book, destination).map_err(|error| NotWritten::explained(error, destination))
    }

    /// Makes the site and puts it into its folder.
    fn make(&self, book: &CompiledBook, destination: &Path) -> Result<()> {
        let lap = |name| self.timings.borrow_mut().lap(name);
        let CompiledBook { book: context, compiled, settings } = book;
        let pages = &context.pages;
        // Git answers on another processor, while the pages are set.
        let revision = build_info::Revision::ask_where_shown(compiled, &context.root);
        let pages_folder = context.root.join(&context.config.book.src);
        let history = metadata::History::ask(&pages_folder);
        let moved = Moved::read(&context.root, pages, &compiled.policy)?;
        moved.refuse(moved.wrong(), pages)?;
        lap("compile");
        let theme = theme_folder(&context.root);
        let sources = Sources { book: &context.root, pages: &pages_folder, theme: &theme };
        let output = OutputFolder::new(destination, &sources)?;
        let mut assets = assets::Assets::new(&self.apps, compiled, &theme)?;
        let course = course::course(book.title(), settings, compiled, pages)?;
        let training = match &course {
            Some(course) => Some(assets.add_training(&self.apps, course, &theme)?),
            None => None,
        };
        let casebook = has(compiled, |insert| matches!(insert, Insert::Register | Insert::Report))
            .then(|| assets.add_casebook(&self.apps, &theme))
            .transpose()?;
        let slides = has(compiled, |insert| insert == Insert::CasesAsSlides);
        let slides = slides.then(|| assets.add_slides(&theme)).transpose()?;
        let blocks = markup::block_pages(compiled, pages);
        let build_info = revision.map(build_info::Revision::build_info);
        let site = markup::Site {
            blocks: &blocks,
            compiled,
            pages,
            settings,
            aid: assets.names(),
            training: training.as_ref(),
            casebook: casebook.as_ref(),
            slides: slides.as_ref(),
            build_info: build_info.as_ref(),
        };
        let staging = output.staging()?;
        let html = html_context(context, &site, &moved, staging.path())?;
        lap("markup");
        HtmlHandlebars::new().render(&html)?;
        lap("mdbook");
        if has(compiled, |insert| IN_THE_BROWSER.contains(&insert)) {
            assets.write(staging.path())?;
        }
        self.complete(staging.path(), book, &site, history, moved)?;
        output.swap_in(staging)?;
        lap("swap in");
        Ok(())
    }

    /// Where the site stands, if anything says so: a preview has a server of its own.
    fn site_url(&self, settings: &Settings) -> Option<SiteUrl> {
        if self.live_reload { Some(SiteUrl::server_root()) } else { settings.site_url.clone() }
    }

    /// Adds to the pages that mdBook set what it does not know: the whole policy on one page, the search, colours, the
    /// content policy, PDFs, and what servers and browsers need.
    fn complete(
        &self,
        folder: &Path,
        book: &CompiledBook,
        site: &markup::Site<'_>,
        history: metadata::History,
        moved: Moved,
    ) -> Result<()> {
        let CompiledBook { book: context, settings, .. } = book;
        postprocess::remove_unused(folder)?;
        postprocess::remove_empty_folders(folder)?;
        whole_policy::fill(folder, site.compiled, site.pages)?;
        let metadata = metadata::Metadata::read(folder, book, site, history.last_changes())?;
        self.timings.borrow_mut().lap("read pages");
        metadata.write(folder)?;
        let style = branding::write(folder, book.title(), settings)?;
        // A preview must never show what the browser kept of an earlier one.
        let offline = settings.offline.unwrap_or(true) && !self.live_reload;
        // It lets through the scripts that are there by now.
        let script = offline::write_script(folder, offline)?;
        let delivery = Delivery { script, site_url: self.site_url(settings), moved };
        let navigation = navigation::Navigation::new(&context.book);
        postprocess::postprocess(
            folder,
            &navigation,
            settings,
            &style,
            &delivery,
            &metadata,
            self.live_reload,
        )?;
        server_files::write(folder, &delivery)?;
        self.timings.borrow_mut().lap("finish");
        if let Some(chromium) = &self.chromium {
            pdf::print(folder, chromium, site.compiled, site.pages)?;
            self.timings.borrow_mut().lap("pdf");
        }
        // Last, for it holds the hash of every file.
        let training = site.training.map(|files| files.program());
        let casebook = site.casebook.map(|files| files.program());
        let some_need: Vec<&str> =
            training.into_iter().flatten().chain(casebook.into_iter().flatten()).collect();
        offline::write_worker(folder, &delivery.moved, &some_need, offline)
    }
}

/// What an app runs in.
const IN_THE_BROWSER: [Insert; 7] = [
    Insert::DecisionAid,
    Insert::Course,
    Insert::Practice,
    Insert::KnowledgeCheck,
    Insert::Register,
    Insert::Report,
    Insert::CasesAsSlides,
];

/// Whether a page has an element of some kind.
fn has(compiled: &Compiled, kind: impl Fn(Insert) -> bool) -> bool {
    let mut blocks = compiled.pages.iter().flat_map(|page| &page.blocks);
    blocks.any(|block| matches!(block.item, Item::Insert(insert) if kind(insert)))
}

/// What mdBook's own renderer takes.
fn html_context(
    book: &LoadedBook,
    site: &markup::Site<'_>,
    moved: &Moved,
    folder: &Path,
) -> Result<RenderContext> {
    let config = html_config(&book.config, &book.root, moved)?;
    let mut html = RenderContext::new(&book.root, with_markup(&book.book, site, moved), config, folder);
    html.chapter_titles.clone_from(&book.chapter_titles);
    Ok(html)
}

/// The book with clauses and blocks turned into HTML.
fn with_markup(book: &Book, site: &markup::Site<'_>, moved: &Moved) -> Book {
    // mdBook visits a chapter after those nested in it when it changes them, so their order is no guide.
    let numbers: BTreeMap<_, _> = book.chapters().map(|chapter| chapter.path.clone()).zip(0..).collect();
    let mut book = book.clone();
    book.for_each_chapter_mut(|chapter| {
        if let Some(number) = numbers.get(&chapter.path) {
            chapter.content = markup::page(site, *number);
            let moved = markup::as_block(moved.clauses(&site.pages[*number].url)).0;
            if !moved.is_empty() {
                chapter.content.push_str(&format!("\n\n{moved}\n"));
            }
        }
    });
    book
}

/// The theme: this project's, unless the book brings its own.
pub(crate) fn theme_folder(root: &Path) -> PathBuf {
    let own = root.join("theme");
    if own.is_dir() { own } else { workspace::root().join("theme") }
}

/// mdBook's own settings for HTML.
fn html_config(config: &Config, root: &Path, moved: &Moved) -> Result<Config> {
    let not_found = root.join(&config.book.src).join(NOT_FOUND);
    let mut config = config.clone();
    let redirects: BTreeMap<&str, String> =
        moved.pages().map(|(page, target)| (page, moved::way(page, target))).collect();
    let html = json!({
        "redirect": redirects,
        "theme": theme_folder(root),
        "smart-punctuation": true,
        "hash-files": true,
        "print": { "enable": false },
        "input-404": if not_found.is_file() { NOT_FOUND } else { "" },
    });
    config.set("output.html", html)?;
    Ok(config)
}
