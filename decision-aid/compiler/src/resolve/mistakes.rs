//! Makes the outcomes that a learner may wrongly take for that of a case, where its author names them. The right one is what
//! the policy gives, so it is never one of them.

use super::Resolver;
use super::read::Read;
use crate::Diagnostic;
use crate::block::{RawMistake, RawScenario};
use policy::{Assessment, Mistake, Outcome, Policy, Practice, Ref};
use std::ops::RangeInclusive;

/// How many mistakes a case may name: with the right outcome, a learner chooses from three to five.
const MISTAKES: RangeInclusive<usize> = 2..=4;

/// What stands for the mistake of taking a case to be open.
const OPEN: &str = "open";

impl Resolver<'_> {
    /// The mistakes of a case. Whether each of them is wrong is for [`Self::refuse_right_mistakes`].
    pub(super) fn mistakes(&self, read: &Read<'_, RawScenario>) -> Vec<Mistake> {
        let raw = &read.raw.mistakes;
        if let Some(first) = raw.first().filter(|_| !MISTAKES.contains(&raw.len())) {
            let case = read.raw.id.get_ref();
            let message = format!("the case `{case}` names {} of its likely mistakes", raw.len());
            let help = "name two to four, so that a learner chooses from three to five outcomes; or leave \
                        `[[mistakes]]` out, and the nearest outcomes are offered";
            self.push(Diagnostic::new(read.place_of(&first.outcome), message).help(help));
        }
        raw.iter().enumerate().filter_map(|(at, mistake)| self.mistake(read, mistake, &raw[..at])).collect()
    }

    fn mistake(
        &self,
        read: &Read<'_, RawScenario>,
        mistake: &RawMistake,
        before: &[RawMistake],
    ) -> Option<Mistake> {
        let RawMistake { outcome: id, because } = mistake;
        let place = || read.place_of(id);
        if before.iter().any(|other| other.outcome.get_ref() == id.get_ref()) {
            let message = format!("the mistake `{}` is named a second time", id.get_ref());
            self.push(Diagnostic::new(place(), message).help("name another outcome, or leave it out"));
        }
        if because.get_ref().trim().is_empty() {
            let message = format!("nobody is told why `{}` is a mistake", id.get_ref());
            let help = "say in a sentence why people choose it, and why it is wrong";
            self.push(Diagnostic::new(read.place_of(because), message).help(help));
        }
        let found = self.names.outcomes.find(id.get_ref(), place());
        let outcome = match id.get_ref().as_str() {
            OPEN if found.is_err() => None,
            _ => Some(self.note(found)?),
        };
        Some(Mistake { outcome, because: because.get_ref().trim().to_owned() })
    }

    /// What the policy gives is no mistake.
    pub(super) fn refuse_right_mistakes(
        &self,
        read: &Read<'_, RawScenario>,
        practice: &Practice,
        policy: &Policy,
        assessment: &Assessment,
    ) {
        let id = |outcome: Option<Ref<Outcome>>| outcome.map_or(OPEN, |outcome| &policy[outcome].id);
        if practice.mistakes.iter().all(|mistake| mistake.outcome != assessment.outcome) {
            return;
        }
        let given = id(assessment.outcome);
        let raw = read.raw.mistakes.iter().find(|mistake| mistake.outcome.get_ref() == given);
        if let Some(mistake) = raw {
            let message = format!("`{given}` is no mistake: the policy gives it to this case");
            let help =
                "leave it out, because the right outcome is always offered; or mend the case or the rules";
            self.push(Diagnostic::new(read.place_of(&mistake.outcome), message).help(help));
        }
    }
}
