//! What the officer has said and where they are, and every way that can change. Pure: no browser, no policy by
//! name.
//!
//! Which screens exist follows from the answers; only the position among them is kept, and a position that no
//! longer exists falls back to the first question without an answer.

use policy::{Answer, Policy, Question, RawAnswers, Ref, Walk, walk};

/// The case and the position in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The answers as given, also those that do not matter at the moment.
    pub answers: RawAnswers,
    /// The position.
    pub step: Step,
}

/// A position: one screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Step {
    /// The first question without an answer, or the result.
    #[default]
    Furthest,
    /// A question on the way.
    Question(Ref<Question>),
    /// A question opened from the result, which the officer returns to.
    Change(Ref<Question>),
}

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The officer answers a question and goes on.
    Answer(Ref<Question>, Answer),
    /// The officer opens an answered question to change it.
    Change(Ref<Question>),
    /// The officer goes to the question before this one.
    Back,
    /// The browser's history asks for a position.
    Show(Step),
    /// The officer clears everything.
    Clear,
}

/// The screen that a state shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A question, with its place on the way.
    Question {
        /// The question.
        question: Ref<Question>,
        /// Its number on the way, from 1.
        number: usize,
    },
    /// The result.
    Result,
}

/// What an action makes of a state.
pub fn update(policy: &Policy, state: &State, action: Action) -> State {
    match action {
        Action::Answer(question, answer) => {
            let mut answers = state.answers.clone();
            answers.insert(policy[question].id.clone(), answer);
            let step = after(policy, &answers, question, state.step);
            State { answers, step }
        }
        Action::Change(question) => State { step: Step::Change(question), ..state.clone() },
        Action::Back => State { step: before(policy, state), ..state.clone() },
        Action::Show(step) => State { step, ..state.clone() },
        Action::Clear => State::default(),
    }
}

/// The screen of a state.
pub fn screen(state: &State, way: &Walk) -> Screen {
    let asked = match state.step {
        Step::Question(question) | Step::Change(question) => Some(question),
        Step::Furthest => None,
    };
    let on_the_way = asked.and_then(|question| place(way, question).map(|number| (question, number)));
    match (on_the_way, way.next) {
        (Some((question, place)), _) => Screen::Question { question, number: place + 1 },
        (None, Some(question)) => Screen::Question { question, number: way.answered.len() + 1 },
        (None, None) => Screen::Result,
    }
}

/// The position that shows a screen again, whatever is answered meanwhile: what the browser's history keeps.
pub fn position(state: &State, shown: Screen) -> Step {
    match (state.step, shown) {
        (Step::Change(changed), Screen::Question { question, .. }) if changed == question => state.step,
        (_, Screen::Question { question, .. }) => Step::Question(question),
        (_, Screen::Result) => Step::Furthest,
    }
}

/// Where a question stands on the way.
fn place(way: &Walk, question: Ref<Question>) -> Option<usize> {
    way.answered.iter().copied().chain(way.next).position(|asked| asked == question)
}

/// Where an answer leads: to the question after it, or back to where "change" was chosen.
fn after(policy: &Policy, answers: &RawAnswers, question: Ref<Question>, step: Step) -> Step {
    let way = walk(policy, answers);
    let next = place(&way, question).and_then(|place| way.answered.get(place + 1));
    match (step, next) {
        (Step::Question(_), Some(next)) => Step::Question(*next),
        _ => way.next.map_or(Step::Furthest, Step::Question),
    }
}

/// The question before the one shown; at the first, the first.
fn before(policy: &Policy, state: &State) -> Step {
    let way = walk(policy, &state.answers);
    let place = match screen(state, &way) {
        Screen::Question { number, .. } => number - 1,
        Screen::Result => way.answered.len(),
    };
    way.answered.get(place.saturating_sub(1)).map_or(Step::Furthest, |question| Step::Question(*question))
}
