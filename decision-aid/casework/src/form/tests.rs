//! Fields: what stands in them, and what is wrong with it.

use super::Problem;
use crate::sample::{DECIDE, case, case_view};

/// What stands in a field of the record, and what is wrong with it.
fn field(id: &str, texts: &[(&str, &str)]) -> (String, Option<Problem>) {
    let case = case(DECIDE, texts);
    let key = format!("record/{id}");
    let view = case_view(&case);
    let mut entries = view.sections().into_iter().flat_map(|(_, entries)| entries);
    let entry = entries.find(|entry| entry.key == key).expect("the record has the field");
    (entry.value, entry.problem)
}

#[test]
fn a_field_that_must_be_filled_in_says_so() {
    assert_eq!(field("reference", &[]).1, Some(Problem::Missing));
    assert_eq!(field("reference", &[("record/reference", " ")]).1, Some(Problem::Missing));
    assert_eq!(field("reference", &[("record/reference", "CH-1")]).1, None);
    assert_eq!(field("warning-date", &[]).1, None, "this one may stay empty");
}

#[test]
fn a_date_must_exist_and_come_after_the_one_it_follows() {
    let decided =
        |date, warned| field("decided-on", &[("record/decided-on", date), ("record/warning-date", warned)]).1;
    assert_eq!(decided("2026-02-30", ""), Some(Problem::NotADate));
    assert_eq!(decided("soon", ""), Some(Problem::NotADate));
    let early = Some(Problem::TooEarly("Date of the warning".to_owned()));
    assert_eq!(decided("2026-03-01", "2026-03-02"), early);
    assert_eq!(decided("2026-03-02", "2026-03-02"), None);
    assert_eq!(decided("2026-03-02", "2026-02-30"), None, "a date that is none orders nothing");
}

#[test]
fn the_review_is_usually_six_calendar_months_later() {
    let decided = ("record/decided-on", "2026-08-31");
    assert_eq!(field("review-date", &[decided]), ("2027-02-28".to_owned(), None));
    let other = ("record/review-date", "2027-03-31");
    assert_eq!(field("review-date", &[decided, other]), ("2027-03-31".to_owned(), None));
    assert_eq!(field("review-date", &[]), (String::new(), Some(Problem::Missing)));
}

#[test]
fn another_date_needs_its_reason() {
    let decided = ("record/decided-on", "2026-08-31");
    let reason = |texts: &[(&str, &str)]| field("why-other", texts).1;
    assert_eq!(reason(&[decided]), None);
    assert_eq!(reason(&[decided, ("record/review-date", "2027-02-28")]), None, "that is the usual date");
    let other = ("record/review-date", "2027-03-31");
    assert_eq!(reason(&[decided, other]), Some(Problem::ReasonMissing));
    assert_eq!(reason(&[decided, other, ("record/why-other", "Easter")]), None);
}

#[test]
fn numbers_are_whole_and_choices_are_among_those_given() {
    let detail = |key: &str, value: &str| {
        let case = case(DECIDE, &[("taken/limit", "yes"), (key, value)]);
        let entries = case_view(&case).options()[1].entries.clone();
        entries.into_iter().find(|entry| entry.key == key).expect("the option has it").problem
    };
    for (value, problem) in [
        ("2", None),
        (" 2 ", None),
        ("0", Some(Problem::NotANumber)),
        ("-1", Some(Problem::NotANumber)),
        ("two", Some(Problem::NotANumber)),
        ("1.5", Some(Problem::NotANumber)),
    ] {
        assert_eq!(detail("detail/limit/number", value), problem, "{value}");
    }
    assert_eq!(detail("detail/limit/medium", "phone"), None);
    assert_eq!(detail("detail/limit/medium", "pigeon"), Some(Problem::NotAChoice));
}

#[test]
fn a_section_comes_up_unless_it_is_settled_that_it_does_not() {
    let titles = |answers: &str| -> Vec<String> {
        let case = case(answers, &[]);
        case_view(&case).sections().iter().map(|(section, _)| section.title.clone()).collect()
    };
    assert_eq!(titles(DECIDE), ["The case"]);
    assert_eq!(titles("danger = yes"), ["The case", "The risk"]);
    assert_eq!(titles("danger = not-sure"), ["The case", "The risk"]);
}

#[test]
fn a_section_about_limits_comes_up_once_something_is_limited() {
    let titles = |texts: &[(&str, &str)]| -> Vec<String> {
        let case = case(DECIDE, texts);
        case_view(&case).sections().iter().map(|(section, _)| section.title.clone()).collect()
    };
    assert_eq!(titles(&[("taken/limit", "no"), ("taken/point", "yes")]), ["The case"]);
    assert_eq!(titles(&[("taken/limit", "yes")]), ["The case", "The limit"]);
    assert_eq!(titles(&[("own-option-1", "Ring on Fridays")]), ["The case", "The limit"]);
}

#[test]
fn every_problem_names_the_field_and_what_to_do() {
    let problems = [
        Problem::Missing,
        Problem::NotADate,
        Problem::TooEarly("Start".to_owned()),
        Problem::NotANumber,
        Problem::NotAChoice,
        Problem::ReasonMissing,
        Problem::Instead("decide afresh".to_owned()),
    ];
    let said: std::collections::BTreeSet<String> =
        problems.iter().map(|problem| problem.says("Last day")).collect();
    assert_eq!(said.len(), problems.len(), "each says something else");
    assert!(said.iter().all(|said| said.starts_with("Last day: ")), "{said:?}");
}

#[test]
fn several_can_be_chosen_and_one_that_excludes_the_others_stands_alone() {
    let route = |value| field("route", &[("record/route", value)]).1;
    assert_eq!(route("phone\nletter"), None);
    assert_eq!(route("none"), None);
    assert_eq!(route("phone\nnone"), Some(Problem::NotAlone("None known".to_owned())));
    assert_eq!(route("phone\npigeon"), Some(Problem::NotAChoice));
}

#[test]
fn a_choice_that_cannot_stand_says_what_to_do_instead() {
    let stricter = case(DECIDE, &[("taken/limit", "yes"), ("detail/limit/stricter", "yes")]);
    let problem = |case: &crate::Case| {
        let view = case_view(case);
        let entries = view.options().iter().flat_map(|option| option.entries.clone());
        entries.clone().find(|entry| entry.field.id == "stricter").and_then(|entry| entry.problem)
    };
    assert_eq!(problem(&stricter), Some(Problem::Instead("decide it afresh".to_owned())));
    assert_eq!(problem(&case(DECIDE, &[("taken/limit", "yes"), ("detail/limit/stricter", "no")])), None);
    assert!(!case_view(&stricter).letter(&crate::sample::content().paperwork.letters[0]).is_complete());
}

#[test]
fn ticking_a_box_keeps_the_order_of_the_choices_and_what_excludes_the_others_alone() {
    let case = case(DECIDE, &[]);
    let view = case_view(&case);
    let route = view.record_field("route").expect("the record has the field");
    let tick = |value: &str, id: &str| {
        let choice = route.kind.choices().iter().find(|choice| choice.id == id).expect("it is a choice");
        super::toggled(route, value, choice)
    };
    for (before, id, after) in [
        ("", "phone", "phone"),
        ("phone", "letter", "phone\nletter"),
        ("phone\nletter", "phone", "letter"),
        ("phone\nletter", "none", "none"),
        ("none", "phone", "phone"),
        ("none", "none", ""),
    ] {
        assert_eq!(tick(before, id), after, "{id} on {before:?}");
    }
}

#[test]
fn a_field_that_goes_with_another_is_asked_for_once_that_is_filled_in() {
    let asked = |texts: &[(&str, &str)]| {
        let case = case(DECIDE, texts);
        let entries: Vec<String> = case_view(&case)
            .sections()
            .into_iter()
            .flat_map(|(_, entries)| entries)
            .map(|entry| entry.key)
            .collect();
        ["record/other-route", "record/kept"].map(|key| entries.iter().any(|known| known == key))
    };
    assert_eq!(asked(&[]), [false, false]);
    assert_eq!(asked(&[("record/route", "phone")]), [false, false]);
    assert_eq!(asked(&[("record/route", "phone\nother")]), [true, false]);
    assert_eq!(asked(&[("record/route", "other"), ("record/other-route", "Flags")]), [true, true]);
}

#[test]
fn a_choice_that_the_answers_point_to_stands_there_until_another_is_chosen() {
    assert_eq!(field("category", &[]), ("calls".to_owned(), None));
    assert_eq!(field("category", &[("record/category", "visits")]), ("visits".to_owned(), None));
}
