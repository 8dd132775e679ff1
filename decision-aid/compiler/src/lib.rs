//! Reads the handbook's pages and makes the policy from them.
//!
//! The pages are the program: clause labels and fenced blocks of TOML in ordinary Markdown become a checked
//! [`policy::Policy`]. Whatever is wrong with them is collected as [`Diagnostic`]s that name file, line and
//! column, all in one run.
//!
//! It may depend on `policy`, readers of Markdown, TOML and HTML, and nothing that touches files or writes HTML: pages come
//! in as text, and what stands where on them goes out with the policy, for others to set as pages.
//!
//! Start with [`compile`]. Then: `scan` finds labels and blocks in a page, `block` says what may
//! stand in a block, `raw_html` what else a page may say in HTML, `invisible_text` what nobody sees on it, `expression` reads conditions, `resolve` turns names into references, `diagram` compiles
//! conditions, [`prove`](mod@prove) shows what holds for every set of answers, and [`compare`](mod@compare) for how many
//! of them two revisions of the pages differ. [`coverage`] says what carries out each clause, [`witnesses`](mod@witnesses) how to come to
//! each question and result, and `dependencies` on which questions each result depends.

mod block;
mod changes;
pub mod compare;
pub mod coverage;
mod dependencies;
mod diagnostic;
mod diagram;
mod expression;
mod invisible;
mod invisible_text;
mod kinds;
mod names;
mod placed;
pub mod placeholder;
pub mod prove;
mod raw_html;
mod repeated_headings;
mod resolve;
pub mod scan;
mod source;
mod toml_error;
mod typo;
pub mod witnesses;
mod words;

pub use changes::CountedChange;
pub use dependencies::{Dependencies, Questions, certain_after, dependencies};
pub use diagnostic::{Diagnostic, Diagnostics, Place};
pub use diagram::witness::Witness;
pub use kinds::{BlockKind, Insert, Item};
pub use names::{nearest, suggestion};
pub use placed::{PlacedItem, PlacedLabel};
pub use prove::{Property, TooEntangled};
pub use scan::Mark;
pub use source::{Location, MappedText, SourceFile, SourceMap};
pub use toml_error::in_plain_words;

use policy::{Paperwork, Policy, Scenario, Training};
use std::collections::HashMap;

/// One page of the handbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The file, as error messages name it: `src/policy/reports.md`.
    pub file: String,
    /// Where the page stands on the site, from its root: `policy/reports.html`.
    pub url: String,
    /// The Markdown, with what it includes.
    pub text: String,
    /// Where the text stands, when some of it is included from other files.
    pub source: SourceMap,
}

impl Page {
    /// Where a stretch of the text stands: in the page's own file or in one that it includes.
    pub fn locate(&self, span: std::ops::Range<usize>) -> Location<'_> {
        let own = Location { file: &self.file, text: &self.text, span: span.clone() };
        self.source.locate(span).unwrap_or(own)
    }
}

/// What the pages were made into.
#[derive(Debug, Clone, Default)]
pub struct Compiled {
    /// The policy.
    pub policy: Policy,
    /// The cases to learn from, in page order.
    pub scenarios: Vec<Scenario>,
    /// What is taught besides the cases: learning outcomes, the course and its questions.
    pub training: Training,
    /// What is written down under it: the record, the reasons, the letters.
    pub paperwork: Paperwork,
    /// What has to hold for every set of answers, in page order.
    pub properties: Vec<Property>,
    /// What changes of the rules did to the results, in page order: the newest first.
    pub changes: Vec<CountedChange>,
    /// What stands where, page by page, in the order of the pages given.
    pub pages: Vec<PageItems>,
    /// Where the id of each item stands.
    places: HashMap<Item, Place>,
}

impl Compiled {
    /// Where the id of an item stands.
    pub fn place_of(&self, item: Item) -> Option<Place> {
        self.places.get(&item).cloned()
    }
}

/// What stands on one page.
#[derive(Debug, Clone, Default)]
pub struct PageItems {
    /// The clause labels, in order.
    pub labels: Vec<PlacedLabel>,
    /// The blocks, in order.
    pub blocks: Vec<PlacedItem>,
}

/// What a page says in HTML, or links to, and may not. [`compile`] holds its pages to it too; this is for one that is no part
/// of the policy, with its number in a report.
pub fn refused_html(number: usize, page: &Page) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    raw_html::refuse(number, &page.text, &mut diagnostics);
    diagnostics.in_page_order()
}

/// Makes the policy from the pages.
///
/// `version` is what records and letters call this edition of the policy.
///
/// # Examples
/// ```
/// use policy_compiler::{Page, compile};
///
/// let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/books/good/small/src/rules.md"));
/// let mut page = Page { file: "rules.md".into(), url: "rules.html".into(), text: text.into(), ..Page::default() };
/// let compiled = compile(&[page.clone()], "1").expect("the page is sound");
/// assert_eq!(compiled.policy.questions.len(), 2);
///
/// // What is wrong is named with its place and the likely fix.
/// page.text = text.replace("when = \"late\"", "when = \"latte\"");
/// let wrong = compile(&[page.clone()], "1").expect_err("there is no such question");
/// assert_eq!(
///     wrong.lines(&[page]),
///     ["rules.md:44:9: no question, finding or condition `latte` (did you mean `late`?)"]
/// );
/// ```
///
/// # Errors
/// Everything that is wrong with the pages, in page order.
pub fn compile(pages: &[Page], version: &str) -> Result<Compiled, Diagnostics> {
    compile_with(pages, version, Cases::MustAgree)
}

/// Makes the policy from the pages as [`compile`] does, whether or not the practice cases agree with it: for a look
/// at what a change to a rule does before the cases are mended.
///
/// # Errors
/// Everything else that is wrong with the pages, in page order.
pub fn compile_despite_cases(pages: &[Page], version: &str) -> Result<Compiled, Diagnostics> {
    compile_with(pages, version, Cases::MayDisagree)
}

/// Whether the practice cases are held against the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cases {
    MustAgree,
    MayDisagree,
}

fn compile_with(pages: &[Page], version: &str, cases: Cases) -> Result<Compiled, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let scanned_pages: Vec<_> = pages
        .iter()
        .enumerate()
        .map(|(number, page)| scan::scan(number, &page.text, &mut diagnostics))
        .collect();
    for (number, page) in pages.iter().enumerate() {
        diagnostics.append(refused_html(number, page));
        repeated_headings::refuse(number, &page.text, &mut diagnostics);
    }
    let compiled = resolve::resolve(pages, &scanned_pages, version, cases, &mut diagnostics);
    for (number, page) in pages.iter().enumerate() {
        invisible_text::refuse(number, &page.text, &mut diagnostics);
    }
    if diagnostics.is_empty() { Ok(compiled) } else { Err(diagnostics.in_page_order()) }
}

/// Makes the diagrams of a policy anew, after its rules were changed in memory.
///
/// This is for asking what a policy would do if one of its rules were different. No page is read and nothing is checked, so the
/// policy may break the laws that [`compile`] insists on: where two outcomes hold, the earlier one is reported;
/// where none does, none is possible. [`prove::prove`] says which laws it breaks. As ever, no finding or condition
/// may rest on itself.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn recompile(mut policy: Policy) -> Result<Policy, TooEntangled> {
    let diagrams = diagram::compile(&policy, &mut diagram::space::Space::new(&policy));
    policy.diagrams = diagrams.map_err(|_| TooEntangled)?;
    Ok(policy)
}
