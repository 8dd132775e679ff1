//! Turns what stands in the pages into a policy whose references are known to exist.
//!
//! `read` gathers the blocks, `clauses` numbers the labels, `order` puts things in their order, `sources` finds what
//! a block cites, `conditions` looks names up, and the rest make one kind of thing each.

mod clauses;
mod conditions;
mod contradictions;
mod cycles;
mod entries;
mod fields;
mod letters;
mod limits;
mod mistakes;
mod opening;
mod options;
mod order;
mod properties;
mod questions;
mod quiz;
mod read;
mod record;
mod rules;
mod scenarios;
mod sources;
mod taught;
mod training;
mod unwritten;
mod usual;

use crate::block::Text;
use crate::dependencies::Questions;
use crate::diagram::soundness::{self, Law, Unsound};
use crate::diagram::space::{Space, TooLarge};
use crate::diagram::{self, Part};
use crate::kinds::Item;
use crate::names::Names;
use crate::scan::ScannedPage;
use crate::{Cases, Compiled, Diagnostic, Diagnostics, Page, PageItems, Place};
use clauses::Clauses;
use conditions::Vocabulary;
use fields::Fields;
use policy::{Diagrams, Paperwork, Policy, Question, Ref};
use read::{Blocks, Read};
use std::cell::RefCell;
use std::collections::HashMap;
use taught::Taught;

/// What the blocks are resolved against, and where everything that is wrong is noted. Each kind of block has its
/// methods in the file that is named after it.
struct Resolver<'a> {
    blocks: &'a Blocks<'a>,
    names: Vocabulary<'a>,
    clauses: Clauses,
    /// The fields of the record.
    fields: Fields,
    taught: Taught,
    /// In a cell, for what is noted changes nothing of what is known.
    diagnostics: RefCell<Diagnostics>,
}

impl<'a> Resolver<'a> {
    /// Gathers the names that the blocks declare. The questions are not known yet: conditions cannot be resolved.
    fn new(blocks: &'a Blocks<'a>, clauses: Clauses, mut diagnostics: Diagnostics) -> Self {
        Self {
            blocks,
            names: Vocabulary::gather(blocks, &mut diagnostics),
            clauses,
            fields: Fields::of_record(blocks, &mut diagnostics),
            taught: Taught::gather(blocks, &mut diagnostics),
            diagnostics: RefCell::new(diagnostics),
        }
    }

    /// Adds the questions themselves, whose choices conditions name.
    fn with_questions<'q>(self, asked: &'q [Question]) -> Resolver<'q>
    where
        'a: 'q,
    {
        let Self { blocks, names, clauses, fields, taught, diagnostics } = self;
        Resolver { blocks, names: names.with_questions(asked), clauses, fields, taught, diagnostics }
    }

    /// Makes everything, and hands back what was noted.
    fn compile(
        self,
        pages: &[Page],
        scanned_pages: &[ScannedPage],
        version: &str,
        cases: Cases,
    ) -> (Compiled, Diagnostics) {
        let mut policy = Policy { version: version.to_owned(), ..Policy::default() };
        policy.groups = questions::groups(self.blocks);
        policy.questions = self.questions();
        self.refuse_too_many_answers(&policy.questions);
        // The resolver keeps them while the rest of the policy is filled in.
        let questions = policy.questions.clone();
        let resolver = self.with_questions(&questions);
        resolver.rules(&mut policy);
        let paperwork = resolver.paperwork(scanned_pages);
        let training = resolver.training(pages);
        let properties = resolver.properties();
        let changes = resolver.blocks.changes.iter().map(|read| read.raw.clone()).collect();
        let pages = page_items(scanned_pages, &resolver.clauses, resolver.blocks);
        // Diagrams are made of sound rules only, and a scenario is checked by applying the policy with its diagrams.
        if resolver.is_sound() {
            resolver.diagrams(&mut policy);
        }
        let usual = resolver.usual_answers(&policy);
        let scenarios = resolver.scenarios(&policy, &usual, cases);
        let places = places(&pages);
        let compiled =
            Compiled { policy, paperwork, scenarios, training, properties, changes, pages, places };
        (compiled, resolver.diagnostics.into_inner())
    }
}

impl Resolver<'_> {
    /// Notes something wrong.
    fn push(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// Notes an error, and gives what was found otherwise.
    fn note<T>(&self, found: Result<T, Diagnostic>) -> Option<T> {
        self.diagnostics.borrow_mut().note(found)
    }

    fn diagnostic_count(&self) -> usize {
        self.diagnostics.borrow().iter().len()
    }

    /// Whether nothing wrong was noted so far.
    fn is_sound(&self) -> bool {
        self.diagnostics.borrow().is_empty()
    }

    /// What the ids of a list name. One that names nothing is noted and left out.
    fn find_all<T, R>(&self, names: &Names<R>, read: &Read<'_, T>, ids: &[Text]) -> Vec<Ref<R>> {
        let find = |id: &Text| names.find(id.get_ref(), read.place_of(id));
        ids.iter().filter_map(|id| self.note(find(id))).collect()
    }

    /// The questions of a list of ids.
    fn questions_of<T>(&self, read: &Read<'_, T>, ids: &[Text]) -> Vec<Ref<Question>> {
        self.find_all(&self.names.questions, read, ids)
    }

    /// Fills in the rules, which name the questions, and each other.
    fn rules(&self, policy: &mut Policy) {
        policy.conditions = self.conditions();
        policy.findings = self.findings();
        cycles::refuse(policy, self.blocks, &mut self.diagnostics.borrow_mut());
        policy.duties = self.duties();
        policy.options = self.options();
        policy.outcomes = self.outcomes(&policy.options);
        policy.contradictions = self.contradictions();
        policy.clauses.clone_from(&self.clauses.list);
    }

    fn paperwork(&self, scanned_pages: &[ScannedPage]) -> Paperwork {
        Paperwork {
            sections: self.record_sections(),
            reasons: self.reasons(),
            entries: self.entry_rules(),
            open_points: self.open_points(),
            letters: self.letters(),
            terms: scanned_pages.iter().flat_map(|scanned_page| scanned_page.terms.clone()).collect(),
        }
    }

    /// Compiles the conditions into diagrams, and notes what is wrong over the space of answers.
    fn diagrams(&self, policy: &mut Policy) {
        match self.over_all_answers(policy) {
            Ok((diagrams, read)) => {
                policy.diagrams = diagrams;
                for (contradiction, questions) in policy.contradictions.iter_mut().zip(read) {
                    contradiction.questions = questions.into_iter().collect();
                }
            }
            Err(large) => self.push(outgrown(large, self.blocks)),
        }
    }

    /// The diagrams, and the questions that each contradiction reads.
    fn over_all_answers(&self, policy: &Policy) -> Result<(Diagrams, Vec<Questions>), TooLarge> {
        let mut space = Space::new(policy);
        let diagrams = diagram::compile(policy, &mut space)?;
        let unsound = soundness::check(&mut space)?;
        unsound.into_iter().for_each(|wrong| self.push(unsound_diagnostic(wrong, self.blocks)));
        let read = self.read_by_contradictions(policy, &mut space)?;
        Ok((diagrams, read))
    }
}

/// Makes the policy. Where something is wrong it is noted, and what can still be checked is.
pub(crate) fn resolve(
    pages: &[Page],
    scanned_pages: &[ScannedPage],
    version: &str,
    cases: Cases,
    diagnostics: &mut Diagnostics,
) -> Compiled {
    if limits::refuse_too_many(scanned_pages, diagnostics) {
        return Compiled::default();
    }
    let clauses = clauses::number(pages, scanned_pages, diagnostics);
    let mut blocks = Blocks::read(scanned_pages, diagnostics);
    order::apply(&mut blocks, diagnostics);
    let resolver = Resolver::new(&blocks, clauses, std::mem::take(diagnostics));
    let (compiled, noted) = resolver.compile(pages, scanned_pages, version, cases);
    *diagnostics = noted;
    compiled
}

/// A breach of a law, at the part that breaks it.
fn unsound_diagnostic(wrong: Unsound, blocks: &Blocks<'_>) -> Diagnostic {
    let fix = match wrong.law {
        Law::OneOutcome => "let exactly one outcome hold for them",
        Law::EverythingHappens => "mend its condition, or remove it",
        Law::NoContradiction => "decide which of the two gives way, and say so in its condition",
        Law::EveryQuestionMatters => "let a rule or a record use it, or remove it",
    };
    let help = match wrong.witness {
        Some(witness) => format!("for example with {witness}; {fix}"),
        None => fix.to_owned(),
    };
    let diagnostic = Diagnostic::new(blocks.place_of_part(wrong.part), wrong.message).help(help);
    match wrong.other {
        Some((other, what)) => diagnostic.other(blocks.place_of_part(other), what),
        None => diagnostic,
    }
}

/// A diagram that outgrew its bound, at the condition that made it do so.
fn outgrown(large: TooLarge, blocks: &Blocks<'_>) -> Diagnostic {
    let part = large.part.unwrap_or(Part::Item(Item::Outcome(Ref::new(0))));
    let message =
        format!("the decision diagram of {} outgrew {} nodes", blocks.name_of_part(part), large.nodes);
    Diagnostic::new(blocks.place_of_part(part), message).help(
        "let this condition read fewer questions, or ask the questions that it joins next to each other: move them \
         in their `group`",
    )
}

/// What stands where, page by page.
fn page_items(scanned_pages: &[ScannedPage], clauses: &Clauses, blocks: &Blocks<'_>) -> Vec<PageItems> {
    let labels = |(number, scanned_page): (usize, &ScannedPage)| clauses.on_page(number, scanned_page);
    let labelled = scanned_pages.iter().enumerate().map(labels);
    let mut pages: Vec<PageItems> = labelled.map(|labels| PageItems { labels, blocks: Vec::new() }).collect();
    for (page, item) in blocks.items() {
        if let Some(page) = pages.get_mut(page) {
            page.blocks.push(item);
        }
    }
    pages
}

/// Where the id of each item stands: the first, for what may stand several times.
fn places(pages: &[PageItems]) -> HashMap<Item, Place> {
    let mut places = HashMap::new();
    for block in pages.iter().flat_map(|page| &page.blocks) {
        places.entry(block.item).or_insert_with(|| block.id.clone());
    }
    places
}

#[cfg(test)]
mod tests;
