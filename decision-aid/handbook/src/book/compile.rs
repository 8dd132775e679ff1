//! Compiles the pages of a book.

use crate::book::{LoadedBook, NOT_FOUND, audience, load};
use crate::not_built::NotBuilt;
use crate::settings::{self, Settings};
use anyhow::{Result, bail};
use policy_compiler::{
    Compiled, Diagnostic, Diagnostics, Page, Place, compile, compile_despite_cases, refused_html,
};
use std::fs;
use std::path::{Component, Path};

/// The pages of a book, as every command reads them.
///
/// # Errors
/// [`NotBuilt`] where a file of the book is wrong; else what could not be read.
pub fn read_pages(folder: &Path) -> Result<Vec<Page>> {
    Ok(load(folder, None)?.pages)
}

/// A book with what its pages and its settings say.
#[derive(Debug)]
pub(crate) struct CompiledBook {
    pub(crate) book: LoadedBook,
    pub(crate) compiled: Compiled,
    pub(crate) settings: Settings,
}

impl CompiledBook {
    /// Compiles a book that was loaded.
    ///
    /// # Errors
    /// As [`compile_book`].
    pub(crate) fn new(book: LoadedBook) -> Result<Self> {
        let (compiled, settings) = compile_pages(&book)?;
        Ok(Self { book, compiled, settings })
    }

    /// The book without the pages that the audience does not get which it was read for.
    ///
    /// # Errors
    /// There is no such audience; [`NotBuilt`] where a page that stays links to one that does not.
    pub(crate) fn for_its_audience(mut self) -> Result<Self> {
        let Some(name) = &self.book.audience else { return Ok(self) };
        let audiences = &self.settings.audiences;
        let Some(readers) = audiences.get(name) else {
            let known: Vec<&str> = audiences.keys().map(String::as_str).collect();
            bail!(
                "book.toml names no audience `{name}`: it has {}. Add [output.handbook.audiences.{name}], or choose another",
                if known.is_empty() { "none".to_owned() } else { known.join(", ") }
            );
        };
        let out = audience::pages_left_out(&self.book, readers);
        let wrong = audience::links_out(&self.book, name, &out);
        if !wrong.is_empty() {
            return Err(NotBuilt::new(&wrong, &self.book.pages).into());
        }
        let stays = |url: &String| !out.contains(url);
        let pages = std::mem::take(&mut self.book.pages);
        let items = std::mem::take(&mut self.compiled.pages);
        (self.book.pages, self.compiled.pages) =
            pages.into_iter().zip(items).filter(|(page, _)| stays(&page.url)).unzip();
        audience::take_chapters_out(&mut self.book.book.items, &out);
        Ok(self)
    }

    /// The title of the book; empty where it has none.
    pub(crate) fn title(&self) -> &str {
        self.book.config.book.title.as_deref().unwrap_or_default()
    }
}

/// The policy of a book, and the pages it was made from.
///
/// # Errors
/// [`NotBuilt`] where the pages are wrong; else what could not be read.
pub fn compile_book(folder: &Path) -> Result<(Compiled, Vec<Page>)> {
    let CompiledBook { book, compiled, .. } = CompiledBook::new(load(folder, None)?)?;
    Ok((compiled, book.pages))
}

/// The policy of a book, whether or not its practice cases agree with it.
///
/// # Errors
/// As [`compile_book`], but for the practice cases.
pub fn compile_book_despite_cases(folder: &Path) -> Result<Compiled> {
    let book = load(folder, None)?;
    let settings = Settings::read(&book.config)?;
    compile_despite_cases(&book.pages, &settings.version)
        .map_err(|wrong| NotBuilt::new(&wrong, &book.pages).into())
}

/// The policy and the settings, or everything that is wrong with both.
fn compile_pages(book: &LoadedBook) -> Result<(Compiled, Settings)> {
    let pages = &book.pages;
    let file = settings::file(&book.root)?;
    let mut wrong = settings::wrong(&file.text, pages.len());
    wrong.append(missing_logo(book, &file.text));
    let settings = match Settings::read(&book.config) {
        // mdBook takes settings from the environment too.
        Err(error) if wrong.is_empty() => return Err(error),
        read => read.unwrap_or_default(),
    };
    audience::refuse_unknown(book, &settings.audiences, &file.text, &mut wrong);
    let not_found = not_found_page(book);
    if let Some(page) = &not_found {
        wrong.append(refused_html(pages.len() + 1, page));
    }
    match compile(pages, &settings.version) {
        Ok(compiled) if wrong.is_empty() => return Ok((compiled, settings)),
        Ok(_) => {}
        Err(more) => wrong.append(more),
    }
    let files: Vec<Page> = [file].into_iter().chain(not_found).collect();
    Err(NotBuilt::new(&wrong, &[pages.as_slice(), &files].concat()).into())
}

/// The page for addresses that lead nowhere, where the book has one. mdBook sets it beside those that its summary lists.
fn not_found_page(book: &LoadedBook) -> Option<Page> {
    let file = book.config.book.src.join(NOT_FOUND);
    let text = fs::read_to_string(book.root.join(&file)).ok()?;
    Some(Page {
        file: file.display().to_string().replace('\\', "/"),
        url: "404.html".to_owned(),
        text,
        ..Page::default()
    })
}

/// What is wrong with the logo: mdBook copies whatever stands beside the pages, and the logo has to be among it.
fn missing_logo(book: &LoadedBook, text: &str) -> Diagnostics {
    let mut wrong = Diagnostics::default();
    // By itself, so that it is looked for even where another setting is wrong.
    let logo = book.config.get::<String>("output.handbook.logo").ok().flatten();
    let src = book.root.join(&book.config.book.src);
    let below = |part: Component<'_>| matches!(part, Component::CurDir | Component::Normal(_));
    let missing = |logo: &String| !Path::new(logo).components().all(below) || !src.join(logo).is_file();
    if let Some(logo) = logo.filter(missing) {
        let span = settings::span_of(text, &["output", "handbook", "logo"]);
        let message = format!("there is no file `{logo}` beside the pages to be the logo");
        let place = Place::new(book.pages.len(), span);
        wrong.push(Diagnostic::new(place, message).help("put it there, or correct the name"));
    }
    wrong
}
