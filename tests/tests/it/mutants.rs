//! What notices a mistake in the rules: each small one is made, and a scenario, a property or a law has to object.

use handbook_tests::mutants::judge::{Fate, Judge, each};
use handbook_tests::mutants::{self, Mutant, reason::reason};
use handbook_tests::{HANDBOOK, tests};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Of a hundred mistakes that make a difference, how many must be noticed at the least.
const NOTICED_OF_A_HUNDRED: usize = 95;

/// A property that alone notices a mistake: no scenario, no law and no other property does.
const SOLE_WITNESSES: [(&str, &str); 6] = [
    (
        "unreasonable-contact-brings-a-contact-point",
        "option contact-point, rule 4: `engaged and contact-review.found-unreasonable` becomes `(engaged and contact-review.found-unreasonable) and investigated`",
    ),
    ("police-step-where-it-belongs", "option police-or-legal, rule 3: read not in `not-ready`"),
    (
        "no-review-out-of-the-blue",
        "finding review-asked: `not review.none` becomes `not review.none or criminal`",
    ),
    (
        "further-access-fits-visits",
        "option further-access, rule 3: `immediate-threat` becomes `immediate-threat or new-issue`",
    ),
    (
        "unlisted-behaviour-is-left-to-a-person",
        "option witness, rule 4: `left-to-judgement` becomes `left-to-judgement and deadlines-given`",
    ),
    ("every-limit-is-weighed", "option keep-out, rule 3: `always` becomes `always and investigated`"),
];

fn judge() -> Judge<'static> {
    Judge::of(&HANDBOOK)
}

#[test]
fn the_handbook_itself_is_not_objected_to() {
    let judge = judge();
    assert_eq!(judge.contradicted(&HANDBOOK.policy).next(), None);
    assert_eq!(judge.broken(&HANDBOOK.policy), Vec::<String>::new());
}

#[test]
fn a_mistake_in_any_rule_is_noticed() {
    let judge = judge();
    let mutants = mutants::all(&HANDBOOK.policy);
    let names: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.name.as_str()).collect();
    assert_eq!(names.len(), mutants.len(), "two mistakes have the same name");
    let fates = each(&mutants, |mutant| judge.fate(mutant));
    let with = |wanted: &dyn Fn(&Fate) -> bool| -> Vec<&Mutant> {
        let judged = mutants.iter().zip(&fates).filter(|(_, fate)| wanted(fate));
        judged.map(|(mutant, _)| mutant).collect()
    };
    let equivalent = with(&|fate| *fate == Fate::Equivalent);
    let survivors = with(&|fate| *fate == Fate::Survives);
    let by_scenario = with(&|fate| matches!(fate, Fate::Contradicts(_))).len();
    let by_proof = with(&|fate| matches!(fate, Fate::Breaks(_))).len();
    println!(
        "{} mistakes: {} make no difference, {by_scenario} contradict a scenario, {by_proof} break only a proof, {} pass:",
        mutants.len(),
        equivalent.len(),
        survivors.len()
    );
    let passed: Vec<&str> = survivors.iter().map(|mutant| mutant.name.as_str()).collect();
    println!("{}", passed.join("\n"));
    assert!(mutants.len() > 2_500, "only {} mistakes were made", mutants.len());
    assert!(by_proof > 0, "the proofs were never needed");
    let noticed = by_scenario + by_proof;
    let differing = mutants.len() - equivalent.len();
    assert!(
        noticed * 100 >= differing * NOTICED_OF_A_HUNDRED,
        "{noticed} of {differing} are noticed\n{}",
        passed.join("\n")
    );
    the_list_is_up_to_date(&listed(&equivalent));
}

/// The mistakes that make no difference, each with why.
fn listed(equivalent: &[&Mutant]) -> String {
    let entry = |mutant: &&Mutant| {
        format!(
            "\n{}\n    gives the same result for every set of answers: {}\n",
            mutant.name,
            reason(&HANDBOOK.policy, mutant)
        )
    };
    let entries: Vec<String> = equivalent.iter().map(entry).collect();
    format!(
        "Mistakes in the rules that make no difference, as the test `mutants` computes them. Made by the test; not edited.\n{}",
        entries.concat()
    )
}

fn the_list_is_up_to_date(found: &str) {
    let golden = tests().join("golden/equivalent-mutants.txt");
    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("equivalent-mutants.txt");
    fs::write(&new, found).expect("the new list can be written");
    let kept = fs::read_to_string(&golden).unwrap_or_default();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let differs: Vec<String> = lines(&kept).symmetric_difference(&lines(found)).cloned().collect();
    assert!(
        kept == found,
        "{} is stale. Read the changes, then copy {} there:\n{}",
        golden.display(),
        new.display(),
        differs.join("\n")
    );
}

#[test]
fn some_mistakes_are_noticed_by_one_property_of_our_own_alone() {
    let judge = judge();
    let policy = &HANDBOOK.policy;
    let mut mutants: BTreeMap<String, Mutant> = BTreeMap::new();
    let added = mutants::with_an_answer_added(policy);
    mutants.extend(mutants::all(policy).into_iter().chain(added).map(|mutant| (mutant.name.clone(), mutant)));
    for (property, mutant) in SOLE_WITNESSES {
        let changed = judge.make(mutants.get(mutant).expect("the mistake can still be made"));
        assert_eq!(judge.contradicted(&changed).next(), None, "{mutant}: a scenario notices too");
        assert_eq!(judge.broken(&changed), [property], "{mutant}: what notices it");
    }
}
