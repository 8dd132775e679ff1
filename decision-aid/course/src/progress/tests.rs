use crate::sample::{course, right};
use crate::{Carried, Course, NotRead, Progress, Sitting};

/// A learner who answers every question of the sections given, the first choice of each.
fn learner(course: &Course, sections: &[&str]) -> Progress {
    let mut progress = Progress::new(course);
    for id in sections {
        let section = course.section(id).expect("it is there");
        progress.open(&course.training.sections[section.index()]);
        for question in course.questions_of(section) {
            progress.answer(course, &question.id, vec![0]);
        }
    }
    progress
}

/// A learner who takes the check with so many right answers.
fn take_check(progress: &mut Progress, course: &Course, right_ones: usize) -> bool {
    let mut sitting = Sitting::draw(course, 3);
    for at in 0..sitting.len() {
        let question = sitting.question(course, at).expect("it is known").question;
        let taken = if at < right_ones { right(question) } else { vec![1] };
        sitting.take(at, taken);
    }
    progress.begin(sitting);
    progress.end(course, "2026-11-24", "v1");
    progress.last().expect("it was begun").0.passed
}

fn done(progress: &Progress, course: &Course) -> Vec<String> {
    course
        .training
        .sections
        .iter()
        .filter(|section| progress.is_done(section))
        .map(|section| section.id.clone())
        .collect()
}

#[test]
fn a_section_is_done_when_its_questions_are_answered_rightly_or_not() {
    let course = course();
    let mut progress = Progress::new(&course);
    assert_eq!((progress.sections_done(&course), progress.minutes_left(&course)), (0, 3 + 1 + 1));
    progress.answer(&course, "dates-1", vec![1]);
    assert_eq!(done(&progress, &course), Vec::<String>::new());
    progress.answer(&course, "dates-2", vec![0]);
    assert_eq!(done(&progress, &course), ["dates"]);
    assert_eq!(progress.minutes_left(&course), 2);
    progress.take_back("dates-2");
    assert_eq!((progress.taken("dates-2"), done(&progress, &course)), (None, vec!["dates".to_owned()]));
    // A question of the knowledge check finishes nothing.
    progress.answer(&course, "final-0-0", vec![0]);
    assert_eq!(progress.taken("final-0-0"), None);
    progress.finish(&course.training.sections[1]);
    assert_eq!(done(&progress, &course), ["dates", "read-only"]);
}

#[test]
fn one_goes_on_where_one_was_and_then_with_what_is_not_done() {
    let course = course();
    let next = |progress: &Progress| {
        progress.next_section(&course).map(|place| course.training.sections[place.index()].id.clone())
    };
    let mut progress = Progress::new(&course);
    assert_eq!(next(&progress).as_deref(), Some("dates"));
    progress.open(&course.training.sections[1]);
    assert_eq!(next(&progress).as_deref(), Some("read-only"), "the one that was open");
    progress.finish(&course.training.sections[1]);
    assert_eq!(next(&progress).as_deref(), Some("dates"), "the first that is not done");
    assert_eq!(next(&learner(&course, &["dates", "thanks"])).as_deref(), Some("read-only"));
    let mut all = learner(&course, &["dates", "thanks"]);
    all.finish(&course.training.sections[1]);
    assert_eq!(next(&all), None);
}

#[test]
fn what_is_written_is_read_again_at_any_point() {
    let course = course();
    let mut progress = learner(&course, &["dates"]);
    progress.decided("a-case");
    let mut sitting = Sitting::draw(&course, 9);
    sitting.take(0, vec![2, 0]);
    progress.begin(sitting);
    assert_eq!(Progress::read(&progress.write(), &course), Ok((progress.clone(), None)));
    assert_eq!(progress.sitting().and_then(Sitting::next), Some(1));
    take_check(&mut progress, &course, 5);
    assert_eq!(Progress::read(&progress.write(), &course), Ok((progress, None)));
    assert_eq!(Progress::read("", &course), Ok((Progress::new(&course), None)));
}

#[test]
fn what_is_no_progress_is_refused_and_what_a_later_program_adds_is_left_out() {
    let course = course();
    for text in ["[]", "{\"edition\":1}", "{", "not progress", "{\"edition\":\"first\",\"done\":{\"a\":1}}"] {
        assert_eq!(Progress::read(text, &course), Err(NotRead), "{text}");
    }
    let read = Progress::read("{\"edition\":\"first\",\"done\":[\"dates\"],\"new\":true}", &course);
    assert_eq!(done(&read.expect("it is progress").0, &course), ["dates"]);
}

#[test]
fn progress_of_another_edition_counts_where_its_sections_still_exist_and_that_is_said() {
    let before = course();
    let mut progress = learner(&before, &["dates", "thanks"]);
    take_check(&mut progress, &before, 5);
    progress.begin(Sitting::draw(&before, 1));
    let mut now = course();
    now.edition = "second".to_owned();
    now.training.sections.remove(2);
    now.training.questions.retain(|question| question.section.is_none_or(|section| section.index() < 2));
    let (carried_over, carried) = Progress::read(&progress.write(), &now).expect("it is progress");
    let expected = Carried { kept: 1, gone: 1, check_given_up: true };
    assert_eq!(carried, Some(expected.clone()));
    assert_eq!(done(&carried_over, &now), ["dates"]);
    assert_eq!(
        (carried_over.taken("dates-1"), carried_over.sitting(), carried_over.last()),
        (None, None, None)
    );
    assert!(carried_over.passed(), "an attempt is not taken back");
    assert_eq!(
        expected.says(),
        "The course has changed since you were here. You keep 1 section that you finished. The course no longer has 1 section \
         that you finished. The knowledge check that you had begun has to begin again, because its questions have changed."
    );
    // Read again, it is of this edition and says nothing more.
    assert_eq!(Progress::read(&carried_over.write(), &now), Ok((carried_over, None)));
}

#[test]
fn attempts_are_counted_and_the_best_is_kept() {
    let course = course();
    let mut progress = Progress::new(&course);
    let best =
        |progress: &Progress| progress.best().map(|best| (best.number, best.right, best.of, best.passed));
    assert_eq!((best(&progress), progress.attempts()), (None, 0));
    for (right_ones, passed, expected) in
        [(3, false, 1), (2, false, 1), (4, true, 3), (4, true, 3), (0, false, 3), (5, true, 6)]
    {
        assert_eq!(take_check(&mut progress, &course, right_ones), passed);
        assert_eq!(best(&progress).map(|best| best.0), Some(expected), "after {right_ones} right");
        assert_eq!(progress.sitting(), None, "it is over");
    }
    assert_eq!((best(&progress), progress.attempts(), progress.passed()), (Some((6, 5, 5, true)), 6, true));
    let before = progress.clone();
    progress.end(&course, "2026-11-24", "v1");
    assert_eq!(progress, before, "nothing to end");
    let (attempt, sitting) = progress.last().expect("it is kept to be read again");
    assert_eq!((attempt.number, sitting.marks(&course).right), (6, 5));
}

#[test]
fn what_was_kept_in_two_places_is_joined_without_loss_and_joining_again_changes_nothing() {
    let course = course();
    let mut here = learner(&course, &["dates"]);
    here.decided("a");
    let mut there = learner(&course, &["thanks"]);
    there.decided("b");
    take_check(&mut there, &course, 5);
    for (one, other) in [(&here, &there), (&there, &here)] {
        let joined = one.clone().joined(other.clone());
        assert_eq!(done(&joined, &course), ["dates", "thanks"]);
        assert!(joined.passed() && joined.has_decided("a") && joined.has_decided("b"));
        assert_eq!(joined.attempts(), 1);
        for again in [one, other, &joined] {
            assert_eq!(joined.clone().joined(again.clone()), joined);
        }
    }
    assert_eq!(Progress::new(&course).joined(there.clone()), there);
}

#[test]
fn whoever_passes_on_a_newer_version_of_the_policy_has_a_record_of_that_one() {
    let course = course();
    let mut progress = Progress::new(&course);
    take_check(&mut progress, &course, 5);
    let mut retake = |right_ones: usize| {
        let mut sitting = Sitting::draw(&course, 4);
        for at in 0..right_ones {
            let taken = right(sitting.question(&course, at).expect("it is known").question);
            sitting.take(at, taken);
        }
        progress.begin(sitting);
        progress.end(&course, "2027-11-24", "v2");
        progress.best().map(|best| (best.version.clone(), best.right))
    };
    assert_eq!(retake(1), Some(("v1".to_owned(), 5)), "a pass is not taken back");
    assert_eq!(retake(4), Some(("v2".to_owned(), 4)));
}
