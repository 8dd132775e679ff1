//! Counts where two revisions differ, part by part of their results.

use super::union::Union;
use super::values::{self, Values};
use super::{Change, Changes, Comparison, inventory};
use crate::diagram::space::{Space, TooLarge, asked_not_sure};
use crate::prove::Count;
use biodivine_lib_bdd::Bdd;
use policy::{Policy, Question, Ref};
use std::collections::BTreeSet;

/// Two revisions while they are compared.
pub(super) struct Comparing<'p> {
    /// As they were given.
    pub(super) revisions: [&'p Policy; 2],
    pub(super) union: &'p Union,
    /// The earlier one, over the answers of both.
    before: Space<'p>,
    /// The later one, over the answers of both.
    pub(super) now: Space<'p>,
    /// Where some part of the result changes, part by part.
    changed: Vec<Bdd>,
}

impl<'p> Comparing<'p> {
    /// Two revisions, as they were given and in terms of their union.
    pub(super) fn new(revisions: [&'p Policy; 2], union: &'p Union, moved: [&'p Policy; 2]) -> Self {
        // Neither has a bit for "not sure", so both have the same bits in the same order.
        let [before, now] = moved.map(Space::new);
        Self { revisions, union, before, now, changed: Vec::new() }
    }

    /// Compares them, part by part.
    pub(super) fn compare(&mut self) -> Result<Comparison, TooLarge> {
        let [before, now] = self.revisions;
        let outcomes = [values::outcomes(&mut self.before)?, values::outcomes(&mut self.now)?];
        let outcome = self.changes(&outcomes[0], &outcomes[1], &[])?;
        let options = self.each(|policy| &policy.options, |option| &option.id, Self::option)?;
        let duties = self.each(|policy| &policy.duties, |duty| &duty.id, Self::duty)?;
        let findings = self.each(|policy| &policy.findings, |finding| &finding.id, Self::finding)?;
        let changed = std::mem::take(&mut self.changed);
        let changed =
            changed.iter().try_fold(self.now.variables.mk_false(), |all, one| self.now.or(&all, one))?;
        Ok(Comparison {
            sets: Count::of(&self.now.proper_codes()),
            changed: Count::of(&changed),
            outcome,
            options,
            duties,
            findings,
            inventory: inventory::inventory(before, now),
        })
    }

    /// The changes of each part of a kind: those of the later revision in their order, then those that are gone.
    fn each<T>(
        &mut self,
        parts: impl Fn(&Policy) -> &Vec<T>,
        id: impl Fn(&T) -> &String,
        changes: impl Fn(&mut Self, &str) -> Result<Changes, TooLarge>,
    ) -> Result<Vec<(String, Changes)>, TooLarge> {
        let [before, now] = self.revisions;
        let mut seen = BTreeSet::new();
        let mut changed = Vec::new();
        for part in parts(now).iter().chain(parts(before)).filter(|part| seen.insert(id(part).clone())) {
            let changes = changes(self, id(part))?;
            if !changes.pairs.is_empty() {
                changed.push((id(part).clone(), changes));
            }
        }
        Ok(changed)
    }

    fn option(&mut self, id: &str) -> Result<Changes, TooLarge> {
        let before = values::statuses(&mut self.before, id)?;
        let now = values::statuses(&mut self.now, id)?;
        self.changes(&before, &now, &[])
    }

    fn duty(&mut self, id: &str) -> Result<Changes, TooLarge> {
        let (then, today) = (values::duty(self.before.policy(), id), values::duty(self.now.policy(), id));
        let before = values::truth(&mut self.before, then)?;
        let now = values::truth(&mut self.now, today)?;
        self.changes(&before, &now, &self.asked_not_sure(id))
    }

    fn finding(&mut self, id: &str) -> Result<Changes, TooLarge> {
        let (then, today) =
            (values::finding(self.before.policy(), id), values::finding(self.now.policy(), id));
        let before = values::truth(&mut self.before, then)?;
        let now = values::truth(&mut self.now, today)?;
        self.changes(&before, &now, &[])
    }

    /// The questions that a duty asks "not sure" of in either revision. Only an answer rules that out.
    fn asked_not_sure(&self, duty: &str) -> Vec<Ref<Question>> {
        let [before, now] = self.revisions;
        let asked = |policy: &Policy| asked_not_sure(values::duty(policy, duty).into_iter());
        let then = asked(before).into_iter().map(|question| self.union.place_before(question));
        then.chain(asked(now).into_iter().map(|question| self.union.place_now(question))).collect()
    }

    /// The changes from some values to others. Examples also answer the questions given.
    fn changes(
        &mut self,
        before: &Values,
        now: &Values,
        answer: &[Ref<Question>],
    ) -> Result<Changes, TooLarge> {
        let proper = self.now.proper_codes();
        let mut changed = self.now.variables.mk_false();
        let mut pairs = Vec::new();
        for (then, held) in before {
            for (today, holds) in now.iter().filter(|(today, _)| then.differs_from(today)) {
                let sets = self.now.and(held, holds)?;
                let counted = self.now.and(&sets, &proper)?;
                let Some(example) = self.example(&sets, answer)? else { continue };
                changed = self.now.or(&changed, &counted)?;
                let sets = Count::of(&counted);
                pairs.push(Change { before: then.clone(), now: today.clone(), sets, example });
            }
        }
        let sets = Count::of(&changed);
        self.changed.push(changed);
        Ok(Changes { sets, pairs })
    }
}
