//! Reads HTML into tags, with the tokenizer that mdBook uses, and in the way it does: what is a tag here is one on the site.

use super::refused::Refused;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    self, BufferQueue, TagKind, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// What stands in some HTML besides text and comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// The tag that opens an element.
    Start(Element),
    /// The tag that closes an element of that name.
    End(String),
    /// Something that may not stand on any page.
    Other(Refused),
}

/// An element as its tag opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    /// In small letters.
    pub(super) name: String,
    /// In small letters, each with its value, in which entities were read.
    pub(super) attributes: Vec<(String, String)>,
    /// Whether the tag ends with `/>`.
    pub(super) self_closing: bool,
}

/// The tags of some HTML, each with its bytes.
pub(super) fn tokens(html: &str) -> Vec<(Token, Range<usize>)> {
    let sink = Sink {
        html,
        found: RefCell::default(),
        begin: Cell::new(0),
        end: Cell::new(0),
        at_end: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() });
    let input = BufferQueue::default();
    // It says nothing of bytes. Given one character at a time, it says of each token after which it was whole.
    for (start, c) in html.char_indices() {
        tokenizer.sink.end.set(start + c.len_utf8());
        input.push_back(html[start..start + c.len_utf8()].into());
        let _ = tokenizer.feed(&input);
    }
    tokenizer.sink.at_end.set(true);
    tokenizer.end();
    tokenizer.sink.refuse_rest();
    tokenizer.sink.found.take()
}

struct Sink<'h> {
    html: &'h str,
    found: RefCell<Vec<(Token, Range<usize>)>>,
    /// Where the next token begins: where the last one ended.
    begin: Cell<usize>,
    /// What was read so far.
    end: Cell<usize>,
    /// Whether everything was read.
    at_end: Cell<bool>,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: tokenizer::Token, _line: u64) -> TokenSinkResult<()> {
        let mut next = TokenSinkResult::Continue;
        let token = match token {
            // The same mistakes show in the tokens.
            tokenizer::Token::ParseError(_) | tokenizer::Token::EOFToken => return next,
            tokenizer::Token::TagToken(tag) => {
                next = raw_text(&tag);
                Some(read_tag(tag))
            }
            tokenizer::Token::CommentToken(_) => self.refused_comment().map(Token::Other),
            tokenizer::Token::DoctypeToken(_) => Some(Token::Other(declaration())),
            tokenizer::Token::CharacterTokens(_) | tokenizer::Token::NullCharacterToken => None,
        };
        let span = self.begin.replace(self.end.get())..self.end.get();
        if let Some(token) = token {
            self.found.borrow_mut().push((token, span));
        }
        next
    }
}

impl Sink<'_> {
    /// What is wrong with the comment that ends here.
    fn refused_comment(&self) -> Option<Refused> {
        if !self.html[self.begin.get()..].starts_with("<!--") {
            return Some(declaration());
        }
        self.at_end.get().then(|| Refused::new("this comment is not closed", "put `-->` at its end"))
    }

    /// A tag that nothing ends is dropped, with all that it has taken in.
    fn refuse_rest(&self) {
        let rest = self.begin.get()..self.html.len();
        if self.html[rest.clone()].starts_with('<') {
            let refused = Refused::new(
                "this tag is not finished",
                "end it with `>`, with no empty line before that, and close each quotation mark in it",
            );
            self.found.borrow_mut().push((Token::Other(refused), rest));
        }
    }
}

fn declaration() -> Refused {
    Refused::new("a page cannot have declarations or instructions like this", "leave it out")
}

/// What mdBook takes for raw text up to its end: nothing in it is a tag.
fn raw_text(tag: &tokenizer::Tag) -> TokenSinkResult<()> {
    match (&*tag.name, tag.kind) {
        ("script", TagKind::StartTag) => TokenSinkResult::RawData(RawKind::ScriptData),
        ("style", TagKind::StartTag) => TokenSinkResult::RawData(RawKind::Rawtext),
        _ => TokenSinkResult::Continue,
    }
}

fn read_tag(tag: tokenizer::Tag) -> Token {
    let name = tag.name.to_string();
    if tag.kind == TagKind::EndTag {
        return Token::End(name);
    }
    let attributes = tag.attrs.iter();
    let attributes =
        attributes.map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string())).collect();
    Token::Start(Element { name, attributes, self_closing: tag.self_closing })
}
