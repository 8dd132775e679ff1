//! Practising on the handbook's own cases: whoever decides as the policy does has every line the same, and whoever decides one
//! thing otherwise has that line different; changed facts change what they change.

use course::{
    Agreement, Course, Decision, Judgement, OutcomeChoice, PracticeCase, Progress, QuizSession, WhatIf,
};
use handbook_tests::HANDBOOK;
use policy::{Answer, Answers, Policy, Scenario, Status, assess};
use std::sync::LazyLock;

/// The practice cases as they would be if none named its likely mistakes: a learner chooses from the nearest outcomes.
static WITHOUT_MISTAKES: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
    let mut cases = HANDBOOK.scenarios.clone();
    cases.iter_mut().filter_map(|case| case.practice.as_mut()).for_each(|practice| practice.mistakes.clear());
    cases
});

fn cases_of(
    scenarios: &'static [Scenario],
) -> impl Iterator<Item = (&'static Scenario, PracticeCase<'static>)> {
    let policy: &'static Policy = &HANDBOOK.policy;
    let cases = scenarios.iter().filter(|case| case.practice.is_some());
    cases.map(|case| (case, PracticeCase::new(policy, case).expect("its facts can be read")))
}

fn cases() -> impl Iterator<Item = (&'static Scenario, PracticeCase<'static>)> {
    cases_of(&HANDBOOK.scenarios)
}

/// The decision that the policy gives.
fn right(practice: &PracticeCase<'_>) -> Decision {
    let given = practice.assessment.outcome.map_or(OutcomeChoice::Open, OutcomeChoice::Outcome);
    let judgement = |index: usize| Judgement::from(practice.assessment.options[index].status);
    let options = practice.options().into_iter().map(|option| (option.index(), judgement(option.index())));
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
            assert_eq!(line.agreement, Agreement::Same, "{}: {line:?}", scenario.id);
            // An answer of yes, no or a person begins what the policy gives; the outcome is the same name.
            assert!(
                line.policy.starts_with(&line.learner) && !line.reason.is_empty(),
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
            let found = lines.iter().enumerate().filter(|(_, line)| line.agreement != Agreement::Same);
            found.map(|(index, _)| index).collect::<Vec<_>>()
        };
        let others = HANDBOOK.policy.outcome_refs().map(OutcomeChoice::Outcome).chain([OutcomeChoice::Open]);
        for chosen in others.filter(|chosen| Some(*chosen) != decision.outcome) {
            let otherwise = Decision { outcome: Some(chosen), ..decision.clone() };
            assert_eq!(different(&otherwise), [0], "{}", scenario.id);
        }
        for (index, option) in practice.options().into_iter().enumerate() {
            for judgement in Judgement::ALL {
                let mut otherwise = decision.clone();
                let before = otherwise.options.insert(option.index(), judgement);
                let expected = if before == Some(judgement) { vec![] } else { vec![index + 1] };
                assert_eq!(different(&otherwise), expected, "{}: {judgement:?}", scenario.id);
            }
        }
    }
}

#[test]
fn three_to_five_outcomes_are_offered_and_the_right_one_is_among_them() {
    for (scenario, practice) in cases().chain(cases_of(&WITHOUT_MISTAKES)) {
        let choices = practice.outcome_choices();
        assert!((3..=5).contains(&choices.len()), "{}: {choices:?}", scenario.id);
        let right = right(&practice).outcome.expect("the policy gives one, or leaves it open");
        assert_eq!(choices.iter().filter(|choice| **choice == right).count(), 1, "{}", scenario.id);
        assert_eq!(choices, practice.outcome_choices(), "{}: the same every time", scenario.id);
    }
}

#[test]
fn an_outcome_that_weighs_what_the_case_names_as_a_mistake_can_be_chosen() {
    let mut tempting = 0;
    for (scenario, practice) in cases_of(&WITHOUT_MISTAKES) {
        let policy = practice.policy;
        let weighs_a_mistake = |choice: &OutcomeChoice| {
            let OutcomeChoice::Outcome(outcome) = choice else { return false };
            let mut weighed = policy[*outcome].weigh.iter().map(|option| &policy[*option].id);
            weighed.any(|id| scenario.options.get(id) == Some(&Status::NotOffered))
        };
        if policy.outcome_refs().map(OutcomeChoice::Outcome).any(|choice| weighs_a_mistake(&choice)) {
            assert!(practice.outcome_choices().iter().any(weighs_a_mistake), "{}", scenario.id);
            tempting += 1;
        }
    }
    assert!(tempting > 5, "only {tempting} cases name a mistake");
}

#[test]
fn the_mistakes_that_a_case_names_are_what_is_offered_and_whoever_makes_one_is_told_why_it_is_tempting() {
    let mut named = 0;
    for (scenario, practice) in cases() {
        let mistakes = &scenario.practice.as_ref().expect("it is for practice").mistakes;
        for chosen in practice.outcome_choices() {
            let decision = Decision { outcome: Some(chosen), ..right(&practice) };
            let lines = practice.compare(&decision);
            let mistake = mistakes.iter().find(|mistake| OutcomeChoice::from(mistake.outcome) == chosen);
            assert_eq!(lines[0].mistake, mistake.map(|mistake| mistake.because.as_str()), "{}", scenario.id);
            let is_right = lines[0].agreement == Agreement::Same;
            assert!(mistakes.is_empty() || is_right != mistake.is_some(), "{}: {chosen:?}", scenario.id);
        }
        if !mistakes.is_empty() {
            assert_eq!(practice.outcome_choices().len(), 1 + mistakes.len(), "{}", scenario.id);
            named += 1;
        }
    }
    assert!(named >= 30, "only {named} cases name their likely mistakes");
}

#[test]
fn that_politeness_proves_nothing_can_be_got_wrong() {
    let (_, practice) = cases().find(|(case, _)| case.id == "polite-but-heavy").expect("it is there");
    let policy = practice.policy;
    let names =
        |choice: OutcomeChoice| policy.outcome_name(choice.outcome()) == "Carry on in the ordinary way";
    assert!(practice.outcome_choices().into_iter().any(names));
}

#[test]
fn of_the_options_that_are_not_offered_two_at_most_are_asked_about() {
    for (scenario, practice) in cases() {
        let status = |index: usize| practice.assessment.options[index].status;
        let asked = practice.options();
        let not_offered = asked.iter().filter(|option| status(option.index()) == Status::NotOffered);
        assert!(not_offered.count() <= 2, "{}", scenario.id);
        let named = scenario.options.iter().filter(|(_, status)| **status != Status::NotOffered).count();
        assert!(asked.len() >= named, "{}: every option that is offered is asked about", scenario.id);
    }
}

#[test]
fn an_outcome_that_one_fact_makes_right_is_near_and_the_fact_is_named() {
    let mut near = 0;
    for (scenario, practice) in cases() {
        let policy = practice.policy;
        for question in policy.question_refs().filter(|question| !policy[*question].fixed) {
            let question = &policy[question];
            for word in ["yes", "no"] {
                let mut facts = scenario.answers.clone();
                if facts.get(&question.id).is_none_or(|given| *given == Answer::One(word.to_owned())) {
                    continue;
                }
                facts.insert(question.id.clone(), Answer::One(word.to_owned()));
                let Ok(answers) = Answers::read(policy, &facts) else { continue };
                let Some(other) = assess(policy, &answers).outcome else { continue };
                if Some(other) == practice.assessment.outcome {
                    continue;
                }
                let outcome = Some(OutcomeChoice::Outcome(other));
                let line = &practice.compare(&Decision { outcome, ..right(&practice) })[0];
                let Agreement::Near(difference) = &line.agreement else {
                    panic!("{}: {} = {word} makes {line:?} right", scenario.id, question.id)
                };
                assert!(difference.ends_with('.'), "{difference}");
                near += 1;
            }
        }
    }
    assert!(near > 30, "only {near} near outcomes");
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
    let decisions =
        course.training.sections.iter().filter_map(|section| Some(&section.opening.as_ref()?.decision));
    for question in course.training.questions.iter().chain(decisions) {
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
