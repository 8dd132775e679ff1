//! `cargo handbook assess`: the policy applied to cases, a JSON object a line in and out.

mod answer;
mod verdict;

use crate::book;
use anyhow::{Context, Result, bail};
use policy::Policy;
use serde::Serialize;
use std::io::{self, BufRead, BufWriter, Write};
use std::path::Path;

/// What a verdict tells beyond the result.
#[derive(Debug, Clone, Copy, Default)]
pub struct Detail {
    /// The fewest answers that suffice for the outcome.
    pub because: bool,
    /// Why each option and each question stands as it does, what would change the result, and the trace.
    pub why: bool,
}

/// Assesses each line. A line that cannot be read gives an error in its place, and the rest go on.
///
/// # Errors
/// Pages that are wrong, input or output that fails, or, at the end, any line that could not be assessed.
pub fn lines(book: &Path, detail: Detail, input: impl BufRead, output: impl Write) -> Result<()> {
    let (compiled, _) = book::compile_book(book)?;
    let wrong = assess_lines(&compiled.policy, detail, input, output)?;
    if wrong > 0 {
        let what = if wrong == 1 { "1 line".to_owned() } else { format!("{wrong} lines") };
        bail!("{what} could not be assessed: see the errors in the output");
    }
    Ok(())
}

/// Assesses each line under a policy, and counts those that could not be.
///
/// # Errors
/// Input or output that fails.
pub fn assess_lines(
    policy: &Policy,
    detail: Detail,
    mut input: impl BufRead,
    output: impl Write,
) -> Result<usize> {
    let questions = answer::Questions::of(policy);
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut line = Vec::new();
    let (mut number, mut wrong) = (0, 0);
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).context("the input cannot be read")? == 0 {
            break;
        }
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        // The line without its end: an error at the end of the line is in this line, not at the start of the next.
        match questions.read(line.trim_ascii_end()) {
            Ok(answers) => write(&mut output, &verdict::verdict(policy, &answers, detail))?,
            Err(error) => {
                wrong += 1;
                write(&mut output, &Unread { error, line: number })?;
            }
        }
    }
    output.flush().context("the output cannot be written")?;
    Ok(wrong)
}

fn write(output: &mut impl Write, object: &impl Serialize) -> Result<()> {
    // As an error of the output again: serde_json hides which it is.
    let written = serde_json::to_writer(&mut *output, object).map_err(io::Error::from);
    written.and_then(|()| output.write_all(b"\n")).context("the output cannot be written")
}

/// A line that could not be assessed.
#[derive(Serialize)]
struct Unread {
    /// What is wrong with it.
    error: String,
    /// Its number, from 1.
    line: usize,
}

#[cfg(test)]
mod tests;
