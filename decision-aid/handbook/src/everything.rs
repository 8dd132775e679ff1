//! Every test there is, with all that they need: what `cargo handbook test` and CI run.

mod browser_tests;
mod run;

use crate::console;
use crate::toolchain::{self, BROWSER_TARGET};
use anyhow::Result;
use run::{run, run_and_count};

/// Sets up and runs every test: formatting, lints, the Rust tests, then the built site in a real browser.
///
/// # Errors
/// The first part that fails, or a tool that is missing and cannot be installed.
pub fn test() -> Result<()> {
    toolchain::prepare()?;
    run("Formatting", "cargo", &["fmt", "--all", "--check"])?;
    run("Lints", "cargo", &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    let apps = [
        "clippy",
        "--quiet",
        "--package",
        "decision-aid",
        "--package",
        "word",
        "--package",
        "training",
        "--target",
        BROWSER_TARGET,
        "--",
        "-D",
        "warnings",
    ];
    run("Lints of the browser apps", "cargo", &apps)?;
    let rust = run_and_count("Rust tests", "cargo", &["test", "--quiet", "--workspace"])?;
    let browser = browser_tests::run_all()?;
    let total = rust.0 + browser.0;
    let (rust, browser) = (rust.0, browser.0);
    console::print(format_args!("\nAll tests passed: {total} ({rust} in Rust, {browser} in the browser)"))
}
