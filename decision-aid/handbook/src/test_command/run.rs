//! Runs a command of the test run, in the root of the workspace.

use crate::{console, workspace};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs a command, and shows what it prints.
pub(super) fn run(program: &str, arguments: &[&str]) -> Result<()> {
    let status = announced(program, arguments)?.status().with_context(|| cannot_start(program))?;
    if !status.success() {
        bail!("{program} says why in the lines above");
    }
    Ok(())
}

/// Runs Rust's tests and counts those that passed, from the line that ends each of their binaries.
pub(super) fn count_passed(program: &str, arguments: &[&str]) -> Result<usize> {
    let mut child = announced(program, arguments)?
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(program))?;
    let output = child.stdout.take().context("the output of the tests cannot be read")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        console::print(&line)?;
        passed += count(&line).unwrap_or(0);
    }
    if !child.wait()?.success() {
        bail!("{program} says why in the lines above");
    }
    Ok(passed)
}

/// A command in the root of the workspace.
pub(super) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(workspace::root());
    command
}

/// A command that is shown before it runs, so that it can be run again by itself.
fn announced(program: &str, arguments: &[&str]) -> Result<Command> {
    console::print(format_args!("{program} {}", arguments.join(" ")))?;
    Ok(command(program, arguments))
}

fn cannot_start(program: &str) -> String {
    format!("{program} cannot be started")
}

/// The number in `test result: ok. 12 passed; …`.
fn count(line: &str) -> Option<usize> {
    line.strip_prefix("test result: ok. ")?.split(' ').next()?.parse().ok()
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
