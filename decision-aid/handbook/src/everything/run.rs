//! Runs a command of the test run, saying what it is for.

use crate::{console, workspace};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed.
pub(super) struct Passed(pub(super) usize);

/// Runs a command in the root of the workspace.
pub(super) fn run(what: &str, program: &str, arguments: &[&str]) -> Result<()> {
    console::print(format_args!("\n== {what}: {program} {}", arguments.join(" ")))?;
    let status =
        command(program, arguments).status().with_context(|| format!("{program} cannot be started"))?;
    if !status.success() {
        bail!("{what} failed: see above");
    }
    Ok(())
}

/// Runs Rust's tests and counts those that passed, from the line that ends each of their binaries.
pub(super) fn run_and_count(what: &str, program: &str, arguments: &[&str]) -> Result<Passed> {
    console::print(format_args!("\n== {what}: {program} {}", arguments.join(" ")))?;
    let mut child = command(program, arguments)
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} cannot be started"))?;
    let output = child.stdout.take().context("the output of the tests cannot be read")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        console::print(&line)?;
        passed += count(&line).unwrap_or(0);
    }
    if !child.wait()?.success() {
        bail!("{what} failed: see above");
    }
    Ok(Passed(passed))
}

/// The number in `test result: ok. 12 passed; …`.
fn count(line: &str) -> Option<usize> {
    line.strip_prefix("test result: ok. ")?.split(' ').next()?.parse().ok()
}

pub(super) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(workspace::root());
    command
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_only_the_tests_that_passed() {
        for (line, expected) in [
            ("test result: ok. 12 passed; 3 failed; 0 ignored", Some(12)),
            ("test result: FAILED. 12 passed; 3 failed", None),
            ("running 12 tests", None),
        ] {
            assert_eq!(count(line), expected, "{line}");
        }
    }
}
