//! The way through the decision aid: what each action makes of a state, on the real handbook's questions.

use casework::state::{Action, Screen, State, Step, position, screen, update};
use handbook_tests::HANDBOOK;
use policy::{Answer, Policy, Question, Ref, walk};
use std::rc::Rc;

fn policy() -> &'static Policy {
    &HANDBOOK.policy
}

fn question(id: &str) -> Ref<Question> {
    policy().question(id).expect("the handbook asks it")
}

fn one(word: &str) -> Answer {
    Answer::One(word.to_owned())
}

/// The question on screen, or the name of another screen.
fn shown(state: &State) -> String {
    let way = walk(policy(), &state.case.answers);
    match screen(policy(), state, &way) {
        Screen::Question { question, .. } => policy()[question].id.clone(),
        Screen::Danger => "danger".to_owned(),
        Screen::Answers => "answers".to_owned(),
        Screen::Result => "result".to_owned(),
        Screen::Options => "options".to_owned(),
        Screen::Record => "record".to_owned(),
        Screen::Letter(place) => format!("letter {place}"),
    }
}

fn go(state: &State, action: Action) -> State {
    let way = Rc::new(walk(policy(), &state.case.answers));
    let changes_answers = matches!(action, Action::Answer(..) | Action::Open(_) | Action::Clear);
    let (state, next) = update(policy(), state, &way, action);
    assert_eq!(*next, walk(policy(), &state.case.answers), "the way is the one through the new case");
    assert_eq!(Rc::ptr_eq(&way, &next), !changes_answers, "and is found anew only where answers can change");
    state
}

/// Answers from the start, in order, as the officer would; "none" ticks nothing.
fn after(answers: &[(&str, &str)]) -> State {
    answers.iter().fold(State::default(), |state, (id, word)| {
        assert_eq!(shown(&state), *id, "the question that is answered next");
        let answer = if *word == "none" { Answer::Many(Vec::new()) } else { one(word) };
        go(&state, Action::Answer(question(id), answer))
    })
}

const SAFE: [(&str, &str); 4] =
    [("criminal", "no"), ("people-at-risk", "no"), ("immediate-risk", "no"), ("vulnerable-at-risk", "no")];

/// Nobody at risk, and not one check met: the shortest way to a result.
fn not_ready() -> State {
    let scope = ["our-service", "restriction-in-force", "short-term-in-force", "new-issue"];
    let checks = ["investigated", "preferred-contact", "deadlines-given", "new-information", "departed"];
    let no = |id: &&'static str| (*id, "no");
    let rest = scope.iter().map(no).chain([("other-route", "none")]).chain(checks.iter().map(no));
    after(&SAFE.into_iter().chain(rest).collect::<Vec<_>>())
}

#[test]
fn each_answer_leads_to_the_next_question_and_the_last_to_all_the_answers() {
    assert_eq!(shown(&State::default()), "criminal");
    assert_eq!(shown(&after(&SAFE)), "our-service");
    assert_eq!(shown(&not_ready()), "answers");
}

#[test]
fn a_danger_interrupts_once_and_the_questions_go_on_after_it() {
    let state = after(&[("criminal", "no"), ("people-at-risk", "yes")]);
    assert_eq!(shown(&state), "danger");
    let state = go(&state, Action::Show(Step::Furthest));
    assert_eq!(shown(&state), "immediate-risk");
    let state = go(&state, Action::Answer(question("immediate-risk"), one("yes")));
    assert_eq!(shown(&state), "vulnerable-at-risk", "a second danger does not interrupt again");
}

#[test]
fn a_danger_found_on_a_change_interrupts_too() {
    let asked = question("criminal");
    let state = go(&not_ready(), Action::Show(Step::Change(asked)));
    let state = go(&state, Action::Answer(asked, one("yes")));
    assert_eq!(shown(&state), "danger");
    let state = go(&state, Action::Answer(asked, one("no")));
    assert_eq!(shown(&state), "answers", "without a danger there is nothing to interrupt for");
}

/// Nobody is sure of anything: many outcomes are possible, and some weigh options.
fn unsure() -> State {
    let mut state = State::default();
    loop {
        state = match shown(&state).as_str() {
            "danger" => go(&state, Action::Show(Step::Furthest)),
            "answers" => return state,
            asked => go(&state, Action::Answer(question(asked), one("not-sure"))),
        };
    }
}

#[test]
fn each_screen_after_the_answers_leads_back_to_the_one_before() {
    let steps = [Step::Result, Step::Options, Step::Record, Step::Letter(1)];
    for (state, expected) in [
        (unsure(), ["answers", "result", "options", "record"]),
        // Nothing is weighed there, so the options are passed over.
        (not_ready(), ["answers", "answers", "result", "record"]),
    ] {
        for (step, before) in steps.into_iter().zip(expected) {
            let state = go(&state, Action::Show(step));
            assert_eq!(shown(&go(&state, Action::Back)), before, "back from {step:?}");
        }
    }
    let answers = go(&not_ready(), Action::Show(Step::Answers));
    assert_eq!(shown(&go(&answers, Action::Back)), "departed");
}

#[test]
fn no_screen_after_the_questions_is_shown_before_they_are_answered() {
    for step in [Step::Answers, Step::Result, Step::Options, Step::Record, Step::Letter(0), Step::Danger] {
        let state = go(&after(&SAFE), Action::Show(step));
        assert_eq!(shown(&state), "our-service", "{step:?}");
    }
}

#[test]
fn what_is_written_stays_while_answers_change() {
    let asked = question("investigated");
    let written = Action::Write("evidence/investigated".to_owned(), "See the file".to_owned());
    let state = go(&not_ready(), written.clone());
    let state = go(&state, Action::Show(Step::Change(asked)));
    let state = go(&state, Action::Answer(asked, one("yes")));
    assert_eq!(state.case.texts, [("evidence/investigated".to_owned(), "See the file".to_owned())]);
    let state = go(&state, written);
    assert_eq!(state.case.texts.len(), 1, "the same place holds one text");
    assert!(go(&state, Action::Erase("evidence/investigated".to_owned())).case.texts.is_empty());
}

#[test]
fn an_opened_case_replaces_the_one_on_screen() {
    let opened = not_ready().case;
    let state = go(&after(&SAFE), Action::Open(opened.clone()));
    assert_eq!(shown(&state), "answers");
    assert_eq!(state.case, opened);
}

#[test]
fn back_goes_to_the_question_before_and_stops_at_the_first() {
    let mut state = after(&SAFE);
    for expected in ["vulnerable-at-risk", "immediate-risk", "people-at-risk", "criminal", "criminal"] {
        state = go(&state, Action::Back);
        assert_eq!(shown(&state), expected);
    }
    assert_eq!(state.case.answers.len(), SAFE.len(), "going back loses no answer");
}

#[test]
fn answering_an_earlier_question_goes_on_to_the_one_after_it() {
    let state = go(&after(&SAFE), Action::Show(Step::Question(question("people-at-risk"))));
    assert_eq!(shown(&state), "people-at-risk");
    let state = go(&state, Action::Answer(question("people-at-risk"), one("no")));
    assert_eq!(shown(&state), "immediate-risk");
}

#[test]
fn a_change_returns_to_the_answers_and_keeps_every_other_answer() {
    let before = not_ready();
    let asked = question("deadlines-given");
    let state = go(&before, Action::Show(Step::Change(asked)));
    assert_eq!(shown(&state), "deadlines-given");
    let state = go(&state, Action::Answer(asked, one("yes")));
    assert_eq!(shown(&state), "answers");
    assert_eq!(state.case.answers.len(), before.case.answers.len());
}

#[test]
fn a_change_that_opens_a_question_goes_there_first() {
    let asked = question("restriction-in-force");
    let state = go(&not_ready(), Action::Show(Step::Change(asked)));
    let state = go(&state, Action::Answer(asked, one("yes")));
    assert_eq!(shown(&state), "extreme-threat");
}

#[test]
fn a_position_that_no_longer_exists_falls_back_to_the_first_open_question() {
    let state = State { step: Step::Question(question("senior-officer")), ..after(&SAFE) };
    assert_eq!(shown(&state), "our-service");
}

#[test]
fn the_history_keeps_the_question_shown_and_not_how_far_the_officer_is() {
    let state = State::default();
    let kept = position(&state, screen(policy(), &state, &walk(policy(), &state.case.answers)));
    let later = after(&SAFE);
    assert_eq!(shown(&State { step: kept, ..later }), "criminal");
}

#[test]
fn clearing_leaves_nothing() {
    assert_eq!(go(&not_ready(), Action::Clear), State::default());
}
