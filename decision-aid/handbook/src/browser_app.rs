//! Makes what runs in the browser: compiles the apps to WASM and writes the glue around each.
//!
//! An app is made anew only when its sources change: what it is made from is hashed, and the result kept under
//! that hash. Editing a page never compiles Rust.

mod packages;
mod sources;

use crate::console;
use crate::digest::digest;
use crate::download;
use crate::rustc::BROWSER_TARGET;
use crate::toolchain;
use crate::workspace;
use anyhow::{Context, Result, bail};
use sources::sources;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

/// The decision aid: what asks the questions while the whole of it is on its way.
const FIRST: AppSources =
    AppSources { package: "first-program", global: "firstProgram", folder: "decision-aid/first-program" };

/// The decision aid, the whole of it.
const AID: AppSources =
    AppSources { package: "whole-program", global: "wholeProgram", folder: "decision-aid/whole-program" };

/// What writes Word documents, loaded only when an officer asks for one.
const WORD: AppSources = AppSources { package: "word", global: "wordBindgen", folder: "decision-aid/word" };

/// The training.
const TRAINING: AppSources =
    AppSources { package: "training", global: "trainingBindgen", folder: "decision-aid/training" };

/// The register and the report.
const CASEBOOK: AppSources =
    AppSources { package: "casebook-app", global: "casebookBindgen", folder: "decision-aid/casebook-app" };

/// Every app.
const APPS: [AppSources; 5] = [FIRST, AID, WORD, TRAINING, CASEBOOK];

/// What stands for folders of this machine in the files: the workspace, Cargo's, and what Cargo unpacks packages in.
const NAMED: [&str; 3] = ["/handbook", "/cargo", "/packages"];

/// What an app is made from.
#[derive(Debug, Clone, Copy)]
struct AppSources {
    /// Its package in the workspace, and its name in messages.
    package: &'static str,
    /// The global name of its glue. Each app has its own, since one page loads them all.
    global: &'static str,
    /// Its folder, from the root of the workspace.
    folder: &'static str,
}

/// An app as two files.
#[derive(Debug, Clone, Default)]
pub struct BrowserApp {
    /// The WebAssembly.
    pub wasm: Vec<u8>,
    /// The script that loads it.
    pub glue: String,
}

/// Every app that the site brings to the browser.
#[derive(Debug, Clone, Default)]
pub struct BrowserApps {
    /// What asks the questions of the decision aid first.
    pub first: BrowserApp,
    /// The decision aid.
    pub aid: BrowserApp,
    /// What writes Word documents.
    pub word: BrowserApp,
    /// The training.
    pub training: BrowserApp,
    /// The register and the report.
    pub casebook: BrowserApp,
    /// What is in them of others.
    pub of_others: OfOthers,
}

/// What is in the apps of others.
#[derive(Debug, Clone, Default)]
pub struct OfOthers {
    /// The licences, as a text.
    pub licences: String,
    /// The packages, as CycloneDX.
    pub bill_of_materials: String,
}

/// The apps of the sources as they stand; compiled where that has not been done yet.
///
/// # Errors
/// The sources do not compile, something that they need cannot be downloaded, or a file cannot be read or written.
pub fn ready() -> Result<BrowserApps> {
    // Who comes second finds the apps made, instead of making them again.
    static MAKING: Mutex<()> = Mutex::new(());
    let making = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    let missing = APPS.map(|app| app.is_made().map(|made| (!made).then_some(app)));
    let missing: Vec<AppSources> =
        missing.into_iter().filter_map(Result::transpose).collect::<Result<_>>()?;
    if !missing.is_empty() {
        toolchain::prepare()?;
        compile_all()?;
        missing.iter().try_for_each(AppSources::bind)?;
    }
    let of_others = OfOthers::ready()?;
    drop(making);
    Ok(BrowserApps {
        of_others,
        first: FIRST.load()?,
        aid: AID.load()?,
        word: WORD.load()?,
        training: TRAINING.load()?,
        casebook: CASEBOOK.load()?,
    })
}

/// Compiles every app in one call of Cargo. Calls for one app each would choose other features for what the apps share,
/// compile that several times, and give other bytes.
fn compile_all() -> Result<()> {
    let packages = APPS.map(|app| app.package);
    console::print(format_args!(
        "Compiling {} for the browser: from clean a minute and a half on two cores",
        packages.join(", ")
    ))?;
    download::rust_packages()?;
    let status = Command::new("cargo")
        .args(["build", "--profile", "browser", "--target", BROWSER_TARGET])
        .args(packages.iter().flat_map(|package| ["--package", package]))
        .arg("--target-dir")
        .arg(workspace::target())
        .env("CARGO_ENCODED_RUSTFLAGS", flags()?.join("\u{1f}"))
        .current_dir(workspace::root())
        .status()
        .context("cargo cannot be started")?;
    if !status.success() {
        bail!("the apps for the browser do not compile: mend what the lines above name");
    }
    Ok(())
}

/// What keeps paths of this machine out of the files, so that the same sources give the same bytes anywhere. The last that fits
/// counts. The folders in which Cargo unpacks packages are named after the registry that they came from, which may be another.
fn flags() -> Result<Vec<String>> {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .unwrap_or_else(|| std::env::home_dir().unwrap_or_default().join(".cargo"));
    let packages = cargo_home.join("registry").join("src");
    let registries = match fs::read_dir(&packages) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    let mut registries = registries.with_context(|| format!("cannot read {}", packages.display()))?;
    registries.sort();
    let [workspace, cargo, unpacked] = NAMED;
    let folders = [(workspace::root(), workspace), (cargo_home, cargo)];
    let named = folders.into_iter().chain(registries.into_iter().map(|folder| (folder, unpacked)));
    Ok(named.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display())).collect())
}

impl AppSources {
    fn is_made(&self) -> Result<bool> {
        Ok(self.kept_in()?.join(self.wasm_name()).is_file())
    }

    fn load(&self) -> Result<BrowserApp> {
        let folder = self.kept_in()?;
        let read = |file: &str| {
            fs::read(folder.join(file)).with_context(|| format!("cannot read {file} of {}", self.package))
        };
        let glue = String::from_utf8(read(&format!("{}.js", self.package))?)
            .with_context(|| format!("the glue of {} is not text", self.package))?;
        Ok(BrowserApp { wasm: read(&self.wasm_name())?, glue })
    }

    /// The name of the WebAssembly beside its glue.
    fn wasm_name(&self) -> String {
        format!("{}_bg.wasm", self.package)
    }

    fn kept_in(&self) -> Result<PathBuf> {
        let root = workspace::root();
        // The glue depends on its global name too, and the WebAssembly on what stands in it for folders.
        let mut text = Vec::from([&[self.global], &NAMED[..]].concat().join("\n"));
        for source in sources(&root, self.folder)? {
            append_files(&mut text, &root.join(source))?;
        }
        Ok(workspace::target().join("handbook").join("app").join(digest(text, 8)))
    }

    /// Writes the app's files.
    fn bind(&self) -> Result<()> {
        let folder = self.kept_in()?;
        let file = format!("{}.wasm", self.package.replace('-', "_"));
        let wasm = workspace::target().join(BROWSER_TARGET).join("browser").join(file);
        keep(&folder, |staging| {
            self.generate(&wasm, staging)
                .with_context(|| format!("the glue of {} cannot be made", self.package))
        })
    }

    fn generate(&self, wasm: &Path, folder: &Path) -> Result<()> {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(wasm).out_name(self.package).typescript(false);
        bindgen.no_modules(true)?.no_modules_global(self.global)?;
        bindgen.remove_name_section(true).remove_producers_section(true).generate(folder)
    }
}

/// The names of its two files.
const OF_OTHERS: [&str; 2] = ["licences.txt", "packages.cdx.json"];

impl OfOthers {
    /// As the apps are, it is made anew only when they are.
    fn ready() -> Result<Self> {
        let apps = APPS.map(|app| app.kept_in()).into_iter().collect::<Result<Vec<_>>>()?;
        let names: Vec<_> = apps.iter().filter_map(|app| app.file_name()?.to_str()).collect();
        let folder = workspace::target().join("handbook").join("app").join(digest(names.join("\n"), 8));
        if !folder.is_dir() {
            Self::make()?.keep(&folder)?;
        }
        let read =
            |file: &str| fs::read_to_string(folder.join(file)).with_context(|| format!("cannot read {file}"));
        let [licences, bill_of_materials] = OF_OTHERS;
        Ok(Self { licences: read(licences)?, bill_of_materials: read(bill_of_materials)? })
    }

    fn make() -> Result<Self> {
        let packages = packages::packages(&APPS.map(|app| app.package))?;
        Ok(Self {
            licences: packages::licences(&packages)?,
            bill_of_materials: packages::bill_of_materials(&packages)?,
        })
    }

    fn keep(&self, folder: &Path) -> Result<()> {
        keep(folder, |staging| {
            let files = OF_OTHERS.into_iter().zip([&self.licences, &self.bill_of_materials]);
            files
                .into_iter()
                .try_for_each(|(file, text)| fs::write(staging.join(file), text))
                .map_err(Into::into)
        })
    }
}

/// Fills a folder beside the one that is wanted and moves that, so that an interrupted run leaves nothing half made.
fn keep(folder: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let beside = folder.parent().unwrap_or(folder);
    let cannot_make = || format!("cannot make {}", folder.display());
    fs::create_dir_all(beside).with_context(cannot_make)?;
    let staging = tempfile::tempdir_in(beside).with_context(cannot_make)?;
    fill(staging.path())?;
    match fs::rename(staging.path(), folder) {
        // Another run of this command made the very same at the same time.
        Err(_) if folder.is_dir() => Ok(()),
        moved => moved.with_context(cannot_make),
    }
}

/// Appends a file, or every file of a folder in the order of their names, each after its name and its length.
fn append_files(text: &mut Vec<u8>, path: &Path) -> Result<()> {
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read {}", path.display()))?;
        if entry.file_type().is_file() {
            let file = entry.path();
            let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            let name = file.strip_prefix(workspace::root()).unwrap_or(file);
            text.extend_from_slice(name.as_os_str().as_encoded_bytes());
            text.extend_from_slice(&bytes.len().to_le_bytes());
            text.extend_from_slice(&bytes);
        }
    }
    Ok(())
}
