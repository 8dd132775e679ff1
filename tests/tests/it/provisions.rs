//! The handbook restates the whole policy: every provision once, with its force, and nothing besides.

use handbook_tests::{HANDBOOK, tests};
use std::collections::BTreeMap;

/// The provisions of the source: code and force.
fn provisions() -> BTreeMap<String, String> {
    let file = tests().join("provisions.txt");
    let text = std::fs::read_to_string(file).expect("the list of provisions is there");
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let provision = |line: &&str| {
        let (code, force) = line.split_once(' ').expect("a line is a code and a force");
        (code.to_owned(), force.trim().to_owned())
    };
    let provisions: BTreeMap<_, _> = lines.iter().map(provision).collect();
    assert_eq!(provisions.len(), lines.len(), "a code is listed twice");
    provisions
}

#[test]
fn there_are_89_provisions() {
    assert_eq!(provisions().len(), 89);
}

#[test]
fn each_provision_is_restated_once_with_its_force() {
    let provisions = provisions();
    let mut restated: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for clause in &HANDBOOK.policy.clauses {
        for code in &clause.codes {
            restated.entry(code).or_default().push((&clause.id, clause.force.word()));
        }
    }
    let mut wrong = Vec::new();
    for (code, force) in &provisions {
        match restated.get(code.as_str()).map(Vec::as_slice) {
            None => wrong.push(format!("{code} is restated nowhere")),
            Some([(clause, word)]) if word != force => {
                wrong.push(format!("{code} is `{force}` in the source and `{word}` in `{clause}`"));
            }
            Some([_]) => {}
            Some(clauses) => wrong.push(format!("{code} is restated by {clauses:?}")),
        }
    }
    let unknown = restated.keys().filter(|code| !provisions.contains_key(**code));
    wrong.extend(unknown.map(|code| format!("no provision {code}")));
    let without = HANDBOOK.policy.clauses.iter().filter(|clause| clause.codes.is_empty());
    wrong.extend(without.map(|clause| format!("`{}` restates no provision", clause.id)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
