//! The theme sets type in five sizes, and in no others.

use handbook_tests::root;
use std::collections::BTreeSet;

/// The scale, and what follows from it.
const SIZES: [&str; 6] =
    ["var(--size-s)", "var(--size-m)", "var(--size-l)", "var(--size-xl)", "var(--size-xxl)", "inherit"];

/// Sizes of their own: in the picture of the flow, whose unit is its own, and on the checklist on paper.
const APART: [&str; 5] = ["15px", "16px", "13.5px", "8.5pt", "10pt"];

#[test]
fn type_has_five_sizes() {
    let mut found = BTreeSet::new();
    for file in root().join("theme/css").read_dir().unwrap() {
        let style = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let sizes = style.lines().filter_map(|line| line.trim().strip_prefix("font-size: "));
        found.extend(sizes.map(|size| size.trim_end_matches(';').to_owned()));
    }
    let expected: BTreeSet<String> = SIZES.iter().chain(&APART).map(|size| (*size).to_owned()).collect();
    assert_eq!(found, expected);
}
