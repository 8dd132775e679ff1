//! The check before a handbook is published: everything that is wrong, and everything that is missing.

use crate::book::compile::CompiledBook;
use crate::book::{LoadedBook, load};
use crate::browser_app::BrowserApps;
use crate::settings;
use crate::site::addresses::moved::Moved;
use crate::site::addresses::published;
use crate::site::counted_changes;
use crate::site::placeholders::placeholders;
use crate::site::render::HandbookRenderer;
use anyhow::{Context, Result};
use policy_compiler::prove::{self, prove};
use policy_compiler::{Compiled, Diagnostics, Page, coverage};
use std::path::Path;

/// Finds everything wrong with the pages of a book, and says how much there is when nothing is.
///
/// # Errors
/// [`NotBuilt`](crate::not_built::NotBuilt) where the pages are wrong; else what could not be read.
pub fn check(folder: &Path) -> Result<String> {
    let Sound { book, moved } = Sound::check(folder, Stage::Preview)?;
    let policy = &book.compiled.policy;
    let unpublished = match moved.unpublished(&book.book.pages, policy) {
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
        book.compiled.scenarios.len(),
    ))
}

/// Adds the pages and clauses of a book that is sound to those that were published, and says how many are new.
///
/// # Errors
/// As [`check`], and where the list cannot be written.
pub fn publish(folder: &Path) -> Result<String> {
    let Sound { book, moved } = Sound::check(folder, Stage::Publication)?;
    let new = moved.publish(folder, &book.book.pages, &book.compiled.policy)?;
    Ok(format!("{} has {new} new addresses: commit it with the pages", published::FILE))
}

/// What a book is checked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// That it can be built and read by those who make it.
    Preview,
    /// That customers can read it too.
    Publication,
}

/// A book that nothing is wrong with, and what has moved in it.
struct Sound {
    book: CompiledBook,
    moved: Moved,
}

impl Sound {
    fn check(folder: &Path, stage: Stage) -> Result<Self> {
        let book = CompiledBook::new(load(folder, None)?)?;
        let CompiledBook { book: LoadedBook { pages, shown_details, .. }, compiled, .. } = &book;
        let moved = Moved::read(folder, pages, &compiled.policy)?;
        let mut wrong = unfinished(compiled, pages, &moved, folder)?;
        if stage == Stage::Publication && is_handbook(compiled) {
            let file = settings::file(folder)?;
            wrong.append(settings::missing_contact_details(&file.text, pages.len(), shown_details));
            wrong.append(placeholders(pages));
        }
        moved.refuse(&wrong, pages)?;
        refuse_unbuildable(&book)?;
        Ok(Self { book, moved })
    }
}

/// Refuses a handbook that cannot be built, by building it without what runs in the browser.
fn refuse_unbuildable(book: &CompiledBook) -> Result<()> {
    let site = tempfile::tempdir().context("there is no temporary folder for the site")?;
    HandbookRenderer::new(BrowserApps::default()).render(book, &site.path().join("site"))
}

/// What is wrong with a handbook that may be previewed and not yet published: a gap in what carries the clauses out, a
/// promise that the rules break, an old address that leads nowhere, a count of changes that is not of these rules, or that
/// it does not say whose it is.
fn unfinished(compiled: &Compiled, pages: &[Page], moved: &Moved, folder: &Path) -> Result<Diagnostics> {
    let mut wrong = coverage::gaps(compiled, pages);
    if is_handbook(compiled) {
        wrong.append(settings::missing(&settings::file(folder)?.text, pages.len()));
    }
    let proofs = prove(&compiled.policy, &compiled.properties)?;
    prove::diagnostics(compiled, &proofs).into_iter().for_each(|broken| wrong.push(broken));
    let lost = moved.lost(pages, &compiled.policy);
    moved.wrong().iter().chain(lost.iter()).for_each(|fault| wrong.push(fault.clone()));
    moved.cut(folder, pages).into_iter().for_each(|cut| wrong.push(cut));
    counted_changes::refuse_stale(folder, compiled, &mut wrong);
    Ok(wrong)
}

/// Whether a book has clauses or blocks. One that has none need not say whose it is.
fn is_handbook(compiled: &Compiled) -> bool {
    compiled.pages.iter().any(|page| !page.labels.is_empty() || !page.blocks.is_empty())
}
