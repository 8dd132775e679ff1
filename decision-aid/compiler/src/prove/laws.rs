//! The laws that every policy must keep, whatever it says.

use super::{Proof, Verdict};
use crate::diagram::refs;
use crate::diagram::soundness::{Law, Unsound};
use crate::diagram::space::{Space, TooLarge};
use biodivine_lib_bdd::BddVariable;
use policy::{Bit, Policy, PolicyOption, Question, Ref, Status};
use std::collections::BTreeSet;

/// Words that would make a proposal sound like a decision.
const WORDS_OF_APPROVAL: [&str; 6] =
    ["approved", "approves", "justified", "justifies", "authorised", "authorises"];

/// The laws about what can happen, each with its sentence.
const SOUND: [(Law, &str, &str); 4] = [
    (Law::OneOutcome, "one-outcome", "Exactly one outcome holds for each complete set of answers."),
    (
        Law::EverythingHappens,
        "everything-can-happen",
        "Each outcome, finding and duty can come up, and each rule of each option can decide.",
    ),
    (Law::NoContradiction, "no-contradiction", "No clause takes away what another requires."),
    (Law::EveryQuestionMatters, "every-question-can-matter", "Each question can matter."),
];

/// Proves each law; `unsound` is what the compiler's own check has found.
pub(super) fn prove(space: &mut Space<'_>, unsound: &[Unsound]) -> Result<Vec<Proof>, TooLarge> {
    let sound = SOUND.iter().map(|(law, id, says)| {
        let breach = unsound.iter().find(|found| found.law == *law);
        proof(id, says, breach.map(|found| (found.message.clone(), found.witness.clone())))
    });
    let mut proofs: Vec<Proof> = sound.collect();
    proofs.push(proof(
        "unknown-is-unknown",
        "“Not sure” is never read as yes or as no: it changes no outcome, no finding and no option.",
        reads_not_sure(space)?,
    ));
    proofs.push(proof(
        "always-a-way-on",
        "An unfinished case has a next question, and each question that the outcome can hang on names who can settle it.",
        settled_by_nobody(space)?,
    ));
    proofs.push(proof(
        "no-approval",
        "No result says that a restriction is approved or justified.",
        approval(space.policy()),
    ));
    Ok(proofs)
}

type Breach = (String, Option<crate::Witness>);

fn proof(id: &str, says: &str, breach: Option<Breach>) -> Proof {
    let verdict = match breach {
        None => Verdict::Proved,
        Some((message, witness)) => {
            Verdict::Broken { message: Some(message), witnesses: witness.into_iter().collect() }
        }
    };
    Proof { id: id.to_owned(), says: says.to_owned(), verdict }
}

/// Everything that an outcome, a finding or an option reads.
fn read_by_results(space: &mut Space<'_>) -> Result<BTreeSet<BddVariable>, TooLarge> {
    let policy = space.policy();
    let mut read = read_by_outcomes(space)?;
    for finding in refs(&policy.findings) {
        read.extend(space.finding(finding)?.support_set());
    }
    for option in refs::<PolicyOption>(&policy.options) {
        for (status, _) in Status::WORDS {
            read.extend(space.status(option, status)?.support_set());
        }
    }
    Ok(read)
}

fn read_by_outcomes(space: &mut Space<'_>) -> Result<BTreeSet<BddVariable>, TooLarge> {
    let mut read = BTreeSet::new();
    for outcome in Policy::outcome_refs(space.policy()) {
        read.extend(space.outcome(outcome)?.support_set());
    }
    Ok(read)
}

fn reads_not_sure(space: &mut Space<'_>) -> Result<Option<Breach>, TooLarge> {
    let read = read_by_results(space)?;
    let breach = read.into_iter().find(|bit| space.bits[bit.to_index()].1 == Bit::NotSure);
    Ok(breach.map(|bit| {
        let question = space.bits[bit.to_index()].0;
        (format!("a result turns on “not sure” as the answer to `{}`", space.policy()[question].id), None)
    }))
}

fn settled_by_nobody(space: &mut Space<'_>) -> Result<Option<Breach>, TooLarge> {
    let read = read_by_outcomes(space)?;
    let policy = space.policy();
    let hangs_on = |question: &Ref<Question>| {
        let mut own = space.variables_of(*question);
        own.any(|(bit, _)| read.contains(&bit)) && policy[*question].settled_by.is_none()
    };
    let nobody = Policy::question_refs(policy).find(hangs_on);
    Ok(nobody.map(|question| {
        (
            format!("the outcome can hang on `{}`, which names nobody in `settled-by`", policy[question].id),
            None,
        )
    }))
}

fn approval(policy: &Policy) -> Option<Breach> {
    let outcomes = policy.outcomes.iter().flat_map(|outcome| {
        let steps = outcome.steps.iter().map(|step| &step.action);
        [&outcome.name, &outcome.says].into_iter().chain(steps).map(move |text| (&outcome.id, text))
    });
    let findings =
        policy.findings.iter().flat_map(|found| [(&found.id, &found.name), (&found.id, &found.says)]);
    let duties = policy.duties.iter().flat_map(|duty| [(&duty.id, &duty.name), (&duty.id, &duty.says)]);
    let options = policy.options.iter().flat_map(|option| {
        let reasons = option.rules.iter().map(|rule| &rule.because);
        [&option.name, &option.does].into_iter().chain(reasons).map(move |text| (&option.id, text))
    });
    let said = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        words.find(|word| WORDS_OF_APPROVAL.contains(&word.as_str()))
    };
    let mut texts = outcomes.chain(findings).chain(duties).chain(options);
    let (id, word) = texts.find_map(|(id, text)| Some((id, said(text)?)))?;
    Some((format!("`{id}` says “{word}”, as if the aid decided"), None))
}
