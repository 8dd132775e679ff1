//! What comes from others: packages under licences and from sources that `deny.toml` allows, the licences of what is in the browser
//! apps, and actions that nobody can change.

use handbook::browser_app::{BrowserApps, ready};
use handbook_tests::root;
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use std::sync::LazyLock;
use toml::Table;

const BROWSER: &str = "wasm32-unknown-unknown";

static APPS: LazyLock<BrowserApps> = LazyLock::new(|| ready().unwrap());

static DENY: LazyLock<Table> =
    LazyLock::new(|| fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap());

/// The platform of this machine, as the compiler names it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// What Cargo compiles, for this machine and for the browser.
static METADATA: LazyLock<Value> = LazyLock::new(|| {
    let host = host();
    let platforms = ["--filter-platform", host.as_str(), "--filter-platform", BROWSER];
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(platforms)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
});

/// The packages of others.
fn packages() -> impl Iterator<Item = &'static Value> {
    let packages = METADATA["packages"].as_array().unwrap();
    packages.iter().filter(|package| !package["source"].is_null())
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{} has no {key}", value["name"]))
}

/// A list in `deny.toml`.
fn allowed(section: &str, list: &str) -> BTreeSet<&'static str> {
    DENY[section][list].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

#[test]
fn every_package_can_be_used_under_a_licence_that_is_allowed() {
    let allowed = allowed("licenses", "allow");
    let mut used = BTreeSet::new();
    let mut count = 0;
    for package in packages() {
        let licence = Expression::parse_mode(text(package, "license"), ParseMode::LAX).unwrap();
        let is_allowed = |licence: &LicenseReq| allowed.contains(licence.to_string().as_str());
        assert!(licence.evaluate(is_allowed), "{} is under {licence}", package["name"]);
        used.extend(licence.requirements().map(|requirement| requirement.req.to_string()));
        count += 1;
    }
    assert!(count > 200, "{count}");
    let unused: Vec<_> = allowed.iter().filter(|licence| !used.contains(**licence)).collect();
    assert!(unused.is_empty(), "nothing is under {unused:?}");
}

#[test]
fn every_package_comes_from_a_source_that_is_allowed() {
    let registries = allowed("sources", "allow-registry");
    assert!(allowed("sources", "allow-git").is_empty());
    for package in packages() {
        let source = text(package, "source");
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        assert!(registries.contains(registry), "{} comes from {source}", package["name"]);
    }
    let own = METADATA["packages"].as_array().unwrap().iter().filter(|package| package["source"].is_null());
    for package in own {
        let manifest = text(package, "manifest_path");
        assert!(manifest.starts_with(root().to_str().unwrap()), "{manifest}");
    }
}

#[test]
fn an_advisory_is_passed_over_for_a_package_that_is_there_and_with_a_reason() {
    let names: BTreeSet<&str> = packages().map(|package| text(package, "name")).collect();
    let ignored = DENY["advisories"]["ignore"].as_array().unwrap();
    assert!(!ignored.is_empty());
    for advisory in ignored {
        let (package, reason) = advisory["reason"].as_str().unwrap().split_once(": ").unwrap();
        assert!(names.contains(package), "{package} has gone, so its line in deny.toml can go");
        assert!(reason.contains("Stays until"), "{package}: {reason}");
        assert!(advisory["id"].as_str().unwrap().starts_with("RUSTSEC-"));
    }
}

/// The packages of others below the apps, as Cargo resolves them for the workspace: at least what is compiled.
fn below_the_apps() -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Value> = METADATA["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (text(node, "id"), node))
        .collect();
    let all = METADATA["packages"].as_array().unwrap();
    let by_id: BTreeMap<&str, &Value> = all.iter().map(|package| (text(package, "id"), package)).collect();
    let apps = ["first-program", "whole-program", "word", "training", "casebook-app"];
    let mut open: Vec<&str> = all
        .iter()
        .filter(|package| apps.contains(&text(package, "name")))
        .map(|app| text(app, "id"))
        .collect();
    assert_eq!(open.len(), apps.len());
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let needed = nodes[id]["deps"].as_array().unwrap().iter();
            let normal = needed
                .filter(|one| one["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null()));
            open.extend(normal.map(|one| text(one, "pkg")));
        }
    }
    let of_others = found.into_iter().map(|id| by_id[id]).filter(|package| !package["source"].is_null());
    of_others.map(|package| format!("{} {}", text(package, "name"), text(package, "version"))).collect()
}

/// The packages that the list of licences names.
fn with_licences() -> BTreeSet<String> {
    let (list, _) = APPS.of_others.licences.split_once("\n\n\n---- Text 1 ----").unwrap();
    let mut entries = list.split("\n\n").map(|entry| entry.trim().lines().next().unwrap().to_owned());
    assert!(entries.next().unwrap().contains("contain the work of others"));
    assert!(entries.next().unwrap().starts_with("The standard library of Rust 1."));
    entries.collect()
}

#[test]
fn the_site_brings_the_licence_of_every_package_that_is_in_the_apps() {
    let listed = with_licences();
    let below = below_the_apps();
    assert!(listed.is_subset(&below), "not below the apps: {:?}", listed.difference(&below));
    // What has a place in the programs that can panic is certainly in them.
    let apps = [&APPS.first, &APPS.aid, &APPS.word, &APPS.training, &APPS.casebook];
    let bytes: String = apps.map(|app| String::from_utf8_lossy(&app.wasm)).concat();
    let inside: BTreeSet<String> = bytes
        .split("/packages/")
        .skip(1)
        .filter_map(|rest| rest.split_once('/')?.0.rsplit_once('-'))
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    assert!(inside.len() > 5, "{inside:?}");
    assert!(inside.is_subset(&listed), "no licence of {:?}", inside.difference(&listed));
    for package in ["yew", "wasm-bindgen", "postcard", "talc"] {
        assert!(listed.iter().any(|one| one.starts_with(&format!("{package} "))), "{package}: {listed:?}");
    }
}

#[test]
fn every_text_that_a_licence_names_is_there_and_every_one_is_named() {
    let licences = &APPS.of_others.licences;
    let texts: BTreeSet<&str> =
        licences.split("---- ").filter_map(|part| part.split_once(" ----")).map(|(name, _)| name).collect();
    let (list, _) = licences.split_once("\n\n\n---- Text 1 ----").unwrap();
    let named: BTreeSet<&str> =
        list.lines().filter(|line| line.starts_with("Text ")).flat_map(|line| line.split(", ")).collect();
    assert_eq!(texts, named);
    assert!(licences.contains("Permission is hereby granted, free of charge"), "the licence of MIT");
    assert!(
        licences.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"),
        "that of Apache"
    );
}

#[test]
fn the_bill_of_materials_names_the_same_packages_with_their_hashes() {
    let bill: Value = serde_json::from_str(&APPS.of_others.bill_of_materials).unwrap();
    assert_eq!((text(&bill, "bomFormat"), text(&bill, "specVersion")), ("CycloneDX", "1.5"));
    let components = bill["components"].as_array().unwrap();
    let named: BTreeSet<String> =
        components.iter().map(|one| format!("{} {}", text(one, "name"), text(one, "version"))).collect();
    assert_eq!(named, with_licences());
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for component in components {
        let expected = format!("pkg:cargo/{}@{}", text(component, "name"), text(component, "version"));
        assert_eq!(text(component, "purl"), expected);
        let hash = text(&component["hashes"][0], "content");
        assert!(hash.len() == 64 && lock.contains(hash), "{expected}");
        let licence = text(&component["licenses"][0], "expression");
        assert!(Expression::parse(licence).is_ok(), "{expected} is under {licence}");
    }
}

#[test]
fn actions_are_named_by_their_commit() {
    let mut count = 0;
    for entry in fs::read_dir(root().join(".github/workflows")).unwrap() {
        let file = entry.unwrap().path();
        let workflow = fs::read_to_string(&file).unwrap();
        for line in workflow.lines().filter(|line| line.contains("uses:")) {
            let commit = line.split_once('@').and_then(|(_, rest)| rest.split_once(" # v"));
            let is_pinned = commit.is_some_and(|(commit, version)| {
                let is_hash = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
                is_hash && version.split('.').count() == 3
            });
            assert!(is_pinned, "{}: {line}", file.display());
            count += 1;
        }
    }
    assert!(count > 8, "{count}");
}
