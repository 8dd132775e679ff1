//! The tests in a real browser: Node's packages, a Chromium, the built site, then Playwright.

use super::playwright_report::BrowserTests;
use super::run::{command, run};
use super::steps::Steps;
use crate::console;
use crate::download::Download;
use crate::site::{self, Build};
use crate::timings::Timings;
use crate::{browser_app, chromium, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A copy of this program, for the tests that start it. Cargo may put another in its place while the Rust tests are compiled.
pub(super) fn kept_command() -> Result<PathBuf> {
    let folder = workspace::target().join("handbook").join("browser-tests");
    let name = format!("handbook{}", std::env::consts::EXE_SUFFIX);
    let kept = folder.join(name);
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    std::fs::copy(std::env::current_exe()?, &kept)
        .with_context(|| format!("cannot write {}", kept.display()))?;
    Ok(kept)
}

/// Builds the site and tests it in the browser. `handbook` is this command, for the tests that start it.
pub(super) fn run_all(steps: &mut Steps, handbook: &Path) -> Result<BrowserTests> {
    let folder = workspace::root().join("tests").join("browser");
    if !works("npm", "--version") {
        bail!("the browser tests need Node.js: install version 20 or later from https://nodejs.org");
    }
    steps.run("Node packages", "half a minute, most of it the download", || node_packages(&folder))?;
    let chromium = steps.run("Chromium", "a moment where one is installed, else minutes", || {
        chromium_to_test_with(&folder)
    })?;
    let site = steps.run("The site for the browser tests", "a moment", built_site)?;
    steps.run("Browser tests", "8 minutes", || playwright(&folder, &site, handbook, chromium.as_deref()))
}

fn node_packages(folder: &Path) -> Result<()> {
    let folder = folder.display().to_string();
    run("npm", &["ci", "--prefix", &folder, "--no-audit", "--no-fund"])
        .map_err(|_| Download::NodePackages.failed())
}

fn built_site() -> Result<PathBuf> {
    let out = workspace::target().join("handbook").join("browser-tests").join("site");
    let request = Build {
        book: workspace::root(),
        out: Some(out),
        apps: browser_app::ready()?,
        audience: None,
        live_reload: false,
    };
    Ok(site::build(&request, &mut Timings::start())?.folder)
}

/// Runs Playwright on a site, with a Chromium, or with its own.
fn playwright(folder: &Path, site: &Path, handbook: &Path, chromium: Option<&Path>) -> Result<BrowserTests> {
    let results = workspace::target().join("handbook").join("browser-tests.json");
    let mut playwright = command("npx", &["--prefix", &folder.display().to_string(), "playwright", "test"]);
    playwright
        .current_dir(folder)
        .env("HANDBOOK_SITE", site)
        .env("HANDBOOK_COMMAND", handbook)
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &results);
    if let Some(chromium) = chromium {
        playwright.env("CHROMIUM", chromium);
    }
    if !playwright.status().context("npx cannot be started")?.success() {
        bail!("Playwright says why in the lines above");
    }
    BrowserTests::read(&results)
}

/// The Chromium to test with: one that is there, else Debian's; `None` for Playwright's own.
fn chromium_to_test_with(folder: &Path) -> Result<Option<PathBuf>> {
    let found = match chromium::found() {
        None if works("apt-get", "--version") => debians_chromium()?,
        found => found,
    };
    if let Some(found) = found {
        console::print(format_args!("The browser is {}", found.display()))?;
        return Ok(Some(found));
    }
    let folder = folder.display().to_string();
    run("npx", &["--prefix", &folder, "playwright", "install", "chromium"])
        .map_err(|_| Download::PlaywrightChromium.failed())?;
    Ok(None)
}

/// Installs Debian's Chromium. Where that fails the next way is tried, and the reader knows of this one.
fn debians_chromium() -> Result<Option<PathBuf>> {
    console::print("No Chromium is installed: Debian's is, which takes a minute or two")?;
    let sudo: &[&str] = if works("sudo", "--version") { &["sudo"] } else { &[] };
    let apt = |arguments: &[&str]| {
        let words = [sudo, &["apt-get"], arguments].concat();
        let mut apt = command(words[0], &words[1..]);
        apt.env("DEBIAN_FRONTEND", "noninteractive").status().is_ok_and(|status| status.success())
    };
    let installed = apt(&["update"]) && apt(&["install", "-y", "chromium-headless-shell"]);
    let found = installed.then(chromium::found).flatten();
    if found.is_none() {
        console::warn(format_args!("warning: {}", Download::DebianChromium.failed()));
    }
    Ok(found)
}

fn works(program: &str, argument: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(argument).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
