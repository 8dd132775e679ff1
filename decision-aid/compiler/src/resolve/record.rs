//! Makes what is written down besides the answers: the sections of the record, the reasons that options need, and the
//! points that the policy leaves to a person.

use super::Resolver;
use super::conditions::Scope;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawOpenPoint, RawRecord, Text};
use crate::names::{Names, suggestion};
use policy::{Condition, OpenPoint, Reasons, RecordSection, Ref, Stage};

/// The stages of the aid that are no group of questions, by name.
const OTHER_STAGES: [(&str, Stage); 3] =
    [("start", Stage::Start), ("decision", Stage::Decision), ("dates", Stage::Dates)];

impl Resolver<'_> {
    pub(crate) fn record_sections(&self) -> Vec<RecordSection> {
        let mut ids = Names::new("section of the record");
        let section = |(number, read): (u16, &Read<'_, RawRecord>)| {
            let raw = &read.raw;
            self.note(ids.add(raw.id.get_ref(), Ref::<RecordSection>::new(number), read.place_of(&raw.id)));
            RecordSection {
                id: raw.id.get_ref().clone(),
                title: raw.title.clone(),
                stage: raw.stage.as_ref().map_or(Stage::default(), |stage| self.stage(read, stage)),
                when: self.condition_or_always(read, raw.when.as_ref()),
                when_restricting: raw.when_restricting,
                when_taken: self.find_all(&self.names.options, read, &raw.when_taken),
                fields: self.fields(read, &raw.fields),
                source: self.source(read, &raw.source()),
            }
        };
        (0..).zip(&self.blocks.records).map(section).collect()
    }

    /// The reasons; a handbook has at most one block of them.
    pub(crate) fn reasons(&self) -> Reasons {
        let Some(read) = self.blocks.reasons.first() else { return Reasons::default() };
        if let Some(second) = self.blocks.reasons.get(1) {
            self.push(
                Diagnostic::new(second.block.place.clone(), "the reasons stand here a second time")
                    .help("keep one of the two blocks")
                    .other(read.block.place.clone(), "they stand here first"),
            );
        }
        Reasons {
            decision: self.fields(read, &read.raw.decision),
            taken: self.fields(read, &read.raw.taken),
            rejected: self.fields(read, &read.raw.rejected),
            source: self.source(read, &read.raw.source()),
        }
    }

    /// A stage by its name: the id of a group of questions, or one of those that the aid has besides.
    fn stage(&self, read: &Read<'_, RawRecord>, stage: &Text) -> Stage {
        let name = stage.get_ref().as_str();
        let other = OTHER_STAGES.iter().find(|(known, _)| *known == name).map(|(_, stage)| *stage);
        let group = || self.names.groups.get(name).map(Stage::Questions);
        other.or_else(group).unwrap_or_else(|| {
            let groups = self.blocks.groups.iter().map(|group| group.raw.id.get_ref().as_str());
            let known = OTHER_STAGES.iter().map(|(known, _)| *known).chain(groups);
            let message = format!("no stage `{name}`");
            self.push(Diagnostic::new(read.place_of(stage), message).maybe_help(suggestion(name, known)));
            Stage::default()
        })
    }

    pub(crate) fn open_points(&self) -> Vec<OpenPoint> {
        let mut ids = Names::new("open point");
        let point = |(number, read): (u16, &Read<'_, RawOpenPoint>)| {
            let raw = &read.raw;
            self.note(ids.add(raw.id.get_ref(), Ref::<OpenPoint>::new(number), read.place_of(&raw.id)));
            OpenPoint {
                id: raw.id.get_ref().clone(),
                ask: raw.ask.clone(),
                when: self.condition_or_always(read, raw.when.as_ref()),
                source: self.source(read, &raw.source()),
            }
        };
        (0..).zip(&self.blocks.open_points).map(point).collect()
    }

    pub(super) fn condition_or_always<T>(&self, read: &Read<'_, T>, when: Option<&Text>) -> Condition {
        let read_it = |when: &Text| self.condition(read, when, Scope::OptionRule);
        when.map_or(Condition::Always, read_it)
    }
}
