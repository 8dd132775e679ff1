//! Every input of the fuzzers in `tests/fuzz`, those to begin with and those that once stopped something, goes through what it
//! was made for again: without a panic, and in little memory.

use handbook_tests::tests;
use handbook_tests::untrusted::TARGETS;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set where the inputs are read under a limit.
const UNDER_A_LIMIT: &str = "HANDBOOK_INPUTS_UNDER_A_LIMIT";

/// The most memory that addresses may name, in KiB: of it, the handbook takes a tenth.
const MOST_MEMORY: u32 = 1_000_000;

/// The inputs of a fuzzer.
fn inputs(name: &str) -> Vec<PathBuf> {
    let folder = tests().join("fuzz/corpus").join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn read_all() {
    for (name, read) in TARGETS {
        let inputs = inputs(name);
        assert!(inputs.len() >= 5, "only {} inputs for {name}", inputs.len());
        for input in inputs {
            // Where it stops, this is the last line.
            println!("{}", input.display());
            read(&std::fs::read(&input).unwrap());
        }
    }
}

/// The test runs itself once more, with a limit on its memory.
#[cfg(unix)]
#[test]
fn every_input_is_read_in_little_memory() {
    if std::env::var_os(UNDER_A_LIMIT).is_some() {
        return read_all();
    }
    let own = std::env::current_exe().unwrap();
    let limited = format!("ulimit -v {MOST_MEMORY} && exec \"$0\" \"$@\"");
    let output = Command::new("sh")
        .args(["-c", &limited])
        .arg(own)
        .args(["--exact", "untrusted::every_input_is_read_in_little_memory", "--nocapture"])
        .env(UNDER_A_LIMIT, "yes")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}{wrong}");
}

/// Every fuzzer has its folder of inputs and its program, and there are no others.
#[test]
fn every_fuzzer_has_inputs_and_a_program() {
    let named = |folder: &Path, ending: &str| {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let names = entries.map(|name| name.to_string_lossy().trim_end_matches(ending).to_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    };
    let mut expected = TARGETS.map(|(name, _)| name.to_owned());
    expected.sort();
    assert_eq!(named(&tests().join("fuzz/corpus"), ""), expected);
    assert_eq!(named(&tests().join("fuzz/targets"), ".rs"), expected);
}
