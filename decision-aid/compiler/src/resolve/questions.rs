//! Makes the questions and their groups.

use super::Resolver;
use super::conditions::Vocabulary;
use super::read::{Blocks, Read};
use crate::block::{RawAnswerKind, RawQuestion, YesNo};
use crate::{Diagnostic, invisible};
use policy::{AnswerKind, Choice, Group, NONE_OF_THESE, NOT_SURE, Question, Ref};
use std::collections::{BTreeMap, BTreeSet};

/// As many as an answer has bits.
const MOST_CHOICES: usize = 32;

pub(crate) fn groups(blocks: &Blocks<'_>) -> Vec<Group> {
    let group = |read: &Read<'_, crate::block::RawGroup>| Group {
        id: read.raw.id.get_ref().clone(),
        name: read.raw.name.clone().unwrap_or_else(|| read.raw.title.clone()),
        title: read.raw.title.clone(),
        always: read.raw.always,
    };
    blocks.groups.iter().map(group).collect()
}

impl Resolver<'_> {
    pub(crate) fn questions(&self) -> Vec<Question> {
        let group_of = groups_of_questions(self.blocks, &self.names);
        self.blocks
            .questions
            .iter()
            .map(|read| {
                let raw = &read.raw;
                // A question in no group is noted where the order is made.
                let first = (Ref::new(0), 0);
                let (group, screen) = group_of.get(raw.id.get_ref().as_str()).copied().unwrap_or(first);
                Question {
                    id: raw.id.get_ref().clone(),
                    group,
                    screen,
                    ask: raw.ask.clone(),
                    short: raw.short.clone(),
                    hint: raw.hint.clone(),
                    answers: self.answer_kind(read),
                    needs: raw.needs.map(|answer| answer == YesNo::Yes),
                    otherwise: raw.otherwise.clone(),
                    settled_by: raw.settled_by.clone(),
                    fixed: raw.fixed,
                    source: self.source(read, &raw.source()),
                }
            })
            .collect()
    }

    fn answer_kind(&self, read: &Read<'_, RawQuestion>) -> AnswerKind {
        let raw = &read.raw;
        let refuse = |message: &str, help: &str| {
            let place = read.place_of(&raw.id);
            self.push(
                Diagnostic::new(place, format!("question `{}` {message}", raw.id.get_ref())).help(help),
            );
        };
        match (raw.answers, raw.choices.len()) {
            (RawAnswerKind::YesNo, 1..) => {
                refuse("takes yes or no, and lists choices", "say `answers = \"any-of\"`")
            }
            (RawAnswerKind::AnyOf | RawAnswerKind::OneOf, 0) => {
                refuse("has no choices", "add `[[choices]]` with `id` and `label`");
            }
            (_, count) if count > MOST_CHOICES => {
                refuse("has more than 32 choices", "split it into two questions")
            }
            _ => {}
        }
        if raw.answers != RawAnswerKind::YesNo && raw.needs.is_some() {
            refuse("has `needs` but does not take yes or no", "leave `needs` out");
        }
        if raw.needs.is_some() != raw.otherwise.is_some() {
            refuse(
                "needs both `needs` and `otherwise`, or neither",
                "say what to do when the check is not met",
            );
        }
        let choices = self.choices(read);
        match raw.answers {
            RawAnswerKind::YesNo => AnswerKind::YesNo,
            RawAnswerKind::AnyOf => AnswerKind::AnyOf(choices),
            RawAnswerKind::OneOf => AnswerKind::OneOf(choices),
        }
    }

    fn choices(&self, read: &Read<'_, RawQuestion>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        let mut ids = BTreeSet::new();
        for raw in &read.raw.choices {
            let id = raw.id.get_ref();
            if [NOT_SURE, NONE_OF_THESE].contains(&id.as_str()) {
                let message = format!("`{id}` is not a choice: the aid offers it everywhere");
                self.push(Diagnostic::new(read.place_of(&raw.id), message).help("leave this choice out"));
            }
            if let Some(help) = invisible::in_name(id) {
                let message = format!("nothing can name the choice `{id}`");
                self.push(Diagnostic::new(read.place_of(&raw.id), message).help(help));
            }
            if !ids.insert(id) {
                let message = format!("choice `{id}` stands here a second time");
                self.push(Diagnostic::new(read.place_of(&raw.id), message).help("give one another id"));
            }
            choices.push(Choice {
                id: id.clone(),
                label: raw.label.clone(),
                record_only: raw.record_only,
                clauses: self.cited(read, &raw.cites),
            });
        }
        choices
    }
}

/// The group that asks each question, and on which of its screens. The first that lists it counts.
fn groups_of_questions<'b>(
    blocks: &'b Blocks<'_>,
    names: &Vocabulary<'_>,
) -> BTreeMap<&'b str, (Ref<Group>, u8)> {
    let mut groups = BTreeMap::new();
    for raw in blocks.groups.iter().map(|read| &read.raw) {
        let Some(group) = names.groups.get(raw.id.get_ref()) else { continue };
        for (screen, id) in raw.all() {
            groups.entry(id.get_ref().as_str()).or_insert((group, screen));
        }
    }
    groups
}
