//! Practising on the handbook's own cases: whoever decides as the policy does has every line the same, and whoever decides one
//! thing otherwise has that line different; changed facts change what they change.

use course::{Course, Decision, Practising, Progress, Said, Sitting, WhatIf};
use handbook_tests::HANDBOOK;
use policy::{Answer, Policy, Scenario, Status};

fn cases() -> impl Iterator<Item = (&'static Scenario, Practising<'static>)> {
    let policy: &'static Policy = &HANDBOOK.policy;
    let cases = HANDBOOK.scenarios.iter().filter(|case| case.practice.is_some());
    cases.map(|case| (case, Practising::new(policy, case).expect("its facts can be read")))
}

/// The decision that the policy gives.
fn right(practising: &Practising<'_>) -> Decision {
    let given = practising.assessment.outcome.map_or(Said::Open, Said::Outcome);
    let status = |at: usize| practising.assessment.options[at].status;
    let options = practising.options().into_iter().map(|option| (option.index(), status(option.index())));
    Decision { outcome: Some(given), options: options.collect(), open: String::new() }
}

#[test]
fn whoever_decides_as_the_policy_does_has_every_line_the_same() {
    let mut compared = 0;
    for (case, practising) in cases() {
        let decision = right(&practising);
        assert!(practising.is_said(&decision), "{}", case.id);
        let lines = practising.compare(&decision);
        assert_eq!(lines.len(), 1 + practising.options().len(), "{}", case.id);
        for line in &lines {
            assert!(
                line.same && line.said == line.gives && !line.because.is_empty(),
                "{}: {line:?}",
                case.id
            );
            let expected = case.options.iter().find(|(id, _)| {
                HANDBOOK.policy.options.iter().any(|option| option.id == **id && option.name == line.about)
            });
            assert!(expected.is_none_or(|(_, status)| line.gives == status.name()), "{}: {line:?}", case.id);
            assert!(line.source.is_some_and(|source| !source.clauses.is_empty()) || line.needs_a_person);
            compared += 1;
        }
    }
    assert!(compared > 100, "only {compared} lines were compared");
}

#[test]
fn whatever_is_decided_otherwise_is_the_one_line_that_is_different() {
    for (case, practising) in cases() {
        let decision = right(&practising);
        let different = |decision: &Decision| {
            let lines = practising.compare(decision);
            let found = lines.iter().enumerate().filter(|(_, line)| !line.same);
            found.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let others = HANDBOOK.policy.outcome_refs().map(Said::Outcome).chain([Said::Open]);
        for said in others.filter(|said| Some(*said) != decision.outcome) {
            let otherwise = Decision { outcome: Some(said), ..decision.clone() };
            assert_eq!(different(&otherwise), [0], "{}", case.id);
        }
        for (place, option) in practising.options().into_iter().enumerate() {
            for (status, _) in Status::WORDS {
                let mut otherwise = decision.clone();
                let before = otherwise.options.insert(option.index(), status);
                let expected = if before == Some(status) { vec![] } else { vec![place + 1] };
                assert_eq!(different(&otherwise), expected, "{}: {status:?}", case.id);
            }
        }
    }
}

#[test]
fn a_decision_is_said_once_nothing_is_left_out() {
    for (case, practising) in cases() {
        let decision = right(&practising);
        assert!(!practising.is_said(&Decision { outcome: None, ..decision.clone() }), "{}", case.id);
        for option in practising.options() {
            let mut lacking = decision.clone();
            lacking.options.remove(&option.index());
            assert!(!practising.is_said(&lacking), "{}", case.id);
        }
    }
}

#[test]
fn unchanged_facts_change_nothing_and_every_change_is_one_that_the_engine_makes() {
    let mut changed = 0;
    for (case, practising) in cases() {
        let same = WhatIf::new(&practising, &case.answers);
        assert!(same.changed_facts().is_empty() && same.changes().is_empty(), "{}", case.id);
        for (id, answer) in &case.answers {
            let Answer::One(word) = answer else { continue };
            let other = if word == "yes" { "no" } else { "yes" };
            let mut facts = case.answers.clone();
            facts.insert(id.clone(), Answer::One(other.to_owned()));
            let what_if = WhatIf::new(&practising, &facts);
            if policy::Answers::read(practising.policy, &facts).is_err() {
                assert!(what_if.changed_facts().is_empty(), "{}: what cannot be read is left alone", case.id);
                continue;
            }
            let facts = what_if.changed_facts();
            assert_eq!(facts.len(), 1, "{}: {id}", case.id);
            let outcome_differs = what_if.assessment.outcome != practising.assessment.outcome;
            let said = what_if.changes().iter().any(|change| change.about == "What to do now");
            assert_eq!(said, outcome_differs, "{}: {id}", case.id);
            assert!(what_if.changes().iter().all(|change| change.was != change.is), "{}: {id}", case.id);
            changed += usize::from(outcome_differs);
        }
    }
    assert!(changed > 50, "only {changed} changes of a fact change the outcome");
}

/// The longest progress that a learner of the handbook's course can have.
#[test]
fn the_most_that_can_be_kept_of_a_learner_fits_into_the_oldest_learning_systems() {
    let course = Course {
        edition: "0123abcd".to_owned(),
        training: HANDBOOK.training.clone(),
        cases: cases().map(|(case, _)| case.clone()).collect(),
        ..Course::default()
    };
    let mut progress = Progress::new(&course);
    let every = |count: usize| (0..).take(count).collect::<Vec<u8>>();
    let mut sitting = Sitting::draw(&course, u32::MAX);
    assert!(sitting.len() >= 20, "two questions on each outcome");
    for at in 0..sitting.len() {
        let choices = sitting.question(&course, at).expect("it is known").question.choices.len();
        sitting.take(at, every(choices));
    }
    progress.begin(sitting.clone());
    progress.end(&course, "2026-11-24", "a version that is rather long");
    progress.begin(sitting);
    for section in &course.training.sections {
        progress.open(section);
        progress.finish(section);
    }
    for question in &course.training.questions {
        progress.answer(&course, &question.id, every(question.choices.len()));
    }
    for case in &course.cases {
        progress.decided(&case.id);
    }
    let written = progress.write();
    // What SCORM 1.2 lets a course keep.
    assert!(written.len() <= 4096, "{} characters: {written}", written.len());
    assert!(progress.passed() || progress.best().is_some());
}
