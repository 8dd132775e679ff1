//! `cargo handbook prove`: every property over every set of answers.

use crate::book;
use anyhow::{Context, Result, bail};
use policy_compiler::prove::{Proof, Proofs, Verdict, prove};
use std::io::Write;
use std::path::Path;

/// Proves what a book promises and writes a line for each promise; a broken one with the smallest answers that
/// break it, as lines that `assess` takes.
///
/// # Errors
/// Pages that are wrong, a promise that is broken, or output that cannot be written.
pub fn report(book: &Path, output: &mut impl Write) -> Result<()> {
    let (compiled, _) = book::compile_book(book)?;
    let proofs = prove(&compiled.policy, &compiled.properties)?;
    let written = proofs.proofs.iter().try_for_each(|proof| line(proof, &proofs, output));
    let broken = proofs.proofs.iter().filter(|proof| !proof.holds()).count();
    if broken > 0 {
        let of = proofs.proofs.len();
        bail!(
            "{broken} of {of} properties are broken: mend the rules, or the property if it promises too much"
        );
    }
    // Only now, so that a broken property is told of whoever stopped reading.
    written
        .and_then(|()| {
            writeln!(output, "\nAll {} properties hold for every set of answers.", proofs.proofs.len())
        })
        .context("the output cannot be written")
}

fn line(proof: &Proof, proofs: &Proofs, output: &mut impl Write) -> std::io::Result<()> {
    let Verdict::Broken { message, witnesses, .. } = &proof.verdict else {
        return writeln!(output, "proved  {}  over {} sets of answers", proof.id, proofs.sets);
    };
    writeln!(output, "BROKEN  {}  {}", proof.id, message.as_ref().unwrap_or(&proof.says))?;
    witnesses.iter().try_for_each(|witness| writeln!(output, "{witness}"))
}
