//! The command and the tests are compiled from one set of packages with one set of features: a package whose features
//! differed between them would be compiled twice, and with it everything that depends on it.

use crate::theme_drift::host;
use handbook_tests::root;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

/// Every package with the features that Cargo chooses for it, where these kinds of dependencies count.
fn packages(kinds: &str) -> BTreeSet<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--prefix", "none", "--format", "{p} with {f}"])
        .args(["--edges", kinds, "--target", &host()])
        .current_dir(root())
        .output()
        .expect("cargo can be started");
    let said = String::from_utf8_lossy(&tree.stderr);
    assert!(tree.status.success(), "cargo tree failed: {said}");
    let lines = String::from_utf8(tree.stdout).expect("cargo writes UTF-8");
    // A package that was shown before ends in a mark.
    lines
        .lines()
        .map(|line| line.trim_end_matches(" (*)").to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn the_tests_ask_for_no_other_features_than_the_command() {
    let command = packages("normal,build");
    let tests = packages("normal,build,dev");
    assert!(command.len() > 200, "{command:?}");
    let differ: Vec<_> = command.difference(&tests).collect();
    assert!(
        differ.is_empty(),
        "a test asks for further features of these (ask for them in [workspace.dependencies]): {differ:#?}"
    );
}

#[test]
fn the_command_is_chosen_as_the_tests_are() {
    let config: toml::Table = fs::read_to_string(root().join(".cargo/config.toml")).unwrap().parse().unwrap();
    assert_eq!(config["alias"]["handbook"].as_str(), Some("run --bin handbook --"));
    let book: toml::Table = fs::read_to_string(root().join("book.toml")).unwrap().parse().unwrap();
    // Plain mdBook starts the same program: another choice of features would compile it anew in its place.
    let command = book["output"]["handbook"]["command"].as_str();
    assert_eq!(command, Some("cargo run --quiet --bin handbook -- render"));
    let workspace: toml::Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    assert!(
        workspace["workspace"].get("default-members").is_none(),
        "Cargo would choose features for some members only"
    );
}
