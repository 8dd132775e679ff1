//! Makes the conditions, findings, outcomes and duties.

use super::clauses::Clauses;
use super::conditions::{Scope, Vocabulary};
use super::read::{Blocks, Read};
use super::sources;
use crate::block::{RawOutcome, Text};
use crate::diagram::MOST_ENDS;
use crate::{Diagnostic, Diagnostics};
use policy::{Duty, Finding, NamedCondition, Outcome, PolicyOption, RecordItem, Ref, Source, Step};

pub(crate) fn conditions(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<NamedCondition> {
    let mut condition = |read: &Read<'_, crate::block::RawCondition>| NamedCondition {
        id: read.raw.id.get_ref().clone(),
        name: read.raw.name.clone().unwrap_or_else(|| read.raw.id.get_ref().replace('-', " ")),
        when: names.condition(read, &read.raw.when, Scope::Facts, diagnostics),
    };
    blocks.conditions.iter().map(&mut condition).collect()
}

pub(crate) fn findings(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<Finding> {
    let mut finding = |read: &Read<'_, crate::block::RawFinding>| Finding {
        id: read.raw.id.get_ref().clone(),
        name: read.raw.name.clone(),
        says: read.raw.says.clone(),
        when: names.condition(read, &read.raw.when, Scope::Facts, diagnostics),
        source: sources::source(read, &read.raw.source(), clauses, diagnostics),
    };
    blocks.findings.iter().map(&mut finding).collect()
}

pub(crate) fn duties(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<Duty> {
    let mut duty = |read: &Read<'_, crate::block::RawDuty>| Duty {
        id: read.raw.id.get_ref().clone(),
        name: read.raw.name.clone(),
        says: read.raw.says.clone(),
        urgent: read.raw.urgent,
        when: names.condition(read, &read.raw.when, Scope::Duty, diagnostics),
        source: sources::source(read, &read.raw.source(), clauses, diagnostics),
    };
    blocks.duties.iter().map(&mut duty).collect()
}

pub(crate) fn outcomes(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    options: &[PolicyOption],
    diagnostics: &mut Diagnostics,
) -> Vec<Outcome> {
    if let Some(read) = blocks.outcomes.get(MOST_ENDS) {
        let message = format!("there are more than {MOST_ENDS} outcomes");
        diagnostics.push(
            Diagnostic::new(read.place_of(&read.raw.id), message).help("join outcomes that ask for the same"),
        );
    }
    let outcome = |(number, read): (u16, &Read<'_, RawOutcome>)| {
        let source = sources::source(read, &read.raw.source(), clauses, diagnostics);
        Outcome {
            id: read.raw.id.get_ref().clone(),
            name: read.raw.name.clone(),
            says: read.raw.says.clone(),
            when: names.condition(read, &read.raw.when, Scope::Facts, diagnostics),
            steps: steps(read, &source, clauses, diagnostics),
            weigh: weighed(read, Ref::new(number), names, options, diagnostics),
            record: recorded(read, names, diagnostics),
            source,
        }
    };
    (0..).zip(&blocks.outcomes).map(outcome).collect()
}

fn steps(
    read: &Read<'_, RawOutcome>,
    whole: &Source,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Vec<Step> {
    let mut step = |raw: &crate::block::RawStep| Step {
        action: raw.r#do.clone(),
        who: raw.who.clone(),
        source: sources::part(read, &raw.source(), whole, clauses, diagnostics),
    };
    read.raw.steps.iter().map(&mut step).collect()
}

fn weighed(
    read: &Read<'_, RawOutcome>,
    outcome: Ref<Outcome>,
    names: &Vocabulary<'_>,
    options: &[PolicyOption],
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<PolicyOption>> {
    let mut weighed = Vec::new();
    for id in &read.raw.weigh {
        let found = diagnostics.note(names.options.find(id.get_ref(), read.place_of(id)));
        let Some(option) = found else { continue };
        if !options.get(option.index()).is_none_or(|option| option.offered_in.contains(&outcome)) {
            let message =
                format!("`{}` weighs `{}`, which is not offered in it", read.raw.id.get_ref(), id.get_ref());
            let help = "add the outcome to the option's `in`, or leave the option out here";
            diagnostics.push(Diagnostic::new(read.place_of(id), message).help(help));
        }
        weighed.push(option);
    }
    weighed
}

fn recorded(
    read: &Read<'_, RawOutcome>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<RecordItem> {
    let item = |id: &Text| {
        let question = names.questions.get(id.get_ref()).map(RecordItem::Question);
        question.or_else(|| names.findings.get(id.get_ref()).map(RecordItem::Finding)).ok_or_else(|| {
            let known = names.questions.ids().chain(names.findings.ids());
            Diagnostic::new(read.place_of(id), format!("no question or finding `{}`", id.get_ref()))
                .maybe_help(names.comparisons.suggestion(id.get_ref(), known))
        })
    };
    read.raw.record.iter().filter_map(|id| diagnostics.note(item(id))).collect()
}
