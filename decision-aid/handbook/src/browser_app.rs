//! Makes the decision aid for the browser: compiles the app to WASM and writes the glue around it.
//!
//! It is made anew only when its sources change: what it is made from is hashed, and the result kept under
//! that hash. Editing a page never compiles Rust.

use crate::toolchain::BROWSER_TARGET;
use crate::workspace;
use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// What the app is made from, from the root of the workspace.
const SOURCES: [&str; 5] =
    ["decision-aid/app", "decision-aid/policy", "Cargo.lock", "Cargo.toml", "rust-toolchain.toml"];

/// The app as two files.
#[derive(Debug, Clone)]
pub struct BrowserApp {
    /// The WebAssembly.
    pub wasm: Vec<u8>,
    /// The script that loads it.
    pub glue: String,
}

/// The app of the sources as they stand; compiled where that has not been done yet.
///
/// # Errors
/// The sources do not compile, or a file cannot be read or written.
pub fn ready() -> Result<BrowserApp> {
    let folder = kept_in()?;
    if !folder.join("decision-aid_bg.wasm").is_file() {
        crate::toolchain::prepare()?;
        compile()?;
        bind(&folder)?;
    }
    load(&folder)
}

fn load(folder: &Path) -> Result<BrowserApp> {
    let read =
        |name: &str| fs::read(folder.join(name)).with_context(|| format!("cannot read the app's {name}"));
    let glue = String::from_utf8(read("decision-aid.js")?).context("the app's glue is not text")?;
    Ok(BrowserApp { wasm: read("decision-aid_bg.wasm")?, glue })
}

fn kept_in() -> Result<PathBuf> {
    let mut hash = Sha256::new();
    for source in SOURCES {
        hash_into(&mut hash, &workspace::root().join(source))?;
    }
    let hash = hash.finalize();
    let name: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(workspace::target().join("handbook").join("app").join(name))
}

/// Adds a file, or every file of a folder in the order of their names, to a hash.
fn hash_into(hash: &mut Sha256, path: &Path) -> Result<()> {
    let unreadable = || format!("cannot read {}", path.display());
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = fs::read_dir(path)
            .with_context(unreadable)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .with_context(unreadable)?;
        entries.sort();
        return entries.iter().try_for_each(|entry| hash_into(hash, entry));
    }
    let text = fs::read(path).with_context(unreadable)?;
    hash.update(path.strip_prefix(workspace::root()).unwrap_or(path).as_os_str().as_encoded_bytes());
    hash.update(text.len().to_le_bytes());
    hash.update(text);
    Ok(())
}

fn compile() -> Result<()> {
    println!("Compiling the decision aid for the browser");
    let root = workspace::root();
    // Paths of this machine stay out of the file, so that the same sources give the same bytes anywhere.
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .unwrap_or_else(|| std::env::home_dir().unwrap_or_default().join(".cargo"));
    let flags = [(root.clone(), "/handbook"), (cargo_home, "/cargo")]
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--package", "decision-aid", "--profile", "browser"])
        .args(["--target", BROWSER_TARGET])
        .arg("--target-dir")
        .arg(workspace::target())
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .current_dir(root)
        .status()
        .context("cargo cannot be started")?;
    if !status.success() {
        bail!("the decision aid does not compile: mend what the lines above name");
    }
    Ok(())
}

fn bind(folder: &Path) -> Result<()> {
    let wasm = workspace::target().join(BROWSER_TARGET).join("browser").join("decision_aid.wasm");
    // Written beside and moved, so that an interrupted run leaves nothing half made.
    let staging = folder.with_extension("part");
    fs::create_dir_all(&staging).with_context(|| format!("cannot make {}", staging.display()))?;
    Bindgen::new()
        .input_path(wasm)
        .out_name("decision-aid")
        .no_modules(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .remove_name_section(true)
                .remove_producers_section(true)
                .generate(&staging)
        })
        .context("the glue of the decision aid cannot be made")?;
    minify(&staging.join("decision-aid.js"))?;
    fs::rename(&staging, folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Takes the comments and the blanks out of a script.
fn minify(script: &Path) -> Result<()> {
    let name = script.display();
    let text = fs::read_to_string(script).with_context(|| format!("cannot read {name}"))?;
    let small =
        minifier::js::minify(&text).map_err(|error| anyhow!("cannot make {name} smaller: {error}"))?;
    fs::write(script, small.to_string()).with_context(|| format!("cannot write {name}"))
}
