use crate::sample::{course, right};
use crate::{PER_OUTCOME, Sitting, is_right};
use std::collections::BTreeSet;

/// The ids of a sitting's questions, in the order asked.
fn ids(sitting: &Sitting) -> Vec<String> {
    let course = course();
    (0..sitting.len())
        .map(|at| sitting.question(&course, at).expect("it is known").question.id.clone())
        .collect()
}

#[test]
fn each_outcome_has_two_questions_of_its_own_or_all_that_there_are() {
    let course = course();
    for seed in 0..500 {
        let drawn = ids(&Sitting::draw(&course, seed));
        let of =
            |outcome: usize| drawn.iter().filter(|id| id.starts_with(&format!("final-{outcome}-"))).count();
        assert_eq!([of(0), of(1), of(2)], [PER_OUTCOME, PER_OUTCOME, 1], "seed {seed}: {drawn:?}");
        assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), 5, "none twice: {drawn:?}");
    }
}

#[test]
fn a_seed_draws_the_same_again_and_seeds_draw_differently() {
    let course = course();
    let all: BTreeSet<Vec<String>> = (0..200).map(|seed| ids(&Sitting::draw(&course, seed))).collect();
    assert!(all.len() > 100, "only {} orders", all.len());
    let firsts: BTreeSet<&String> = all.iter().map(|drawn| &drawn[0]).collect();
    assert_eq!(firsts.len(), 8, "any question of the pool may come first");
    assert_eq!(Sitting::draw(&course, 7), Sitting::draw(&course, 7));
}

#[test]
fn choices_are_shown_in_an_order_of_chance_that_stays() {
    let course = course();
    let mut firsts = BTreeSet::new();
    for seed in 0..100 {
        let sitting = Sitting::draw(&course, seed);
        for at in 0..sitting.len() {
            let order = sitting.question(&course, at).expect("it is known").order;
            assert_eq!(order, sitting.question(&course, at).expect("it is known").order);
            assert_eq!(order.iter().copied().collect::<BTreeSet<u8>>(), BTreeSet::from([0, 1, 2, 3]));
            firsts.insert((at, order[0]));
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
    for (taken, expected) in answers {
        assert_eq!(is_right(question, taken), expected, "{taken:?}");
    }
}

#[test]
fn marks_count_right_answers_whatever_the_order_and_what_is_not_answered_is_not_right() {
    let course = course();
    for seed in 0..20 {
        for right_ones in 0..=5 {
            let mut sitting = Sitting::draw(&course, seed);
            for at in 0..right_ones {
                let taken = right(sitting.question(&course, at).expect("it is known").question);
                sitting.take(at, taken);
            }
            assert_eq!(sitting.next(), (right_ones < 5).then_some(right_ones));
            let marks = sitting.marks(&course);
            assert_eq!((marks.right, marks.of), (right_ones, 5));
            assert_eq!(marks.per_cent(), right_ones * 20);
            assert_eq!(marks.passed(course.pass_mark), right_ones >= 4);
        }
    }
}
