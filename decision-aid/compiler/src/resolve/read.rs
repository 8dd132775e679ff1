//! Gathers the blocks of all pages by kind.

use crate::block;
use crate::block::{
    RawCaseEntries, RawCondition, RawContradiction, RawCourseSection, RawDuty, RawFinding, RawGroup,
    RawLearningOutcome, RawLetter, RawOpenPoint, RawOption, RawOrder, RawOutcome, RawProperty, RawQuestion,
    RawQuizQuestion, RawReasons, RawRecord, RawScenario, Text,
};
use crate::diagram::Part;
use crate::kinds::{BlockKind, Indexed, Insert, Item, block_kinds};
use crate::placed::PlacedItem;
use crate::scan::{Block, ScannedPage};
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

macro_rules! declare {
    (
        blocks { $($kind:ident $(($index:ident: $item:ty))?, $word:literal, $list:ident: $raw:ty $(, $id:ident)?;)* }
        inserts { $($inserts:tt)* }
    ) => {
        /// The blocks of all pages, by kind, in page order (or the order that `order` gives them).
        #[derive(Default)]
        pub(crate) struct Blocks<'a> {
            $(pub(crate) $list: Vec<Read<'a, $raw>>,)*
            inserts: Vec<(&'a Block, Insert)>,
        }

        impl<'a> Blocks<'a> {
            /// Reads a block into the list of its kind.
            fn add(&mut self, block: &'a Block, diagnostics: &mut Diagnostics) {
                match block.kind {
                    $(BlockKind::$kind => read(block, &mut self.$list, diagnostics),)*
                    BlockKind::Insert(insert) => self.inserts.push((block, insert)),
                }
            }

            /// Where the id of an item stands.
            fn id_of(&self, item: Item) -> Option<Place> {
                match item {
                    $(Item::$kind $(($index))? => {
                        let at = 0 $(+ $index.to_index())?;
                        let _read = self.$list.get(at)?;
                        None $(.or(Some(_read.place_of(&_read.raw.$id))))?
                    })*
                    Item::Insert(_) => None,
                }
            }

            /// Every block and what it became, by kind.
            fn made(&self) -> Vec<(&'a Block, Item)> {
                let mut made = Vec::new();
                $(for (_at, read) in (0..).zip(&self.$list) {
                    let _: u16 = _at;
                    made.push((read.block, Item::$kind $((<$item>::from_index(_at)))?));
                })*
                made.extend(self.inserts.iter().map(|(block, insert)| (*block, Item::Insert(*insert))));
                made
            }
        }
    };
}
block_kinds!(declare);

impl<'a> Blocks<'a> {
    pub(crate) fn read(scanned_pages: &'a [ScannedPage], diagnostics: &mut Diagnostics) -> Self {
        let mut blocks = Self::default();
        scanned_pages.iter().flat_map(|page| &page.blocks).for_each(|block| blocks.add(block, diagnostics));
        blocks
    }

    /// Where a part of the policy stands: the id of an item, or the reason of a rule.
    pub(crate) fn place_of_part(&self, part: Part) -> Place {
        match part {
            Part::Item(item) => self.place_of_item(item),
            Part::Rule(option, index) => {
                let read = self.options.get(option.index());
                let rule = read.and_then(|read| Some(read.place_of(&read.raw.rules.get(index)?.because)));
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
            Part::Item(Item::Contradiction(at)) => {
                named("the contradiction", &self.contradictions, at.index(), |raw| &raw.id)
            }
            Part::Item(Item::Option(at)) => named("the option", &self.options, at.index(), |raw| &raw.id),
            Part::Rule(at, index) => {
                let option = named("the option", &self.options, at.index(), |raw| &raw.id);
                format!("rule {} of {option}", index + 1)
            }
            // No other block has a condition.
            Part::Item(_) => "the policy".to_owned(),
        }
    }

    /// Where the id of an item stands.
    pub(crate) fn place_of_item(&self, item: Item) -> Place {
        self.id_of(item).unwrap_or(Place::new(0, 0..0))
    }

    /// Every block with its page and what it became.
    pub(crate) fn items(&self) -> Vec<(usize, PlacedItem)> {
        let placed = |(block, item): (&Block, Item)| {
            let (start, end) = block.place.span;
            let id = self.id_of(item).unwrap_or_else(|| block.place.clone());
            (block.place.page, PlacedItem { span: start..end, id, item })
        };
        let mut items: Vec<_> = self.made().into_iter().map(placed).collect();
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
