//! What was proved of the rules, and of which rules: made from the proofs themselves, so that it cannot claim what
//! does not hold.
//!
//! Its fingerprint is of [`rules`](super::rules): ids and conditions, no wording. Date and revision are added by the build alone.

use super::rules::fingerprint;
use super::wording::answers;
use crate::content::{Item, Line, Part, Run};
use policy_compiler::Compiled;
use policy_compiler::prove::{Proof, Proofs, Verdict, prove};

/// How many digits of the hash are enough to tell two sets of rules apart by eye.
const DIGITS_TO_READ: usize = 16;

/// The certificate of a policy.
pub fn certificate(compiled: &Compiled) -> Vec<Part> {
    match prove(&compiled.policy, &compiled.properties) {
        Ok(proofs) => of_proofs(compiled, &proofs),
        Err(error) => vec![Part::Warning(Line::bold("Nothing was proved:").text(format!(" {error}.")))],
    }
}

/// The certificate that some proofs allow.
pub fn of_proofs(compiled: &Compiled, proofs: &Proofs) -> Vec<Part> {
    let (held, broken): (Vec<&Proof>, Vec<&Proof>) = proofs.proofs.iter().partition(|proof| proof.holds());
    let mut parts = vec![summary(proofs, held.len())];
    if !broken.is_empty() {
        parts.push(Part::heading(2, "What does not hold"));
        parts.push(Part::list(broken.iter().map(|proof| self::broken(compiled, proof)).collect()));
    }
    parts.extend(rules(compiled));
    parts.extend(lists(compiled, &held));
    parts
}

/// What was proved, in a sentence; or that it was not.
fn summary(proofs: &Proofs, held: usize) -> Part {
    let all = proofs.proofs.len();
    if held == all {
        let line = Line::bold(format!("All {all} promises hold"));
        return Part::Paragraph(
            line.text(format!(", for each of {} complete sets of answers.", proofs.sets)),
        );
    }
    let line = Line::bold(format!("{} of {all} promises are broken.", all - held));
    Part::Warning(line.text(" Do not publish these rules. What does not hold stands first."))
}

fn rules(compiled: &Compiled) -> Vec<Part> {
    let hash = fingerprint(&compiled.policy);
    let short = hash.get(..DIGITS_TO_READ).unwrap_or(&hash).to_owned();
    let policy = &compiled.policy;
    let version = if policy.version.is_empty() { "not given" } else { &policy.version };
    let counts = format!(
        "{} questions, {} findings, {} outcomes, {} duties and {} options",
        policy.questions.len(),
        policy.findings.len(),
        policy.outcomes.len(),
        policy.duties.len(),
        policy.options.len()
    );
    vec![
        Part::heading(2, "The rules"),
        Part::list(vec![
            Line::of(format!("Edition: {version}")).into(),
            Line::of(format!("Size: {counts}")).into(),
            Line::of("Fingerprint: ").run(Run::Code(short)).into(),
        ]),
        Part::paragraph(
            "The fingerprint changes with everything that decides, and stays the same when only wording changes.",
        ),
        Part::Details {
            summary: "The whole fingerprint".to_owned(),
            parts: vec![Part::Paragraph(Line::of("SHA-256: ").run(Run::Code(hash)))],
        },
        Part::BuildInfo,
    ]
}

fn lists(compiled: &Compiled, held: &[&Proof]) -> Vec<Part> {
    let own = |proof: &&&Proof| compiled.properties.iter().any(|property| property.id == proof.id);
    let (own, laws): (Vec<&&Proof>, Vec<&&Proof>) = held.iter().partition(own);
    let mut parts = Vec::new();
    if !laws.is_empty() {
        parts.push(Part::heading(2, "What every set of rules must keep"));
        let law = |proof: &&Proof| Line::of(proof.says.clone()).into();
        parts.push(Part::list(laws.into_iter().map(law).collect()));
    }
    if !own.is_empty() {
        parts.push(Part::heading(2, "What these rules promise"));
        parts.push(Part::list(own.into_iter().map(|proof| promise(proof)).collect()));
    }
    parts
}

fn promise(proof: &Proof) -> Item {
    Line::default().block("property", &proof.id, &proof.says).into()
}

fn broken(compiled: &Compiled, proof: &Proof) -> Item {
    let line = Line::bold("Broken:").text(format!(" {}", proof.says));
    let Verdict::Broken { message, witnesses, .. } = &proof.verdict else { return line.into() };
    let why = message.iter().map(|message| Line::of(format!("{message}.")));
    let examples = witnesses
        .iter()
        .filter(|witness| !witness.answers.is_empty())
        .map(|witness| Line::of("For example with ").then(answers(&compiled.policy, witness)).text("."));
    let below = Part::list(why.chain(examples).map(Item::from).collect());
    Item { below: vec![below], ..line.into() }
}
