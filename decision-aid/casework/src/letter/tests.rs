//! Letters: nothing is asked twice, nothing required is left out, and the officer has the last word on the text.

use crate::sample::{DECIDE, case, case_view, content};
use crate::{Case, CaseView, LetterState, Screen};
use document::{Block, Run};

fn letter<'a>(view: &CaseView<'a>) -> LetterState<'a> {
    view.letter(&content().paperwork.letters[0])
}

/// Where something is missing.
fn missing_at(state: &LetterState<'_>) -> Vec<String> {
    state.missing(Screen::Letter(0)).into_iter().map(|lack| lack.id).collect()
}

/// A case whose letter is complete.
fn complete() -> Vec<(&'static str, &'static str)> {
    vec![
        ("taken/limit", "yes"),
        ("detail/limit/number", "2"),
        ("letter-field/decision/how-many", "2"),
        ("detail/limit/medium", "letter"),
        ("reason/limit/why", "Nothing else has worked."),
        ("evidence/kinds", "On 3 March you rang 12 times."),
        ("record/ends-on", "2027-01-31"),
        ("letter-without/decision/more", "yes"),
    ]
}

fn text(case: &Case) -> String {
    let state = letter(&case_view(case));
    document::to_markdown(&state.document())
}

#[test]
fn a_letter_takes_what_the_case_already_says() {
    let case = case(DECIDE, &complete());
    let written = text(&case);
    for words in [
        "- You can ring us 2 times, by letter.",
        "**It lasts** until 31 January 2027, with 2 calls",
        "On 3 March you rang 12 times",
    ] {
        assert!(written.contains(words), "no “{words}” in\n{written}");
    }
    assert!(letter(&case_view(&case)).is_complete());
}

#[test]
fn a_date_of_the_record_reads_in_a_sentence_as_people_write_it() {
    let mut texts = complete();
    texts.retain(|(key, _)| *key != "letter-without/decision/more");
    texts.push(("record/warning-date", "2026-03-01"));
    assert!(text(&case(DECIDE, &texts)).ends_with("1 March 2026\n"));
}

#[test]
fn a_letter_is_there_once_what_it_is_about_is_taken() {
    for (texts, there) in [
        (vec![], 0),
        (vec![("taken/limit", "no")], 0),
        (vec![("taken/limit", "yes")], 1),
        (vec![("own-option-1", "Ring on Fridays")], 1),
    ] {
        let case = case(DECIDE, &texts);
        assert_eq!(case_view(&case).letters().len(), there, "{texts:?}");
    }
}

#[test]
fn a_full_stop_that_ends_a_field_does_not_stand_beside_the_letters_own() {
    let mut texts = complete();
    texts.retain(|(key, _)| *key != "record/ends-on");
    texts.push(("letter-field/decision/until", "the end."));
    texts.push(("letter-field/decision/how-many", "2."));
    let written = text(&case(DECIDE, &texts));
    assert!(!written.contains(".."), "{written}");
}

#[test]
fn what_is_missing_is_named_and_shows_in_brackets() {
    let without = |left_out: &str| {
        let texts: Vec<_> = complete().into_iter().filter(|(key, _)| *key != left_out).collect();
        case(DECIDE, &texts)
    };
    for (left_out, missing) in [
        ("record/ends-on", "letter-field/decision/until"),
        ("evidence/kinds", "letter-field/decision/happened"),
        ("reason/limit/why", "reason/limit/why"),
        ("letter-without/decision/more", "letter-field/decision/extra"),
    ] {
        let case = without(left_out);
        let view = case_view(&case);
        let state = letter(&view);
        assert_eq!(missing_at(&state), [missing], "without {left_out}");
        assert!(!state.is_complete());
    }
    let case = without("detail/limit/number");
    let view = case_view(&case);
    assert_eq!(missing_at(&letter(&view)), ["detail/limit/number"]);
    assert!(text(&without("record/ends-on")).contains("*\\[Last day\\]*"));
}

#[test]
fn a_value_of_the_letters_own_wins_over_the_record() {
    let mut texts = complete();
    texts.push(("letter-field/decision/happened", "You rang often."));
    let written = text(&case(DECIDE, &texts));
    assert!(written.contains("You rang often") && !written.contains("3 March"), "{written}");
}

#[test]
fn the_officers_own_words_stand_in_for_a_part() {
    let mut texts = complete();
    texts.push(("letter-part/decision/action", "We stop your calls.\n\nWrite to us, until 31 January 2027."));
    let case = case(DECIDE, &texts);
    let view = case_view(&case);
    let state = letter(&view);
    let expected = ["We stop your calls.", "Write to us, until 31 January 2027."]
        .map(|words| Block::Paragraph(vec![Run::plain(words)]));
    assert_eq!(state.document().blocks, expected);
    assert!(state.is_complete(), "the fields of the replaced part are not needed");
}

#[test]
fn a_required_part_cannot_be_emptied_or_left_out() {
    let mut texts = complete();
    texts.push(("letter-part/decision/action", " "));
    let case = case(DECIDE, &texts);
    let view = case_view(&case);
    let state = letter(&view);
    assert_eq!(missing_at(&state), ["letter-part/decision/action"]);
    assert!(!state.is_complete());
    let mut texts = complete();
    texts.push(("letter-without/decision/action", "yes"));
    assert!(text(&super::super::sample::case(DECIDE, &texts)).contains("This is what we will do"));
}

#[test]
fn a_required_part_in_the_officers_own_words_keeps_its_dates_and_says_what_else_it_dropped() {
    let rewritten = |text: &'static str| {
        let mut texts = complete();
        texts.push(("letter-part/decision/action", text));
        let case = case(DECIDE, &texts);
        let view = case_view(&case);
        let state = letter(&view);
        let dropped: Vec<String> = state.parts[0].dropped.iter().map(|field| field.id.clone()).collect();
        (missing_at(&state), dropped.join(" "))
    };
    let part = vec!["letter-part/decision/action".to_owned()];
    assert_eq!(rewritten("We stop your calls."), (part, "what happened until how-many".to_owned()));
    assert_eq!(
        rewritten("Until 31 January 2027 you can ring us 2 times."),
        (Vec::new(), "what happened".to_owned())
    );
    let all = "Give a point of contact. You can ring us 2 times, by letter, until 31 January 2027. On 3 March you rang 12 times.";
    assert_eq!(rewritten(all), (Vec::new(), String::new()));
}

#[test]
fn a_date_that_the_letter_takes_from_the_record_is_that_of_the_record() {
    let mut texts = complete();
    texts.push(("letter-field/decision/until", "2027-02-28"));
    let other = case(DECIDE, &texts);
    let view = case_view(&other);
    let missing = letter(&view).missing(Screen::Letter(0));
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(missing[0].says, "Last day: give 31 January 2027, as the record does, or change the record");
    texts.retain(|(key, _)| *key != "record/ends-on");
    assert!(
        letter(&super::super::sample::case_view(&case(DECIDE, &texts))).is_complete(),
        "nothing is recorded"
    );
}

#[test]
fn a_decision_that_is_not_made_keeps_its_letter_back() {
    let mut texts = complete();
    texts.push(("taken/stop", "yes"));
    let case = case(DECIDE, &texts);
    let view = case_view(&case);
    let says: Vec<String> =
        letter(&view).missing(Screen::Letter(0)).into_iter().map(|lack| lack.says).collect();
    assert_eq!(
        says,
        [
            "Give a point of contact – it contradicts “Stop the calls”: take one of the two, or change one",
            "Limit the calls – it contradicts “Stop the calls”: take one of the two, or change one",
            "Stop the calls – it contradicts “Give a point of contact”: take one of the two, or change one",
            "Stop the calls – it contradicts “Limit the calls”: take one of the two, or change one"
        ]
    );
}

#[test]
fn the_text_to_edit_is_the_text_of_the_letter() {
    let case = case(DECIDE, &complete());
    let view = case_view(&case);
    let plain = letter(&view).parts[0].plain_text();
    assert_eq!(
        plain,
        "This is what we will do:\n\nYou can ring us 2 times, by letter.\n\n\
         It lasts until 31 January 2027, with 2 calls. This is why: On 3 March you rang 12 times."
    );
}

#[test]
fn hostile_text_stays_text() {
    let mut texts = complete();
    let hostile = "<script>alert(1)</script> \u{202E}gnp.exe & **bold** {until}";
    texts.push(("letter-field/decision/happened", hostile));
    let case = case(DECIDE, &texts);
    let view = case_view(&case);
    let blocks = letter(&view).document().blocks;
    let found = blocks
        .iter()
        .any(|block| matches!(block, Block::Paragraph(runs) if runs.contains(&Run::plain(hostile))));
    assert!(found, "{blocks:?}");
}
