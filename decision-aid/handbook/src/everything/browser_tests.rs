//! The tests in a real browser: Node's packages, a Chromium, the built site, then Playwright.

use super::run::{Passed, command, run};
use crate::site::{self, Build};
use crate::timings::Timings;
use crate::{browser_app, chromium, console, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Builds the site and tests it in the browser.
pub(super) fn run_all() -> Result<Passed> {
    let folder = workspace::root().join("tests").join("browser");
    let folder_name = folder.display().to_string();
    if !works("npm", "--version") {
        bail!("the browser tests need Node.js: install version 20 or later from https://nodejs.org");
    }
    run("Node packages", "npm", &["ci", "--prefix", &folder_name, "--no-audit", "--no-fund"])?;
    let chromium = chromium_to_test_with(&folder)?;
    let built = built_site()?;
    let results = workspace::target().join("handbook").join("browser-tests.json");
    let with = chromium
        .as_deref()
        .map_or_else(|| "Playwright's own Chromium".to_owned(), |path| path.display().to_string());
    console::print(format_args!("\n== Browser tests: playwright test, with {with}"))?;
    let mut playwright = command("npx", &["--prefix", &folder_name, "playwright", "test"]);
    playwright
        .current_dir(&folder)
        .env("HANDBOOK_SITE", &built)
        .env("HANDBOOK_COMMAND", std::env::current_exe()?)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &results);
    if let Some(chromium) = chromium {
        playwright.env("CHROMIUM", chromium);
    }
    if !playwright.status().context("npx cannot be started")?.success() {
        bail!("the browser tests failed: see above");
    }
    passed(&results)
}

fn built_site() -> Result<PathBuf> {
    let out = workspace::target().join("handbook").join("browser-tests").join("site");
    console::print("\n== The site for the browser tests")?;
    let request =
        Build { book: workspace::root(), out: Some(out), apps: browser_app::ready()?, live_reload: false };
    Ok(site::build(&request, &mut Timings::start())?.folder)
}

/// The Chromium to test with: one that is there, else Debian's; `None` for Playwright's own.
fn chromium_to_test_with(folder: &Path) -> Result<Option<PathBuf>> {
    if let Some(found) = chromium::found() {
        return Ok(Some(found));
    }
    if works("apt-get", "--version") {
        console::print("No Chromium is installed: installing Debian's")?;
        let sudo: &[&str] = if works("sudo", "--version") { &["sudo"] } else { &[] };
        let apt = |arguments: &[&str]| {
            let words: Vec<&str> =
                sudo.iter().copied().chain(["apt-get"]).chain(arguments.iter().copied()).collect();
            command(words[0], &words[1..])
                .env("DEBIAN_FRONTEND", "noninteractive")
                .status()
                .is_ok_and(|s| s.success())
        };
        if apt(&["update"])
            && apt(&["install", "-y", "chromium"])
            && let Some(found) = chromium::found()
        {
            return Ok(Some(found));
        }
    }
    let prefix = folder.display().to_string();
    match run("Playwright's own Chromium", "npx", &["--prefix", &prefix, "playwright", "install", "chromium"])
    {
        Ok(()) => Ok(None),
        Err(_) => bail!(
            "the browser tests need Chromium: install it, or name one in the environment variable CHROMIUM"
        ),
    }
}

fn works(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// How many tests Playwright's report counts as passed. A run that skipped one has not passed.
fn passed(results: &Path) -> Result<Passed> {
    let text =
        std::fs::read_to_string(results).with_context(|| format!("cannot read {}", results.display()))?;
    let report: serde_json::Value = serde_json::from_str(&text).context("Playwright's report is not JSON")?;
    let count = |name: &str| report["stats"][name].as_u64().unwrap_or(u64::MAX);
    if count("skipped") > 0 || count("unexpected") > 0 {
        bail!("{} browser tests were skipped and {} failed", count("skipped"), count("unexpected"));
    }
    Ok(Passed(usize::try_from(count("expected"))?))
}
