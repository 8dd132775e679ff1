//! What the tests of the whole handbook share: where things are, and the book compiled once.
//!
//! It may depend on everything; nothing depends on it. Each file in `tests/` asks one question of the whole:
//! `diagnostics` of the fixture books in `books/`, `provisions` and `model` of the handbook's pages, `built_book`
//! of its site, `delivery` of how that is delivered, `flow` of the way through the aid, `golden`, `ways` and `paper` of the pages that it writes itself,
//! `from_the_source` of cases written from the policy's text, `training` and `training_pages` of what is taught, `scorm` of its packages,
//! `mutants` of the proofs and scenarios themselves. [`model`] is the decision model once more, written from the design
//! and not from the pages, [`cases`] makes cases to try, [`git`] repositories, [`EditedBook`] a copy of a book to change, [`large`] books and policies much larger than the handbook, and [`mutants`] policies with one mistake each.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot find its material can only stop")]

pub mod cases;
mod edited_book;
pub mod git;
pub mod large;
pub mod model;
pub mod mutants;
pub mod untrusted;

pub use edited_book::EditedBook;

use handbook::book::read_pages;
use handbook::browser_app::{BrowserApp, BrowserApps, OfOthers};
use handbook::site::{Build, Built, build};
use handbook::timings::Timings;
use policy::Content;
use policy_compiler::{Compiled, Page, compile};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The real handbook, compiled once.
pub static HANDBOOK: LazyLock<Compiled> = LazyLock::new(|| {
    let pages = pages(&root());
    compile(&pages, "test").unwrap_or_else(|diagnostics| panic!("{}", diagnostics.report(&pages, false)))
});

/// Its policy, and what is written down under it, as the decision aid has them.
pub static CONTENT: LazyLock<Content> =
    LazyLock::new(|| Content { policy: HANDBOOK.policy.clone(), paperwork: HANDBOOK.paperwork.clone() });

/// Settings that say what customers are told to reach: without them no handbook is published.
pub const CONTACT_DETAILS: &str = r#"
[output.handbook.contact-details]
phone = "01632 960000"
text-relay = "18001 01632 960000"
bsl = "Ask us for an interpreter"
address = ["Example County Council", "1 Example Street"]
review = "mailto:reviews@example.org"
feedback-policy = "https://www.example.org/feedback"
ombudsman = "https://www.example.org/ombudsman"
crisis-lines = [{ name = "Example helpline", number = "01632 960001", hours = "day and night" }]
"#;

/// The root of the workspace.
pub fn root() -> PathBuf {
    tests().parent().expect("the tests are in the workspace").to_owned()
}

/// The folder of this package.
pub fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The pages of a book, as every command reads them.
pub fn pages(book: &Path) -> Vec<Page> {
    read_pages(book).unwrap_or_else(|error| panic!("{error:#}"))
}

/// Builds a book with apps that are none, so that nothing is compiled for the browser.
///
/// # Errors
/// As [`handbook::site::build`].
pub fn build_into(book: &Path, out: &Path) -> anyhow::Result<Built> {
    build_for(book, out, None)
}

/// The same, for an audience.
///
/// # Errors
/// As [`handbook::site::build`].
pub fn build_for(book: &Path, out: &Path, audience: Option<&str>) -> anyhow::Result<Built> {
    let request = Build {
        book: book.to_owned(),
        out: Some(out.to_owned()),
        audience: audience.map(str::to_owned),
        apps: apps_that_are_none(),
        live_reload: false,
    };
    build(&request, &mut Timings::start())
}

/// Something in the places of the apps, so that nothing is compiled for the browser.
pub fn apps_that_are_none() -> BrowserApps {
    let app = |name: &str| BrowserApp { wasm: name.into(), glue: format!("'no glue of {name}';") };
    BrowserApps {
        first: app("no aid"),
        aid: app("no aid"),
        word: app("no writer"),
        training: app("no training"),
        casebook: app("no register"),
        of_others: OfOthers::default(),
    }
}

/// Every file in a folder, by its name from there.
pub fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("its entries can be read").path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            found.insert(name);
        }
    }
    found
}

/// The folders of fixture books in `books/good` or `books/bad`, by name.
pub fn books(kind: &str) -> Vec<PathBuf> {
    let folder = tests().join("books").join(kind);
    let entries = std::fs::read_dir(&folder).expect("the fixture books are there");
    let mut books: Vec<PathBuf> = entries
        .map(|entry| entry.expect("its entries can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    books.sort();
    books
}

/// An answer to a question, chosen so that most cases come far: fewer dangers and more checks met than by chance.
pub fn any_answer(question: &policy::Question, rng: &mut fastrand::Rng) -> policy::Answer {
    let chosen = match &question.answers {
        policy::AnswerKind::YesNo => {
            let likely = match question.needs {
                Some(true) => 9,
                Some(false) => 1,
                None => 4,
            };
            u32::from(rng.u32(0..10) < likely)
        }
        policy::AnswerKind::OneOf(choices) => 1 << rng.usize(0..choices.len()),
        policy::AnswerKind::AnyOf(choices) => {
            (0..choices.len()).filter(|_| rng.u32(0..4) == 0).map(|choice| 1 << choice).sum()
        }
    };
    question.answer(policy::Selection::Chosen(chosen))
}
