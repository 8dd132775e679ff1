//! Tests of drawing, showing and scoring the questions of a knowledge check.

use crate::sample::{course, right};
use crate::{QUESTIONS_PER_OUTCOME, QuizSession, is_right};
use std::collections::BTreeSet;

/// The ids of a session's questions, in the order asked.
fn ids(session: &QuizSession) -> Vec<String> {
    let course = course();
    (0..session.len())
        .map(|index| session.question(&course, index).expect("the course has it").question.id.clone())
        .collect()
}

#[test]
fn each_outcome_has_two_questions_of_its_own_or_all_that_there_are() {
    let course = course();
    for seed in 0..500 {
        let drawn = ids(&QuizSession::draw(&course, seed));
        let of =
            |outcome: usize| drawn.iter().filter(|id| id.starts_with(&format!("final-{outcome}-"))).count();
        assert_eq!(
            [of(0), of(1), of(2)],
            [QUESTIONS_PER_OUTCOME, QUESTIONS_PER_OUTCOME, 1],
            "seed {seed}: {drawn:?}"
        );
        assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), 5, "none twice: {drawn:?}");
    }
}

#[test]
fn a_seed_draws_the_same_again_and_seeds_draw_differently() {
    let course = course();
    let all: BTreeSet<Vec<String>> = (0..200).map(|seed| ids(&QuizSession::draw(&course, seed))).collect();
    assert!(all.len() > 100, "only {} orders", all.len());
    let firsts: BTreeSet<&String> = all.iter().map(|drawn| &drawn[0]).collect();
    assert_eq!(firsts.len(), 8, "any question of the pool may come first");
    assert_eq!(QuizSession::draw(&course, 7), QuizSession::draw(&course, 7));
}

#[test]
fn choices_are_shown_in_a_random_order_that_stays() {
    let course = course();
    let mut firsts = BTreeSet::new();
    for seed in 0..100 {
        let session = QuizSession::draw(&course, seed);
        for index in 0..session.len() {
            let order = session.question(&course, index).expect("the course has it").order;
            assert_eq!(order, session.question(&course, index).expect("the course has it").order);
            assert_eq!(order.iter().copied().collect::<BTreeSet<u8>>(), BTreeSet::from([0, 1, 2, 3]));
            firsts.insert((index, order[0]));
        }
    }
    assert_eq!(firsts.len(), 5 * 4, "any choice of any question may come first");
}

#[test]
fn an_answer_is_right_with_every_right_choice_and_no_other() {
    let course = course();
    let question = course.question("dates-2").expect("it is there");
    let answers: [(&[u8], bool); 6] =
        [(&[1, 2], true), (&[2, 1], true), (&[1], false), (&[0, 1, 2], false), (&[0], false), (&[], false)];
    for (selected, expected) in answers {
        assert_eq!(is_right(question, selected), expected, "{selected:?}");
    }
}

#[test]
fn the_score_counts_right_answers_whatever_the_order_and_what_is_not_answered_is_not_right() {
    let course = course();
    for seed in 0..20 {
        for right_answers in 0..=5 {
            let mut session = QuizSession::draw(&course, seed);
            for index in 0..right_answers {
                let selected = right(session.question(&course, index).expect("the course has it").question);
                session.answer(index, selected);
            }
            assert_eq!(session.first_unanswered(), (right_answers < 5).then_some(right_answers));
            let score = session.score(&course);
            assert_eq!((score.right, score.total), (right_answers, 5));
            assert_eq!(score.percent(), right_answers * 20);
            assert_eq!(score.passes(course.pass_mark), right_answers >= 4);
        }
    }
}
