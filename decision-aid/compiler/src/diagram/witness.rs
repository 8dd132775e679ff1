//! Witnesses: the smallest answers that show that something can happen.

use super::space::Space;
use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable};
use policy::{Answer, AnswerKind, Bit, NOT_SURE, Policy, Question, Ref};
use std::collections::BTreeMap;
use std::fmt;

/// Answers that are enough for something to happen, whatever all the others are; none of them can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The answers, by question id, in the order asked.
    pub answers: Vec<(String, Answer)>,
}

impl fmt::Display for Witness {
    /// The witness as a line that `assess` takes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answers: Vec<String> =
            self.answers.iter().map(|(id, answer)| format!("\"{id}\":{answer}")).collect();
        write!(f, "{{\"answers\":{{{}}}}}", answers.join(","))
    }
}

/// Some bits of some answers.
pub(crate) type Bits = BTreeMap<BddVariable, bool>;

impl Space<'_> {
    /// The smallest answers for which a diagram holds. None where it holds for no complete set of answers.
    pub(crate) fn witness(&self, diagram: &Bdd) -> Option<Witness> {
        Some(self.as_witness(&self.smallest(diagram)?))
    }

    /// The bits of the smallest answers for which a diagram holds: the way through the diagram that asks the fewest
    /// questions, less every question that turns out not to be needed.
    pub(crate) fn smallest(&self, diagram: &Bdd) -> Option<Bits> {
        // A complete set of answers has no "not sure" in it. The codes beyond a last choice stand for it, and need
        // not be kept out here.
        let diagram = diagram.restrict(&self.not_sure_bits());
        self.smallest_of(&diagram)
    }

    /// The same, where only the answer "not sure" may do.
    pub(crate) fn witness_or_not_sure(&self, diagram: &Bdd) -> Option<Witness> {
        let bits = self.smallest(diagram).or_else(|| self.smallest_of(diagram))?;
        Some(self.as_witness(&bits))
    }

    fn smallest_of(&self, diagram: &Bdd) -> Option<Bits> {
        let mut bits = self.whole_answers(&self.fewest_questions(diagram)?);
        let fails = diagram.not();
        let mut questions: Vec<Ref<Question>> = bits.keys().map(|bit| self.bits[bit.to_index()].0).collect();
        questions.dedup();
        // From the last question asked, so that of several as small the one with the earlier questions is found.
        for question in questions.into_iter().rev() {
            let mut fewer = bits.clone();
            fewer.retain(|bit, _| self.bits[bit.to_index()].0 != question);
            let fixed: Vec<(BddVariable, bool)> = fewer.iter().map(|(bit, value)| (*bit, *value)).collect();
            if fails.restrict(&fixed).is_false() {
                bits = fewer;
            }
        }
        Some(bits)
    }

    /// The way through a diagram to where it holds that asks the fewest questions.
    fn fewest_questions(&self, diagram: &Bdd) -> Option<Bits> {
        if diagram.is_false() {
            return None;
        }
        let question = |at: BddPointer| self.bits[diagram.var_of(at).to_index()].0;
        let mut cost: BTreeMap<BddPointer, usize> = BTreeMap::new();
        let step = |cost: &BTreeMap<BddPointer, usize>, from: BddPointer, to: BddPointer| match to {
            _ if to.is_one() => Some(0),
            _ if to.is_zero() => None,
            _ => cost.get(&to).map(|cost| cost + usize::from(question(from) != question(to))),
        };
        // A node only leads to nodes before it.
        for at in diagram.pointers().filter(|at| !at.is_terminal()) {
            let low = step(&cost, at, diagram.low_link_of(at));
            let high = step(&cost, at, diagram.high_link_of(at));
            if let Some(best) = low.into_iter().chain(high).min() {
                cost.insert(at, best);
            }
        }
        let mut bits = Bits::new();
        let mut at = diagram.root_pointer();
        while !at.is_terminal() {
            let (low, high) = (diagram.low_link_of(at), diagram.high_link_of(at));
            let up = match (step(&cost, at, low), step(&cost, at, high)) {
                (Some(low), Some(high)) => high < low,
                (low, _) => low.is_none(),
            };
            bits.insert(diagram.var_of(at), up);
            at = if up { high } else { low };
        }
        Some(bits)
    }

    /// The same bits, and for every question among them its other bits, as far as they have to be known: 0.
    fn whole_answers(&self, bits: &Bits) -> Bits {
        let mut whole = bits.clone();
        let questions: Vec<Ref<Question>> = bits.keys().map(|bit| self.bits[bit.to_index()].0).collect();
        for question in questions {
            for (variable, bit) in self.variables_of(question) {
                if bit != Bit::NotSure {
                    whole.entry(variable).or_insert(false);
                }
            }
        }
        whole
    }

    /// The answers of some bits.
    pub(crate) fn as_witness(&self, bits: &Bits) -> Witness {
        let policy = self.policy();
        let answered = |question: Ref<Question>| {
            let own: Vec<(Bit, bool)> = self
                .variables_of(question)
                .filter_map(|(variable, bit)| Some((bit, *bits.get(&variable)?)))
                .collect();
            (!own.is_empty()).then(|| (policy[question].id.clone(), answer(&policy[question], &own)))
        };
        Witness { answers: Policy::question_refs(policy).filter_map(answered).collect() }
    }
}

/// An answer from its bits; those not given are 0.
fn answer(question: &Question, bits: &[(Bit, bool)]) -> Answer {
    let on = |wanted: Bit| bits.iter().any(|(bit, value)| *bit == wanted && *value);
    if on(Bit::NotSure) {
        return Answer::One(NOT_SURE.to_owned());
    }
    match &question.answers {
        AnswerKind::YesNo => Answer::One(if on(Bit::Choice(0)) { "yes" } else { "no" }.to_owned()),
        AnswerKind::AnyOf(choices) => {
            let ticked = (0..).zip(choices).filter(|(index, _)| on(Bit::Choice(*index)));
            Answer::Many(ticked.map(|(_, choice)| choice.id.clone()).collect())
        }
        AnswerKind::OneOf(choices) => {
            let digits = (0..8).filter(|digit| on(Bit::Digit(*digit)));
            let code = digits.fold(0_usize, |code, digit| code | 1 << digit);
            // The codes beyond the last choice stand for the last one.
            let choice = choices.get(code).or(choices.last());
            Answer::One(choice.map(|choice| choice.id.clone()).unwrap_or_default())
        }
    }
}
