//! Tests of the completion record.

use crate::sample::course;
use crate::{Attempt, Progress, completion_record};
use document::to_markdown;

#[test]
fn the_record_says_what_was_done_and_what_it_is_not() {
    let course = course();
    let mut progress = Progress::new(&course);
    progress.finish_section(&course.training.sections[0]);
    let best = Attempt {
        date: "2026-11-03".to_owned(),
        number: 2,
        right: 4,
        total: 5,
        passed: true,
        version: "2026-11".to_owned(),
        pass_mark: course.pass_mark,
    };
    let record_for =
        |name: &str| to_markdown(&completion_record(&course, &progress, &best, name, "2026-11-24"));
    let record = record_for("  A. Learner ");
    for line in [
        "# Completion record",
        "Training on the Town Lending Policy.",
        "A. Learner",
        "The library",
        "2026-11",
        "4 of 5 right (80 per cent). 80 per cent are needed to pass. Passed.",
        "3 November 2026",
        "0 in all; this was number 2",
        "1 of 3 finished",
        "0 of 0 decided",
        "24 November 2026",
        "You can tell.",
        "the learner’s own statement",
        "It is not proof of identity, attendance or skill.",
    ] {
        assert!(record.contains(line), "{line:?} is missing in {record}");
    }
    assert!(
        record_for(" ").contains("\\_\\_\\_\\_") || record_for(" ").contains("____"),
        "a line to write the name on"
    );
}
