//! The way through the decision aid: what each action makes of a state, on the real handbook's questions.

#![allow(clippy::expect_used, reason = "a test that cannot find its material can only stop")]

use decision_aid::state::{Action, Screen, State, Step, position, screen, update};
use handbook_tests::HANDBOOK;
use policy::{Answer, Policy, Question, Ref, walk};

fn policy() -> &'static Policy {
    &HANDBOOK.policy
}

fn question(id: &str) -> Ref<Question> {
    policy().question(id).expect("the handbook asks it")
}

fn one(word: &str) -> Answer {
    Answer::One(word.to_owned())
}

/// The question on screen, or `result`.
fn shown(state: &State) -> String {
    match screen(state, &walk(policy(), &state.answers)) {
        Screen::Question { question, .. } => policy()[question].id.clone(),
        Screen::Result => "result".to_owned(),
    }
}

/// Answers from the start, in order, as the officer would.
fn after(answers: &[(&str, &str)]) -> State {
    answers.iter().fold(State::default(), |state, (id, word)| {
        assert_eq!(shown(&state), *id, "the question that is answered next");
        update(policy(), &state, Action::Answer(question(id), one(word)))
    })
}

const SAFE: [(&str, &str); 4] =
    [("criminal", "no"), ("people-at-risk", "no"), ("immediate-risk", "no"), ("vulnerable-at-risk", "no")];

/// Nobody at risk, and not one check met: the shortest way to a result.
fn not_ready() -> State {
    let checks = ["our-service", "restriction-in-force", "new-issue", "investigated", "preferred-contact"];
    let rest = checks.iter().chain(&["deadlines-given", "new-information"]).map(|id| (*id, "no"));
    after(&SAFE.into_iter().chain(rest).collect::<Vec<_>>())
}

#[test]
fn each_answer_leads_to_the_next_question_and_the_last_to_the_result() {
    assert_eq!(shown(&State::default()), "criminal");
    assert_eq!(shown(&after(&SAFE)), "our-service");
    assert_eq!(shown(&not_ready()), "result");
}

#[test]
fn back_goes_to_the_question_before_and_stops_at_the_first() {
    let mut state = after(&SAFE);
    for expected in ["vulnerable-at-risk", "immediate-risk", "people-at-risk", "criminal", "criminal"] {
        state = update(policy(), &state, Action::Back);
        assert_eq!(shown(&state), expected);
    }
    assert_eq!(state.answers.len(), SAFE.len(), "going back loses no answer");
}

#[test]
fn answering_an_earlier_question_goes_on_to_the_one_after_it() {
    let state = update(policy(), &after(&SAFE), Action::Show(Step::Question(question("people-at-risk"))));
    assert_eq!(shown(&state), "people-at-risk");
    let state = update(policy(), &state, Action::Answer(question("people-at-risk"), one("not-sure")));
    assert_eq!(shown(&state), "immediate-risk");
}

#[test]
fn a_change_returns_to_the_result_and_keeps_every_other_answer() {
    let before = not_ready();
    let asked = question("deadlines-given");
    let state = update(policy(), &before, Action::Change(asked));
    assert_eq!(shown(&state), "deadlines-given");
    let state = update(policy(), &state, Action::Answer(asked, one("yes")));
    assert_eq!(shown(&state), "result");
    assert_eq!(state.answers.len(), before.answers.len());
}

#[test]
fn a_change_that_opens_a_question_goes_there_first() {
    let asked = question("restriction-in-force");
    let state = update(policy(), &not_ready(), Action::Change(asked));
    let state = update(policy(), &state, Action::Answer(asked, one("yes")));
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
    let kept = position(&state, screen(&state, &walk(policy(), &state.answers)));
    let later = after(&SAFE);
    assert_eq!(shown(&State { step: kept, ..later }), "criminal");
}

#[test]
fn clearing_leaves_nothing() {
    assert_eq!(update(policy(), &not_ready(), Action::Clear), State::default());
}
