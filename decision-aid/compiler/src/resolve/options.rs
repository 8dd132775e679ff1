//! Makes the options and sees to it that each has a status wherever it is offered.

use super::clauses::Clauses;
use super::conditions::{Scope, Vocabulary};
use super::fields::Fields;
use super::read::{Blocks, Read};
use super::sources;
use crate::block::{RawOption, RawRule, Text};
use crate::diagram::MOST_ENDS;
use crate::names::suggestion;
use crate::{Diagnostic, Diagnostics};
use policy::{Condition, Outcome, PolicyOption, Ref, Rule, Source};

pub(crate) fn options(
    blocks: &Blocks<'_>,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    fields: &Fields,
    diagnostics: &mut Diagnostics,
) -> Vec<PolicyOption> {
    let everywhere: Vec<Ref<Outcome>> =
        (0..).zip(&blocks.outcomes).map(|(number, _)| Ref::new(number)).collect();
    blocks
        .options
        .iter()
        .map(|read| {
            let raw = &read.raw;
            let source = sources::source(read, &raw.source(), clauses, diagnostics);
            let option = PolicyOption {
                id: raw.id.get_ref().clone(),
                name: raw.name.clone(),
                does: raw.does.clone(),
                tells: tells(read, diagnostics),
                restricts: raw.restricts,
                instead_of: instead_of(read, names, diagnostics),
                evidence: names.questions_of(read, &raw.evidence, diagnostics),
                details: fields.read(read, &raw.details, names, clauses, diagnostics),
                offered_in: offered_in(read, &everywhere, names, diagnostics),
                rules: raw
                    .rules
                    .iter()
                    .map(|r| rule(read, r, &source, names, clauses, diagnostics))
                    .collect(),
                source,
            };
            check_rules(read, &option, blocks, diagnostics);
            option
        })
        .collect()
}

/// What a letter tells: every blank in it is a detail of the option.
fn tells(read: &Read<'_, RawOption>, diagnostics: &mut Diagnostics) -> Option<String> {
    let text = read.raw.tells.as_ref()?;
    for blank in text.get_ref().split('{').skip(1) {
        let name = blank.split('}').next().unwrap_or_default();
        let known = || read.raw.details.iter().map(|detail| detail.id.get_ref().as_str());
        if !known().any(|id| id == name) {
            let place = read.place_of(text);
            let known: Vec<&str> = known().collect();
            let message = format!("no detail `{name}`");
            diagnostics.push(Diagnostic::new(place, message).maybe_help(suggestion(name, known)));
        }
    }
    Some(text.get_ref().clone())
}

/// The options that this one excludes: others, never itself.
fn instead_of(
    read: &Read<'_, RawOption>,
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<PolicyOption>> {
    let own = read.raw.id.get_ref();
    if let Some(id) = read.raw.instead_of.iter().find(|id| id.get_ref() == own) {
        let message = format!("option `{own}` cannot be taken instead of itself");
        diagnostics.push(Diagnostic::new(read.place_of(id), message).help("name the other options"));
    }
    let find = |id: &Text| names.options.find(id.get_ref(), read.place_of(id));
    read.raw.instead_of.iter().filter_map(|id| diagnostics.note(find(id))).collect()
}

fn offered_in(
    read: &Read<'_, RawOption>,
    everywhere: &[Ref<Outcome>],
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<Outcome>> {
    match (&read.raw.r#in, &read.raw.not_in) {
        (Some(_), Some(_)) => {
            let message = format!("option `{}` has both `in` and `not-in`", read.raw.id.get_ref());
            diagnostics
                .push(Diagnostic::new(read.place_of(&read.raw.id), message).help("keep one of the two"));
            Vec::new()
        }
        (Some(ids), None) => outcomes(read, ids, names, diagnostics),
        (None, Some(ids)) => {
            let left_out = outcomes(read, ids, names, diagnostics);
            everywhere.iter().copied().filter(|outcome| !left_out.contains(outcome)).collect()
        }
        (None, None) => everywhere.to_vec(),
    }
}

fn outcomes(
    read: &Read<'_, RawOption>,
    ids: &[Text],
    names: &Vocabulary<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Ref<Outcome>> {
    let find = |id: &Text| names.outcomes.find(id.get_ref(), read.place_of(id));
    ids.iter().filter_map(|id| diagnostics.note(find(id))).collect()
}

fn rule(
    read: &Read<'_, RawOption>,
    raw: &RawRule,
    whole: &Source,
    names: &Vocabulary<'_>,
    clauses: &Clauses,
    diagnostics: &mut Diagnostics,
) -> Rule {
    Rule {
        status: raw.status,
        when: match &raw.when {
            Some(when) => names.condition(read, when, Scope::OptionRule, diagnostics),
            None => Condition::Always,
        },
        only_in: raw.r#in.as_ref().map(|ids| outcomes(read, ids, names, diagnostics)),
        because: raw.because.get_ref().clone(),
        source: sources::part(read, &raw.source(), whole, clauses, diagnostics),
    }
}

/// In every outcome that offers the option, the last rule read must always hold, and no rule may stand
/// behind one that does.
fn check_rules(
    read: &Read<'_, RawOption>,
    option: &PolicyOption,
    blocks: &Blocks<'_>,
    diagnostics: &mut Diagnostics,
) {
    if option.rules.len() > MOST_ENDS {
        let message = format!("option `{}` has more than {MOST_ENDS} rules", option.id);
        diagnostics.push(
            Diagnostic::new(read.place_of(&read.raw.id), message)
                .help("join rules that give the same status and reason"),
        );
    }
    for &outcome in &option.offered_in {
        let mut rules = option
            .rules
            .iter()
            .zip(&read.raw.rules)
            .filter(|(rule, _)| rule.applies_in(outcome))
            .map(|(_, raw)| raw);
        let last = rules.find(|raw| raw.when.is_none());
        let outcome = blocks.outcomes.get(outcome.index()).map_or("", |outcome| outcome.raw.id.get_ref());
        let wrong = match (last, rules.next()) {
            (None, _) => {
                let message = format!("option `{}` may be left without a status in `{outcome}`", option.id);
                Diagnostic::new(read.place_of(&read.raw.id), message)
                    .help("end its rules with one that has no `when`: it holds where no other does")
            }
            (Some(last), Some(behind)) => {
                let message = format!("this rule of option `{}` is never read in `{outcome}`", option.id);
                Diagnostic::new(read.place_of(&behind.because), message)
                    .other(read.place_of(&last.because), "this one has no `when` and always holds before it")
                    .help("put the rule without `when` last")
            }
            (Some(_), None) => continue,
        };
        diagnostics.push(wrong);
        return;
    }
}
