//! Finds what this project adds to Markdown on a page: clause labels and blocks.
//!
//! It reads Markdown events, never lines, so that a label inside a code block or a quotation of one is left
//! alone, and everything that it finds carries its place.

use crate::{Diagnostic, Diagnostics, Place};
use policy::Force;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A page's labels and blocks, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// The clause labels.
    pub labels: Vec<Label>,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// A clause label and the paragraph it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The clause's id.
    pub id: String,
    /// Where the id stands.
    pub id_place: Place,
    /// How strongly the clause binds.
    pub force: Force,
    /// The provisions it restates.
    pub codes: Vec<String>,
    /// Why nothing needs to use it.
    pub mark: Option<Mark>,
    /// The label line, up to the text of the paragraph.
    pub line: Range<usize>,
    /// The paragraph as plain text.
    pub text: String,
}

/// Why a clause is carried out by no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// Only a person can carry it out.
    OfficerJudgement(String),
    /// It tells, and asks for nothing.
    Information(String),
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the word that opens the block")]
pub enum BlockKind {
    Question,
    Group,
    Order,
    Condition,
    Finding,
    Outcome,
    Duty,
    Option,
    Scenario,
    Insert(Insert),
}

/// Something the handbook makes and puts where an empty block of its name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Insert {
    /// The decision aid, with its checklist for browsers that cannot run it.
    DecisionAid,
    /// The questions as a checklist.
    Checklist,
}

impl BlockKind {
    /// Every kind, with the word that opens its block.
    pub const WORDS: [(Self, &str); 11] = [
        (Self::Question, "question"),
        (Self::Group, "group"),
        (Self::Order, "order"),
        (Self::Condition, "condition"),
        (Self::Finding, "finding"),
        (Self::Outcome, "outcome"),
        (Self::Duty, "duty"),
        (Self::Option, "option"),
        (Self::Scenario, "scenario"),
        (Self::Insert(Insert::DecisionAid), "decision-aid"),
        (Self::Insert(Insert::Checklist), "checklist"),
    ];

    /// The word that opens its block.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }
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
}

impl Block {
    /// The place on the page of some bytes of the block's text.
    pub fn locate(&self, span: Range<usize>) -> Place {
        let on_page = |offset: usize| {
            let before = self.stretches.iter().rev().find(|(start, _)| *start <= offset);
            before.map_or(self.place.span.0, |(start, on_page)| on_page + offset - start)
        };
        let start = on_page(span.start);
        // An error at the very end of a block is shown on its last line, not on the fence.
        Place::new(self.place.page, start..on_page(span.end).max(start))
    }
}

/// The dialect of Markdown that mdBook reads.
fn dialect() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Finds the labels and blocks of a page.
pub(crate) fn outline(page: usize, text: &str, diagnostics: &mut Diagnostics) -> Outline {
    let parser = Parser::new_ext(text, dialect());
    let link_references: Vec<String> =
        parser.reference_definitions().iter().map(|(name, _)| name.to_owned()).collect();
    let mut reader =
        Reader { page, text, link_references, diagnostics, found: Outline::default(), open: None };
    let mut opens_paragraph = false;
    let mut after_break = false;
    for (event, range) in parser.into_offset_iter() {
        reader.read(&event, &range, opens_paragraph, after_break);
        after_break = matches!(event, Event::SoftBreak | Event::HardBreak);
        opens_paragraph = matches!(event, Event::Start(Tag::Paragraph | Tag::Item));
    }
    reader.found
}

/// What is being read.
enum Open {
    /// The paragraph of the last label; text before this offset belongs to the label.
    Paragraph(usize),
    /// The last block.
    Block,
}

struct Reader<'a> {
    page: usize,
    text: &'a str,
    link_references: Vec<String>,
    diagnostics: &'a mut Diagnostics,
    found: Outline,
    open: Option<Open>,
}

impl Reader<'_> {
    fn read(&mut self, event: &Event<'_>, range: &Range<usize>, opens: bool, after_break: bool) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => self.open_block(info, range),
            Event::End(TagEnd::CodeBlock | TagEnd::Paragraph | TagEnd::Item) => self.open = None,
            Event::Text(_) if opens && self.text[range.start..].starts_with("c[") => self.label(range.start),
            Event::Text(words) if after_break && self.text[range.start..].starts_with("c[") => {
                self.misplaced_label(range.start, words.len());
            }
            Event::Text(words) => self.words(words, range.start),
            Event::Code(words) => self.words(words, range.start),
            Event::SoftBreak | Event::HardBreak => self.words(" ", range.start),
            _ => {}
        }
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
            _ => {}
        }
    }

    fn open_block(&mut self, info: &str, range: &Range<usize>) {
        let word = info.split_whitespace().next().unwrap_or_default();
        let place = Place::new(self.page, range.clone());
        let known = BlockKind::WORDS.iter().find(|(_, known)| *known == word);
        let Some((kind, _)) = known else {
            self.suspect_block(word, range.start);
            return;
        };
        let label_above = self.found.labels.len().checked_sub(1);
        self.found.blocks.push(Block {
            kind: *kind,
            place,
            text: String::new(),
            stretches: Vec::new(),
            label_above,
        });
        self.open = Some(Open::Block);
    }

    /// A fence that opens with nearly one of our words is a slip of the pen, not somebody's code.
    fn suspect_block(&mut self, word: &str, start: usize) {
        let words = BlockKind::WORDS.map(|(_, word)| word);
        if let Some(meant) = crate::names::nearest(word, words) {
            let line = start..start + self.text[start..].find('\n').unwrap_or_default();
            let place = Place::new(self.page, line);
            let message = format!("no kind of block is called `{word}`");
            self.diagnostics.push(Diagnostic::new(place, message).help(format!("did you mean `{meant}`?")));
        }
    }

    fn misplaced_label(&mut self, start: usize, length: usize) {
        let place = Place::new(self.page, start..start + length);
        self.diagnostics.push(
            Diagnostic::new(place, "a clause label stands in the middle of a paragraph")
                .help("put an empty line before it, so that it opens its own paragraph"),
        );
    }

    fn label(&mut self, start: usize) {
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |length| start + length);
        let line = &self.text[start..line_end];
        match read_label(line) {
            Ok(mut label) => {
                label.id_place = Place::new(self.page, start + 2..start + 2 + label.id.len());
                let rest = &self.text[line_end..];
                let text_start = line_end + rest.len() - rest.trim_start().len();
                label.line = start..text_start;
                self.refuse_link_reference(&label);
                self.found.labels.push(label);
                self.open = Some(Open::Paragraph(text_start));
            }
            Err((message, help)) => {
                let place = Place::new(self.page, start..line_end);
                self.diagnostics.push(Diagnostic::new(place, message).help(help));
            }
        }
    }

    fn refuse_link_reference(&mut self, label: &Label) {
        if self.link_references.iter().any(|name| name.eq_ignore_ascii_case(&label.id)) {
            let message = format!("the label `{}` is also the name of a link reference", label.id);
            self.diagnostics.push(
                Diagnostic::new(label.id_place.clone(), message).help("give the link reference another name"),
            );
        }
    }
}

/// Reads `c[page.name] must PN-1 [information: why]`.
fn read_label(line: &str) -> Result<Label, (String, String)> {
    let shape = "write it as `c[page.name] must PN-1`";
    let wrong = |what: &str| (format!("this clause label {what}"), shape.to_owned());
    let (id, rest) = line[2..].split_once(']').ok_or_else(|| wrong("has no closing `]`"))?;
    let well_formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    if id.is_empty() || !id.chars().all(well_formed) {
        return Err(wrong("has an id with other characters than a to z, 0 to 9, `-` and `.`"));
    }
    let (rest, mark) = match rest.split_once('[') {
        Some((before, mark)) => (before, Some(read_mark(mark)?)),
        None => (rest, None),
    };
    let mut words = rest.split_whitespace();
    let word = words.next().unwrap_or_default();
    let force = Force::WORDS.iter().find(|(_, known)| *known == word).ok_or_else(|| {
        let known = Force::WORDS.map(|(_, known)| known);
        (format!("`{word}` is not the force of a clause"), format!("one of: {}", known.join(", ")))
    })?;
    Ok(Label {
        id: id.to_owned(),
        id_place: Place::new(0, 0..0),
        force: force.0,
        codes: words.map(str::to_owned).collect(),
        mark,
        line: 0..0,
        text: String::new(),
    })
}

fn read_mark(mark: &str) -> Result<Mark, (String, String)> {
    let shape = "write `[officer-judgement: why]` or `[information: why]` at the end of the label line";
    let wrong = |what: &str| (what.to_owned(), shape.to_owned());
    let mark = mark.trim_end().strip_suffix(']').ok_or_else(|| wrong("this mark has no closing `]`"))?;
    let (word, why) = mark.split_once(':').ok_or_else(|| wrong("this mark gives no reason"))?;
    let why = why.trim().to_owned();
    match word.trim() {
        _ if why.is_empty() => Err(wrong("this mark gives no reason")),
        "officer-judgement" => Ok(Mark::OfficerJudgement(why)),
        "information" => Ok(Mark::Information(why)),
        other => Err(wrong(&format!("no mark is called `{other}`"))),
    }
}

#[cfg(test)]
mod tests;
