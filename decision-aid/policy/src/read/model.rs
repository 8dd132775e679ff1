//! What the parts of a policy are read from: structs field by field, and variants by their index.

use super::{Bytes, Read};
use crate::{
    AnswerKind, Basis, Bit, Choice, Clause, Condition, Conflict, ConflictsWith, Deferred, Diagrams, Duty,
    Field, FieldChoice, FieldKind, Finding, Force, Group, Keeps, Letter, LetterPart, NamedCondition,
    OpenPoint, OptionTexts, Outcome, Paperwork, Piece, Policy, PolicyOption, Prefill, Question, Reasons,
    RecordItem, RecordSection, Ref, Rule, Source, Stage, Status, Step, Term, UsualDate, With,
};

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
    Group { id, name, title, always }
    Question { id, group, screen, ask, short, hint, answers, needs, otherwise, settled_by, fixed, source }
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
    Deferred { paperwork, findings, steps, options }
    OptionTexts { does, tells, details, because }
    Paperwork { sections, reasons, open_points, letters, terms }
    Term { term, meaning }
    RecordSection { id, title, stage, when, when_restricting, when_taken, fields, source }
    Reasons { decision, taken, rejected, source }
    OpenPoint { id, ask, when, source }
    Field { id, label, hint, kind, optional, from, with, not_before, not_after, usual, default, ends, calendar, keeps }
    FieldChoice { id, label, when, alone, cuts_off }
    With { field, choice }
    UsualDate { after, months, otherwise }
    Keeps { field, cuts_off, warning, clauses }
    Letter { id, name, says, outcomes, about, at_once, fields, parts, source }
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

impl Read for Stage {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Start,
            1 => Self::Questions(bytes.read()),
            2 => Self::Decision,
            3 => Self::Dates,
            _ => bytes.nothing(Self::Dates),
        }
    }
}

impl Read for Prefill {
    fn read(bytes: &mut Bytes<'_>) -> Self {
        match bytes.number() {
            0 => Self::Record(bytes.read()),
            1 => Self::Evidence(bytes.read()),
            2 => Self::Actions,
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
