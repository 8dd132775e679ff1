//! The packages of others that are compiled into the apps: their licences, which the site brings along, and a list of them as
//! CycloneDX, which tells whoever answers for the site what is in it.
//!
//! Both follow from what Cargo compiles for the browser, so that no package can be forgotten.

use crate::rustc::{BROWSER_TARGET, rustc_says};
use crate::workspace;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use toml::Table;

/// How the names of files with a licence begin, in small letters.
const LICENCE_FILES: [&str; 5] = ["copying", "copyright", "licen", "notice", "unlicen"];

/// The licence that is chosen where a package can be taken under it and brings no text of its own.
const CHOSEN: &str = "Apache-2.0";

/// A name and a version.
type Id = (String, String);

/// A package of others.
#[derive(Debug, Deserialize)]
pub(super) struct Package {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    source: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// The packages of others in some apps, by name.
///
/// # Errors
/// Cargo does not name them.
pub(super) fn packages(apps: &[&str]) -> Result<Vec<Package>> {
    let compiled = compiled(apps)?;
    let metadata = cargo(&["metadata", "--format-version", "1", "--filter-platform", BROWSER_TARGET])?;
    let Metadata { packages } = serde_json::from_str(&metadata).context("what Cargo says is no JSON")?;
    let of_others = packages.into_iter().filter(|package| package.source.is_some());
    let mut found: Vec<Package> = of_others.filter(|package| compiled.contains(&package.id())).collect();
    found.sort_by_key(Package::id);
    Ok(found)
}

/// What is compiled into the apps. Macros run while that is done, and are in none of them.
fn compiled(apps: &[&str]) -> Result<BTreeSet<Id>> {
    let mut arguments = vec!["tree", "--target", BROWSER_TARGET, "--edges", "normal,no-proc-macro"];
    arguments.extend(["--prefix", "none", "--no-dedupe", "--format", "{p}"]);
    arguments.extend(apps.iter().flat_map(|app| ["--package", app]));
    let tree = cargo(&arguments)?;
    let id = |line: &str| {
        let mut words = line.split_whitespace();
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    };
    Ok(tree.lines().filter_map(id).collect())
}

fn cargo(arguments: &[&str]) -> Result<String> {
    let output = Command::new("cargo")
        .args(arguments)
        .current_dir(workspace::root())
        .output()
        .context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("cargo does not name the packages: {}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8(output.stdout).context("what Cargo says is no text")
}

impl Package {
    fn id(&self) -> Id {
        (self.name.clone(), self.version.clone())
    }

    /// Its licence as SPDX writes it: older packages have `/` for `OR`.
    fn licence(&self) -> Result<String> {
        let licence = self.license.as_deref().with_context(|| format!("{} names no licence", self.name))?;
        Ok(licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR "))
    }

    /// The texts of its licence.
    fn texts(&self) -> Result<Vec<String>> {
        let folder = self.manifest_path.parent().context("a package has a folder")?;
        let cannot_read = || format!("cannot read {}", folder.display());
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut files: Vec<PathBuf> =
            entries.with_context(cannot_read)?.iter().map(|entry| entry.path()).collect();
        files.retain(|file| file.is_file() && is_licence(file));
        files.sort();
        let texts: Vec<String> =
            files.iter().map(fs::read_to_string).collect::<Result<_, _>>().with_context(cannot_read)?;
        match texts.is_empty() {
            false => Ok(texts),
            true if self.licence()?.split(" OR ").any(|licence| licence == CHOSEN) => Ok(vec![chosen()?]),
            true => bail!("{} brings no text of its licence: take another package", self.name),
        }
    }
}

fn is_licence(file: &std::path::Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    LICENCE_FILES.iter().any(|start| name.starts_with(start))
}

/// The text of the licence that is chosen: the project has it itself.
fn chosen() -> Result<String> {
    fs::read_to_string(workspace::root().join("LICENSE-APACHE")).context("cannot read LICENSE-APACHE")
}

/// Every package with its licences, each text once.
///
/// # Errors
/// A package has none, or a file cannot be read.
pub(super) fn licences(packages: &[Package]) -> Result<String> {
    let mut list = String::from(
        "The programs of this handbook that run in the browser contain the work of others, under the licences below.\n",
    );
    let mut texts: Vec<String> = Vec::new();
    let mut number = |text: String| {
        let text =
            text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned();
        let known = texts.iter().position(|other| *other == text);
        known.unwrap_or_else(|| {
            texts.push(text);
            texts.len() - 1
        }) + 1
    };
    let std = format!("The standard library of Rust {}", rustc_says("release")?);
    let _ = writeln!(list, "\n{std}\nMIT OR Apache-2.0\nText {}", number(chosen()?));
    for package in packages {
        let numbers: BTreeSet<usize> = package.texts()?.into_iter().map(&mut number).collect();
        let numbers: Vec<String> = numbers.iter().map(|number| format!("Text {number}")).collect();
        let _ = writeln!(list, "\n{} {}\n{}", package.name, package.version, package.licence()?);
        package.repository.iter().for_each(|address| list.extend([address.as_str(), "\n"]));
        let _ = writeln!(list, "{}", numbers.join(", "));
    }
    for (number, text) in texts.iter().enumerate() {
        let _ = writeln!(list, "\n\n---- Text {} ----\n\n{text}", number + 1);
    }
    Ok(list)
}

/// Every package as CycloneDX, with the hash that Cargo compares its download with.
///
/// # Errors
/// A package names no licence, or the lock file cannot be read.
pub(super) fn bill_of_materials(packages: &[Package]) -> Result<String> {
    let hashes = hashes()?;
    let component = |package: &Package| -> Result<serde_json::Value> {
        let hash = hashes.get(&package.id()).with_context(|| format!("{} has no hash", package.name))?;
        let address = format!("pkg:cargo/{}@{}", package.name, package.version);
        Ok(json!({
            "type": "library",
            "bom-ref": address,
            "name": package.name,
            "version": package.version,
            "hashes": [{ "alg": "SHA-256", "content": hash }],
            "licenses": [{ "expression": package.licence()? }],
            "purl": address,
        }))
    };
    let components = packages.iter().map(component).collect::<Result<Vec<_>>>()?;
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "customer-handling-handbook" } },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

/// The hash of each package's download.
fn hashes() -> Result<BTreeMap<Id, String>> {
    let text = fs::read_to_string(workspace::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: Table = text.parse().context("Cargo.lock is not TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let hash = |package: &toml::Value| {
        let text = |key: &str| Some(package.get(key)?.as_str()?.to_owned());
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.into_iter().flatten().filter_map(hash).collect())
}
