//! What the officer has said and where they are, and every way that can change. Pure: no browser, no policy by
//! name.
//!
//! Which screens exist follows from the answers; only the position among them is kept, and a position that no
//! longer exists falls back to the first question without an answer, or, where all are answered, to the answers.

use crate::{Case, Key};
use policy::{Answer, Assessment, Basis, OptionStatus, Policy, Question, Ref, Status, Walk, walk};
use std::rc::Rc;

/// The case and the position in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The case.
    pub case: Case,
    /// The position.
    pub step: Step,
}

/// A position: one screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Step {
    /// The first question without an answer, or all the answers.
    #[default]
    Furthest,
    /// A question on the way.
    Question(Ref<Question>),
    /// A question opened from the answers, which the officer returns to.
    Change(Ref<Question>),
    /// What to do at once, before going on.
    Danger,
    /// All the answers.
    Answers,
    /// The result.
    Result,
    /// Weighing the options.
    Options,
    /// The decision record.
    Record,
    /// A letter, by its index among all letters.
    Letter(usize),
}

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The officer answers a question and goes on.
    Answer(Ref<Question>, Answer),
    /// The officer writes something under that key.
    Write(String, String),
    /// The officer takes back what is written under that key.
    Erase(String),
    /// The officer goes to the screen before this one.
    Back,
    /// The officer, or the browser's history, goes to a position.
    Show(Step),
    /// The officer opens a case that was saved.
    Open(Case),
    /// The officer clears everything.
    Clear,
}

/// The screen that a state shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A question, with its number on the way.
    Question {
        /// The question.
        question: Ref<Question>,
        /// Its number on the way, from 1.
        number: usize,
    },
    /// What to do at once.
    Danger,
    /// All the answers.
    Answers,
    /// The result.
    Result,
    /// Weighing the options.
    Options,
    /// The decision record.
    Record,
    /// A letter, by its index among all letters.
    Letter(usize),
}

/// What an action makes of a state, and the way through its case. `way` is the one through the case as it was: to find a
/// way is the costly part, so it is found anew only where answers can have changed, and then once.
pub fn update(policy: &Policy, state: &State, way: &Rc<Walk>, action: Action) -> (State, Rc<Walk>) {
    let state = match action {
        Action::Answer(question, answer) => return answered(policy, state, way, question, answer),
        Action::Open(case) => return begun(policy, State { case, step: Step::Furthest }),
        Action::Clear => return begun(policy, State::default()),
        Action::Write(key, text) => {
            let mut case = state.case.clone();
            case.write(&key, text);
            State { case, ..*state }
        }
        Action::Erase(key) => {
            let mut case = state.case.clone();
            case.erase(&key);
            State { case, ..*state }
        }
        Action::Back => State { step: before(policy, state, way), ..state.clone() },
        Action::Show(step) => State { step, ..state.clone() },
    };
    (state, Rc::clone(way))
}

/// A state with another case, and the way through it.
fn begun(policy: &Policy, state: State) -> (State, Rc<Walk>) {
    let way = Rc::new(walk(policy, &state.case.answers));
    (state, way)
}

/// An answer leads on; one that shows a danger first leads to what to do about it.
fn answered(
    policy: &Policy,
    state: &State,
    before: &Walk,
    question: Ref<Question>,
    answer: Answer,
) -> (State, Rc<Walk>) {
    let mut case = state.case.clone();
    case.answers.insert(policy[question].id.clone(), answer);
    case.erase(&Key::Ticked(&policy[question].id).to_string());
    let way = walk(policy, &case.answers);
    let danger = danger(policy, &way.assessment) > danger(policy, &before.assessment);
    let step = if danger { Step::Danger } else { after(&way, question, state.step) };
    (State { case, step }, Rc::new(way))
}

/// How great the danger is: 0 for none, 1 where there may be one (guidance says to look), 2 where the policy or the law
/// says what to do at once. Each step up interrupts, and no second duty of the same kind does.
pub fn danger(policy: &Policy, assessment: &Assessment) -> u8 {
    let mut danger = 0;
    for (duty, holds) in policy.duties.iter().zip(&assessment.duties) {
        if duty.urgent && *holds == Some(true) {
            danger = danger.max(if duty.source.basis == Basis::Guidance { 1 } else { 2 });
        }
    }
    danger
}

/// Whether the case has options to weigh: the outcome weighs some, or the policy requires or supports one anyway.
pub fn weighs(policy: &Policy, assessment: &Assessment) -> bool {
    let weighed = assessment.possible.iter().any(|outcome| !policy[*outcome].weigh.is_empty());
    let supported = |standing: &OptionStatus| matches!(standing.status, Status::Required | Status::Warranted);
    weighed || assessment.options.iter().any(supported)
}

/// The screen of a state.
pub fn screen(policy: &Policy, state: &State, way: &Walk) -> Screen {
    let asked = match state.step {
        Step::Question(question) | Step::Change(question) => Some(question),
        _ => None,
    };
    if let Some((question, index)) = asked.and_then(|asked| Some((asked, index_on_way(way, asked)?))) {
        return Screen::Question { question, number: index + 1 };
    }
    if state.step == Step::Danger && danger(policy, &way.assessment) > 0 {
        return Screen::Danger;
    }
    if let Some(question) = way.next {
        return Screen::Question { question, number: way.answered.len() + 1 };
    }
    match state.step {
        Step::Result => Screen::Result,
        Step::Options if weighs(policy, &way.assessment) => Screen::Options,
        Step::Options => Screen::Result,
        Step::Record => Screen::Record,
        Step::Letter(letter) => Screen::Letter(letter),
        _ => Screen::Answers,
    }
}

/// The position that shows a screen again, whatever is answered meanwhile: what the browser's history keeps.
pub fn position(state: &State, shown: Screen) -> Step {
    match shown {
        Screen::Question { question, .. } if state.step == Step::Change(question) => state.step,
        Screen::Question { question, .. } => Step::Question(question),
        Screen::Danger => Step::Danger,
        Screen::Answers => Step::Answers,
        Screen::Result => Step::Result,
        Screen::Options => Step::Options,
        Screen::Record => Step::Record,
        Screen::Letter(letter) => Step::Letter(letter),
    }
}

/// The index of a question on the way.
fn index_on_way(way: &Walk, question: Ref<Question>) -> Option<usize> {
    way.answered.iter().copied().chain(way.next).position(|asked| asked == question)
}

/// Where an answer leads: to the question after it, or back to where "change" was chosen.
fn after(way: &Walk, question: Ref<Question>, step: Step) -> Step {
    let next = index_on_way(way, question).and_then(|index| way.answered.get(index + 1));
    match (step, next) {
        (Step::Question(_), Some(next)) => Step::Question(*next),
        _ => way.next.map_or(Step::Answers, Step::Question),
    }
}

/// The screen before the one shown; at the first question, the first.
fn before(policy: &Policy, state: &State, way: &Walk) -> Step {
    let question =
        |index: usize| way.answered.get(index).map_or(Step::Furthest, |asked| Step::Question(*asked));
    match screen(policy, state, way) {
        Screen::Question { .. } if matches!(state.step, Step::Change(_)) => Step::Answers,
        Screen::Question { number, .. } => question(number.saturating_sub(2)),
        Screen::Danger | Screen::Answers => question(way.answered.len().saturating_sub(1)),
        Screen::Result => Step::Answers,
        Screen::Options => Step::Result,
        Screen::Record if weighs(policy, &way.assessment) => Step::Options,
        Screen::Record => Step::Result,
        Screen::Letter(_) => Step::Record,
    }
}
