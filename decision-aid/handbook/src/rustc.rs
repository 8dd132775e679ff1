//! What the Rust compiler on this machine says of itself.

use crate::workspace;
use anyhow::{Context, Result};
use std::process::Command;

/// The target that the apps for the browser are compiled for.
pub(crate) const BROWSER_TARGET: &str = "wasm32-unknown-unknown";

/// The platform that the compiler here compiles for, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host() -> Result<String> {
    rustc_says("host")
}

/// What the compiler says of itself under a name.
pub(crate) fn rustc_says(name: &str) -> Result<String> {
    let text = rustc(&["--verbose", "--version"])?;
    let said = text.lines().filter_map(|line| line.split_once(": ")).find(|(key, _)| *key == name);
    said.map(|(_, value)| value.to_owned()).with_context(|| format!("rustc names no {name}"))
}

/// What the compiler prints when it is called like this.
pub(crate) fn rustc(arguments: &[&str]) -> Result<String> {
    let output = Command::new("rustc")
        .args(arguments)
        .current_dir(workspace::root())
        .output()
        .context("rustc cannot be started: install Rust with rustup, from https://rustup.rs")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
