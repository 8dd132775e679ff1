//! Reading what [`to_bytes`](crate::Policy::to_bytes) wrote.
//!
//! The bytes are postcard's: a number in groups of seven bits, a text or a list after its length, a variant by its
//! place, a struct field by field. Postcard could read them back too; but through serde that is 5 KB more of what
//! the browser loads. The tests hold the two against each other.
//!
//! Nothing here stops at an error, for every stop would cost bytes in every field of every struct: what cannot be
//! read is nothing, and [`Bytes::end`] says at last whether all was well.

use crate::{
    AnswerKind, Basis, Bit, Choice, Clause, Condition, Conflict, ConflictsWith, Deferred, Diagrams, Duty,
    Field, FieldChoice, FieldKind, Finding, Force, Group, Keeps, Letter, LetterPart, NamedCondition,
    OpenPoint, OptionTexts, Outcome, Paperwork, Piece, Policy, PolicyOption, Prefill, Question, Reasons,
    RecordItem, RecordSection, Ref, Rule, Source, Status, Step, Term, UsualDate, With,
};

/// Bytes, as far as they are not read yet.
pub(crate) struct Bytes<'a> {
    left: &'a [u8],
    broken: bool,
}

/// What can be read.
pub(crate) trait Read {
    fn read(bytes: &mut Bytes<'_>) -> Self;
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(left: &'a [u8]) -> Self {
        Self { left, broken: false }
    }

    /// What comes next.
    fn read<T: Read>(&mut self) -> T {
        T::read(self)
    }

    /// Whether everything was read, and nothing was missing.
    pub(crate) fn end(&self) -> bool {
        !self.broken && self.left.is_empty()
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.left.split_first() {
            Some((byte, left)) => {
                self.left = left;
                *byte
            }
            None => {
                self.broken = true;
                0
            }
        }
    }

    /// A number, seven bits to a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for group in 0..5 {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << (group * 7);
            if byte < 0x80 {
                return number;
            }
        }
        self.broken = true;
        0
    }

    #[inline(never)]
    fn text(&mut self) -> String {
        let length = self.number() as usize;
        let text = match self.left.split_at_checked(length) {
            Some((text, left)) => {
                self.left = left;
                std::str::from_utf8(text)
            }
            None => Ok(""),
        };
        // The length is right, or what follows does not fit.
        match text {
            Ok(text) if text.len() == length => text.to_owned(),
            _ => {
                self.broken = true;
                String::new()
            }
        }
    }

    /// One of the variants of an enum; the first where there is no such place.
    fn one_of<T: Copy>(&mut self, variants: &[T]) -> T {
        match variants.get(self.number() as usize) {
            Some(variant) => *variant,
            None => self.nothing(variants[0]),
        }
    }

    /// What stands for a variant that does not exist.
    fn nothing<T>(&mut self, instead: T) -> T {
        self.broken = true;
        instead
    }
}

impl Read for bool {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte() != 0
    }
}

impl Read for u8 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.byte()
    }
}

impl Read for u16 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number() as Self
    }
}

impl Read for u32 {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number()
    }
}

impl Read for i32 {
    /// Numbers below zero are those with the lowest bit set.
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let number = bytes.number();
        (number >> 1) as Self ^ -((number & 1) as Self)
    }
}

impl Read for String {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.text()
    }
}

impl<T> Read for Ref<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::new(bytes.number() as u16)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        if bytes.byte() == 0 { None } else { Some(bytes.read()) }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self::new(bytes.read())
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let mut list = Self::new();
        for _ in 0..bytes.number() {
            if bytes.broken {
                break;
            }
            list.push(bytes.read());
        }
        list
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        (bytes.read(), bytes.read())
    }
}

impl<A: Read, B: Read, C: Read> Read for (A, B, C) {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        (bytes.read(), bytes.read(), bytes.read())
    }
}

/// Structs: their fields, in the order in which the model declares them.
macro_rules! structs {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Read for $name {
            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self { $($field: bytes.read()),* }
            }
        }
    )*};
}

structs! {
    Policy { version, clauses, groups, questions, conditions, findings, outcomes, duties, options, diagrams }
    Clause { id, number, force, codes, page, text }
    Source { clauses, basis, statute }
    Group { id, title, always }
    Question { id, group, ask, short, hint, answers, needs, otherwise, settled_by, fixed, source }
    Choice { id, label, record_only, clauses }
    NamedCondition { id, name, when }
    Finding { id, name, says, when, source }
    Outcome { id, name, says, when, steps, weigh, decide_one, record, source }
    Step { action, who, source }
    Duty { id, name, says, urgent, when, source }
    PolicyOption { id, name, does, tells, restricts, instead_of, conflicts, evidence, details, offered_in, rules, source }
    Conflict { detail, choices, with }
    ConflictsWith { option, detail }
    Rule { status, when, only_in, because, source }
    Deferred { paperwork, steps, options }
    OptionTexts { does, tells, details, because }
    Paperwork { sections, reasons, open_points, letters, terms }
    Term { term, meaning }
    RecordSection { id, title, when, when_restricting, when_taken, fields, source }
    Reasons { taken, rejected, source }
    OpenPoint { id, ask, when, source }
    Field { id, label, hint, kind, optional, from, with, not_before, not_after, usual, ends, calendar, keeps }
    FieldChoice { id, label, when, alone, cuts_off }
    With { field, choice }
    UsualDate { after, months, otherwise }
    Keeps { field, cuts_off, warning, clauses }
    Letter { id, name, says, outcomes, about, fields, parts, source }
    LetterPart { id, name, required, when_taken, unless_taken, paragraphs, source }
}

impl Read for Diagrams {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        let mut diagrams = Self {
            bits: bytes.read(),
            nodes: bytes.read(),
            outcome: bytes.read(),
            findings: bytes.read(),
            duties: bytes.read(),
            statuses: bytes.read(),
            weighed: bytes.read(),
            rules: bytes.read(),
        };
        crate::diagram::swap_indices_and_distances(&mut diagrams.nodes);
        diagrams
    }
}

// Enums: their variants, in the order in which the model declares them.

impl Read for Force {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.one_of(&[
            Self::Must,
            Self::Should,
            Self::May,
            Self::Not,
            Self::Aim,
            Self::Expects,
            Self::Definition,
        ])
    }
}

impl Read for Basis {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.one_of(&[Self::Policy, Self::Law, Self::Guidance])
    }
}

impl Read for Status {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.one_of(&[
            Self::Required,
            Self::Warranted,
            Self::Open,
            Self::NotWarranted,
            Self::NotAvailable,
            Self::NotOffered,
        ])
    }
}

impl Read for AnswerKind {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::YesNo,
            1 => Self::AnyOf(bytes.read()),
            2 => Self::OneOf(bytes.read()),
            _ => bytes.nothing(Self::YesNo),
        }
    }
}

impl Read for RecordItem {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Question(bytes.read()),
            1 => Self::Finding(bytes.read()),
            _ => bytes.nothing(Self::Question(Ref::new(0))),
        }
    }
}

impl Read for Bit {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Choice(bytes.read()),
            1 => Self::Digit(bytes.read()),
            2 => Self::NotSure,
            _ => bytes.nothing(Self::NotSure),
        }
    }
}

impl Read for Condition {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Always,
            1 => Self::Answer { question: bytes.read(), choice: bytes.read() },
            2 => Self::AnyChoice(bytes.read()),
            3 => Self::NotSure(bytes.read()),
            4 => Self::Finding(bytes.read()),
            5 => Self::Named(bytes.read()),
            6 => Self::Outcome(bytes.read()),
            7 => Self::Duty(bytes.read()),
            8 => Self::Status(bytes.read(), bytes.read()),
            9 => Self::Not(bytes.read()),
            10 => Self::All(bytes.read()),
            11 => Self::Any(bytes.read()),
            _ => bytes.nothing(Self::Always),
        }
    }
}

impl Read for FieldKind {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Text,
            1 => Self::Lines,
            2 => Self::Date,
            3 => Self::Number,
            4 => Self::Choice(bytes.read()),
            5 => Self::Choices(bytes.read()),
            _ => bytes.nothing(Self::Text),
        }
    }
}

impl Read for Prefill {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Record(bytes.read()),
            1 => Self::Evidence(bytes.read()),
            2 => Self::Detail(bytes.read()),
            3 => Self::Actions,
            _ => bytes.nothing(Self::Actions),
        }
    }
}

impl Read for Piece {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Text(bytes.read()),
            1 => Self::Strong(bytes.read()),
            2 => Self::Field(bytes.read()),
            _ => bytes.nothing(Self::Field(0)),
        }
    }
}

#[cfg(test)]
mod tests;
