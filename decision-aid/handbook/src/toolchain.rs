//! Sees to the Rust that the project is pinned to, and to its target for the browser.

use crate::{console, workspace};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// The target that the decision aid is compiled for.
pub const BROWSER_TARGET: &str = "wasm32-unknown-unknown";

/// Checks the toolchain against the pin and adds the browser's target where it is missing.
///
/// # Errors
/// In CI, a Rust other than the pinned one; anywhere, a target that cannot be added.
pub fn prepare() -> Result<()> {
    compare_with_pin()?;
    add_browser_target()
}

/// The version that `rust-toolchain.toml` pins.
fn pinned() -> Result<String> {
    let file = workspace::root().join("rust-toolchain.toml");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let toml: toml::Table = text.parse().with_context(|| format!("{} is not TOML", file.display()))?;
    let channel = toml.get("toolchain").and_then(|table| table.get("channel")).and_then(toml::Value::as_str);
    channel.map(str::to_owned).context("rust-toolchain.toml names no channel")
}

fn compare_with_pin() -> Result<()> {
    let pinned = pinned()?;
    let output = Command::new("rustc")
        .arg("-vV")
        .current_dir(workspace::root())
        .output()
        .context("rustc cannot be started: install Rust with rustup, from https://rustup.rs")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let release = text.lines().find_map(|line| line.strip_prefix("release: ")).unwrap_or("unknown");
    if release == pinned {
        return Ok(());
    }
    let message = format!(
        "this is Rust {release}, and the project is pinned to {pinned}: run `rustup toolchain install {pinned}`"
    );
    if std::env::var_os("CI").is_some() {
        bail!(message);
    }
    console::warn(format_args!("warning: {message}"));
    Ok(())
}

fn add_browser_target() -> Result<()> {
    let sysroot =
        Command::new("rustc").args(["--print", "sysroot"]).current_dir(workspace::root()).output()?;
    let sysroot = std::path::PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(BROWSER_TARGET).is_dir() {
        return Ok(());
    }
    let pinned = pinned()?;
    console::print(format_args!("Adding the Rust target for the browser ({BROWSER_TARGET})"))?;
    let added = Command::new("rustup")
        .args(["target", "add", BROWSER_TARGET, "--toolchain", &pinned])
        .status()
        .is_ok_and(|status| status.success());
    if !added {
        bail!(
            "the Rust target for the browser is missing: run `rustup target add {BROWSER_TARGET} --toolchain {pinned}`"
        );
    }
    Ok(())
}
