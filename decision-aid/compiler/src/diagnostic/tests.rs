//! Places, and the report for people.

use super::lines::{Lines, Window};
use super::{Diagnostic, Diagnostics, Place};
use crate::Page;

#[test]
fn a_place_is_counted_in_lines_and_characters() {
    let text = "a\nżółw bc\n\nd";
    let at = |what: &str| Lines::of(text).line_and_column(text.find(what).expect("it is there"));
    assert_eq!([at("a"), at("ó"), at("bc"), at("d")], [(1, 1), (2, 2), (2, 6), (4, 1)]);
    assert_eq!(Lines::of(text).line_and_column(2), (2, 1));
    for past in [text.len(), text.len() + 7] {
        assert_eq!(Lines::of(text).line_and_column(past), (4, 2));
    }
    assert_eq!(Lines::of("").line_and_column(0), (1, 1));
}

#[test]
fn a_report_is_given_the_lines_of_a_stretch_and_no_others() {
    let text = "one\ntwo\nthree\nfour";
    let lines = Lines::of(text);
    assert_eq!(lines.window(4..7), Window { text: "two\n", first_line: 2, span: 0..3 });
    assert_eq!(lines.window(5..9), Window { text: "two\nthree\n", first_line: 2, span: 1..5 });
    assert_eq!(lines.window(99..100), Window { text: "four", first_line: 4, span: 4..4 });
    let long = "x\n".repeat(100);
    assert_eq!(Lines::of(&long).window(10..200).text.lines().count(), 20);
}

#[test]
fn the_first_hundred_errors_are_shown_and_the_rest_counted() {
    let page = Page {
        file: "a.md".to_owned(),
        url: "a.html".to_owned(),
        text: "x\n".repeat(103),
        ..Page::default()
    };
    let mut wrong = Diagnostics::default();
    (0..100)
        .for_each(|line| wrong.push(Diagnostic::new(Place::new(0, line * 2..line * 2 + 1), "it is wrong")));
    let report = |wrong: &Diagnostics| wrong.report(std::slice::from_ref(&page), false);
    assert!(!report(&wrong).contains("more"));
    (100..103)
        .for_each(|line| wrong.push(Diagnostic::new(Place::new(0, line * 2..line * 2 + 1), "it is wrong")));
    let report = report(&wrong);
    assert_eq!(report.matches("it is wrong").count(), 100);
    assert!(report.contains("a.md:100:1") && !report.contains("a.md:101:1"), "{report}");
    assert!(report.ends_with("and 3 more, which are shown once these are mended"), "{report}");
    assert_eq!(wrong.lines(std::slice::from_ref(&page)).len(), 103);
}
