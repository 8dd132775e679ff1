//! Gathers the blocks of all pages by kind.

use super::{Item, PlacedItem};
use crate::block;
use crate::block::{
    RawCondition, RawCourseSection, RawDuty, RawFinding, RawGroup, RawLearningOutcome, RawLetter,
    RawOpenPoint, RawOption, RawOrder, RawOutcome, RawProperty, RawQuestion, RawQuizQuestion, RawReasons,
    RawRecord, RawScenario, Text,
};
use crate::diagram::Part;
use crate::outline::{Block, BlockKind, Insert, Outline};
use crate::{CountedChange, Diagnostics, Place};
use policy::Ref;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// A block that could be read, and where it came from.
pub(crate) struct Read<'a, T> {
    pub(crate) raw: T,
    pub(crate) block: &'a Block,
}

impl<T> Read<'_, T> {
    /// Where some text of the block stands, quotes left out.
    pub(crate) fn place_of(&self, text: &Text) -> Place {
        self.block.locate(inside_quotes(&self.block.text, text.span()))
    }

    /// Where a part of some text of the block stands.
    pub(crate) fn place_in(&self, text: &Text, part: &Range<usize>) -> Place {
        let start = inside_quotes(&self.block.text, text.span()).start;
        self.block.locate(start + part.start..start + part.end)
    }
}

/// The span of a TOML string without its quotes.
fn inside_quotes(toml: &str, span: Range<usize>) -> Range<usize> {
    let written = &toml[span.clone()];
    let quotes = ["\"\"\"\n", "\"\"\"", "'''\n", "'''", "\"", "'"];
    let Some(open) = quotes.into_iter().find(|quote| written.starts_with(quote)) else { return span };
    let close = open.trim_end().len();
    span.start + open.len()..(span.end - close).max(span.start + open.len())
}

/// The blocks of all pages, by kind, in page order (or the order that `order` gives them).
#[derive(Default)]
pub(crate) struct Blocks<'a> {
    pub(crate) questions: Vec<Read<'a, RawQuestion>>,
    pub(crate) groups: Vec<Read<'a, RawGroup>>,
    pub(crate) orders: Vec<Read<'a, RawOrder>>,
    pub(crate) conditions: Vec<Read<'a, RawCondition>>,
    pub(crate) findings: Vec<Read<'a, RawFinding>>,
    pub(crate) outcomes: Vec<Read<'a, RawOutcome>>,
    pub(crate) duties: Vec<Read<'a, RawDuty>>,
    pub(crate) options: Vec<Read<'a, RawOption>>,
    pub(crate) scenarios: Vec<Read<'a, RawScenario>>,
    pub(crate) letters: Vec<Read<'a, RawLetter>>,
    pub(crate) records: Vec<Read<'a, RawRecord>>,
    pub(crate) reasons: Vec<Read<'a, RawReasons>>,
    pub(crate) open_points: Vec<Read<'a, RawOpenPoint>>,
    pub(crate) properties: Vec<Read<'a, RawProperty>>,
    pub(crate) changes: Vec<Read<'a, CountedChange>>,
    pub(crate) learning_outcomes: Vec<Read<'a, RawLearningOutcome>>,
    pub(crate) sections: Vec<Read<'a, RawCourseSection>>,
    pub(crate) quiz_questions: Vec<Read<'a, RawQuizQuestion>>,
    inserts: Vec<(&'a Block, Insert)>,
}

impl<'a> Blocks<'a> {
    pub(crate) fn read(outlines: &'a [Outline], diagnostics: &mut Diagnostics) -> Self {
        let mut blocks = Self::default();
        for block in outlines.iter().flat_map(|outline| &outline.blocks) {
            match block.kind {
                BlockKind::Question => read(block, &mut blocks.questions, diagnostics),
                BlockKind::Group => read(block, &mut blocks.groups, diagnostics),
                BlockKind::Order => read(block, &mut blocks.orders, diagnostics),
                BlockKind::Condition => read(block, &mut blocks.conditions, diagnostics),
                BlockKind::Finding => read(block, &mut blocks.findings, diagnostics),
                BlockKind::Outcome => read(block, &mut blocks.outcomes, diagnostics),
                BlockKind::Duty => read(block, &mut blocks.duties, diagnostics),
                BlockKind::Option => read(block, &mut blocks.options, diagnostics),
                BlockKind::Scenario => read(block, &mut blocks.scenarios, diagnostics),
                BlockKind::Letter => read(block, &mut blocks.letters, diagnostics),
                BlockKind::Record => read(block, &mut blocks.records, diagnostics),
                BlockKind::Reasons => read(block, &mut blocks.reasons, diagnostics),
                BlockKind::OpenPoint => read(block, &mut blocks.open_points, diagnostics),
                BlockKind::Property => read(block, &mut blocks.properties, diagnostics),
                BlockKind::Changes => read(block, &mut blocks.changes, diagnostics),
                BlockKind::LearningOutcome => read(block, &mut blocks.learning_outcomes, diagnostics),
                BlockKind::CourseSection => read(block, &mut blocks.sections, diagnostics),
                BlockKind::QuizQuestion => read(block, &mut blocks.quiz_questions, diagnostics),
                BlockKind::Insert(insert) => blocks.inserts.push((block, insert)),
            }
        }
        blocks
    }

    /// Where a part of the policy stands: the id of an item, or the reason of a rule.
    pub(crate) fn place_of_part(&self, part: Part) -> Place {
        match part {
            Part::Item(item) => self.place_of_item(item),
            Part::Rule(option, place) => {
                let read = self.options.get(option.index());
                let rule = read.and_then(|read| Some(read.place_of(&read.raw.rules.get(place)?.because)));
                rule.unwrap_or_else(|| self.place_of_item(Item::Option(option)))
            }
        }
    }

    /// What a part of the policy is called.
    pub(crate) fn name_of_part(&self, part: Part) -> String {
        fn named<T>(kind: &str, reads: &[Read<'_, T>], number: usize, id: impl Fn(&T) -> &Text) -> String {
            reads
                .get(number)
                .map_or_else(|| kind.to_owned(), |read| format!("{kind} `{}`", id(&read.raw).get_ref()))
        }
        match part {
            Part::Item(Item::Condition(at)) => {
                named("the condition", &self.conditions, at.index(), |raw| &raw.id)
            }
            Part::Item(Item::Finding(at)) => named("the finding", &self.findings, at.index(), |raw| &raw.id),
            Part::Item(Item::Outcome(at)) => named("the outcome", &self.outcomes, at.index(), |raw| &raw.id),
            Part::Item(Item::Duty(at)) => named("the duty", &self.duties, at.index(), |raw| &raw.id),
            Part::Item(Item::Option(at)) => named("the option", &self.options, at.index(), |raw| &raw.id),
            Part::Rule(at, place) => {
                let option = named("the option", &self.options, at.index(), |raw| &raw.id);
                format!("rule {} of {option}", place + 1)
            }
            // No other block has a condition.
            Part::Item(_) => "the policy".to_owned(),
        }
    }

    /// Where the id of an item stands.
    pub(crate) fn place_of_item(&self, item: Item) -> Place {
        self.id_of(item).unwrap_or(Place::new(0, 0..0))
    }

    fn id_of(&self, item: Item) -> Option<Place> {
        fn id<T>(reads: &[Read<'_, T>], number: usize, id: impl Fn(&T) -> &Text) -> Option<Place> {
            reads.get(number).map(|read| read.place_of(id(&read.raw)))
        }
        match item {
            Item::Question(question) => id(&self.questions, question.index(), |raw| &raw.id),
            Item::Group(group) => id(&self.groups, group.index(), |raw| &raw.id),
            Item::Condition(condition) => id(&self.conditions, condition.index(), |raw| &raw.id),
            Item::Finding(finding) => id(&self.findings, finding.index(), |raw| &raw.id),
            Item::Outcome(outcome) => id(&self.outcomes, outcome.index(), |raw| &raw.id),
            Item::Duty(duty) => id(&self.duties, duty.index(), |raw| &raw.id),
            Item::Option(option) => id(&self.options, option.index(), |raw| &raw.id),
            Item::Scenario(number) => id(&self.scenarios, number, |raw| &raw.id),
            Item::Letter(number) => id(&self.letters, number, |raw| &raw.id),
            Item::Property(number) => id(&self.properties, number, |raw| &raw.id),
            Item::Record(number) => id(&self.records, number, |raw| &raw.id),
            Item::OpenPoint(number) => id(&self.open_points, number, |raw| &raw.id),
            Item::LearningOutcome(outcome) => id(&self.learning_outcomes, outcome.index(), |raw| &raw.id),
            Item::CourseSection(section) => id(&self.sections, section.index(), |raw| &raw.id),
            Item::QuizQuestion(number) => id(&self.quiz_questions, number, |raw| &raw.id),
            Item::Reasons | Item::Order | Item::Changes(_) | Item::Insert(_) => None,
        }
    }

    /// Every block with its page and what it became.
    pub(crate) fn items(&self) -> Vec<(usize, PlacedItem)> {
        let mut items = Vec::new();
        let mut place = |block: &Block, item| {
            let (start, end) = block.place.span;
            let id = self.id_of(item).unwrap_or_else(|| block.place.clone());
            items.push((block.place.page, PlacedItem { span: start..end, id, item }));
        };
        each(&self.questions, |block, n| place(block, Item::Question(Ref::new(n))));
        each(&self.groups, |block, n| place(block, Item::Group(Ref::new(n))));
        each(&self.orders, |block, _| place(block, Item::Order));
        each(&self.conditions, |block, n| place(block, Item::Condition(Ref::new(n))));
        each(&self.findings, |block, n| place(block, Item::Finding(Ref::new(n))));
        each(&self.outcomes, |block, n| place(block, Item::Outcome(Ref::new(n))));
        each(&self.duties, |block, n| place(block, Item::Duty(Ref::new(n))));
        each(&self.options, |block, n| place(block, Item::Option(Ref::new(n))));
        each(&self.scenarios, |block, n| place(block, Item::Scenario(n.into())));
        each(&self.letters, |block, n| place(block, Item::Letter(n.into())));
        each(&self.records, |block, n| place(block, Item::Record(n.into())));
        each(&self.reasons, |block, _| place(block, Item::Reasons));
        each(&self.open_points, |block, n| place(block, Item::OpenPoint(n.into())));
        each(&self.properties, |block, n| place(block, Item::Property(n.into())));
        each(&self.changes, |block, n| place(block, Item::Changes(n.into())));
        each(&self.learning_outcomes, |block, n| place(block, Item::LearningOutcome(Ref::new(n))));
        each(&self.sections, |block, n| place(block, Item::CourseSection(Ref::new(n))));
        each(&self.quiz_questions, |block, n| place(block, Item::QuizQuestion(n.into())));
        self.inserts.iter().for_each(|(block, insert)| place(block, Item::Insert(*insert)));
        items.sort_by_key(|(page, item)| (*page, item.span.start));
        items
    }
}

fn read<'a, T: DeserializeOwned>(
    block: &'a Block,
    into: &mut Vec<Read<'a, T>>,
    diagnostics: &mut Diagnostics,
) {
    match block::read(block) {
        // It has read on into what stands below it, and that it is not closed was noted.
        Err(_) if !block.closed => {}
        read => into.extend(diagnostics.note(read).map(|raw| Read { raw, block })),
    }
}

fn each<T>(blocks: &[Read<'_, T>], mut place: impl FnMut(&Block, u16)) {
    (0..).zip(blocks).for_each(|(number, read)| place(read.block, number));
}
