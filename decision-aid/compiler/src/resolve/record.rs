//! Makes what is written down besides the answers: the sections of the record, the reasons that options need, and the
//! points that the policy leaves to a person.

use super::clauses::Clauses;
use super::conditions::{Scope, Vocabulary};
use super::fields::Fields;
use super::read::{Blocks, Read};
use super::sources;
use crate::block::{RawOpenPoint, RawRecord, Text};
use crate::names::Names;
use crate::{Diagnostic, Diagnostics};
use policy::{Condition, OpenPoint, Reasons, RecordSection, Ref};

pub(crate) fn sections(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    fields: &Fields,
    diagnostics: &mut Diagnostics,
) -> Vec<RecordSection> {
    let mut ids = Names::new("section of the record");
    let section = |(number, read): (u16, &Read<'_, RawRecord>)| {
        let raw = &read.raw;
        diagnostics.note(ids.add(
            raw.id.get_ref(),
            Ref::<RecordSection>::new(number),
            read.place_of(&raw.id),
        ));
        RecordSection {
            id: raw.id.get_ref().clone(),
            title: raw.title.clone(),
            when: when(read, raw.when.as_ref(), names, diagnostics),
            when_restricting: raw.when_restricting,
            fields: fields.read(read, &raw.fields, names, clauses, diagnostics),
            source: sources::source(read, &raw.source(), clauses, diagnostics),
        }
    };
    (0..).zip(&blocks.records).map(section).collect()
}

/// The reasons; a handbook has at most one block of them.
pub(crate) fn reasons(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    fields: &Fields,
    diagnostics: &mut Diagnostics,
) -> Reasons {
    let Some(read) = blocks.reasons.first() else { return Reasons::default() };
    if let Some(second) = blocks.reasons.get(1) {
        diagnostics.push(
            Diagnostic::new(second.block.place.clone(), "the reasons stand here a second time")
                .help("keep one of the two blocks")
                .other(read.block.place.clone(), "they stand here first"),
        );
    }
    Reasons {
        taken: fields.read(read, &read.raw.taken, names, clauses, diagnostics),
        rejected: fields.read(read, &read.raw.rejected, names, clauses, diagnostics),
        source: sources::source(read, &read.raw.source(), clauses, diagnostics),
    }
}

pub(crate) fn open_points(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<OpenPoint> {
    let mut ids = Names::new("open point");
    let point = |(number, read): (u16, &Read<'_, RawOpenPoint>)| {
        let raw = &read.raw;
        diagnostics.note(ids.add(raw.id.get_ref(), Ref::<OpenPoint>::new(number), read.place_of(&raw.id)));
        OpenPoint {
            id: raw.id.get_ref().clone(),
            ask: raw.ask.clone(),
            when: when(read, raw.when.as_ref(), names, diagnostics),
            source: sources::source(read, &raw.source(), clauses, diagnostics),
        }
    };
    (0..).zip(&blocks.open_points).map(point).collect()
}

fn when<T>(
    read: &Read<'_, T>,
    when: Option<&Text>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Condition {
    let read_it = |when: &Text| names.condition(read, when, Scope::OptionRule, diagnostics);
    when.map_or(Condition::Always, read_it)
}
