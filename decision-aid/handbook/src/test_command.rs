//! Every test there is, with all that they need: what `cargo handbook test` and CI run.

mod browser_tests;
mod playwright_report;
mod run;
mod steps;

use crate::console;
use crate::rustc::BROWSER_TARGET;
use crate::toolchain;
use crate::{browser_app, download};
use anyhow::Result;
use run::{count_passed, run};
use steps::Steps;

/// The packages that are compiled for the browser too, as Cargo is told of them.
const APPS: [&str; 8] =
    ["--package", "decision-aid", "--package", "word", "--package", "training", "--package", "casebook-app"];

/// Sets up and runs every test: formatting, lints, the Rust tests, then the built site in a real browser.
///
/// # Errors
/// The first part that fails, or a tool that is missing and cannot be installed.
pub fn test() -> Result<()> {
    console::print(
        "Every test: from clean about 20 minutes on two cores. Each step says how long it takes there.",
    )?;
    let mut steps = Steps::default();
    let command = browser_tests::kept_command()?;
    toolchain::prepare()?;
    steps.run("Rust packages", "seconds", download::rust_packages)?;
    lint(&mut steps)?;
    let rust = rust_tests(&mut steps)?;
    let browser = browser_tests::run_all(&mut steps, &command)?;
    console::print(format_args!("\nThe steps, the slowest first:\n{steps}"))?;
    console::print(format_args!("The slowest of the browser tests:\n{}", browser.slowest))?;
    let total = rust + browser.passed;
    console::print(format_args!(
        "All tests passed: {total} ({rust} in Rust, {} in the browser)",
        browser.passed
    ))?;
    Ok(())
}

fn lint(steps: &mut Steps) -> Result<()> {
    steps.run("Formatting", "seconds", || run("cargo", &["fmt", "--all", "--check"]))?;
    steps.run("Lints", "a minute and a half", || {
        run("cargo", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
    })?;
    let for_browser =
        [&["clippy"], &APPS[..], &["--target", BROWSER_TARGET, "--", "-D", "warnings"]].concat();
    steps.run("Lints of the browser apps", "half a minute", || run("cargo", &for_browser))
}

/// Compiles and runs the Rust tests, and gives how many there are. What they need is compiled before, where it shows.
fn rust_tests(steps: &mut Steps) -> Result<usize> {
    steps.run("Browser apps", "a minute", browser_app::ready)?;
    steps.run("Compiling the Rust tests", "3 minutes", || {
        run("cargo", &["test", "--workspace", "--no-run"])
    })?;
    steps.run("Rust tests", "2 minutes", || count_passed("cargo", &["test", "--quiet", "--workspace"]))
}
