//! What an app is made from: its own folder and, transitively, those of the workspace's packages that it depends on.
//!
//! The manifests say it, so that a package which somebody adds cannot be forgotten and an old app be shipped.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use toml::Table;

/// What every app is made from besides its folders, from the root of the workspace.
const SHARED: [&str; 3] = ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml"];

/// The files and folders that the app in a folder is made from, all named from the root of the workspace, in order.
///
/// # Errors
/// A manifest cannot be read.
pub(super) fn sources(root: &Path, app: &str) -> Result<BTreeSet<String>> {
    let workspace = manifest(&root.join("Cargo.toml"))?;
    let members = workspace.get("workspace").and_then(|workspace| workspace.get("dependencies"));
    let folder_of = |dependency: &str| {
        let path = members?.get(dependency)?.get("path")?.as_str()?;
        Some(path.to_owned())
    };
    let mut found: BTreeSet<String> = SHARED.map(str::to_owned).into();
    let mut open = vec![app.to_owned()];
    while let Some(folder) = open.pop() {
        if found.insert(folder.clone()) {
            let manifest = manifest(&root.join(&folder).join("Cargo.toml"))?;
            open.extend(dependencies(&manifest).filter_map(&folder_of));
        }
    }
    Ok(found)
}

/// The names of what a package depends on, whatever it is compiled for. Packages for its tests alone are none of them.
fn dependencies(manifest: &Table) -> impl Iterator<Item = &str> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flat_map(|targets| targets.values().filter_map(toml::Value::as_table));
    [manifest].into_iter().chain(tables).flat_map(|table| {
        let kinds = ["dependencies", "build-dependencies"].map(|kind| table.get(kind));
        let kinds = kinds.into_iter().flatten().filter_map(toml::Value::as_table);
        kinds.flat_map(|dependencies| dependencies.keys().map(String::as_str))
    })
}

fn manifest(file: &Path) -> Result<Table> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    text.parse().with_context(|| format!("{} is not TOML", file.display()))
}

#[cfg(test)]
mod tests {
    use super::{SHARED, sources};
    use crate::browser_app::APPS;
    use crate::workspace;
    use serde_json::Value;
    use std::collections::BTreeSet;
    use std::process::Command;

    /// The folders of an app and of the workspace's packages below it, as Cargo itself resolves them.
    fn as_cargo_says(metadata: &Value, app: &str) -> BTreeSet<String> {
        let root = metadata["workspace_root"].as_str().unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        let folder = |package: &Value| {
            let manifest = package["manifest_path"].as_str().unwrap();
            manifest.strip_prefix(root).unwrap().trim_matches('/').trim_end_matches("/Cargo.toml").to_owned()
        };
        let mut found = BTreeSet::new();
        let mut open = vec![app.to_owned()];
        while let Some(wanted) = open.pop() {
            if !found.insert(wanted.clone()) {
                continue;
            }
            let package = packages.iter().find(|package| folder(package) == wanted).unwrap();
            let needed = package["dependencies"].as_array().unwrap();
            let needed = needed.iter().filter(|dependency| dependency["kind"] != "dev");
            let paths = needed.filter_map(|dependency| dependency["path"].as_str());
            open.extend(paths.map(|path| path.strip_prefix(root).unwrap().trim_matches('/').to_owned()));
        }
        found
    }

    #[test]
    fn an_app_is_made_from_the_packages_that_cargo_compiles_for_it() {
        let metadata = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
            .current_dir(workspace::root())
            .output()
            .unwrap();
        let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
        for app in APPS {
            let mut expected = as_cargo_says(&metadata, app.folder);
            assert!(expected.len() > 1, "{} depends on nothing", app.package);
            expected.extend(SHARED.map(str::to_owned));
            assert_eq!(sources(&workspace::root(), app.folder).unwrap(), expected, "{}", app.package);
        }
    }
}
