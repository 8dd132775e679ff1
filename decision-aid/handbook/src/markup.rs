//! The HTML of what this project adds to Markdown: clauses, blocks, checklists, and the element that the decision aid starts in.
//!
//! One function turns a page's Markdown into Markdown with HTML in it ([`page`]); each kind of thing has a module.

mod aid;
mod aid_use;
mod casebook_app;
mod changes;
mod clause;
mod condition;
mod content;
mod entries;
mod generated;
mod in_markdown;
mod letter;
mod picture;
mod property;
mod question;
mod record;
mod rule;
mod scenario;
mod slides;
mod training;
mod training_app;

pub(crate) use clause::in_words as force_in_words;
pub use rule::{BlockPages, block_pages};

use crate::settings::Settings;
pub(crate) use in_markdown::{as_block, in_paragraph};
use maud::{Markup, html};
use policy::{Clause, Policy, Ref, Source};
use policy_compiler::{Compiled, Item, Page};
use std::ops::Range;

/// Everything a page may need to know.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The policy, and what stands where.
    pub compiled: &'a Compiled,
    /// The pages that it was made from.
    pub pages: &'a [Page],
    /// What `book.toml` says.
    pub settings: &'a Settings,
    /// The files of the decision aid.
    pub aid: &'a AidFiles,
    /// The files of the training, where a page has an element for it.
    pub training: Option<&'a TrainingFiles>,
    /// The files of the register and the report, where a page has an element for one of them.
    pub casebook: Option<&'a CasebookFiles>,
    /// The files of the slides, where a page has them.
    pub slides: Option<&'a SlidesFiles>,
    /// Where the blocks stand that rules link to.
    pub blocks: &'a BlockPages<'a>,
    /// From what the site is built; only where a page shows it.
    pub build_info: Option<&'a BuildInfo>,
}

/// The files of the decision aid, from the root of the site.
#[derive(Debug, Clone, Default)]
pub struct AidFiles {
    /// The script that stands in the head of its page.
    pub early: String,
    /// The script that starts it.
    pub start: String,
    /// The script that loads the first program.
    pub first_glue: String,
    /// The first program.
    pub first_wasm: String,
    /// The same bytes as a script, for pages opened from a folder.
    pub first_wasm_script: String,
    /// The script that loads the whole program.
    pub glue: String,
    /// The whole program.
    pub wasm: String,
    /// The same bytes as a script, for pages opened from a folder.
    pub wasm_script: String,
    /// The script with what the page does for the whole program.
    pub page: String,
    /// The script that loads what writes Word documents.
    pub word_glue: String,
    /// The WebAssembly that writes Word documents.
    pub word_wasm: String,
    /// The same bytes as a script, for pages opened from a folder.
    pub word_wasm_script: String,
    /// The policy.
    pub policy: String,
    /// What is written down under it.
    pub deferred: String,
    /// The stylesheet.
    pub style: String,
}

/// The files of the training, from the root of the site, besides those that it shares with the decision aid.
#[derive(Debug, Clone, Default)]
pub struct TrainingFiles {
    /// The script that starts it.
    pub start: String,
    /// The script that loads the WebAssembly.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The same bytes as a script, for pages opened from a folder.
    pub wasm_script: String,
    /// What is taught.
    pub course: String,
    /// The stylesheet.
    pub style: String,
}

impl TrainingFiles {
    /// What its program is, and what that reads: no page but one of the training needs it.
    pub(crate) fn program(&self) -> [&str; 3] {
        [&self.glue, &self.wasm, &self.course]
    }
}

/// The files of the register and the report, from the root of the site, besides those that they share with the decision aid.
#[derive(Debug, Clone, Default)]
pub struct CasebookFiles {
    /// The script that starts either.
    pub start: String,
    /// The script that loads the WebAssembly.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The same bytes as a script, for pages opened from a folder.
    pub wasm_script: String,
    /// The stylesheet.
    pub style: String,
}

impl CasebookFiles {
    /// What its program is: no other page needs it.
    pub(crate) fn program(&self) -> [&str; 2] {
        [&self.glue, &self.wasm]
    }
}

/// The files of the slides, from the root of the site.
#[derive(Debug, Clone, Default)]
pub struct SlidesFiles {
    /// The script that shows one at a time.
    pub script: String,
    /// The stylesheet.
    pub style: String,
}

/// From what a site was built, and of when that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildInfo {
    /// The day of the revision, in UTC; with changes, or without a revision, the day of the build.
    pub date: String,
    /// The revision of the handbook's files.
    pub revision: String,
}

/// One page being set.
#[derive(Clone, Copy)]
struct Setting<'a> {
    site: Site<'a>,
    policy: &'a Policy,
    /// The way from the page to the root of the site: empty, or `../` once or more.
    root: &'a str,
}

/// The Markdown of a page with its labels and blocks turned into HTML.
pub fn page(site: &Site<'_>, number: usize) -> String {
    let page = &site.pages[number];
    let items = &site.compiled.pages[number];
    let root = "../".repeat(page.url.matches('/').count());
    let setting = Setting { site: *site, policy: &site.compiled.policy, root: &root };
    let labels = items.labels.iter().map(|label| (label.line.clone(), setting.label(label.clause).0));
    let folds = aid_use::folds(items, &page.text);
    let block = |at: usize| {
        let html = setting.block(&items.blocks, at, &page.text).0;
        (items.blocks[at].span.clone(), folds.around(at, &html))
    };
    let blocks = (0..items.blocks.len()).map(block);
    let used = items
        .labels
        .iter()
        .map(|label| (label.end..label.end, in_paragraph(setting.what_carries_out(label.clause)).0));
    let mut edits: Vec<(Range<usize>, String)> = labels.chain(used).chain(blocks).collect();
    edits.sort_by_key(|(span, _)| span.start);
    let mut text = replace(&page.text, &edits);
    text.push_str(&training::end(&items.blocks, &site.compiled.training).0);
    if !items.labels.is_empty() {
        text.push_str("\n\n");
        text.push_str(&as_block(setting.policy_note()).0);
        text.push('\n');
    }
    text
}

/// The text with each stretch replaced. The stretches do not overlap.
fn replace(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut replaced = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for (span, with) in edits {
        replaced.push_str(&text[done..span.start]);
        replaced.push_str(with);
        done = span.end;
    }
    replaced.push_str(&text[done..]);
    replaced
}

impl Setting<'_> {
    fn item(&self, item: Item) -> Markup {
        match item {
            Item::Question(question) => self.question(&self.policy[question]),
            Item::Group(group) => self.group(group),
            Item::Order => html! {},
            Item::Condition(condition) => self.named_condition(&self.policy[condition]),
            Item::Finding(finding) => self.finding(&self.policy[finding]),
            Item::Outcome(outcome) => self.outcome(&self.policy[outcome]),
            Item::Duty(duty) => self.duty(&self.policy[duty]),
            Item::Contradiction(number) => self.contradiction(&self.policy.contradictions[number.index()]),
            Item::Option(option) => self.option(&self.policy[option]),
            Item::Scenario(number) => self.scenario(&self.site.compiled.scenarios[number]),
            Item::Letter(number) => self.letter(&self.site.compiled.paperwork.letters[number]),
            Item::Record(number) => self.record_section(&self.site.compiled.paperwork.sections[number]),
            Item::Reasons => self.reasons(&self.site.compiled.paperwork.reasons),
            Item::CaseEntries => self.entry_rules(&self.site.compiled.paperwork.entries),
            Item::OpenPoint(number) => self.open_point(&self.site.compiled.paperwork.open_points[number]),
            Item::Property(number) => self.property(&self.site.compiled.properties[number]),
            Item::Changes(number) => self.counted(&self.site.compiled.changes[number]),
            Item::LearningOutcome(outcome) => self.learning_outcomes(&[outcome]),
            // Where a section begins, the one before it ends: see `block`.
            Item::CourseSection(section) => self.course_section(section),
            Item::QuizQuestion(number) => self.quiz_question(&self.site.compiled.training.questions[number]),
            Item::Insert(insert) => self.insert(insert),
        }
    }

    /// What every policy page says about itself.
    fn policy_note(&self) -> Markup {
        let Settings { council, policy, .. } = self.site.settings;
        html! {
            p class="policy-note" {
                "This page restates the " (council) " " (policy) " in plain English. Where the two differ, the original text prevails: "
                span data-fill="policy-source" {} "."
            }
        }
    }

    /// A link to a clause by its number.
    fn clause_link(&self, clause: Ref<Clause>) -> Markup {
        let clause = &self.policy[clause];
        html! { a class="clause-link" href={ (self.root) (clause.page) "#" (clause.id) } { (clause.number) } }
    }

    /// Where something comes from: its clauses, and on whose authority.
    fn source(&self, source: &Source) -> Markup {
        html! {
            span class="source" {
                (source.before_numbers())
                @for (number, clause) in source.clauses.iter().enumerate() {
                    @if number > 0 { ", " }
                    (self.clause_link(*clause))
                }
            }
        }
    }
}
