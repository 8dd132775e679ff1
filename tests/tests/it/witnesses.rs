//! Every way that the catalogue prints is true: replayed, it leads where it says.

use handbook_tests::{HANDBOOK, books, pages};
use policy::{Answers, Policy, RawAnswers, Ref, assess, deciding_rules, walk};
use policy_compiler::witnesses::{Witnesses, witnesses};
use policy_compiler::{Compiled, Witness, compile};

fn raw(way: &Witness) -> RawAnswers {
    way.answers.iter().cloned().collect()
}

fn read(policy: &Policy, way: &Witness) -> Answers {
    Answers::read(policy, &raw(way)).expect("the answers can be read")
}

/// The handbook, and every good fixture book.
fn every_book(test: impl Fn(&Policy, &Witnesses)) {
    let compiled = |book: std::path::PathBuf| compile(&pages(&book), "test").expect("the book is good");
    let fixtures: Vec<Compiled> = books("good").into_iter().map(compiled).collect();
    for compiled in fixtures.iter().chain([&*HANDBOOK]) {
        let policy = &compiled.policy;
        test(policy, &witnesses(policy).expect("its conditions are not too entangled"));
    }
}

#[test]
fn after_its_way_a_question_comes_up_next() {
    every_book(|policy, ways| {
        for (question, way) in policy.question_refs().zip(&ways.questions) {
            let id = &policy[question].id;
            // What matters at the start is asked in some case; what does not is asked in none.
            let asked = assess(policy, &Answers::none(policy)).ask.contains(&question);
            assert_eq!(way.is_some(), asked, "a way to `{id}`");
            let Some(way) = way else { continue };
            let walk = walk(policy, &raw(way));
            assert_eq!(walk.next, Some(question), "`{id}` after {way}");
            let asked: Vec<&String> = walk.answered.iter().map(|question| &policy[*question].id).collect();
            let given: Vec<&String> = way.answers.iter().map(|(id, _)| id).collect();
            assert_eq!(asked, given, "every answer on the way to `{id}` was asked for, in this order");
        }
    });
}

/// No walk at random comes to a question after fewer answers.
#[test]
fn no_shorter_way_to_a_question_is_found_at_random() {
    let policy = &HANDBOOK.policy;
    let shortest = witnesses(policy).expect("its conditions are not too entangled").questions;
    let mut rng = fastrand::Rng::with_seed(8);
    for _ in 0..300 {
        let mut answers = RawAnswers::new();
        while let Some(question) = walk(policy, &answers).next {
            let way = shortest[question.index()].as_ref().expect("there is a way to each question");
            let id = &policy[question].id;
            assert!(way.answers.len() <= answers.len(), "`{id}` comes up after {answers:?}");
            answers.insert(id.clone(), handbook_tests::any_answer(&policy[question], &mut rng));
        }
    }
}

#[test]
fn the_answers_that_are_enough_for_a_result_lead_to_it_and_none_can_be_left_out() {
    every_book(|policy, ways| {
        for (outcome, way) in policy.outcome_refs().zip(&ways.outcomes) {
            let way = way.as_ref().expect("each outcome can hold");
            let holds = |answers: &Answers| assess(policy, answers).outcome == Some(outcome);
            enough(policy, way, &policy[outcome].id, holds);
        }
        for (place, way) in ways.findings.iter().enumerate() {
            let way = way.as_ref().expect("each finding can hold");
            let holds = |answers: &Answers| assess(policy, answers).findings[place] == Some(true);
            enough(policy, way, &policy.findings[place].id, holds);
        }
        for (place, way) in ways.duties.iter().enumerate() {
            let way = way.as_ref().expect("each duty can hold");
            let holds = |answers: &Answers| assess(policy, answers).duties[place] == Some(true);
            enough(policy, way, &policy.duties[place].id, holds);
        }
    });
}

#[test]
fn with_the_example_of_a_rule_it_is_the_one_that_decides() {
    every_book(|policy, ways| {
        for (number, (option, ways)) in (0..).zip(policy.options.iter().zip(&ways.rules)) {
            assert_eq!(option.rules.len(), ways.len());
            for (place, way) in ways.iter().enumerate() {
                let way = way.as_ref().expect("each rule can decide");
                let holds = |answers: &Answers| {
                    let standing = assess(policy, answers).options[usize::from(number)];
                    let deciding = deciding_rules(policy, answers, Ref::new(number));
                    standing.settled && standing.status == option.rules[place].status && deciding == [place]
                };
                assert!(holds(&read(policy, way)), "rule {} of `{}` with {way}", place + 1, option.id);
            }
        }
    });
}

/// The answers lead to a result, and no longer do without any one of them.
fn enough(policy: &Policy, way: &Witness, id: &str, holds: impl Fn(&Answers) -> bool) {
    assert!(holds(&read(policy, way)), "`{id}` with {way}");
    for left_out in 0..way.answers.len() {
        let mut fewer = way.clone();
        fewer.answers.remove(left_out);
        assert!(!holds(&read(policy, &fewer)), "`{id}` with {way}, of which {left_out} can be left out");
    }
}
