//! The aid as a whole: the one component with a state. It answers messages, draws the screen the state is at, and then does
//! what a change asks of the browser.
//!
//! A struct and no hooks: what it asks of the browser is done after the screen is drawn, in order, and it holds what has to end
//! with it – the listener to the history, and the file that is being read.

mod effects;
mod program;

use crate::first_stage::Before;
use crate::frame::{Frame, frame};
use crate::history;
use crate::message::Message;
use crate::screen::questions::questions_screen;
use crate::view::View;
use casework::state::{Action, Effect, State, update};
use casework::{Case, Screen};
use gloo::events::EventListener;
use policy::{Content, Question, Ref};
pub use program::{Program, kept_content};
use std::collections::BTreeSet;
use ui::browser;
use yew::{AttrValue, Callback, Component, Context, Html, Properties as YewProperties};

/// What the page gives the aid.
#[derive(YewProperties, Clone)]
pub struct Properties {
    pub(crate) content: &'static Content,
    pub(crate) root: AttrValue,
    /// What was done before the program was there.
    pub(crate) before: Before,
    /// What was kept of the case.
    pub(crate) kept: AttrValue,
}

impl PartialEq for Properties {
    /// The page gives them once.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.content, other.content)
    }
}

/// The decision aid.
pub struct Aid<P: Program> {
    pub(crate) content: &'static Content,
    root: AttrValue,
    pub(crate) today: String,
    pub(crate) state: State,
    /// What is to be done once the screen is drawn, in order: several messages may be answered before that.
    pub(crate) effects: Vec<Effect>,
    /// Who waits until it is.
    when_drawn: Vec<Callback<()>>,
    /// The questions of which it is open why they are asked.
    explained: BTreeSet<Ref<Question>>,
    /// Whether the browser keeps the case.
    kept: bool,
    /// What was last said to the officer: that something was copied or saved, or could not be. In the case bar where it was
    /// saved from there.
    pub(crate) said: AttrValue,
    saved_said: AttrValue,
    /// Whether the list of stages is unfolded, where it is folded.
    stages_open: bool,
    /// The title of the page before the aid named its screen in it.
    page_title: String,
    /// What runs the aid.
    pub(crate) program: P,
    /// Follows the browser's back and forward.
    _history: EventListener,
}

impl<P: Program> Component for Aid<P> {
    type Message = Message;
    type Properties = Properties;

    fn create(context: &Context<Self>) -> Self {
        let Properties { content, root, before, kept } = context.props().clone();
        let (mut program, case) = P::begin(&kept);
        let state = State::new(content, case.unwrap_or_default(), Screen::default());
        let screen = history::current(&content.policy).map(|step| step.screen);
        let screen = screen.unwrap_or_else(|| match (state.case.is_empty(), program.entry_count()) {
            (true, 0) => Screen::default(),
            (true, _) => Screen::Entries,
            (false, _) => state.view(content).first_to_do(),
        });
        // What a tab kept may be in no file: leaving asks.
        let unsaved = !state.case.is_empty() || program.entry_count() > 0;
        let state = State { screen: state.view(content).shown(screen), unsaved, ..state };
        program.resume(&state.view(content));
        history::replace(&content.policy, state.screen);
        let today = browser::today();
        let (state, effects) =
            before.actions.into_iter().fold((state, Vec::new()), |(state, mut effects), action| {
                let (state, more) = update::<P::Scope>(content, &today, state, action);
                effects.extend(more);
                (state, effects)
            });
        let state = State { show_errors: state.show_errors || before.shows_errors, ..state };
        let link = context.link().clone();
        let visited = move |_: &web_sys::Event| link.send_message(Message::Visited);
        Self {
            content,
            root,
            today,
            state,
            effects,
            when_drawn: Vec::new(),
            explained: BTreeSet::new(),
            kept: true,
            said: AttrValue::default(),
            saved_said: AttrValue::default(),
            stages_open: false,
            page_title: browser::title(),
            program,
            _history: EventListener::new(&gloo::utils::window(), "popstate", visited),
        }
    }

    /// Whether the message changes what is drawn.
    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => self.act(action),
            Message::Back => return self.go_back(),
            Message::Visited => match history::current(&self.content.policy) {
                // A case without entries has no such screen: everything was cleared since.
                Some(step) if step.screen == Screen::Entries && self.program.entry_count() == 0 => {
                    self.act(Action::Visited(Screen::default()));
                }
                Some(step) => self.act(Action::Visited(step.screen)),
                None => return false,
            },
            Message::Explained(question, true) => drop(self.explained.insert(question)),
            Message::Explained(question, false) => drop(self.explained.remove(&question)),
            Message::Stages(open) => self.stages_open = open,
            Message::Redraw => {}
            Message::WhenDrawn(then) => {
                self.when_drawn.push(then);
                return self.effects.is_empty();
            }
            Message::AskToClear => browser::show_dialog("clear"),
            Message::Clear => self.clear(),
            message => P::react(self, context, message),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let case_view = self.state.view(self.content);
        let view = View {
            case_view: &case_view,
            state: &self.state,
            root: &self.root,
            today: &self.today,
            explained: &self.explained,
            notes: P::NOTES,
            said: &self.said,
            saved_said: &self.saved_said,
            send: context.link().callback(|message| message),
        };
        let around = Frame {
            kept: self.kept,
            opening: self.program.opening(),
            notice: self.program.notice(),
            stages_open: self.stages_open,
            entry_count: self.program.entry_count(),
            reference: self.program.reference(self.content),
        };
        frame(&view, &around, self.screen(&view))
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.perform_effects(context);
        self.when_drawn.drain(..).for_each(|then| then.emit(()));
    }

    fn destroy(&mut self, _: &Context<Self>) {
        browser::set_title(&self.page_title);
    }
}

impl<P: Program> Aid<P> {
    /// The screen that is shown.
    fn screen(&self, view: &View<'_>) -> Html {
        match self.state.screen {
            Screen::Questions(..) | Screen::Review => questions_screen(view),
            _ => self.program.screen(view),
        }
    }

    /// Does something with the case.
    pub(crate) fn act(&mut self, action: Action) {
        self.said = AttrValue::default();
        self.saved_said = AttrValue::default();
        // A page can stay open over midnight.
        self.today = browser::today();
        let (state, effects) = update::<P::Scope>(self.content, &self.today, self.state.clone(), action);
        self.stages_open &= !effects.contains(&Effect::Note);
        self.state = state;
        self.effects.extend(effects);
    }

    /// Says something in the case bar.
    pub(crate) fn say_in_bar(&mut self, said: String) {
        self.said = AttrValue::default();
        self.saved_said = said.into();
    }

    /// Whether there is anything to keep: what is worked on, or what was made.
    pub(crate) fn is_empty(&self) -> bool {
        self.state.case.is_empty() && self.program.entry_count() == 0
    }

    /// The case as a text to keep.
    pub(crate) fn text(&self) -> Option<String> {
        self.program.text(&self.state.view(self.content), &self.today)
    }

    fn go_back(&mut self) -> bool {
        let went = history::go_back(&self.content.policy);
        if !went {
            self.act(Action::Back);
        }
        !went
    }

    fn clear(&mut self) {
        browser::close_dialog("clear");
        self.program.forget();
        self.act(Action::Open(Case::default()));
    }
}
