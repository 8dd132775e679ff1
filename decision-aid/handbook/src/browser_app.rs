//! Makes what runs in the browser: compiles each app to WASM and writes the glue around it.
//!
//! An app is made anew only when its sources change: what it is made from is hashed, and the result kept under
//! that hash. Editing a page never compiles Rust.

use crate::toolchain::BROWSER_TARGET;
use crate::{console, workspace};
use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// The decision aid.
pub const AID: AppSources = AppSources {
    name: "the decision aid",
    package: "decision-aid",
    global: "wasm_bindgen",
    folders: &["decision-aid/app", "decision-aid/casework", "decision-aid/document", "decision-aid/policy"],
};

/// What writes Word documents, loaded only when an officer asks for one.
pub const WORD: AppSources = AppSources {
    name: "the writer of Word documents",
    package: "word",
    global: "wordBindgen",
    folders: &["decision-aid/word", "decision-aid/document"],
};

/// The training.
pub const TRAINING: AppSources = AppSources {
    name: "the training",
    package: "training",
    global: "trainingBindgen",
    folders: &[
        "decision-aid/training",
        "decision-aid/course",
        "decision-aid/casework",
        "decision-aid/document",
        "decision-aid/policy",
    ],
};

/// What every app is made from besides its own folders, from the root of the workspace.
const SHARED_SOURCES: [&str; 3] = ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml"];

/// What an app is made from.
#[derive(Debug, Clone, Copy)]
pub struct AppSources {
    /// What it is called in messages.
    name: &'static str,
    /// Its package in the workspace.
    package: &'static str,
    /// The global name of its glue. Each app has its own, since one page loads them all.
    global: &'static str,
    /// The folders it is made from, from the root of the workspace.
    folders: &'static [&'static str],
}

/// An app as two files.
#[derive(Debug, Clone)]
pub struct BrowserApp {
    /// The WebAssembly.
    pub wasm: Vec<u8>,
    /// The script that loads it.
    pub glue: String,
}

/// Every app that the site brings to the browser.
#[derive(Debug, Clone)]
pub struct BrowserApps {
    /// The decision aid.
    pub aid: BrowserApp,
    /// What writes Word documents.
    pub word: BrowserApp,
    /// The training.
    pub training: BrowserApp,
}

/// The apps of the sources as they stand; compiled where that has not been done yet.
///
/// # Errors
/// As [`AppSources::ready`].
pub fn ready() -> Result<BrowserApps> {
    Ok(BrowserApps { aid: AID.ready()?, word: WORD.ready()?, training: TRAINING.ready()? })
}

impl AppSources {
    /// The app of the sources as they stand; compiled where that has not been done yet.
    ///
    /// # Errors
    /// The sources do not compile, or a file cannot be read or written.
    pub fn ready(&self) -> Result<BrowserApp> {
        let folder = self.kept_in()?;
        if !folder.join(self.wasm_name()).is_file() {
            crate::toolchain::prepare()?;
            self.compile()?;
            self.bind(&folder)?;
        }
        self.load(&folder)
    }

    fn load(&self, folder: &Path) -> Result<BrowserApp> {
        let read = |file: &str| {
            fs::read(folder.join(file)).with_context(|| format!("cannot read {file} of {}", self.name))
        };
        let glue = String::from_utf8(read(&format!("{}.js", self.package))?)
            .with_context(|| format!("the glue of {} is not text", self.name))?;
        Ok(BrowserApp { wasm: read(&self.wasm_name())?, glue })
    }

    /// The name of the WebAssembly beside its glue.
    fn wasm_name(&self) -> String {
        format!("{}_bg.wasm", self.package)
    }

    fn kept_in(&self) -> Result<PathBuf> {
        let mut hash = Sha256::new();
        // The glue depends on its global name too.
        hash.update(self.global);
        for source in self.folders.iter().chain(&SHARED_SOURCES) {
            hash_into(&mut hash, &workspace::root().join(source))?;
        }
        let hash = hash.finalize();
        let name: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(workspace::target().join("handbook").join("app").join(name))
    }

    fn compile(&self) -> Result<()> {
        console::print(format_args!("Compiling {} for the browser", self.name))?;
        let root = workspace::root();
        // Paths of this machine stay out of the file, so that the same sources give the same bytes anywhere.
        let cargo_home = std::env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .unwrap_or_else(|| std::env::home_dir().unwrap_or_default().join(".cargo"));
        let flags = [(root.clone(), "/handbook"), (cargo_home, "/cargo")]
            .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
        let status = Command::new("cargo")
            .args(["build", "--quiet", "--package", self.package, "--profile", "browser"])
            .args(["--target", BROWSER_TARGET])
            .arg("--target-dir")
            .arg(workspace::target())
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
            .current_dir(root)
            .status()
            .context("cargo cannot be started")?;
        if !status.success() {
            bail!("{} does not compile: mend what the lines above name", self.name);
        }
        Ok(())
    }

    fn bind(&self, folder: &Path) -> Result<()> {
        let file = format!("{}.wasm", self.package.replace('-', "_"));
        let wasm = workspace::target().join(BROWSER_TARGET).join("browser").join(file);
        // Written beside and moved, so that an interrupted run leaves nothing half made.
        let staging = folder.with_extension("part");
        fs::create_dir_all(&staging).with_context(|| format!("cannot make {}", staging.display()))?;
        self.generate(&wasm, &staging)
            .with_context(|| format!("the glue of {} cannot be made", self.name))?;
        minify(&staging.join(format!("{}.js", self.package)))?;
        fs::rename(&staging, folder).with_context(|| format!("cannot make {}", folder.display()))
    }

    fn generate(&self, wasm: &Path, folder: &Path) -> Result<()> {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(wasm).out_name(self.package).typescript(false);
        bindgen.no_modules(true)?.no_modules_global(self.global)?;
        bindgen.remove_name_section(true).remove_producers_section(true).generate(folder)
    }
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

/// Takes the comments and the blanks out of a script.
fn minify(script: &Path) -> Result<()> {
    let name = script.display();
    let text = fs::read_to_string(script).with_context(|| format!("cannot read {name}"))?;
    let small =
        minifier::js::minify(&text).map_err(|error| anyhow!("cannot make {name} smaller: {error}"))?;
    fs::write(script, small.to_string()).with_context(|| format!("cannot write {name}"))
}
