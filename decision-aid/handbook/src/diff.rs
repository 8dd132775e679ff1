//! `cargo handbook diff`: what a change to the pages does to the results, counted over every set of answers.
//!
//! `revision` takes the pages of a git revision out of the repository, [`policy_compiler::compare`] counts, `text` says it in words and
//! `counted` as a block for a page.
//!
//! A change is counted, not sampled: the questions of two revisions are put together by id, both are compiled over the same bits, and
//! those sets of answers are counted where they differ. Practice cases need not agree, because while a rule is being changed they
//! seldom do.

mod counted;
mod revision;
mod text;

use crate::book;
use crate::not_built::NotBuilt;
use anyhow::{Context, Result, anyhow};
pub(crate) use counted::rules;
pub use counted::{block, counted};
use policy::Policy;
use policy_compiler::Compiled;
use policy_compiler::compare::{self, CaseChange, Comparison};
use revision::Repository;
use std::fmt;
use std::io::Write;
use std::path::Path;

/// A revision of a book, and what came of it since.
#[derive(Debug)]
pub struct Difference {
    /// The revision.
    pub revision: Revision,
    /// The policy of that revision.
    pub before: Policy,
    /// The policy of the pages as they stand.
    pub now: Policy,
    /// How their results differ.
    pub comparison: Comparison,
    /// How many cases both have.
    pub cases: usize,
    /// Those that come to another result, in page order.
    pub case_changes: Vec<CaseChange>,
}

/// A git revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// As it was asked for: `HEAD~1`.
    pub name: String,
    /// The commit it stands for, in full.
    pub commit: String,
    /// The same, as short as can be.
    pub short: String,
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.commit.starts_with(&self.name) {
            return f.write_str(&self.short);
        }
        write!(f, "{} ({})", self.name, self.short)
    }
}

/// Compares the pages of a book as they stand with a git revision of them, whether or not their practice cases agree
/// with their rules. Nothing in the repository is touched.
///
/// # Errors
/// The book is not in a git repository, the revision does not exist or has no such book, the pages of either do not
/// compile, or their conditions are too entangled.
pub fn difference(book: &Path, revision: &str) -> Result<Difference> {
    let repository = Repository::of(book)?;
    let revision = repository.revision(revision)?;
    // Cases that a change contradicts are a reason to look at what it does, not a reason to refuse.
    let now = book::compile_book_despite_cases(book)?;
    compare_with(&repository, revision, &now)
}

/// Compares what was compiled from the pages of a book as they stand, with a git revision of them.
///
/// # Errors
/// As [`difference`].
pub(crate) fn difference_from(book: &Path, revision: &str, now: &Compiled) -> Result<Difference> {
    let repository = Repository::of(book)?;
    let revision = repository.revision(revision)?;
    compare_with(&repository, revision, now)
}

fn compare_with(repository: &Repository, revision: Revision, now: &Compiled) -> Result<Difference> {
    let folder = repository.book_at(&revision)?;
    let before = book::compile_book_despite_cases(folder.path());
    let before = before.map_err(|error| not_compiled(&revision, error))?;
    let comparison = compare::compare(&before.policy, &now.policy)?;
    let case_changes = compare::cases(&before, now);
    let had = |id: &String| before.scenarios.iter().any(|case| case.id == *id);
    let cases = now.scenarios.iter().filter(|case| had(&case.id)).count();
    let (before, now) = (before.policy, now.policy.clone());
    Ok(Difference { revision, before, now, comparison, cases, case_changes })
}

/// Compares the pages of a book with a git revision of them and writes what changes.
///
/// # Errors
/// As [`difference`], or output that cannot be written.
pub fn report(book: &Path, revision: &str, output: &mut impl Write) -> Result<()> {
    let difference = difference(book, revision)?;
    text::write(&difference, output).context("the output cannot be written")
}

/// Compares the pages of a book with a git revision of them and writes what changes as a block for a page.
///
/// # Errors
/// As [`report`].
pub fn report_as_block(book: &Path, revision: &str, output: &mut impl Write) -> Result<()> {
    let difference = difference(book, revision)?;
    output.write_all(block(&counted(&difference)).as_bytes()).context("the output cannot be written")
}

/// Says which pages are wrong: not those that stand there now.
fn not_compiled(revision: &Revision, error: anyhow::Error) -> anyhow::Error {
    let sentence = format!(
        "the pages of {revision} do not compile with this compiler, so nothing can be compared with them"
    );
    match error.downcast::<NotBuilt>() {
        Ok(wrong) => anyhow!("{sentence}\n\n{}", wrong.report()),
        Err(error) => error.context(sentence),
    }
}
