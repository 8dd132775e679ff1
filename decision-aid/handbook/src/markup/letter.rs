//! Letters as samples: the text as the customer would get it, with its blanks named, and what must be in it.

use super::Setting;
use maud::{Markup, html};
use policy::{FieldKind, Letter, LetterPart, Piece};

impl Setting<'_> {
    pub(super) fn letter(&self, letter: &Letter) -> Markup {
        html! {
            section class="letter" id={ "letter-" (letter.id) } aria-labelledby={ "letter-" (letter.id) "-title" } {
                h2 id={ "letter-" (letter.id) "-title" } { "The sample letter" }
                p { (letter.says) " " (self.source(&letter.source)) }
                div class="paper" {
                    @for part in &letter.parts { (paper_part(letter, part)) }
                }
                h2 { "The parts, and where each comes from" }
                ul class="letter-parts" {
                    @for part in &letter.parts {
                        li {
                            strong { (part.name) } ": " (if part.required { "required" } else { "optional" }) ". "
                            (self.source(&part.source))
                        }
                    }
                }
            }
        }
    }
}

/// A part as it stands on paper.
fn paper_part(letter: &Letter, part: &LetterPart) -> Markup {
    html! {
        @for paragraph in &part.paragraphs {
            @match paragraph.as_slice() {
                // A list of entries is a list on paper too.
                [Piece::Field(index)] if kind(letter, *index) == Some(&FieldKind::Lines) => ul { li { (blank(letter, *index)) } },
                pieces => p {
                    @for piece in pieces {
                        @match piece {
                            Piece::Text(text) => (text),
                            Piece::Strong(text) => strong { (text) },
                            Piece::Field(index) => (blank(letter, *index)),
                        }
                    }
                },
            }
        }
    }
}

fn kind(letter: &Letter, index: u8) -> Option<&FieldKind> {
    letter.fields.get(usize::from(index)).map(|field| &field.kind)
}

/// A blank, named after what goes into it.
fn blank(letter: &Letter, index: u8) -> Markup {
    let label = letter.fields.get(usize::from(index)).map_or("", |field| &field.label);
    html! { span class="blank" { "[" (label) "]" } }
}
