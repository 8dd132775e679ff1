//! Turns what stands in the pages into a policy whose references are known to exist.
//!
//! `read` gathers the blocks, `clauses` numbers the labels, `order` puts things in their order, `sources` finds what
//! a block cites, `conditions` looks names up, and the rest make one kind of thing each.

mod clauses;
mod conditions;
mod cycles;
mod fields;
mod letters;
mod limits;
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
mod training;

use crate::diagram::soundness::{self, Law, Unsound};
use crate::diagram::space::{Space, TooLarge};
use crate::diagram::{self, Part};
use crate::outline::{Insert, Outline};
use crate::{Cases, Compiled, Diagnostic, Diagnostics, Page, PageItems, Place};
use conditions::Vocabulary;
use policy::{
    Clause, CourseSection, Diagrams, Duty, Finding, Group, LearningOutcome, NamedCondition, Outcome,
    Paperwork, Policy, PolicyOption, Question, Ref,
};
use read::Blocks;
use std::collections::HashMap;
use std::ops::Range;

/// A clause label, and where it stands on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLabel {
    /// The bytes of the label line, up to the text of the paragraph.
    pub line: Range<usize>,
    /// Where its id stands.
    pub id: Place,
    /// Where the paragraph ends.
    pub end: usize,
    /// The clause.
    pub clause: Ref<Clause>,
    /// Why nothing needs to use the clause.
    pub mark: Option<crate::Mark>,
}

/// A block, and where it stands on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedItem {
    /// The bytes of the block, fences included.
    pub span: Range<usize>,
    /// Where its id stands; the whole block where it has none.
    pub id: Place,
    /// What it became.
    pub item: Item,
}

/// What a block became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is what its block is called")]
pub enum Item {
    Question(Ref<Question>),
    Group(Ref<Group>),
    Order,
    Condition(Ref<NamedCondition>),
    Finding(Ref<Finding>),
    Outcome(Ref<Outcome>),
    Duty(Ref<Duty>),
    Option(Ref<PolicyOption>),
    /// By its place among the scenarios.
    Scenario(usize),
    /// By its place among the letters.
    Letter(usize),
    /// By its place among the sections of the record.
    Record(usize),
    Reasons,
    /// By its place among the open points.
    OpenPoint(usize),
    /// By its place among the properties.
    Property(usize),
    /// By its place among the counted changes.
    Changes(usize),
    LearningOutcome(Ref<LearningOutcome>),
    CourseSection(Ref<CourseSection>),
    /// By its place among the questions to learners.
    QuizQuestion(usize),
    Insert(Insert),
}

/// Makes the policy. Where something is wrong it is noted, and what can still be checked is.
pub(crate) fn resolve(
    pages: &[Page],
    outlines: &[Outline],
    version: &str,
    cases: Cases,
    diagnostics: &mut Diagnostics,
) -> Compiled {
    if limits::refuse_too_many(outlines, diagnostics) {
        return Compiled::default();
    }
    let clauses = clauses::number(pages, outlines, diagnostics);
    let mut blocks = Blocks::read(outlines, diagnostics);
    order::apply(&mut blocks, diagnostics);
    let names = Vocabulary::gather(&blocks, diagnostics);
    let mut policy = Policy { version: version.to_owned(), ..Policy::default() };
    policy.groups = questions::groups(&blocks);
    policy.questions = questions::questions(&blocks, &names, &clauses, diagnostics);
    limits::refuse_too_many_answers(&policy.questions, &blocks, diagnostics);
    let vocabulary = names.with_questions(&policy.questions);
    policy.conditions = rules::conditions(&blocks, &vocabulary, diagnostics);
    policy.findings = rules::findings(&blocks, &vocabulary, &clauses, diagnostics);
    cycles::refuse(&policy, &blocks, diagnostics);
    policy.duties = rules::duties(&blocks, &vocabulary, &clauses, diagnostics);
    let fields = fields::Fields::of_record(&blocks, diagnostics);
    policy.options = options::options(&blocks, &vocabulary, &clauses, &fields, diagnostics);
    policy.outcomes = rules::outcomes(&blocks, &vocabulary, &clauses, &policy.options, diagnostics);
    let paperwork = Paperwork {
        sections: record::sections(&blocks, &vocabulary, &clauses, &fields, diagnostics),
        reasons: record::reasons(&blocks, &vocabulary, &clauses, &fields, diagnostics),
        open_points: record::open_points(&blocks, &vocabulary, &clauses, diagnostics),
        letters: letters::letters(&blocks, &vocabulary, &clauses, &fields, diagnostics),
        terms: outlines.iter().flat_map(|outline| outline.terms.clone()).collect(),
    };
    let taught = training::Taught::gather(&blocks, diagnostics);
    let training = training::training(&blocks, &taught, pages, &clauses, diagnostics);
    let properties = properties::properties(&blocks, &vocabulary, &clauses, diagnostics);
    let changes = blocks.changes.iter().map(|read| read.raw.clone()).collect();
    let pages = page_items(outlines, &clauses, &blocks);
    policy.clauses.clone_from(&clauses.list);
    // A scenario is checked by applying the policy, which must be whole for that.
    let whole = diagnostics.is_empty();
    let diagrams = if whole { compile_diagrams(&policy, &blocks, diagnostics) } else { Diagrams::default() };
    policy.diagrams = diagrams;
    let whole = diagnostics.is_empty() && cases == Cases::MustAgree;
    let names = scenarios::Known {
        vocabulary: &vocabulary,
        clauses: &clauses,
        taught: &taught,
        policy: &policy,
        whole,
    };
    let scenarios = scenarios::scenarios(&blocks, names, diagnostics);
    let places = places(&pages);
    Compiled { policy, paperwork, scenarios, training, properties, changes, pages, places }
}

/// Compiles the conditions into diagrams, and notes what is wrong over the space of answers.
fn compile_diagrams(policy: &Policy, blocks: &Blocks<'_>, diagnostics: &mut Diagnostics) -> Diagrams {
    let mut space = Space::new(policy);
    let compiled = diagram::compile(policy, &mut space)
        .and_then(|diagrams| Ok((diagrams, soundness::check(&mut space)?)));
    match compiled {
        Ok((diagrams, unsound)) => {
            unsound.into_iter().for_each(|wrong| diagnostics.push(unsound_diagnostic(wrong, blocks)));
            diagrams
        }
        Err(large) => {
            diagnostics.push(outgrown(large, blocks));
            Diagrams::default()
        }
    }
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
fn page_items(outlines: &[Outline], clauses: &clauses::Clauses, blocks: &Blocks<'_>) -> Vec<PageItems> {
    let labels = |(number, outline): (usize, &Outline)| clauses.on_page(number, outline);
    let labelled = outlines.iter().enumerate().map(labels);
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
