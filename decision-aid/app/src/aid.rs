//! The aid as a whole: the one component. It holds the state, answers messages, draws the screen the state is at,
//! and then does what a change asks of the browser.
//!
//! It is the only component on purpose: each further one, and each hook, costs the page more bytes than the few
//! lines here. Screens and parts are plain functions.

mod effects;
mod files;

use crate::browser;
use crate::components::case_file::{notice, open_case};
use crate::components::{clear::clear, duties::duties};
use crate::element::Attribute::Role;
use crate::element::{Element, fragment, tag};
use crate::message::{Message, Sender};
use crate::screen::question::{self, Progress, question_screen};
use crate::screen::{answers::answers_screen, danger::danger_screen, letter::letter_screen};
use crate::screen::{options::options_screen, record::record_screen, result::result_screen};
use crate::view::View;
use casework::state::{Action, Screen, State, Step, position, screen, update};
use casework::{CaseFile, CaseHistory, CaseView, Key, Notice};
use effects::{Change, Effect};
use gloo::events::EventListener;
use policy::{Content, Question, Ref, Walk, walk};
use std::borrow::Cow;
use std::rc::Rc;
use yew::prelude::*;

/// What the page gives the aid.
#[derive(Properties, Clone)]
pub(crate) struct Properties {
    pub(crate) content: &'static Content,
    pub(crate) root: AttrValue,
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
    /// Whether what follows the first question has arrived.
    complete: bool,
    root: AttrValue,
    state: State,
    /// The way through its case.
    way: Rc<Walk>,
    /// How the last change came about.
    last: Change,
    /// What is to be done once the screen is drawn, in order: several messages may be answered before that.
    effects: Vec<Effect>,
    /// Whether the officer went on without an answer, or asked what is missing.
    show_errors: bool,
    /// Whether the officer is asked if everything is to be cleared.
    clearing: bool,
    /// Whether the browser keeps the case.
    kept: bool,
    /// What was last said to the officer: that something was copied or saved, or could not be.
    said: Cow<'static, str>,
    /// Why a case file was not opened.
    refused: String,
    /// A case file that would take the place of the case on screen, while the officer is asked.
    waiting: Option<CaseFile>,
    /// How many files were chosen: what arrives of one but the last is too late.
    chosen: u32,
    /// Where the focus goes next, where not to the heading.
    focus_target: String,
    /// What the case has beside what is on screen.
    history: CaseHistory,
    /// The case file that was opened, while there is something to be said of it.
    opened: Option<CaseFile>,
    /// What is said of the case that was opened or came back.
    notice: Option<Notice>,
    /// Follows the browser's back and forward.
    _history: EventListener,
}

impl Component for Aid {
    type Message = Message;
    type Properties = Properties;

    fn create(context: &Context<Self>) -> Self {
        let Properties { content, root } = context.props().clone();
        let step = browser::position(&content.policy).map(|position| position.step).unwrap_or_default();
        let stored = browser::stored_case();
        let case = stored.as_ref().map(|file| file.decision.case.clone()).or_else(browser::earlier_case);
        let state = State { case: case.unwrap_or_default(), step };
        let way = Rc::new(walk(&content.policy, &state.case.answers));
        let link = context.link().clone();
        let visited = move |_: &Event| link.send_message(Message::Visited);
        let shown = position(&state, screen(&content.policy, &state, &way));
        let case_view = CaseView::with_walk(content, &state.case, way.clone());
        let notice = stored.as_ref().and_then(|file| file.resumed(&case_view));
        Self {
            content,
            complete: false,
            root,
            state,
            way,
            last: Change::Loaded,
            effects: vec![Effect::Change(Change::Loaded, shown)],
            show_errors: false,
            clearing: false,
            kept: true,
            said: Cow::Borrowed(""),
            refused: String::new(),
            waiting: None,
            chosen: 0,
            focus_target: String::new(),
            history: stored.map_or_else(browser::new_history, |file| file.history),
            opened: None,
            notice,
            _history: EventListener::new(&gloo::utils::window(), "popstate", visited),
        }
    }

    /// Whether the message changes what is drawn.
    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => return self.act(action),
            Message::Visited => {
                let Some(position) = browser::position(&self.content.policy) else { return false };
                return self.change(Action::Show(position.step), Change::Visited);
            }
            Message::Back => {
                return !browser::go_back(&self.content.policy) && self.change(Action::Back, Change::Made);
            }
            // A second click before the next screen is drawn was meant for the screen that was left.
            Message::GoOn if self.is_leaving() => return false,
            Message::GoOn => return self.go_on(),
            Message::Tick(name, on) => {
                self.show_errors = false;
                return self.tick(&name, on);
            }
            Message::Find { key, of_option } => self.find(key, of_option),
            Message::Replace(true) => {
                if let Some(file) = self.waiting.take() {
                    self.replace(file);
                }
            }
            Message::Replace(false) => self.waiting = None,
            Message::Clearing(clearing) => self.clearing = clearing,
            Message::Kept(kept) => self.kept = kept,
            Message::Export(format) => self.export(format),
            Message::Said(said) => self.said = said.into(),
            Message::Chosen(file) => self.choose(&file),
            Message::Complete(content) => {
                self.content = content;
                self.complete = true;
                self.set_title();
                self.say_opened();
            }
            Message::Read(number, _) if number != self.chosen => return false,
            Message::Read(_, text) => self.open(text),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let case_view = self.case_view();
        let shown = self.screen();
        let send = Sender::to(context.link());
        let view = View { case_view, root: &self.root, show_errors: self.show_errors, send };
        let mut all = fragment();
        all.push(keeping(self.kept));
        all.push(if shown == Screen::Danger { fragment() } else { duties(&view) });
        all.push(match &self.notice {
            Some(said) if matches!(shown, Screen::Question { .. } | Screen::Answers | Screen::Result) => {
                notice(said)
            }
            _ => fragment(),
        });
        all.push(self.shown(&view, shown));
        all.push(tag("p").class("said").attr(Role, "status").text(&self.said));
        let mut foot = tag("div").class("aid-foot");
        foot.push(if self.state.case.is_empty() { fragment() } else { clear(self.clearing, &view.send) });
        if matches!(shown, Screen::Question { number: 1, .. } | Screen::Answers) {
            foot.push(open_case(&self.refused, self.waiting.is_some(), &view.send));
        }
        all.child(foot).into_html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.perform_effects(context);
    }
}

impl Aid {
    fn case_view(&self) -> CaseView<'_> {
        CaseView::with_walk(self.content, &self.state.case, self.way.clone())
    }

    fn screen(&self) -> Screen {
        screen(&self.content.policy, &self.state, &self.way)
    }

    /// The screen that is shown.
    fn shown(&self, view: &View<'_>, shown: Screen) -> Element {
        match shown {
            Screen::Question { question, number } => {
                let about = (view.case_view.walk.answered.len() + unasked(&view.case_view.walk)).max(number);
                question_screen(view, question, Progress { number, about })
            }
            Screen::Danger => danger_screen(view),
            Screen::Answers => answers_screen(view),
            _ if !self.complete => waiting(),
            Screen::Result => result_screen(view),
            Screen::Options => options_screen(view),
            Screen::Record => record_screen(view),
            Screen::Letter(index) => letter_screen(view, index),
        }
    }

    fn act(&mut self, action: Action) -> bool {
        let change = match action {
            Action::Write(..) | Action::Erase(_) => Change::Written,
            _ => Change::Made,
        };
        if matches!(action, Action::Clear) {
            self.notice = None;
            self.opened = None;
            self.history = browser::new_history();
        }
        self.change(action, change)
    }

    fn change(&mut self, action: Action, change: Change) -> bool {
        let (state, way) = update(&self.content.policy, &self.state, &self.way, action);
        if state == self.state && change == self.last {
            return false;
        }
        if change != Change::Written {
            self.show_errors = false;
            self.refused.clear();
            self.waiting = None;
            self.focus_target.clear();
        }
        self.said = "".into();
        self.state = state;
        self.way = way;
        self.last = change;
        self.effects.push(Effect::Change(change, position(&self.state, self.screen())));
        self.clearing &= !self.state.case.is_empty();
        true
    }

    /// The question on screen.
    fn asked(&self) -> Option<Ref<Question>> {
        match self.screen() {
            Screen::Question { question, .. } => Some(question),
            _ => None,
        }
    }

    /// Notes what is ticked: like everything that is written, a reload keeps it.
    fn tick(&mut self, name: &str, on: bool) -> bool {
        let Some(asked) = self.asked() else { return false };
        let question = &self.content.policy[asked];
        let ticked = question::tick(&self.state.case, question, name, on);
        self.act(Action::Write(Key::Ticked(&question.id).to_string(), ticked))
    }

    /// Gives what is ticked as the answer; where nothing is, or on another screen, says what is missing.
    fn go_on(&mut self) -> bool {
        match self.asked() {
            Some(asked) => {
                let question = &self.content.policy[asked];
                let draft = question::draft(&self.state.case, question);
                if let Some(answer) = question::answer(&question.answers, &draft) {
                    return self.act(Action::Answer(asked, answer));
                }
            }
            None if self.case_view().missing().is_empty() => {
                self.said = "Nothing is missing.".into();
                return true;
            }
            None => {}
        }
        self.say_missing();
        true
    }

    fn say_missing(&mut self) {
        self.show_errors = true;
        self.set_title();
        self.effects.push(Effect::Missing);
    }

    /// Goes to the field with that key, on this screen or on that of the options, and goes on saying what is wrong.
    fn find(&mut self, key: String, of_option: bool) {
        if of_option && self.state.step != Step::Options {
            self.act(Action::Show(Step::Options));
        } else {
            self.effects.push(Effect::Find);
        }
        self.show_errors = true;
        self.focus_target = key;
    }
}

/// What stands in for a screen that needs what has not arrived yet.
fn waiting() -> Element {
    let words =
        "The rest of the aid is loading. If this stays, reload the page: your answers are kept in this tab.";
    tag("p").class("aid-notice").attr(Role, "status").text(words)
}

/// The questions still to come, as far as is known.
fn unasked(way: &Walk) -> usize {
    let mut count = 0;
    for question in &way.assessment.ask {
        count += usize::from(!way.answered.contains(question));
    }
    count
}

/// That the browser does not keep the case. It stands there until it keeps it again, and the region is always there, so
/// that a screen reader says it at once.
fn keeping(kept: bool) -> Element {
    let region = tag("div").class("aid-unkept").attr(Role, "status");
    if kept {
        return region;
    }
    let words = "This browser no longer keeps what you write: it has no more room, or does not let the page. You can go on with your answers; reloading the page would lose them. Save the case file, or shorten what you wrote.";
    region.child(tag("p").class("aid-notice").text(words))
}
