//! Makes the conditions, findings, outcomes and duties.

use super::Resolver;
use super::conditions::Scope;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawOutcome, Text};
use crate::diagram::MOST_ENDS;
use policy::{Duty, Finding, NamedCondition, Outcome, PolicyOption, RecordItem, Ref, Source, Step};

impl Resolver<'_> {
    pub(crate) fn conditions(&self) -> Vec<NamedCondition> {
        let mut condition = |read: &Read<'_, crate::block::RawCondition>| NamedCondition {
            id: read.raw.id.get_ref().clone(),
            name: read.raw.name.clone().unwrap_or_else(|| read.raw.id.get_ref().replace('-', " ")),
            when: self.condition(read, &read.raw.when, Scope::Facts),
        };
        self.blocks.conditions.iter().map(&mut condition).collect()
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut finding = |read: &Read<'_, crate::block::RawFinding>| Finding {
            id: read.raw.id.get_ref().clone(),
            name: read.raw.name.clone(),
            says: read.raw.says.clone(),
            when: self.condition(read, &read.raw.when, Scope::Facts),
            source: self.source(read, &read.raw.source()),
        };
        self.blocks.findings.iter().map(&mut finding).collect()
    }

    pub(crate) fn duties(&self) -> Vec<Duty> {
        let mut duty = |read: &Read<'_, crate::block::RawDuty>| Duty {
            id: read.raw.id.get_ref().clone(),
            name: read.raw.name.clone(),
            says: read.raw.says.clone(),
            urgent: read.raw.urgent,
            when: self.condition(read, &read.raw.when, Scope::Duty),
            source: self.source(read, &read.raw.source()),
        };
        self.blocks.duties.iter().map(&mut duty).collect()
    }

    pub(crate) fn outcomes(&self, options: &[PolicyOption]) -> Vec<Outcome> {
        if let Some(read) = self.blocks.outcomes.get(MOST_ENDS) {
            let message = format!("there are more than {MOST_ENDS} outcomes");
            self.push(
                Diagnostic::new(read.place_of(&read.raw.id), message)
                    .help("join outcomes that ask for the same"),
            );
        }
        let outcome = |(number, read): (u16, &Read<'_, RawOutcome>)| {
            let source = self.source(read, &read.raw.source());
            Outcome {
                id: read.raw.id.get_ref().clone(),
                name: read.raw.name.clone(),
                says: read.raw.says.clone(),
                when: self.condition(read, &read.raw.when, Scope::Facts),
                steps: self.steps(read, &source),
                weigh: self.weighed(read, Ref::new(number), options),
                decide_one: self.find_all(&self.names.options, read, &read.raw.decide_one),
                record: self.recorded(read),
                source,
            }
        };
        (0..).zip(&self.blocks.outcomes).map(outcome).collect()
    }

    fn steps(&self, read: &Read<'_, RawOutcome>, whole: &Source) -> Vec<Step> {
        let mut step = |raw: &crate::block::RawStep| Step {
            action: raw.r#do.clone(),
            who: raw.who.clone(),
            source: self.source_of_part(read, &raw.source(), whole),
        };
        read.raw.steps.iter().map(&mut step).collect()
    }

    fn weighed(
        &self,
        read: &Read<'_, RawOutcome>,
        outcome: Ref<Outcome>,
        options: &[PolicyOption],
    ) -> Vec<Ref<PolicyOption>> {
        let mut weighed = Vec::new();
        for id in &read.raw.weigh {
            let found = self.note(self.names.options.find(id.get_ref(), read.place_of(id)));
            let Some(option) = found else { continue };
            if !options.get(option.index()).is_none_or(|option| option.offered_in.contains(&outcome)) {
                let message = format!(
                    "`{}` weighs `{}`, which is not offered in it",
                    read.raw.id.get_ref(),
                    id.get_ref()
                );
                let help = "add the outcome to the option's `in`, or leave the option out here";
                self.push(Diagnostic::new(read.place_of(id), message).help(help));
            }
            weighed.push(option);
        }
        weighed
    }

    fn recorded(&self, read: &Read<'_, RawOutcome>) -> Vec<RecordItem> {
        let item = |id: &Text| {
            let question = self.names.questions.get(id.get_ref()).map(RecordItem::Question);
            question.or_else(|| self.names.findings.get(id.get_ref()).map(RecordItem::Finding)).ok_or_else(
                || {
                    let known = self.names.questions.ids().chain(self.names.findings.ids());
                    Diagnostic::new(read.place_of(id), format!("no question or finding `{}`", id.get_ref()))
                        .maybe_help(self.names.comparisons.suggestion(id.get_ref(), known))
                },
            )
        };
        read.raw.record.iter().filter_map(|id| self.note(item(id))).collect()
    }
}
