//! The laws that every policy must keep, whatever it says.

use super::{Proof, Verdict};
use crate::diagram::refs;
use crate::diagram::soundness::{Law, Unsound};
use crate::diagram::space::{Space, TooLarge};
use crate::kinds::Item;
use biodivine_lib_bdd::BddVariable;
use policy::{Bit, Duty, Finding, Policy, PolicyOption, Question, Ref, Status};
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
        proof(
            id,
            says,
            breach.map(|found| Breach {
                message: found.message.clone(),
                item: Some(found.part.item()),
                witness: found.witness.clone(),
            }),
        )
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

/// How a law is broken, and by what.
struct Breach {
    message: String,
    item: Option<Item>,
    witness: Option<crate::Witness>,
}

/// A breach that no answers show: what the policy itself says breaks the law.
fn by(item: Item, message: String) -> Breach {
    Breach { message, item: Some(item), witness: None }
}

fn proof(id: &str, says: &str, breach: Option<Breach>) -> Proof {
    let verdict = match breach {
        None => Verdict::Proved,
        Some(Breach { message, item, witness }) => {
            Verdict::Broken { message: Some(message), item, witnesses: witness.into_iter().collect() }
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
        by(
            Item::Question(question),
            format!("a result turns on “not sure” as the answer to `{}`", space.policy()[question].id),
        )
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
        by(
            Item::Question(question),
            format!("the outcome can hang on `{}`, which names nobody in `settled-by`", policy[question].id),
        )
    }))
}

fn approval(policy: &Policy) -> Option<Breach> {
    let outcomes = policy.outcome_refs().flat_map(|of| {
        let outcome = &policy[of];
        let steps = outcome.steps.iter().map(|step| &step.action);
        let texts = [&outcome.name, &outcome.says].into_iter().chain(steps);
        texts.map(move |text| (Item::Outcome(of), &outcome.id, text))
    });
    let findings = refs(&policy.findings).flat_map(|of| {
        let finding: &Finding = &policy[of];
        [&finding.name, &finding.says].map(|text| (Item::Finding(of), &finding.id, text))
    });
    let duties = refs(&policy.duties).flat_map(|of| {
        let duty: &Duty = &policy[of];
        [&duty.name, &duty.says].map(|text| (Item::Duty(of), &duty.id, text))
    });
    let options = refs(&policy.options).flat_map(|of| {
        let option: &PolicyOption = &policy[of];
        let reasons = option.rules.iter().map(|rule| &rule.because);
        let texts = [&option.name, &option.does].into_iter().chain(reasons);
        texts.map(move |text| (Item::Option(of), &option.id, text))
    });
    let said = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        words.find(|word| WORDS_OF_APPROVAL.contains(&word.as_str()))
    };
    let mut texts = outcomes.chain(findings).chain(duties).chain(options);
    let (item, id, word) = texts.find_map(|(item, id, text)| Some((item, id, said(text)?)))?;
    Some(by(item, format!("`{id}` says “{word}”, as if the aid decided")))
}
