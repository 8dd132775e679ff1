//! What each action makes of a case on screen, on a small policy with several stages.

use super::{Action, Effect, Everything, State, update};
use crate::sample::{case, stages};
use crate::{Case, Screen};
use policy::{Answer, Ref};

const TODAY: &str = "2026-08-31";
const SAFETY: Screen = Screen::Questions(Ref::new(0), 0);
const FACTS: Screen = Screen::Questions(Ref::new(1), 0);
const MORE_FACTS: Screen = Screen::Questions(Ref::new(1), 1);
const REVIEW: Screen = Screen::Questions(Ref::new(2), 0);
const NOTICE: Screen = Screen::Letter(0);
const DECIDE: &str = "danger = no; kinds = calls; heavy = yes; told = yes; found = bad; changed = no";

/// A case at a screen, as if the officer had come there.
fn at(screen: Screen, answers: &str, texts: &[(&str, &str)]) -> State {
    go(State::new(stages(), case(answers, texts), Screen::default()), Action::Show(screen))
}

fn go(state: State, action: Action) -> State {
    update::<Everything>(stages(), TODAY, state, action).0
}

fn effects(state: State, action: Action) -> Vec<Effect> {
    update::<Everything>(stages(), TODAY, state, action).1
}

fn answer(id: &str, word: &str) -> Action {
    Action::Answer(stages().policy.question(id).expect("the sample asks it"), word.to_owned())
}

fn toggle(choice: &str) -> Action {
    Action::Toggle(stages().policy.question("kinds").expect("the sample asks it"), choice.to_owned())
}

fn write(key: &str, text: &str) -> Action {
    Action::Write(key.to_owned(), text.to_owned())
}

/// The ids of the rows on the screen of a state.
fn rows(state: &State) -> Vec<String> {
    let Screen::Questions(group, number) = state.screen else { panic!("{:?} asks nothing", state.screen) };
    let questions = state.view(stages()).questions_on(group, number);
    questions.iter().map(|asked| stages().policy[*asked].id.clone()).collect()
}

fn text<'s>(state: &'s State, key: &str) -> Option<&'s str> {
    state.case.texts.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str())
}

fn record(state: &State) -> String {
    document::to_markdown(&state.view(stages()).record(TODAY))
}

#[test]
fn each_action_asks_the_browser_for_what_it_needs() {
    let new = || at(SAFETY, "", &[]);
    let danger = || at(SAFETY, "danger = yes", &[]);
    let table = [
        ("an answer is kept, and moves nothing", new(), answer("danger", "no"), vec![Effect::Keep]),
        ("so is a tick", at(FACTS, "danger = no", &[]), toggle("calls"), vec![Effect::Keep]),
        ("so is a text", new(), write("record/reference", "C1"), vec![Effect::Keep]),
        ("so is its end", new(), Action::Erase("record/reference".to_owned()), vec![Effect::Keep]),
        ("a new screen begins at its top", danger(), Action::Continue, vec![Effect::Begin, Effect::Note]),
        ("also one shown", danger(), Action::Show(FACTS), vec![Effect::Begin, Effect::Note]),
        ("going back is a step too", at(FACTS, "", &[]), Action::Back, vec![Effect::Begin, Effect::Note]),
        ("the history’s own step is not noted again", new(), Action::Visited(FACTS), vec![Effect::Begin]),
        ("what is missing is said", new(), Action::Continue, vec![Effect::ShowErrors]),
        ("or asked for", new(), Action::SayWhatIsMissing, vec![Effect::ShowErrors]),
        (
            "what is found on the screen gets the focus",
            new(),
            Action::Find(SAFETY, "danger".to_owned()),
            vec![Effect::Focus("danger".to_owned())],
        ),
        (
            "and on another, which does not begin at its top then",
            new(),
            Action::Find(FACTS, "kinds".to_owned()),
            vec![Effect::Note, Effect::Focus("kinds".to_owned())],
        ),
        ("saving asks for nothing", new(), Action::Saved("16:52".to_owned()), vec![]),
    ];
    for (what, state, action, expected) in table {
        assert_eq!(effects(state, action), expected, "{what}");
    }
}

#[test]
fn whoever_changes_an_answer_is_told_of_no_mistake_and_whoever_mends_one_still_is() {
    let change = Action::Find(FACTS, "kinds".to_owned());
    assert!(!go(at(SAFETY, "", &[]), change.clone()).show_errors);
    let told = go(at(SAFETY, "", &[]), Action::Continue);
    assert!(told.show_errors && go(told, change).show_errors);
}

#[test]
fn a_row_that_an_answer_makes_matter_appears_below_the_others() {
    let state = at(MORE_FACTS, "danger = no; kinds = calls", &[]);
    assert_eq!(rows(&state), ["heavy"]);
    let state = go(state, answer("heavy", "yes"));
    assert_eq!((rows(&state), state.screen), (vec!["heavy".into(), "told".into()], MORE_FACTS));
    let state = go(go(state, answer("told", "yes")), answer("heavy", "no"));
    assert_eq!(rows(&state), ["heavy"], "it goes again");
    assert_eq!(rows(&go(state, answer("heavy", "yes"))), ["heavy", "told"], "and comes back");
}

#[test]
fn none_of_these_and_not_sure_each_stand_alone() {
    let many = |words: &[&str]| Some(Answer::Many(words.iter().map(|word| (*word).to_owned()).collect()));
    let not_sure = Some(Answer::One("not-sure".to_owned()));
    let table = [
        ("calls", many(&["calls"])),
        ("visits calls", many(&["calls", "visits"])),
        ("calls calls", None),
        ("calls visits calls", many(&["visits"])),
        ("none-of-these", many(&[])),
        ("calls none-of-these", many(&[])),
        ("none-of-these visits", many(&["visits"])),
        ("none-of-these none-of-these", None),
        ("not-sure", not_sure.clone()),
        ("calls visits not-sure", not_sure.clone()),
        ("none-of-these not-sure", not_sure),
        ("not-sure calls", many(&["calls"])),
        ("not-sure none-of-these", many(&[])),
        ("not-sure not-sure", None),
    ];
    for (ticked, expected) in table {
        let state =
            ticked.split(' ').fold(at(FACTS, "danger = no", &[]), |state, choice| go(state, toggle(choice)));
        assert_eq!(state.case.answers.get("kinds"), expected.as_ref(), "{ticked}");
    }
}

#[test]
fn whoever_continues_with_something_unanswered_stays_and_is_told_what() {
    let table = [
        (SAFETY, "", &["Danger: choose an answer"] as &[&str]),
        (MORE_FACTS, "danger = no; kinds = calls", &["Heavy: choose an answer"]),
        (REVIEW, "danger = no; kinds = calls; heavy = yes; told = yes", &["Review: choose an answer"]),
        (
            REVIEW,
            "danger = no; kinds = calls; heavy = yes; told = yes; found = bad",
            &["Change: choose an answer"],
        ),
    ];
    for (screen, answers, says) in table {
        let state = go(at(screen, answers, &[]), Action::Continue);
        assert_eq!((state.screen, state.show_errors), (screen, true), "{answers}");
        let missing = state.view(stages()).missing_on(screen);
        assert_eq!(
            missing.iter().map(|missing| missing.says.as_str()).collect::<Vec<_>>(),
            says,
            "{answers}"
        );
        assert!(missing.iter().all(|missing| missing.screen == screen), "{missing:?}");
    }
    let answered = go(go(at(SAFETY, "", &[]), Action::Continue), answer("danger", "no"));
    let next = go(answered, Action::Continue);
    assert_eq!(
        (next.screen, next.show_errors),
        (FACTS, false),
        "what was said of one screen is not said of the next"
    );
}

#[test]
fn words_that_are_still_to_come_keep_nobody_from_the_next_question() {
    let at_review = || at(REVIEW, DECIDE, &[]);
    assert_eq!(go(at_review(), Action::Continue).screen, Screen::Result, "the reference is still empty");
    let wrong = go(go(at_review(), write("record/reviewed-on", "2026-02-30")), Action::Continue);
    assert_eq!(wrong.screen, REVIEW, "what is wrong does");
}

#[test]
fn whoever_goes_on_from_the_decision_has_decided_against_the_rest() {
    let state = go(at(Screen::Decision, DECIDE, &[]), Action::Continue);
    assert_eq!(state.screen, Screen::Dates);
    let decided = ["point", "limit", "stop", "close"].map(|id| text(&state, &format!("taken/{id}")));
    assert_eq!(
        decided,
        [None, Some("no"), Some("no"), None],
        "what is required is taken, and what is not offered is not decided"
    );

    let taken =
        [("taken/limit", "yes"), ("detail/limit/number", "3"), ("decision-reason/why", "It is a lot.")];
    let state = go(at(Screen::Decision, DECIDE, &taken), Action::Continue);
    assert_eq!((text(&state, "taken/limit"), text(&state, "taken/stop")), (Some("yes"), Some("no")));

    let not_yet = go(at(Screen::Decision, DECIDE, &taken[..1]), Action::Continue);
    assert_eq!(
        (not_yet.screen, not_yet.show_errors),
        (Screen::Decision, true),
        "its details and reasons are owed"
    );
    let elsewhere = go(at(Screen::Result, DECIDE, &[]), Action::Continue);
    assert_eq!(text(&elsewhere, "taken/limit"), None, "only the decision decides");
}

#[test]
fn an_option_that_no_fact_supports_is_not_decided_on() {
    let state = go(at(Screen::Decision, &DECIDE.replace("calls", "visits"), &[]), Action::Continue);
    assert_eq!((text(&state, "taken/limit"), text(&state, "taken/stop")), (None, Some("no")));
}

#[test]
fn an_outcome_that_needs_one_of_some_options_is_not_left_without() {
    let state = go(at(Screen::Decision, "danger = yes", &[]), Action::Continue);
    assert_eq!(state.screen, Screen::Decision);
    let says: Vec<String> =
        state.view(stages()).missing_on(Screen::Decision).into_iter().map(|missing| missing.says).collect();
    assert_eq!(says, ["Decide what follows. Take one of these: “Close the door”"]);
}

#[test]
fn an_answer_from_an_abandoned_branch_is_kept_and_counts_nowhere() {
    let before =
        at(REVIEW, DECIDE, &[("record/reviewed-on", "2026-05-05"), ("evidence/kinds/calls", "Ten a day.")]);
    assert!(record(&before).contains("5 May 2026") && record(&before).contains("Ten a day."));
    let outcome =
        |state: &State| state.way.assessment.outcome.map(|outcome| stages().policy[outcome].id.clone());
    assert_eq!(outcome(&before).as_deref(), Some("decide"));

    let after = go(before.clone(), answer("danger", "yes"));
    assert_eq!(after.case.answers.len(), before.case.answers.len(), "nothing is lost");
    assert_eq!(outcome(&after).as_deref(), Some("act"));
    let view = after.view(stages());
    let aside: Vec<&str> = view.set_aside().iter().map(|asked| stages().policy[*asked].id.as_str()).collect();
    assert_eq!(aside, ["kinds", "heavy", "told", "found", "changed"]);
    let record_now = record(&after);
    assert!(!record_now.contains("5 May 2026") && !record_now.contains("Ten a day."), "{record_now}");
    for short in ["Kinds", "Heavy", "Told", "Review:", "Change:"] {
        assert!(!record_now.contains(short), "{short} in\n{record_now}");
    }

    let back = go(after, answer("danger", "no"));
    assert_eq!((record(&back), outcome(&back).as_deref()), (record(&before), Some("decide")));
}

#[test]
fn a_day_that_is_usually_today_is_filled_in_when_it_comes_on_screen_and_stays() {
    let state = at(Screen::Result, DECIDE, &[]);
    assert_eq!(text(&state, "record/decided-on"), None, "nobody has come to it");
    let state = go(state, Action::Show(Screen::Dates));
    assert_eq!(text(&state, "record/decided-on"), Some(TODAY));

    let tomorrow = |state, action| update::<Everything>(stages(), "2026-09-01", state, action).0;
    let state = tomorrow(tomorrow(state, Action::Back), Action::Show(Screen::Dates));
    assert_eq!(text(&state, "record/decided-on"), Some(TODAY), "on another day it stays as it is");
    let state = go(state, write("record/decided-on", "2026-08-01"));
    let state = tomorrow(tomorrow(state, Action::Back), Action::Visited(Screen::Dates));
    assert_eq!(text(&state, "record/decided-on"), Some("2026-08-01"), "what the officer wrote stays");
    let state = tomorrow(go(state, write("record/decided-on", "")), Action::Show(Screen::Dates));
    assert_eq!(text(&state, "record/decided-on"), Some(""), "what the officer took out stays out");
}

#[test]
fn a_day_that_an_answer_brings_on_screen_is_filled_in_at_once() {
    let state = at(REVIEW, "danger = no; kinds = calls; heavy = yes; told = yes", &[]);
    assert_eq!(text(&state, "record/reviewed-on"), None);
    let state = go(state, answer("found", "bad"));
    assert_eq!(text(&state, "record/reviewed-on"), Some(TODAY));
}

#[test]
fn a_duty_is_announced_once() {
    let state = go(at(SAFETY, "", &[]), answer("danger", "yes"));
    let holding = state.view(stages()).holding_duties();
    assert_eq!((holding.as_slice(), state.announced.as_slice()), ([Ref::new(0)].as_slice(), [].as_slice()));
    let state = go(state, Action::Continue);
    assert_eq!(state.announced, [Ref::new(0)], "it was shown in full on the screen before");
    let state = go(go(state, Action::Show(SAFETY)), answer("danger", "no"));
    let state = go(go(state, Action::Show(FACTS)), toggle("calls"));
    assert_eq!(state.announced, [Ref::new(0)], "the second is news on this screen");
    let state = go(state, Action::Continue);
    assert_eq!(state.announced, [Ref::new(0), Ref::new(1)]);
}

#[test]
fn the_questions_end_early_and_whoever_goes_on_all_the_same_changes_nothing() {
    let state = at(SAFETY, "danger = yes", &[]);
    assert!(state.view(stages()).is_enough_after(SAFETY));
    assert_eq!(go(state.clone(), Action::Continue).screen, Screen::Result);
    let anyway = go(state, Action::GoOnAnyway);
    assert_eq!((anyway.screen, rows(&anyway)), (FACTS, vec!["kinds".to_owned()]));
    let answered = go(anyway.clone(), toggle("calls"));
    assert_eq!(answered.way.assessment, anyway.way.assessment);
    assert_eq!(go(answered, Action::GoOnAnyway).screen, MORE_FACTS);
}

#[test]
fn back_and_the_history_go_by_screen_and_lose_nothing() {
    let mut state = at(Screen::Done, DECIDE, &[("taken/limit", "yes")]);
    let letter = Screen::Letter(1);
    for expected in
        [letter, Screen::Dates, Screen::Decision, Screen::Result, REVIEW, MORE_FACTS, FACTS, SAFETY, SAFETY]
    {
        state = go(state, Action::Back);
        assert_eq!(state.screen, expected);
    }
    assert_eq!(state.case.answers, case(DECIDE, &[]).answers);
    let visited = go(state, Action::Visited(Screen::Dates));
    assert_eq!(visited.screen, Screen::Dates);
    // The history leads to a screen that the case no longer has.
    let changed = go(visited, answer("danger", "yes"));
    assert_eq!(go(changed, Action::Visited(letter)).screen, Screen::Done);
    let open = go(at(SAFETY, "", &[]), Action::Visited(Screen::Decision));
    assert_eq!(open.screen, SAFETY, "the first screen that asks something");
}

#[test]
fn what_a_letter_lacked_stays_on_screen_while_it_is_written() {
    let taken = [("taken/limit", "yes"), ("detail/limit/number", "3")];
    let mut state = at(Screen::Letter(1), DECIDE, &taken);
    let keys = |state: &State| {
        let letter = &stages().paperwork.letters[1];
        let entries = state.view(stages()).to_fill_in(letter, &state.to_fill_in).into_iter();
        entries.map(|entry| entry.key).collect::<Vec<_>>()
    };
    let lacking = ["decision-reason/why", "record/ends-on"];
    assert_eq!(
        (keys(&state), &state.to_fill_in),
        (lacking.map(str::to_owned).to_vec(), &lacking.map(str::to_owned).to_vec())
    );
    for (key, text) in [("decision-reason/why", "It is a lot."), ("record/ends-on", "2027-01-31")] {
        state = go(state, write(key, text));
        assert_eq!(keys(&state), lacking, "after {key}");
    }
    assert!(state.view(stages()).missing_on(state.screen).is_empty());
    let state = go(go(state, Action::Back), Action::Show(Screen::Letter(1)));
    assert!(keys(&state).is_empty(), "who comes again is asked for nothing");
}

#[test]
fn a_letter_at_once_is_three_screens_away_and_asks_for_all_that_it_lacks() {
    let state = go(at(SAFETY, "", &[]), answer("danger", "yes"));
    let state = go(state, Action::Show(Screen::AtOnce(0)));
    assert_eq!(state.screen, Screen::AtOnce(0));
    let offered: Vec<String> =
        state.view(stages()).options_on(state.screen).map(|option| option.id.clone()).collect();
    assert_eq!(offered, ["close"]);
    let taken = [
        write("taken/close", "yes"),
        write("detail/close/building", "the Town Hall"),
        write("decision-reason/why", "A threat."),
    ];
    let state = go(taken.into_iter().fold(state, go), Action::Continue);
    assert_eq!(state.screen, NOTICE);
    let missing = |state: &State| state.view(stages()).missing_on(NOTICE);
    assert_eq!(state.to_fill_in, ["record/ends-on", "letter-field/notice/happened"]);
    let ids: Vec<String> = missing(&state).into_iter().map(|missing| missing.id).collect();
    assert_eq!(ids, state.to_fill_in, "each is named by the field that stands there for it");
    let written =
        [write("record/ends-on", "2026-09-07"), write("letter-field/notice/happened", "You shouted.")];
    let state = written.into_iter().fold(state, go);
    assert_eq!(missing(&state), []);
    assert_eq!(text(&state, "letter-field/notice/date"), Some(TODAY));
}

#[test]
fn an_opened_case_begins_where_something_is_left_to_do() {
    let table = [
        ("", SAFETY),
        ("danger = no", FACTS),
        ("danger = no; kinds = calls; heavy = yes; told = yes", REVIEW),
        (DECIDE, Screen::Result),
    ];
    for (answers, screen) in table {
        let opened = case(answers, &[("record/reference", "C2")]);
        let state = go(go(at(FACTS, "", &[]), write("record/reference", "C1")), Action::Open(opened.clone()));
        assert_eq!((state.screen, &state.case), (screen, &opened), "{answers}");
        assert!(!state.unsaved && state.announced.is_empty(), "nothing is left of the one before");
    }
}

#[test]
fn a_case_is_unsaved_from_its_first_change_until_it_is_saved() {
    let state = at(SAFETY, "", &[]);
    assert!(!state.unsaved && state.case == Case::default());
    let state = go(state, answer("danger", "no"));
    assert!(state.unsaved);
    let state = go(state, Action::Saved("16:52".to_owned()));
    assert!(!state.unsaved);
    assert_eq!(state.saved_at, "16:52");
    assert!(go(state, write("record/reference", "C1")).unsaved);
}
