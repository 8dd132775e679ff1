//! The aid as a whole: the state, its effects, and the screen it is at.

use crate::browser;
use crate::part::{clear::Clear, duties::duties, so_far::so_far};
use crate::screen::{question::QuestionScreen, result::result_screen};
use crate::state::{Action, Screen, State, position, screen, update};
use gloo::events::EventListener;
use policy::{Policy, Question, Ref, walk};
use std::rc::Rc;
use yew::prelude::*;

/// What the page gives the aid.
#[derive(Properties, PartialEq, Clone)]
pub(crate) struct Properties {
    pub(crate) policy: Rc<Policy>,
    pub(crate) root: AttrValue,
}

/// The state with its policy, as Yew keeps it.
#[derive(Clone, PartialEq)]
struct Case {
    policy: Rc<Policy>,
    state: State,
    /// How the last change came about.
    last: Change,
}

/// How a change came about: that decides its effects.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    /// The page was loaded.
    Loaded,
    /// The officer did something: a new step in the history.
    Made,
    /// The browser went to a step that its history knows.
    Visited,
}

impl Reducible for Case {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let last = if matches!(action, Action::Show(_)) { Change::Visited } else { Change::Made };
        let state = update(&self.policy, &self.state, action);
        Rc::new(Self { policy: self.policy.clone(), state, last })
    }
}

impl Case {
    fn loaded(policy: Rc<Policy>) -> Self {
        let step = browser::position(&policy).map(|position| position.step).unwrap_or_default();
        let state = State { answers: browser::stored_answers(), step };
        Self { policy, state, last: Change::Loaded }
    }
}

/// The decision aid.
#[component]
pub(crate) fn Aid(properties: &Properties) -> Html {
    let policy = properties.policy.clone();
    let case = use_reducer_eq({
        let policy = policy.clone();
        move || Case::loaded(policy)
    });
    let kept = use_state_eq(|| true);
    let page_title = use_memo((), |()| browser::page_title());
    let way = walk(&policy, &case.state.answers);
    let screen = screen(&case.state, &way);
    use_effects(&case, screen, &kept, &page_title);
    use_history(&case);

    let act = {
        let case = case.clone();
        Callback::from(move |action| case.dispatch(action))
    };
    let change = act.reform(|question: Ref<Question>| Action::Change(question));
    let back = {
        let (act, policy) = (act.clone(), policy.clone());
        Callback::from(move |()| {
            if !browser::go_back(&policy) {
                act.emit(Action::Back);
            }
        })
    };
    html! {
        <>
            if !*kept {
                <p class="aid-notice" role="status">
                    { "This browser does not let the page keep your answers. You can go on; reloading the page would lose them." }
                </p>
            }
            { duties(&policy, &way.assessment.duties, &properties.root) }
            {
                match screen {
                    Screen::Question { question, number } => html! {
                        <QuestionScreen key={question.index()} policy={policy.clone()} {question} {number}
                            about={(way.answered.len() + unasked(&way)).max(number)}
                            given={case.state.answers.get(&policy[question].id).cloned()}
                            root={properties.root.clone()}
                            on_answer={act.reform(move |answer| Action::Answer(question, answer))}
                            on_back={(number > 1).then_some(back)} page_title={(*page_title).clone()} />
                    },
                    Screen::Result => result_screen(&policy, &way, &case.state.answers, &properties.root),
                }
            }
            { so_far(&policy, &way.answered, &case.state.answers, screen == Screen::Result, &change) }
            if !case.state.answers.is_empty() {
                <Clear on_clear={act.reform(|()| Action::Clear)} />
            }
        </>
    }
}

/// The questions still to come, as far as is known.
fn unasked(way: &policy::Walk) -> usize {
    way.assessment.ask.iter().filter(|question| !way.answered.contains(question)).count()
}

/// After each change: save the answers, note the step, name it in the title, move the focus.
#[hook]
fn use_effects(
    case: &UseReducerHandle<Case>,
    screen: Screen,
    kept: &UseStateHandle<bool>,
    page_title: &Rc<String>,
) {
    let (kept, page_title) = (kept.clone(), page_title.clone());
    use_effect_with((**case).clone(), move |case| {
        kept.set(browser::store(&case.state.answers));
        match case.last {
            Change::Loaded => browser::replace(&case.policy, position(&case.state, screen)),
            Change::Made => browser::push(&case.policy, position(&case.state, screen)),
            Change::Visited => {}
        }
        let step = match screen {
            Screen::Question { question, .. } => case.policy[question].short.as_str(),
            Screen::Result => "Result",
        };
        browser::title(step, &page_title);
        if case.last != Change::Loaded {
            browser::focus("aid-heading");
        }
    });
}

/// Follows the browser's back and forward.
#[hook]
fn use_history(case: &UseReducerHandle<Case>) {
    let dispatcher = case.dispatcher();
    let policy = case.policy.clone();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::window(), "popstate", move |_| {
            if let Some(position) = browser::position(&policy) {
                dispatcher.dispatch(Action::Show(position.step));
            }
        });
        move || drop(listener)
    });
}
