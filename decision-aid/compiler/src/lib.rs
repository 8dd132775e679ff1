//! Reads the handbook's pages and makes the policy from them.
//!
//! The pages are the program: clause labels and fenced blocks of TOML in ordinary Markdown become a checked
//! [`policy::Policy`]. Whatever is wrong with them is collected as [`Diagnostic`]s that name file, line and
//! column, all in one run.
//!
//! It may depend on `policy`, a Markdown and a TOML reader, and nothing that touches files or HTML: pages come
//! in as text, and what stands where on them goes out with the policy, for others to set as pages.
//!
//! Start with [`compile`]. Then: [`outline`](mod@outline) finds labels and blocks in a page, `block` says what may
//! stand in a block, `expression` reads conditions, `resolve` turns names into references, `diagram` compiles
//! conditions, and [`prove`](mod@prove) shows what holds for every set of answers. [`coverage`] says what carries out each
//! clause, [`ways`] how to come to each question and result, and `reading` which questions each result reads.

mod block;
pub mod coverage;
mod diagnostic;
mod diagram;
mod expression;
mod names;
pub mod outline;
pub mod prove;
mod reading;
mod resolve;
pub mod ways;

pub use diagnostic::{Diagnostic, Diagnostics, Place};
pub use diagram::witness::Witness;
pub use outline::{BlockKind, Insert, Mark};
pub use prove::Property;
pub use reading::{Reading, Reads, certain_after, reading};
pub use resolve::{Item, PlacedItem, PlacedLabel};

use policy::{Letter, Policy, Scenario};

/// One page of the handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The file, as error messages name it: `src/policy/reports.md`.
    pub file: String,
    /// Where the page stands on the site, from its root: `policy/reports.html`.
    pub url: String,
    /// The Markdown.
    pub text: String,
}

/// What the pages were made into.
#[derive(Debug, Clone, Default)]
pub struct Compiled {
    /// The policy.
    pub policy: Policy,
    /// The cases to learn from, in page order.
    pub scenarios: Vec<Scenario>,
    /// The letters, in page order.
    pub letters: Vec<Letter>,
    /// What has to hold for every set of answers, in page order.
    pub properties: Vec<Property>,
    /// What stands where, page by page, in the order of the pages given.
    pub pages: Vec<PageItems>,
}

impl Compiled {
    /// Where the id of an item stands.
    pub fn place_of(&self, item: Item) -> Option<Place> {
        let mut blocks = self.pages.iter().flat_map(|page| &page.blocks);
        blocks.find(|block| block.item == item).map(|block| block.id.clone())
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

/// Makes the policy from the pages.
///
/// `version` is what records and letters call this edition of the policy.
///
/// # Errors
/// Everything that is wrong with the pages, in page order.
pub fn compile(pages: &[Page], version: &str) -> Result<Compiled, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let outlines: Vec<_> = pages
        .iter()
        .enumerate()
        .map(|(number, page)| outline::outline(number, &page.text, &mut diagnostics))
        .collect();
    let compiled = resolve::resolve(pages, &outlines, version, &mut diagnostics);
    if diagnostics.is_empty() { Ok(compiled) } else { Err(diagnostics.in_page_order()) }
}
