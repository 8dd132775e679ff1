//! Makes the options and sees to it that each has a status wherever it is offered.
//!
//! The rules of an option are an ordered list: the first that holds decides, and the last has no condition. An option that could be
//! left without a status in an outcome that offers it is refused.

use super::Resolver;
use super::conditions::Scope;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawConflict, RawField, RawOption, RawRule, Text};
use crate::diagram::MOST_ENDS;
use crate::names::suggestion;
use policy::{Condition, Conflict, ConflictsWith, Outcome, PolicyOption, Ref, Rule, Source};

impl Resolver<'_> {
    pub(crate) fn options(&self) -> Vec<PolicyOption> {
        let everywhere: Vec<Ref<Outcome>> =
            (0..).zip(&self.blocks.outcomes).map(|(number, _)| Ref::new(number)).collect();
        self.blocks
            .options
            .iter()
            .map(|read| {
                let raw = &read.raw;
                let source = self.source(read, &raw.source());
                let option = PolicyOption {
                    id: raw.id.get_ref().clone(),
                    name: raw.name.clone(),
                    does: raw.does.clone(),
                    tells: self.tells(read),
                    restricts: raw.restricts,
                    instead_of: self.instead_of(read),
                    conflicts: self.conflicts(read),
                    evidence: self.questions_of(read, &raw.evidence),
                    details: self.fields(read, &raw.details),
                    offered_in: self.offered_in(read, &everywhere),
                    rules: raw.rules.iter().map(|r| self.rule(read, r, &source)).collect(),
                    source,
                };
                self.check_rules(read, &option);
                option
            })
            .collect()
    }

    /// What a letter tells, a sentence to a line: every blank in it is a detail of the option.
    fn tells(&self, read: &Read<'_, RawOption>) -> Vec<String> {
        let Some(text) = &read.raw.tells else { return Vec::new() };
        for blank in text.get_ref().split('{').skip(1) {
            let name = blank.split('}').next().unwrap_or_default();
            let known = || read.raw.details.iter().map(|detail| detail.id.get_ref().as_str());
            if !known().any(|id| id == name) {
                let place = read.place_of(text);
                let known: Vec<&str> = known().collect();
                let message = format!("no detail `{name}`");
                self.push(Diagnostic::new(place, message).maybe_help(suggestion(name, known)));
            }
        }
        let sentences = text.get_ref().lines().map(str::trim).filter(|line| !line.is_empty());
        sentences.map(str::to_owned).collect()
    }

    /// The choices of its details that contradict other terms.
    fn conflicts(&self, read: &Read<'_, RawOption>) -> Vec<Conflict> {
        let conflict = |raw: &RawConflict| {
            let detail = read.raw.details.iter().find(|detail| detail.id.get_ref() == raw.detail.get_ref());
            if detail.is_none() {
                let known = read.raw.details.iter().map(|detail| detail.id.get_ref().as_str());
                let message = format!("no detail `{}`", raw.detail.get_ref());
                let help = suggestion(raw.detail.get_ref(), known);
                self.push(Diagnostic::new(read.place_of(&raw.detail), message).maybe_help(help));
            }
            let among = |detail: &RawField| {
                self.choices_among(
                    read,
                    &raw.choices,
                    detail.choices.iter().map(|choice| choice.id.get_ref()),
                )
            };
            Conflict {
                detail: raw.detail.get_ref().clone(),
                choices: detail.map(among).unwrap_or_default(),
                with: raw.with.iter().filter_map(|with| self.conflicts_with(read, with)).collect(),
            }
        };
        read.raw.conflicts.iter().map(conflict).collect()
    }

    /// `option`, or `option.detail`.
    fn conflicts_with(&self, read: &Read<'_, RawOption>, with: &Text) -> Option<ConflictsWith> {
        let (id, detail) = match with.get_ref().split_once('.') {
            Some((id, detail)) => (id, Some(detail)),
            None => (with.get_ref().as_str(), None),
        };
        let place = read.place_of(with);
        let option = self.note(self.names.options.find(id, place.clone()))?;
        let details = &self.blocks.options.get(option.index())?.raw.details;
        let known = || details.iter().map(|detail| detail.id.get_ref().as_str());
        if let Some(detail) = detail.filter(|detail| !known().any(|id| id == *detail)) {
            let message = format!("option `{id}` has no detail `{detail}`");
            self.push(Diagnostic::new(place, message).maybe_help(suggestion(detail, known())));
        }
        Some(ConflictsWith { option, detail: detail.map(str::to_owned) })
    }

    /// The options that this one excludes: others, never itself.
    fn instead_of(&self, read: &Read<'_, RawOption>) -> Vec<Ref<PolicyOption>> {
        let own = read.raw.id.get_ref();
        if let Some(id) = read.raw.instead_of.iter().find(|id| id.get_ref() == own) {
            let message = format!("option `{own}` cannot be taken instead of itself");
            self.push(Diagnostic::new(read.place_of(id), message).help("name the other options"));
        }
        self.find_all(&self.names.options, read, &read.raw.instead_of)
    }

    fn offered_in(&self, read: &Read<'_, RawOption>, everywhere: &[Ref<Outcome>]) -> Vec<Ref<Outcome>> {
        match (&read.raw.r#in, &read.raw.not_in) {
            (Some(_), Some(_)) => {
                let message = format!("option `{}` has both `in` and `not-in`", read.raw.id.get_ref());
                self.push(Diagnostic::new(read.place_of(&read.raw.id), message).help("keep one of the two"));
                Vec::new()
            }
            (Some(ids), None) => self.find_all(&self.names.outcomes, read, ids),
            (None, Some(ids)) => {
                let left_out = self.find_all(&self.names.outcomes, read, ids);
                everywhere.iter().copied().filter(|outcome| !left_out.contains(outcome)).collect()
            }
            (None, None) => everywhere.to_vec(),
        }
    }

    fn rule(&self, read: &Read<'_, RawOption>, raw: &RawRule, whole: &Source) -> Rule {
        Rule {
            status: raw.status,
            when: match &raw.when {
                Some(when) => self.condition(read, when, Scope::OptionRule),
                None => Condition::Always,
            },
            only_in: raw.r#in.as_ref().map(|ids| self.find_all(&self.names.outcomes, read, ids)),
            because: raw.because.get_ref().clone(),
            source: self.source_of_part(read, &raw.source(), whole),
        }
    }

    /// In every outcome that offers the option, the last rule read must always hold, and no rule may stand
    /// behind one that does.
    fn check_rules(&self, read: &Read<'_, RawOption>, option: &PolicyOption) {
        if option.rules.len() > MOST_ENDS {
            let message = format!("option `{}` has more than {MOST_ENDS} rules", option.id);
            self.push(
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
            let outcome =
                self.blocks.outcomes.get(outcome.index()).map_or("", |outcome| outcome.raw.id.get_ref());
            let wrong = match (last, rules.next()) {
                (None, _) => {
                    let message =
                        format!("option `{}` may be left without a status in `{outcome}`", option.id);
                    Diagnostic::new(read.place_of(&read.raw.id), message)
                        .help("end its rules with one that has no `when`: it holds where no other does")
                }
                (Some(last), Some(behind)) => {
                    let message = format!("this rule of option `{}` is never read in `{outcome}`", option.id);
                    Diagnostic::new(read.place_of(&behind.because), message)
                        .other(
                            read.place_of(&last.because),
                            "this one has no `when` and always holds before it",
                        )
                        .help("put the rule without `when` last")
                }
                (Some(_), None) => continue,
            };
            self.push(wrong);
            return;
        }
    }
}
