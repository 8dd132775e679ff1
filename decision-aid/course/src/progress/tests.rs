//! Tests of progress: what is stored, restored, merged and counted.

use crate::sample::{course, right};
use crate::{CarriedOver, Course, Progress, QuizSession, UnreadableProgress};

/// A learner who answers every question of the sections given, the first choice of each.
fn learner(course: &Course, sections: &[&str]) -> Progress {
    let mut progress = Progress::new(course);
    for id in sections {
        let section = course.section(id).expect("it is there");
        progress.open_section(&course.training.sections[section.index()]);
        for question in course.questions_of(section) {
            progress.answer_question(course, &question.id, vec![0]);
        }
    }
    progress
}

/// A learner who takes the check with so many right answers.
fn take_check(progress: &mut Progress, course: &Course, right_answers: usize) -> bool {
    let mut session = QuizSession::draw(course, 3);
    for index in 0..session.len() {
        let question = session.question(course, index).expect("the course has it").question;
        let selected = if index < right_answers { right(question) } else { vec![1] };
        session.answer(index, selected);
    }
    progress.start_quiz(session);
    progress.finish_quiz(course, "2026-11-24", "v1");
    progress.last_attempt().expect("it was begun").0.passed
}

fn finished(progress: &Progress, course: &Course) -> Vec<String> {
    course
        .training
        .sections
        .iter()
        .filter(|section| progress.is_finished(section))
        .map(|section| section.id.clone())
        .collect()
}

#[test]
fn a_section_is_finished_when_its_questions_are_answered_rightly_or_not() {
    let course = course();
    let mut progress = Progress::new(&course);
    assert_eq!((progress.finished_sections(&course), progress.minutes_left(&course)), (0, 3 + 1 + 1));
    progress.answer_question(&course, "dates-1", vec![1]);
    assert_eq!(finished(&progress, &course), Vec::<String>::new());
    progress.answer_question(&course, "dates-2", vec![0]);
    assert_eq!(finished(&progress, &course), ["dates"]);
    assert_eq!(progress.minutes_left(&course), 2);
    progress.clear_answer("dates-2");
    assert_eq!(
        (progress.answer_to("dates-2"), finished(&progress, &course)),
        (None, vec!["dates".to_owned()])
    );
    // A question of the knowledge check finishes nothing.
    progress.answer_question(&course, "final-0-0", vec![0]);
    assert_eq!(progress.answer_to("final-0-0"), None);
    progress.finish_section(&course.training.sections[1]);
    assert_eq!(finished(&progress, &course), ["dates", "read-only"]);
}

#[test]
fn the_decision_that_opens_a_section_is_kept_and_counts_for_nothing() {
    let course = course();
    let mut progress = Progress::new(&course);
    for id in ["opening-dates", "opening-read-only"] {
        progress.answer_question(&course, id, vec![1]);
        assert_eq!(progress.answer_to(id), Some(&[1][..]));
        assert!(course.question(id).is_some_and(|question| course.is_decision(question)));
    }
    // The second section has no questions that count, and still is not finished by its decision.
    assert_eq!(finished(&progress, &course), Vec::<String>::new());
    let dates = course.section("dates").expect("it is there");
    assert_eq!(progress.left_in_words(&course, dates).as_deref(), Some("2 questions left"));
    progress.clear_answer("opening-dates");
    progress.answer_question(&course, "dates-1", vec![0]);
    progress.answer_question(&course, "dates-2", vec![0]);
    assert_eq!(finished(&progress, &course), ["dates"]);
    assert!(course.question("dates-1").is_some_and(|question| !course.is_decision(question)));
}

#[test]
fn what_is_left_of_a_section_is_said_in_words() {
    let course = course();
    let [dates, read_only] = ["dates", "read-only"].map(|id| course.section(id).expect("it is there"));
    let mut progress = Progress::new(&course);
    assert_eq!(progress.left_in_words(&course, dates).as_deref(), Some("2 questions left"));
    assert_eq!(progress.left_in_words(&course, read_only).as_deref(), Some("Not read yet"));
    progress.answer_question(&course, "dates-2", vec![0]);
    assert_eq!(progress.left_in_words(&course, dates).as_deref(), Some("1 question left"));
    progress.answer_question(&course, "dates-1", vec![1]);
    assert_eq!(progress.left_in_words(&course, dates), None);
    progress.clear_answer("dates-1");
    assert_eq!((progress.questions_left(&course, dates), progress.left_in_words(&course, dates)), (0, None));
}

#[test]
fn the_next_section_is_the_one_opened_last_or_else_the_first_that_is_not_finished() {
    let course = course();
    let next = |progress: &Progress| {
        progress.next_section(&course).map(|section| course.training.sections[section.index()].id.clone())
    };
    let mut progress = Progress::new(&course);
    assert_eq!(next(&progress).as_deref(), Some("dates"));
    progress.open_section(&course.training.sections[1]);
    assert_eq!(next(&progress).as_deref(), Some("read-only"), "the one that was open");
    progress.finish_section(&course.training.sections[1]);
    assert_eq!(next(&progress).as_deref(), Some("dates"), "the first that is not finished");
    assert_eq!(next(&learner(&course, &["dates", "thanks"])).as_deref(), Some("read-only"));
    let mut all = learner(&course, &["dates", "thanks"]);
    all.finish_section(&course.training.sections[1]);
    assert_eq!(next(&all), None);
}

#[test]
fn progress_is_restored_as_it_was_written_at_any_point() {
    let course = course();
    let mut progress = learner(&course, &["dates"]);
    progress.mark_decided("a-case");
    let mut session = QuizSession::draw(&course, 9);
    session.answer(0, vec![2, 0]);
    progress.start_quiz(session);
    assert_eq!(Progress::restore(&progress.to_json(), &course), Ok((progress.clone(), None)));
    assert_eq!(progress.quiz_session().and_then(QuizSession::first_unanswered), Some(1));
    take_check(&mut progress, &course, 5);
    assert_eq!(Progress::restore(&progress.to_json(), &course), Ok((progress, None)));
    assert_eq!(Progress::restore("", &course), Ok((Progress::new(&course), None)));
}

#[test]
fn text_that_is_not_progress_is_refused_and_unknown_fields_are_ignored() {
    let course = course();
    for text in ["[]", "{\"edition\":1}", "{", "not progress", "{\"edition\":\"first\",\"done\":{\"a\":1}}"] {
        assert_eq!(Progress::restore(text, &course), Err(UnreadableProgress), "{text}");
    }
    let restored = Progress::restore("{\"edition\":\"first\",\"done\":[\"dates\"],\"new\":true}", &course);
    assert_eq!(finished(&restored.expect("it is progress").0, &course), ["dates"]);
}

#[test]
fn progress_of_another_edition_counts_where_its_sections_still_exist_and_that_is_said() {
    let before = course();
    let mut progress = learner(&before, &["dates", "thanks"]);
    take_check(&mut progress, &before, 5);
    progress.start_quiz(QuizSession::draw(&before, 1));
    let mut now = course();
    now.edition = "second".to_owned();
    now.training.sections.remove(2);
    now.training.questions.retain(|question| question.section.is_none_or(|section| section.index() < 2));
    let (carried_over, carried) = Progress::restore(&progress.to_json(), &now).expect("it is progress");
    let expected = CarriedOver { kept_sections: 1, removed_sections: 1, check_discarded: true };
    assert_eq!(carried, Some(expected.clone()));
    assert_eq!(finished(&carried_over, &now), ["dates"]);
    assert_eq!(
        (carried_over.answer_to("dates-1"), carried_over.quiz_session(), carried_over.last_attempt()),
        (None, None, None)
    );
    assert!(carried_over.has_passed(), "an attempt is not taken back");
    assert_eq!(
        expected.message(),
        "The course has changed since you were here. You keep 1 section that you finished. The course no longer has 1 section \
         that you finished. The knowledge check that you had begun has to begin again, because its questions have changed."
    );
    // Read again, it is of this edition and says nothing more.
    assert_eq!(Progress::restore(&carried_over.to_json(), &now), Ok((carried_over, None)));
}

#[test]
fn attempts_are_counted_and_the_best_is_kept() {
    let course = course();
    let mut progress = Progress::new(&course);
    let best = |progress: &Progress| {
        progress.best_attempt().map(|best| (best.number, best.right, best.total, best.passed))
    };
    assert_eq!((best(&progress), progress.attempts()), (None, 0));
    for (right_answers, passed, expected) in
        [(3, false, 1), (2, false, 1), (4, true, 3), (4, true, 3), (0, false, 3), (5, true, 6)]
    {
        assert_eq!(take_check(&mut progress, &course, right_answers), passed);
        assert_eq!(best(&progress).map(|best| best.0), Some(expected), "after {right_answers} right");
        assert_eq!(progress.quiz_session(), None, "it is over");
    }
    assert_eq!(
        (best(&progress), progress.attempts(), progress.has_passed()),
        (Some((6, 5, 5, true)), 6, true)
    );
    let before = progress.clone();
    progress.finish_quiz(&course, "2026-11-24", "v1");
    assert_eq!(progress, before, "nothing to end");
    let (attempt, session) = progress.last_attempt().expect("it is kept to be read again");
    assert_eq!((attempt.number, session.score(&course).right), (6, 5));
}

#[test]
fn progress_of_two_devices_is_merged_without_loss_and_merging_again_changes_nothing() {
    let course = course();
    let mut here = learner(&course, &["dates"]);
    here.mark_decided("a");
    let mut there = learner(&course, &["thanks"]);
    there.mark_decided("b");
    take_check(&mut there, &course, 5);
    for (one, other) in [(&here, &there), (&there, &here)] {
        let merged = one.clone().merged_with(other.clone());
        assert_eq!(finished(&merged, &course), ["dates", "thanks"]);
        assert!(merged.has_passed() && merged.has_decided("a") && merged.has_decided("b"));
        assert_eq!(merged.attempts(), 1);
        for again in [one, other, &merged] {
            assert_eq!(merged.clone().merged_with(again.clone()), merged);
        }
    }
    assert_eq!(Progress::new(&course).merged_with(there.clone()), there);
}

#[test]
fn whoever_passes_on_a_newer_version_of_the_policy_has_a_record_of_that_one() {
    let course = course();
    let mut progress = Progress::new(&course);
    take_check(&mut progress, &course, 5);
    let mut retake = |right_answers: usize| {
        let mut session = QuizSession::draw(&course, 4);
        for index in 0..right_answers {
            let selected = right(session.question(&course, index).expect("the course has it").question);
            session.answer(index, selected);
        }
        progress.start_quiz(session);
        progress.finish_quiz(&course, "2027-11-24", "v2");
        progress.best_attempt().map(|best| (best.version.clone(), best.right))
    };
    assert_eq!(retake(1), Some(("v1".to_owned(), 5)), "a pass is not taken back");
    assert_eq!(retake(4), Some(("v2".to_owned(), 4)));
}

/// Learners and learning systems hold progress that earlier builds wrote, so its keys must not change.
#[test]
fn the_stored_form_is_the_one_that_earlier_builds_wrote() {
    let course = course();
    let mut progress = learner(&course, &["dates"]);
    progress.mark_decided("a-case");
    take_check(&mut progress, &course, 5);
    progress.start_quiz(QuizSession::draw(&course, 9));
    let attempt =
        r#"{"on":"2026-11-24","number":1,"right":5,"of":5,"passed":true,"version":"v1","pass_mark":80}"#;
    let expected = [
        r#"{"edition":"first","place":"dates","done":["dates"],"answers":{"dates-1":[0],"dates-2":[0]},"cases":["a-case"],"#,
        r#""sitting":{"seed":9,"questions":[["final-1-2",null],["final-0-0",null],["final-2-0",null],["final-0-3",null],"#,
        r#"["final-1-1",null]]},"attempts":1,"best":"#,
        attempt,
        r#","last":["#,
        attempt,
        r#",{"seed":3,"questions":[["final-0-2",[0]],["final-1-1",[0]],["final-2-0",[0]],["final-0-3",[0]],["final-1-0",[0]]]}]}"#,
    ]
    .concat();
    assert_eq!(progress.to_json(), expected);
}
