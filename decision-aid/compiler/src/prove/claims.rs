//! The answers that break a claim, as a diagram.

use super::{Claim, Verdict};
use crate::diagram::refs;
use crate::diagram::space::{Space, TooLarge};
use biodivine_lib_bdd::{Bdd, BddVariable};
use policy::{Condition, Policy, PolicyOption, Question, Ref, Status};

/// Whether a claim holds.
pub(super) fn verdict(space: &mut Space<'_>, claim: &Claim) -> Result<Verdict, TooLarge> {
    match claim {
        Claim::Always(condition) => always(space, condition),
        Claim::NoEffect(questions) => no_effect(space, questions),
        Claim::NeverMore { turning, options } => never_more(space, turning, options),
    }
}

fn always(space: &mut Space<'_>, condition: &Condition) -> Result<Verdict, TooLarge> {
    let broken = space.condition(condition)?.not();
    Ok(match space.witness(&broken) {
        None => Verdict::Proved,
        Some(witness) => Verdict::Broken { message: None, item: None, witnesses: vec![witness] },
    })
}

fn no_effect(space: &mut Space<'_>, questions: &[Ref<Question>]) -> Result<Verdict, TooLarge> {
    for result in results(space)? {
        let read = result.support_set();
        for question in questions {
            let bits: Vec<BddVariable> = space.variables_of(*question).map(|(bit, _)| bit).collect();
            for bit in bits.into_iter().filter(|bit| read.contains(bit)) {
                let differs = space.xor(&result.var_restrict(bit, false), &result.var_restrict(bit, true))?;
                if let Some(broken) = step(space, bit, &differs) {
                    return Ok(broken);
                }
            }
        }
    }
    Ok(Verdict::Proved)
}

/// What must not change: each outcome, and each status of each option.
fn results(space: &mut Space<'_>) -> Result<Vec<Bdd>, TooLarge> {
    let policy = space.policy();
    let mut results = Vec::new();
    for outcome in Policy::outcome_refs(policy) {
        results.push(space.outcome(outcome)?);
    }
    for option in refs::<PolicyOption>(&policy.options) {
        for (status, _) in Status::WORDS {
            results.push(space.status(option, status)?);
        }
    }
    Ok(results)
}

fn never_more(
    space: &mut Space<'_>,
    turning: &[Ref<Question>],
    options: &[Ref<PolicyOption>],
) -> Result<Verdict, TooLarge> {
    for &option in options {
        let warranted = space.status(option, Status::Warranted)?;
        for &question in turning {
            let Some((bit, _)) = space.variables_of(question).next() else { continue };
            let before = warranted.var_restrict(bit, false);
            let newly = space.and(&warranted.var_restrict(bit, true), &before.not())?;
            if let Some(broken) = step(space, bit, &newly) {
                return Ok(broken);
            }
        }
    }
    Ok(Verdict::Proved)
}

/// The step from a bit that is 0 to the same bit at 1, where a diagram of all other bits holds.
fn step(space: &Space<'_>, bit: BddVariable, diagram: &Bdd) -> Option<Verdict> {
    let others = space.smallest(diagram)?;
    let with = |value: bool| {
        let mut bits = others.clone();
        bits.insert(bit, value);
        space.as_witness(&bits)
    };
    Some(Verdict::Broken { message: None, item: None, witnesses: vec![with(false), with(true)] })
}
