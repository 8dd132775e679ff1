//! Holds the HTML and the links of a page to what a handbook may use: a short list of elements and attributes that give
//! text a structure. Everything else is refused where it stands.
//!
//! Whatever loads, runs or sends something would be blocked by the content policy of the site, and seen by nobody before a
//! reader misses it; some of it would not be blocked, and take readers to another site. HTML that is not balanced changes
//! how the rest of a page is set.
//!
//! `tokens` reads HTML as mdBook does, `allowed` is the list, `target` says where links may lead, and `stack` what is open.

mod allowed;
mod refused;
mod stack;
mod target;
mod tokens;

use crate::scan::dialect;
use crate::{Diagnostic, Diagnostics, Place};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use refused::Refused;
use stack::{Holds, Open, Stack};
use std::ops::Range;
use target::Use;
use tokens::{Token, tokens};

/// Refuses what a page may not use.
pub(crate) fn refuse(page: usize, text: &str, diagnostics: &mut Diagnostics) {
    let mut reader = Reader { page, text, diagnostics, stack: Stack::default(), block: None };
    for (event, range) in Parser::new_ext(text, dialect()).into_offset_iter() {
        reader.read(&event, &range);
    }
    reader.close_unclosed(|_| true);
}

struct Reader<'a> {
    page: usize,
    text: &'a str,
    diagnostics: &'a mut Diagnostics,
    stack: Stack,
    /// The HTML block that is being read. It comes a line at a time, and is one piece of HTML.
    block: Option<Piece>,
}

/// Some HTML, and where each stretch of it stands: in it, and on the page.
#[derive(Default)]
struct Piece {
    html: String,
    stretches: Vec<(usize, usize)>,
}

impl Piece {
    fn add(&mut self, html: &str, on_page: usize) {
        self.stretches.push((self.html.len(), on_page));
        self.html.push_str(html);
    }

    /// The bytes on the page of some bytes of the HTML.
    fn on_page(&self, span: &Range<usize>) -> Range<usize> {
        let at = |offset: usize| {
            let after = self.stretches.partition_point(|(start, _)| *start <= offset);
            let stretch = after.checked_sub(1).and_then(|at| self.stretches.get(at));
            stretch.map_or(0, |(start, on_page)| on_page + offset - start)
        };
        // The end belongs to the stretch of the byte before it.
        at(span.start)..at(span.end.saturating_sub(1)) + 1
    }
}

impl Reader<'_> {
    fn read(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.block = Some(Piece::default()),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(piece) = self.block.take() {
                    self.html(&piece);
                }
            }
            Event::Html(html) | Event::Text(html) if self.block.is_some() => {
                if let Some(piece) = &mut self.block {
                    piece.add(html, range.start);
                }
            }
            Event::InlineHtml(html) => {
                let mut piece = Piece::default();
                piece.add(html, range.start);
                self.html(&piece);
            }
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => {
                self.close_unclosed(|open| matches!(open, Open::Raw(_)));
                self.stack.close_markdown();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, .. } => {
                if *link_type != LinkType::Email {
                    self.target(dest_url, Use::Link, range);
                }
                self.note(range.clone(), self.stack.misplaced_link());
            }
            Tag::Image { dest_url, .. } => self.target(dest_url, Use::Picture, range),
            Tag::Heading { attrs, id, .. } => {
                let named = attrs.iter().map(|(name, value)| (&**name, value.as_deref().unwrap_or_default()));
                for (name, value) in named.chain(id.iter().map(|id| ("id", &**id))) {
                    self.note(range.clone(), allowed::attribute("heading", name, value));
                }
            }
            _ => {}
        }
        if begins_block(tag) {
            self.note(range.clone(), self.stack.misplaced_block());
        }
        let too_deep = self.stack.open_markdown(held_by(tag));
        self.note(range.clone(), too_deep);
    }

    fn target(&mut self, address: &str, used: Use, range: &Range<usize>) {
        self.note(range.clone(), target::refused(address, used));
    }

    /// Notes what is wrong with a stretch of the page, if anything is.
    fn note(&mut self, span: Range<usize>, refused: impl IntoIterator<Item = Refused>) {
        for Refused { message, help } in refused {
            let place = Place::new(self.page, self.first_line(&span));
            self.diagnostics.push(Diagnostic::new(place, message).help(help));
        }
    }

    /// What of a stretch stands on its first line.
    fn first_line(&self, span: &Range<usize>) -> Range<usize> {
        let line = self.text[span.clone()].lines().next().map_or(0, str::len);
        span.start..span.start + line
    }

    fn html(&mut self, piece: &Piece) {
        for (token, span) in tokens(&piece.html) {
            let span = piece.on_page(&span);
            match token {
                Token::Start(element) => {
                    self.note(span.clone(), allowed::element(&element));
                    self.note(span.clone(), self.stack.misplaced(&element));
                    let unlisted = !allowed::is_listed(&element.name);
                    let too_deep = self.stack.open(element, span.clone(), unlisted);
                    self.note(span, too_deep);
                }
                Token::End(name) => self.end(&name, span),
                Token::Other(refused) => self.note(span, [refused]),
            }
        }
    }

    /// Closes an element. What was opened in it and is still open is not closed where it has to be.
    fn end(&mut self, name: &str, span: Range<usize>) {
        if !self.stack.is_open(name) {
            self.note(span, allowed::closes_nothing(name));
            return;
        }
        self.close_unclosed(|open| matches!(open, Open::Raw(raw) if raw.name != name));
        self.stack.close_raw();
    }

    /// Closes what is open, from the innermost, as long as it is so; each element among it was to be closed.
    fn close_unclosed(&mut self, so: impl Fn(&Open) -> bool) {
        while let Some(open) = self.stack.close_if(&so) {
            if let Open::Raw(raw) = open {
                self.note(raw.span.clone(), raw.unclosed());
            }
        }
    }
}

/// Whether something of Markdown stands by itself: not among words, and not in a list or table of Markdown.
fn begins_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::DefinitionList
            | Tag::Table(_)
    )
}

fn held_by(tag: &Tag<'_>) -> Holds {
    match tag {
        Tag::BlockQuote(_)
        | Tag::Item
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionListDefinition
        | Tag::TableCell => Holds::Blocks,
        Tag::Link { .. } => Holds::Link,
        _ => Holds::Words,
    }
}

#[cfg(test)]
mod tests;
