//! Sees to the Rust that the project is pinned to, and to its target for the browser.

use crate::console;
use crate::download::Download;
use crate::rustc::{BROWSER_TARGET, rustc, rustc_says};
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

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
    let release = rustc_says("release")?;
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
    let sysroot = PathBuf::from(rustc(&["--print", "sysroot"])?);
    if sysroot.join("lib/rustlib").join(BROWSER_TARGET).is_dir() {
        return Ok(());
    }
    let pinned = pinned()?;
    console::print(format_args!(
        "Adding Rust's standard library for the browser, {BROWSER_TARGET}: half a minute, most of it the download"
    ))?;
    let added =
        Command::new("rustup").args(["target", "add", BROWSER_TARGET, "--toolchain", &pinned]).status();
    match added {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Download::RustTarget.failed())
            .context(format!("`rustup target add {BROWSER_TARGET} --toolchain {pinned}` failed")),
        Err(_) => bail!(
            "Rust's standard library for the browser is missing, and there is no rustup to add it (install Rust with rustup, \
             from https://rustup.rs, and run `rustup target add {BROWSER_TARGET} --toolchain {pinned}`; with a Rust from Debian, \
             {pinned} or later, install the package libstd-rust-dev-wasm32)"
        ),
    }
}
