//! The site of a book that teaches a course, as it goes into a package for learning systems.

use crate::book::compile::CompiledBook;
use crate::book::load;
use crate::browser_app::BrowserApps;
use crate::site::delivery::NOT_FOUND;
use crate::site::delivery::offline::WORKER_FILE;
use crate::site::delivery::server_files;
use crate::site::files::files;
use crate::site::output_folder::MARKER;
use crate::site::render::HandbookRenderer;
use anyhow::{Result, anyhow};
use mdbook_core::book::Book;
use policy::Ref;
use policy_compiler::{Compiled, Item, Page};
use std::path::{Path, PathBuf};

/// What is about the folder and the address that a site has on the web.
const FOR_WEB_SITES: [&str; 8] =
    [MARKER, ".nojekyll", NOT_FOUND, "_headers", "_redirects", "robots.txt", "sitemap.xml", WORKER_FILE];

/// A site that no service worker keeps, and what a learning system has to know of it.
#[derive(Debug)]
pub(crate) struct CourseSite {
    /// The folder of the site.
    pub(crate) folder: PathBuf,
    /// The folder that the book's own site stands in.
    pub(crate) beside: PathBuf,
    /// The title of the book.
    pub(crate) title: String,
    /// The edition of its pages; empty where `book.toml` says none.
    pub(crate) edition: String,
    /// The language of the book.
    pub(crate) language: String,
    /// What the page of the course is called.
    pub(crate) course: String,
    /// Where that page stands, from the root of the site.
    pub(crate) page: String,
}

impl CourseSite {
    /// The files that a learning system hands out, by name from the root: all but those that only web servers read.
    pub(crate) fn files(&self) -> Result<Vec<String>> {
        let mut files = files(&self.folder)?;
        let for_servers = format!("{}/", server_files::FOLDER);
        files.retain(|file| !FOR_WEB_SITES.contains(&file.as_str()) && !file.starts_with(&for_servers));
        Ok(files)
    }
}

/// Builds the site of a book into a folder of its own.
///
/// # Errors
/// The book has no course; or as [`crate::site::build`].
pub(crate) fn build_course_site(folder: &Path, out: &Path, apps: BrowserApps) -> Result<CourseSite> {
    let mut book = load(folder, None)?;
    let own = book.destination.clone();
    let beside = own.parent().unwrap_or(&own).to_owned();
    let out = std::path::absolute(out)?;
    // A worker would keep the files of one learning system's address for all that stands there.
    book.config.set("output.handbook.offline", false)?;
    let book = CompiledBook::new(book)?;
    let (number, page) = course_page(&book.compiled, &book.book.pages).ok_or_else(no_course)?;
    let (course, page) = (chapter_name(&book.book.book, number), page.url.clone());
    HandbookRenderer::new(apps).render(&book, &out)?;
    let CompiledBook { book, settings, .. } = book;
    Ok(CourseSite {
        folder: out,
        beside,
        title: book.config.book.title.clone().unwrap_or_default(),
        edition: settings.version,
        language: book.config.book.language.clone().unwrap_or_else(|| "en".to_owned()),
        course,
        page,
    })
}

/// The page with the first section of the course, and its number.
fn course_page<'p>(compiled: &Compiled, pages: &'p [Page]) -> Option<(usize, &'p Page)> {
    compiled.training.sections.first()?;
    let number = compiled.place_of(Item::CourseSection(Ref::new(0)))?.page;
    Some((number, pages.get(number)?))
}

fn chapter_name(book: &Book, number: usize) -> String {
    book.chapters().nth(number).map(|chapter| chapter.name.clone()).unwrap_or_default()
}

fn no_course() -> anyhow::Error {
    anyhow!(
        "this handbook has no course to make a package of: write a page with `course-section` and `quiz-question` blocks, \
         as “The course and its questions” on the page “Keeping this handbook” shows, and name it in SUMMARY.md"
    )
}
