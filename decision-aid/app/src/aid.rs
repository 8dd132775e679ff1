//! The aid as a whole: the one component. It holds the state, answers messages, draws the screen the state is at,
//! and then does what a change asks of the browser.
//!
//! It is the only component on purpose: each further one, and each hook, costs the page more bytes than the few
//! lines here. Screens and parts are plain functions.

use crate::browser;
use crate::message::{Message, Sender};
use crate::part::{clear::clear, duties::duties, so_far::so_far};
use crate::screen::{question, question::Ticked, result::result_screen};
use crate::state::{Action, Screen, State, Step, position, screen, update};
use gloo::events::EventListener;
use policy::{Policy, Question, Ref, Walk, walk};
use std::rc::Rc;
use yew::prelude::*;

/// What the page gives the aid.
#[derive(Properties, Clone)]
pub(crate) struct Properties {
    pub(crate) policy: Rc<Policy>,
    pub(crate) root: AttrValue,
}

impl PartialEq for Properties {
    /// The page gives them once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.policy, &other.policy)
    }
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

/// What is to be done once the screen is drawn.
enum Effect {
    /// The state changed: save the answers, note the step, name it in the title, move the focus.
    Change,
    /// An answer is missing: move the focus to the message that says so.
    Missing,
}

/// The decision aid.
pub(crate) struct Aid {
    policy: Rc<Policy>,
    root: AttrValue,
    state: State,
    /// The way that the answers take, and what follows from them.
    way: Walk,
    /// How the last change came about.
    last: Change,
    effect: Option<Effect>,
    /// The question shown, and what is ticked of it but not yet given as its answer.
    drafted: Option<Ref<Question>>,
    draft: Ticked,
    /// Whether the officer went on without an answer.
    missing: bool,
    /// Whether the officer is asked if everything is to be cleared.
    clearing: bool,
    /// Whether the browser keeps the answers.
    kept: bool,
    /// The page's own title.
    title: String,
    /// Follows the browser's back and forward.
    _history: EventListener,
}

impl Component for Aid {
    type Message = Message;
    type Properties = Properties;

    fn create(context: &Context<Self>) -> Self {
        let Properties { policy, root } = context.props().clone();
        let step = browser::position(&policy).map(|position| position.step).unwrap_or_default();
        let state = State { answers: browser::stored_answers(), step };
        let link = context.link().clone();
        let visited = move |_: &Event| link.send_message(Message::Visited);
        let mut aid = Self {
            way: walk(&policy, &state.answers),
            policy,
            root,
            state,
            last: Change::Loaded,
            effect: Some(Effect::Change),
            drafted: None,
            draft: Ticked::new(),
            missing: false,
            clearing: false,
            kept: true,
            title: browser::page_title(),
            _history: EventListener::new(&gloo::utils::window(), "popstate", visited),
        };
        aid.take_up();
        aid
    }

    /// Whether the message changes what is drawn.
    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => return self.act(action, Change::Made),
            Message::Visited => {
                let Some(position) = browser::position(&self.policy) else { return false };
                return self.act(Action::Show(position.step), Change::Visited);
            }
            Message::Back => {
                return !browser::go_back(&self.policy) && self.act(Action::Back, Change::Made);
            }
            Message::GoOn => return self.go_on(),
            Message::Tick(name, on) => {
                let Some(question) = self.drafted else { return false };
                self.draft = question::tick(&self.policy[question].answers, &self.draft, &name, on);
                self.missing = false;
            }
            Message::Clearing(clearing) => self.clearing = clearing,
            Message::Kept(kept) => self.kept = kept,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (policy, root, way) = (&*self.policy, self.root.as_str(), &self.way);
        let screen = self.screen();
        let send = &Sender::to(context.link());
        html! {
            <>
                if !self.kept {
                    <p class="aid-notice" role="status">
                        { "This browser does not let the page keep your answers. You can go on; reloading the page would lose them." }
                    </p>
                }
                { duties(policy, &way.assessment.duties, root) }
                {
                    match screen {
                        Screen::Question { question, number } => {
                            let about = (way.answered.len() + unasked(way)).max(number);
                            let place = question::Place { number, about };
                            question::question_screen(policy, question, place, &self.draft, self.missing, root, send)
                        }
                        Screen::Result => result_screen(policy, way, &self.state.answers, root),
                    }
                }
                { so_far(policy, &way.answered, &self.state.answers, screen == Screen::Result, send) }
                if !self.state.answers.is_empty() {
                    { clear(self.clearing, send) }
                }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        match self.effect.take() {
            Some(Effect::Change) => {
                let kept = browser::store(&self.state.answers);
                if kept != self.kept {
                    context.link().send_message(Message::Kept(kept));
                }
                self.follow();
            }
            Some(Effect::Missing) => browser::focus("aid-error"),
            None => {}
        }
    }
}

impl Aid {
    fn screen(&self) -> Screen {
        screen(&self.state, &self.way)
    }

    fn act(&mut self, action: Action, change: Change) -> bool {
        let state = update(&self.policy, &self.state, action);
        if state == self.state && change == self.last {
            return false;
        }
        self.way = walk(&self.policy, &state.answers);
        self.state = state;
        self.last = change;
        self.effect = Some(Effect::Change);
        self.clearing &= !self.state.answers.is_empty();
        self.take_up();
        true
    }

    /// Takes up the question shown, where it is another: what is ticked is then the answer given before.
    fn take_up(&mut self) {
        let shown = match self.screen() {
            Screen::Question { question, .. } => Some(question),
            Screen::Result => None,
        };
        if shown != self.drafted {
            let given = shown.and_then(|question| self.state.answers.get(&self.policy[question].id));
            self.draft = question::ticked(given);
            self.missing = false;
            self.drafted = shown;
        }
    }

    /// Gives what is ticked as the answer; where nothing is, says so.
    fn go_on(&mut self) -> bool {
        let Some(question) = self.drafted else { return false };
        if let Some(answer) = question::answer(&self.policy[question].answers, &self.draft) {
            return self.act(Action::Answer(question, answer), Change::Made);
        }
        browser::title("Error", &self.title);
        if self.missing {
            return false;
        }
        self.missing = true;
        self.effect = Some(Effect::Missing);
        true
    }

    /// Brings the browser's history, title and focus to the step.
    fn follow(&self) {
        let screen = self.screen();
        let step: Step = position(&self.state, screen);
        match self.last {
            Change::Loaded => browser::replace(&self.policy, step),
            Change::Made => browser::push(&self.policy, step),
            Change::Visited => {}
        }
        let name = match screen {
            Screen::Question { question, .. } => self.policy[question].short.as_str(),
            Screen::Result => "Result",
        };
        browser::title(name, &self.title);
        if self.last != Change::Loaded {
            browser::focus("aid-heading");
        }
    }
}

/// The questions still to come, as far as is known.
fn unasked(way: &Walk) -> usize {
    way.assessment.ask.iter().filter(|question| !way.answered.contains(question)).count()
}
