//! Finds what this project adds to Markdown on a page: clause labels and blocks.
//!
//! It reads Markdown events, never lines, so that a label inside a code block or a quotation of one is left
//! alone, and everything that it finds carries its place.

mod label;

pub use label::{Label, Mark};

use crate::kinds::BlockKind;
use crate::{Diagnostic, Diagnostics, Place, invisible};
use label::{Wrong, read_label};
use policy::Term;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;

/// A page's labels and blocks, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScannedPage {
    /// The clause labels.
    pub labels: Vec<Label>,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The words that the page explains in definition lists.
    pub terms: Vec<Term>,
}

/// A block as it stands on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The whole block, fences included.
    pub place: Place,
    /// What stands in it.
    pub text: String,
    /// Where each stretch of `text` starts: in `text`, and on the page.
    stretches: Vec<(usize, usize)>,
    /// The label above it, by its number on the page.
    pub label_above: Option<usize>,
    /// Whether a fence closes it where it is meant to end.
    pub closed: bool,
}

impl Block {
    /// The place on the page of some bytes of the block's text.
    pub fn locate(&self, span: Range<usize>) -> Place {
        let on_page = |offset: usize| {
            let after = self.stretches.partition_point(|(start, _)| *start <= offset);
            let before = after.checked_sub(1).and_then(|at| self.stretches.get(at));
            before.map_or(self.place.span.0, |(start, on_page)| on_page + offset - start)
        };
        let start = on_page(span.start);
        // An error at the very end of a block is shown on its last line, not on the fence.
        Place::new(self.place.page, start..on_page(span.end).max(start))
    }
}

/// The dialect of Markdown that mdBook reads.
pub(crate) fn dialect() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Finds the labels and blocks of a page.
pub(crate) fn scan(page: usize, text: &str, diagnostics: &mut Diagnostics) -> ScannedPage {
    let parser = Parser::new_ext(text, dialect());
    let link_references: BTreeSet<String> =
        parser.reference_definitions().iter().map(|(name, _)| name.to_lowercase()).collect();
    let mut reader =
        Reader { page, text, link_references, diagnostics, found: ScannedPage::default(), open: None };
    let mut before = None;
    for (event, range) in parser.into_offset_iter() {
        reader.read(&event, &range, before.as_ref());
        before = Some(event);
    }
    reader.found
}

/// What is being read.
enum Open {
    /// The paragraph of the last label; text before this offset belongs to the label.
    Paragraph(usize),
    /// The last block.
    Block,
    /// A word that is explained.
    Term,
    /// What the last word means.
    Meaning,
}

struct Reader<'a> {
    page: usize,
    text: &'a str,
    /// In small letters.
    link_references: BTreeSet<String>,
    diagnostics: &'a mut Diagnostics,
    found: ScannedPage,
    open: Option<Open>,
}

impl Reader<'_> {
    fn read(&mut self, event: &Event<'_>, range: &Range<usize>, before: Option<&Event<'_>>) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => self.open_block(info, range),
            Event::Start(Tag::CodeBlock(_) | Tag::List(_) | Tag::BlockQuote(_) | Tag::Table(_))
            | Event::End(TagEnd::CodeBlock | TagEnd::Paragraph | TagEnd::Item) => self.close(),
            Event::Start(Tag::DefinitionListTitle) => {
                self.found.terms.push(Term { term: String::new(), meaning: String::new() });
                self.open = Some(Open::Term);
            }
            Event::Start(Tag::DefinitionListDefinition) => self.open = Some(Open::Meaning),
            Event::End(TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition) => self.open = None,
            Event::Text(words) if self.text[range.start..].starts_with("c[") => match before {
                Some(Event::Start(Tag::Paragraph | Tag::Item)) => self.label(range.start),
                Some(Event::SoftBreak | Event::HardBreak) => self.misplaced_label(
                    range.start,
                    "in the middle of a paragraph",
                    "put an empty line before it, so that it opens its own paragraph",
                ),
                Some(Event::Start(Tag::Heading { .. })) => self.misplaced_label(
                    range.start,
                    "in a heading",
                    "put it below the heading, before the paragraph that it names",
                ),
                _ => self.words(words, range.start),
            },
            Event::Text(words) => self.words(words, range.start),
            Event::Code(words) => self.words(words, range.start),
            Event::SoftBreak | Event::HardBreak => self.words(" ", range.start),
            _ => {}
        }
        self.extend_paragraph(range.end);
    }

    /// Whatever is read while a label's paragraph is open belongs to it.
    fn extend_paragraph(&mut self, end: usize) {
        let Some(Open::Paragraph(start)) = self.open else { return };
        if let Some(label) = self.found.labels.last_mut() {
            label.end = label.end.max(start).max(end);
        }
    }

    /// Closes whatever is open. A label that has found no words by then names nothing.
    fn close(&mut self) {
        let Some(Open::Paragraph(_)) = self.open.take() else { return };
        let Some(label) = self.found.labels.last().filter(|label| label.text.trim().is_empty()) else {
            return;
        };
        let line = label.line.start..self.line_end(label.line.start);
        self.diagnostics.push(
            Diagnostic::new(Place::new(self.page, line), "this clause label names no paragraph")
                .help("put the text of the paragraph straight below it, with no empty line between"),
        );
    }

    /// Where a line ends, its line break left out.
    fn line_end(&self, start: usize) -> usize {
        start + self.text[start..].lines().next().map_or(0, str::len)
    }

    /// Adds words to whatever is open.
    fn words(&mut self, words: &str, start: usize) {
        match self.open {
            Some(Open::Paragraph(text_start)) if start >= text_start => {
                if let Some(label) = self.found.labels.last_mut() {
                    label.text.push_str(words);
                }
            }
            Some(Open::Block) => {
                if let Some(block) = self.found.blocks.last_mut() {
                    block.stretches.push((block.text.len(), start));
                    block.text.push_str(words);
                }
            }
            Some(Open::Term) => {
                if let Some(term) = self.found.terms.last_mut() {
                    term.term.push_str(words);
                }
            }
            Some(Open::Meaning) => {
                if let Some(term) = self.found.terms.last_mut() {
                    term.meaning.push_str(words);
                }
            }
            _ => {}
        }
    }

    fn open_block(&mut self, info: &str, range: &Range<usize>) {
        self.close();
        let word = info.split_whitespace().next().unwrap_or_default();
        let place = Place::new(self.page, range.clone());
        let known = BlockKind::WORDS.iter().find(|(_, known)| *known == word);
        let Some((kind, _)) = known else {
            self.suspect_block(word, range.start);
            return;
        };
        let closed = self.is_closed(word, range);
        let label_above = self.found.labels.len().checked_sub(1);
        self.found.blocks.push(Block {
            kind: *kind,
            place,
            text: String::new(),
            stretches: Vec::new(),
            label_above,
            closed,
        });
        self.open = Some(Open::Block);
    }

    /// A block that nothing closes goes on to the next fence, or to the end of the page, and takes in what stands there.
    fn is_closed(&mut self, word: &str, range: &Range<usize>) -> bool {
        let block = self.text[range.clone()].trim_end();
        let opened = block.len() - block.trim_start_matches(['`', '~']).len();
        let is_fence = |line: &&str| line.trim_start_matches(['>', ' ', '\t']).starts_with(&block[..opened]);
        let mut below = block.lines().skip(1).filter(is_fence);
        // A fence with a word behind it closes nothing: it was meant to open the next block.
        let sound =
            below.next().is_some_and(|fence| Some(fence) == block.lines().last()) && below.next().is_none();
        if sound {
            return true;
        }
        let place = Place::new(self.page, range.start..self.line_end(range.start));
        let message = format!("this {word} is not closed");
        let help = "put a line with three backquotes, ```, below its last line";
        self.diagnostics.push(Diagnostic::new(place, message).help(help));
        false
    }

    /// A fence that opens with nearly one of our words is a slip of the pen, not somebody's code.
    fn suspect_block(&mut self, word: &str, start: usize) {
        let words = BlockKind::WORDS.iter().map(|(_, word)| *word);
        if let Some(meant) = crate::names::nearest(word, words) {
            let place = Place::new(self.page, start..self.line_end(start));
            let message = format!("no kind of block is called `{word}`");
            let help = invisible::in_name(word).unwrap_or_else(|| format!("did you mean `{meant}`?"));
            self.diagnostics.push(Diagnostic::new(place, message).help(help));
        }
    }

    fn misplaced_label(&mut self, start: usize, stands: &str, help: &str) {
        let place = Place::new(self.page, start..self.line_end(start));
        self.diagnostics.push(Diagnostic::new(place, format!("a clause label stands {stands}")).help(help));
    }

    fn label(&mut self, start: usize) {
        let line_end = self.line_end(start);
        let mut wrong = Vec::new();
        let label = read_label(&self.text[start..line_end], &mut wrong);
        let sound = wrong.is_empty();
        for Wrong { part, message, help } in wrong {
            let help = invisible::in_name(&self.text[start + part.start..start + part.end]).unwrap_or(help);
            let place = Place::new(self.page, start + part.start..start + part.end);
            self.diagnostics.push(Diagnostic::new(place, message).help(help));
        }
        let Some(mut label) = label else { return };
        label.id_place = Place::new(self.page, start + 2..start + 2 + label.id.len());
        let rest = &self.text[line_end..];
        let text_start = line_end + rest.len() - rest.trim_start().len();
        label.line = start..text_start;
        self.refuse_link_reference(&label);
        self.found.labels.push(label);
        self.open = sound.then_some(Open::Paragraph(text_start));
    }

    fn refuse_link_reference(&mut self, label: &Label) {
        // An id is in small letters already.
        if self.link_references.contains(&label.id) {
            let message = format!("the label `{}` is also the name of a link reference", label.id);
            self.diagnostics.push(
                Diagnostic::new(label.id_place.clone(), message).help("give the link reference another name"),
            );
        }
    }
}

#[cfg(test)]
mod tests;
