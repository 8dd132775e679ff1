//! How much a handbook may hold. The bounds are far above what people write, and keep a slip or a page that a program made
//! from stopping the compiler, the tests and the browser.

use super::Resolver;
use super::read::Read;
use crate::block::{RawField, RawQuestion};
use crate::scan::ScannedPage;
use crate::{Diagnostic, Diagnostics, Place};
use policy::{Question, bits_of};

/// The most clauses of a handbook, and the most blocks. References to them are numbers of 16 bits.
const MOST: usize = 20_000;

/// The most answers to all questions together, a yes-no question counting as one. What goes through a decision diagram
/// goes down a step for each.
const MOST_ANSWERS: usize = 4_000;

/// The most fields of one list. A blank of a letter names its field by a number of 8 bits.
const MOST_FIELDS: usize = 200;

/// Refuses more clauses or blocks than can be numbered.
pub(super) fn refuse_too_many(scanned_pages: &[ScannedPage], diagnostics: &mut Diagnostics) -> bool {
    let labels = scanned_pages.iter().flat_map(|page| &page.labels);
    let blocks = scanned_pages.iter().flat_map(|page| &page.blocks);
    let label = labels.map(|label| &label.id_place).nth(MOST).map(|place| ("clauses", place));
    let block = blocks.map(|block| &block.place).nth(MOST).map(|place| ("blocks", place));
    let too_many: Vec<(&str, &Place)> = label.into_iter().chain(block).collect();
    for (what, place) in &too_many {
        let message = format!("there are more than {MOST} {what}");
        diagnostics
            .push(Diagnostic::new((*place).clone(), message).help("make several handbooks of this one"));
    }
    !too_many.is_empty()
}

impl Resolver<'_> {
    /// Refuses questions with more answers together than a decision diagram is gone through with.
    pub(super) fn refuse_too_many_answers(&self, questions: &[Question]) {
        let mut answers = 0;
        let too_many = |(question, _): &(&Question, _)| {
            answers += bits_of(&question.answers).len();
            answers > MOST_ANSWERS
        };
        let first: Option<(_, &Read<'_, RawQuestion>)> =
            questions.iter().zip(&self.blocks.questions).find(too_many);
        if let Some((_, read)) = first {
            let message =
                format!("the questions up to this one have more than {MOST_ANSWERS} answers together");
            let help = "ask fewer questions, or make several handbooks of this one";
            self.push(Diagnostic::new(read.place_of(&read.raw.id), message).help(help));
        }
    }

    /// Refuses a list of fields that is too long, at the first that is too many.
    pub(super) fn refuse_too_many_fields<T>(&self, read: &Read<'_, T>, fields: &[RawField]) {
        if let Some(field) = fields.get(MOST_FIELDS) {
            let message = format!("there are more than {MOST_FIELDS} fields in this list");
            let help = "ask for less, or divide it";
            self.push(Diagnostic::new(read.place_of(&field.id), message).help(help));
        }
    }
}
