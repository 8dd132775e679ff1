//! Practising on the handbook's own cases: whoever decides as the policy does has every line the same, and whoever decides one
//! thing otherwise has that line different; changed facts change what they change.

use course::{Course, Decision, OutcomeChoice, PracticeCase, Progress, QuizSession, WhatIf};
use handbook_tests::HANDBOOK;
use policy::{Answer, Policy, Scenario, Status};

fn cases() -> impl Iterator<Item = (&'static Scenario, PracticeCase<'static>)> {
    let policy: &'static Policy = &HANDBOOK.policy;
    let cases = HANDBOOK.scenarios.iter().filter(|case| case.practice.is_some());
    cases.map(|case| (case, PracticeCase::new(policy, case).expect("its facts can be read")))
}

/// The decision that the policy gives.
fn right(practice: &PracticeCase<'_>) -> Decision {
    let given = practice.assessment.outcome.map_or(OutcomeChoice::Open, OutcomeChoice::Outcome);
    let status = |index: usize| practice.assessment.options[index].status;
    let options = practice.options().into_iter().map(|option| (option.index(), status(option.index())));
    Decision { outcome: Some(given), options: options.collect(), open_points: String::new() }
}

#[test]
fn whoever_decides_as_the_policy_does_has_every_line_the_same() {
    let mut compared = 0;
    for (scenario, practice) in cases() {
        let decision = right(&practice);
        assert!(practice.is_complete(&decision), "{}", scenario.id);
        let lines = practice.compare(&decision);
        assert_eq!(lines.len(), 1 + practice.options().len(), "{}", scenario.id);
        for line in &lines {
            assert!(
                line.is_same && line.learner == line.policy && !line.reason.is_empty(),
                "{}: {line:?}",
                scenario.id
            );
            let expected = scenario.options.iter().find(|(id, _)| {
                HANDBOOK
                    .policy
                    .options
                    .iter()
                    .any(|option| option.id == **id && Some(option.name.as_str()) == line.option)
            });
            assert!(
                expected.is_none_or(|(_, status)| line.policy == status.name()),
                "{}: {line:?}",
                scenario.id
            );
            assert!(line.source.is_some_and(|source| !source.clauses.is_empty()) || line.needs_a_person);
            compared += 1;
        }
    }
    assert!(compared > 100, "only {compared} lines were compared");
}

#[test]
fn whatever_is_decided_otherwise_is_the_one_line_that_is_different() {
    for (scenario, practice) in cases() {
        let decision = right(&practice);
        let different = |decision: &Decision| {
            let lines = practice.compare(decision);
            let found = lines.iter().enumerate().filter(|(_, line)| !line.is_same);
            found.map(|(index, _)| index).collect::<Vec<_>>()
        };
        let others = HANDBOOK.policy.outcome_refs().map(OutcomeChoice::Outcome).chain([OutcomeChoice::Open]);
        for chosen in others.filter(|chosen| Some(*chosen) != decision.outcome) {
            let otherwise = Decision { outcome: Some(chosen), ..decision.clone() };
            assert_eq!(different(&otherwise), [0], "{}", scenario.id);
        }
        for (index, option) in practice.options().into_iter().enumerate() {
            for (status, _) in Status::WORDS {
                let mut otherwise = decision.clone();
                let before = otherwise.options.insert(option.index(), status);
                let expected = if before == Some(status) { vec![] } else { vec![index + 1] };
                assert_eq!(different(&otherwise), expected, "{}: {status:?}", scenario.id);
            }
        }
    }
}

#[test]
fn a_decision_is_complete_once_nothing_is_left_out() {
    for (scenario, practice) in cases() {
        let decision = right(&practice);
        assert!(!practice.is_complete(&Decision { outcome: None, ..decision.clone() }), "{}", scenario.id);
        for option in practice.options() {
            let mut incomplete = decision.clone();
            incomplete.options.remove(&option.index());
            assert!(!practice.is_complete(&incomplete), "{}", scenario.id);
        }
    }
}

#[test]
fn unfact_changes_change_nothing_and_every_change_is_one_that_the_engine_makes() {
    let mut changed = 0;
    for (scenario, practice) in cases() {
        let same = WhatIf::new(&practice, &scenario.answers);
        assert!(same.fact_changes().is_empty() && same.changes().is_empty(), "{}", scenario.id);
        for (id, answer) in &scenario.answers {
            let Answer::One(word) = answer else { continue };
            let other = if word == "yes" { "no" } else { "yes" };
            let mut facts = scenario.answers.clone();
            facts.insert(id.clone(), Answer::One(other.to_owned()));
            let what_if = WhatIf::new(&practice, &facts);
            if policy::Answers::read(practice.policy, &facts).is_err() {
                assert!(
                    what_if.fact_changes().is_empty(),
                    "{}: what cannot be read is left alone",
                    scenario.id
                );
                continue;
            }
            let facts = what_if.fact_changes();
            assert_eq!(facts.len(), 1, "{}: {id}", scenario.id);
            let outcome_differs = what_if.assessment.outcome != practice.assessment.outcome;
            let says_so = what_if.changes().iter().any(|change| change.subject == "What to do now");
            assert_eq!(says_so, outcome_differs, "{}: {id}", scenario.id);
            assert!(
                what_if.changes().iter().all(|change| change.before != change.after),
                "{}: {id}",
                scenario.id
            );
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
    let mut session = QuizSession::draw(&course, u32::MAX);
    assert!(session.len() >= 20, "two questions on each outcome");
    for index in 0..session.len() {
        let choices = session.question(&course, index).expect("the course has it").question.choices.len();
        session.answer(index, every(choices));
    }
    progress.start_quiz(session.clone());
    progress.finish_quiz(&course, "2026-11-24", "a version that is rather long");
    progress.start_quiz(session);
    for section in &course.training.sections {
        progress.open_section(section);
        progress.finish_section(section);
    }
    for question in &course.training.questions {
        progress.answer_question(&course, &question.id, every(question.choices.len()));
    }
    for case in &course.cases {
        progress.mark_decided(&case.id);
    }
    let written = progress.to_json();
    // What SCORM 1.2 lets a course keep.
    assert!(written.len() <= 4096, "{} characters: {written}", written.len());
    assert!(progress.has_passed() || progress.best_attempt().is_some());
}
