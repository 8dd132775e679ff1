//! The aid as a whole: the one component with a state. It answers messages, draws the screen the state is at, and then does
//! what a change asks of the browser.
//!
//! A struct and no hooks: what it asks of the browser is done after the screen is drawn, in order, and it holds what has to end
//! with it – the listener to the history, and the file that is being read.

mod effects;
mod files;

use crate::first_stage::Before;
use crate::frame::{Frame, Opening, frame};
use crate::history;
use crate::json::{BrowserJson, new_id};
use crate::message::Message;
use crate::screen::{dates, decision, done, letter, questions, result};
use crate::view::View;
use casework::state::{Action, Effect, State, update};
use casework::{Case, CaseFile, CaseHistory, Notice, Screen};
use gloo::events::EventListener;
use policy::{Content, Question, Ref};
use std::collections::BTreeSet;
use ui::browser::{self, FileReading, Focused};
use yew::{AttrValue, Component, Context, Html, Properties as YewProperties, html};

/// What the page gives the aid.
#[derive(YewProperties, Clone)]
pub(crate) struct Properties {
    pub(crate) content: &'static Content,
    pub(crate) root: AttrValue,
    /// What was done before the program was there.
    pub(crate) before: Before,
}

impl PartialEq for Properties {
    /// The page gives them once.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.content, other.content)
    }
}

/// The decision aid.
pub(crate) struct Aid {
    content: &'static Content,
    /// Whether what follows the first stage has arrived.
    complete: bool,
    root: AttrValue,
    today: String,
    state: State,
    /// What is to be done once the screen is drawn, in order: several messages may be answered before that.
    effects: Vec<Effect>,
    /// The questions of which it is open why they are asked.
    explained: BTreeSet<Ref<Question>>,
    /// Whether the browser keeps the case.
    kept: bool,
    /// What was last said to the officer: that something was copied or saved, or could not be. In the case bar where it was
    /// saved from there.
    said: AttrValue,
    saved_said: AttrValue,
    /// Whether the list of stages is unfolded, where it is folded.
    stages_open: bool,
    /// The title of the page before the aid named its screen in it.
    page_title: String,
    /// How the opening of a case file stands.
    opening: Opening,
    /// The file that is being read. Another one takes its place, and what this one has is told no more.
    reading: Option<FileReading>,
    /// A case file that would take the place of the case on screen, while the officer is asked.
    waiting: Option<CaseFile>,
    /// What the case has beside what is on screen.
    case_history: CaseHistory,
    /// The case file that was opened, while there is something to be said of it.
    opened: Option<CaseFile>,
    /// What is said of the case that was opened or came back.
    notice: Option<Notice>,
    /// Whether nothing was drawn yet: the step of the history that the page was loaded at is named once something is.
    is_new: bool,
    /// Where the focus was before the program was there.
    focused: Option<Focused>,
    /// Follows the browser's back and forward.
    _history: EventListener,
}

impl Component for Aid {
    type Message = Message;
    type Properties = Properties;

    fn create(context: &Context<Self>) -> Self {
        let Properties { content, root, before } = context.props().clone();
        let text = browser::session_get(effects::KEY).unwrap_or_default();
        let stored = CaseFile::from_json_of_any_size::<BrowserJson>(&text, &new_id()).ok();
        let case = stored.as_ref().map(|file| file.decision.case.clone());
        let case = case.or_else(|| Case::from_earlier_tab::<BrowserJson>(&text));
        let state = State::new(content, case.unwrap_or_default(), Screen::default());
        let screen = history::current(&content.policy).map(|step| step.screen);
        let screen = screen.unwrap_or_else(|| match state.case.is_empty() {
            true => Screen::default(),
            false => state.view(content).first_to_do(),
        });
        let state = State { screen: state.view(content).shown(screen), ..state };
        let notice = stored.as_ref().and_then(|file| file.resumed(&state.view(content)));
        let today = browser::today();
        let (state, effects) =
            before.actions.into_iter().fold((state, Vec::new()), |(state, mut effects), action| {
                let (state, more) = update(content, &today, state, action);
                effects.extend(more);
                (state, effects)
            });
        let link = context.link().clone();
        let visited = move |_: &web_sys::Event| link.send_message(Message::Visited);
        Self {
            content,
            complete: false,
            root,
            today,
            state,
            effects,
            focused: before.focused,
            explained: BTreeSet::new(),
            kept: true,
            said: AttrValue::default(),
            saved_said: AttrValue::default(),
            stages_open: false,
            page_title: browser::title(),
            opening: Opening::default(),
            reading: None,
            waiting: None,
            case_history: stored.map_or_else(new_history, |file| file.history),
            opened: None,
            notice,
            is_new: true,
            _history: EventListener::new(&gloo::utils::window(), "popstate", visited),
        }
    }

    /// Whether the message changes what is drawn.
    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => self.act(action),
            Message::Back => return self.go_back(),
            Message::Visited => match history::current(&self.content.policy) {
                Some(step) => self.act(Action::Visited(step.screen)),
                None => return false,
            },
            Message::Explained(question, true) => drop(self.explained.insert(question)),
            Message::Explained(question, false) => drop(self.explained.remove(&question)),
            Message::Stages(open) => self.stages_open = open,
            Message::Redraw => {}
            Message::AskToClear => browser::show_dialog("clear"),
            Message::Save => {
                let said = self.save_case();
                self.said = AttrValue::default();
                self.saved_said = said.into();
            }
            Message::Export(export) => self.export(export),
            Message::Said(said) => self.said = said.into(),
            Message::Chosen(file) => self.choose(context, file),
            Message::Read(text) => self.open(text),
            Message::Replace(replaces) => self.replace(replaces),
            Message::Clear => self.clear(),
            Message::Complete(content) => {
                self.content = content;
                self.complete = true;
                self.say_opened();
                self.effects.extend([Effect::Keep].into_iter().filter(|_| !self.state.case.is_empty()));
            }
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
            said: &self.said,
            saved_said: &self.saved_said,
            send: context.link().callback(|message| message),
        };
        let around = Frame {
            kept: self.kept,
            opening: &self.opening,
            notice: self.notice.as_ref(),
            stages_open: self.stages_open,
        };
        frame(&view, &around, self.screen(&view))
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.perform_effects(context);
    }
}

impl Aid {
    /// The screen that is shown.
    fn screen(&self, view: &View<'_>) -> Html {
        match self.state.screen {
            screen if screen != Screen::default() && !self.complete => waiting(),
            Screen::Questions(group, number) => questions::questions_screen(view, group, number),
            Screen::Result => result::result_screen(view),
            Screen::Decision | Screen::AtOnce(_) => decision::decision_screen(view),
            Screen::Dates => dates::dates_screen(view),
            Screen::Letter(index) => letter::letter_screen(view, index),
            Screen::Done => done::done_screen(view),
        }
    }

    fn act(&mut self, action: Action) {
        self.said = AttrValue::default();
        self.saved_said = AttrValue::default();
        let (state, effects) = update(self.content, &self.today, self.state.clone(), action);
        self.stages_open &= !effects.contains(&Effect::Note);
        self.state = state;
        self.effects.extend(effects);
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
        self.notice = None;
        self.opened = None;
        self.waiting = None;
        self.case_history = new_history();
        self.opening = Opening::default();
        self.act(Action::Open(Case::default()));
    }
}

/// The history of a case that begins.
fn new_history() -> CaseHistory {
    CaseHistory::new(new_id())
}

/// What stands in for a screen that needs what has not arrived yet.
fn waiting() -> Html {
    html! {
        <p class="aid-notice" role="status">
            { "The rest of the aid is loading. If this stays, reload the page: your answers are kept in this tab." }
        </p>
    }
}
