//! The fewest answers that show a change, in the words of each revision.

use super::comparing::Comparing;
use crate::Witness;
use crate::diagram::space::TooLarge;
use crate::diagram::witness::Bits;
use biodivine_lib_bdd::Bdd;
use policy::{Answer, Policy, Question, Ref};

/// The fewest answers that show a change, as each revision takes them: without the questions and the choices to tick
/// that it does not have. None where the revision does not have the one choice that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What the earlier revision takes.
    pub before: Option<Witness>,
    /// What the later revision takes.
    pub now: Option<Witness>,
}

impl Comparing<'_> {
    /// An example of some sets of answers that also answers the questions given; if there is one, one that both
    /// revisions take. None where there are no such sets.
    pub(super) fn example(
        &mut self,
        sets: &Bdd,
        answer: &[Ref<Question>],
    ) -> Result<Option<Example>, TooLarge> {
        let Some(bits) = self.now.smallest(sets) else { return Ok(None) };
        let example = self.in_words(bits, answer);
        if example.before.is_some() && example.now.is_some() {
            return Ok(Some(example));
        }
        let shared = self.now.condition(&self.union.known_to_both())?;
        let shared = self.now.and(sets, &shared)?;
        let shared = self.now.smallest(&shared).map(|bits| self.in_words(bits, answer));
        Ok(Some(shared.unwrap_or(example)))
    }

    fn in_words(&self, mut bits: Bits, answer: &[Ref<Question>]) -> Example {
        for question in answer {
            for (variable, _) in self.now.variables_of(*question) {
                bits.entry(variable).or_insert(false);
            }
        }
        let [before, now] = self.revisions;
        Example {
            before: self.taken_by(
                before,
                before.question_refs().map(|own| self.union.place_before(own)),
                &bits,
            ),
            now: self.taken_by(now, now.question_refs().map(|own| self.union.place_now(own)), &bits),
        }
    }

    /// Answers without what a revision does not have; `own` are its questions.
    fn taken_by(
        &self,
        policy: &Policy,
        own: impl Iterator<Item = Ref<Question>>,
        bits: &Bits,
    ) -> Option<Witness> {
        let own: Vec<Ref<Question>> = own.collect();
        let mut bits = bits.clone();
        bits.retain(|variable, _| own.contains(&self.now.bits[variable.to_index()].0));
        let mut witness = self.now.as_witness(&bits);
        for (id, answer) in &mut witness.answers {
            let question = &policy[policy.question(id)?];
            if let Answer::Many(choices) = answer {
                let has = |choice: &String| question.answers.choices().iter().any(|own| own.id == *choice);
                choices.retain(has);
            }
            question.read(answer).ok()?;
        }
        Some(witness)
    }
}
