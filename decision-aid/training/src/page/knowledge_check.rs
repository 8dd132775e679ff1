//! The knowledge check: one question after the other, then the result with everything explained, then the completion record.
//! And a way to practise for it, where each answer is explained at once: that is kept nowhere and counts for nothing.

mod address;
mod practice;
mod question;
mod record;
mod result;
mod review;
mod start;

use crate::browser::{learner_name, random_seed, stores_name};
use crate::components::{notices::notices, quiz};
use crate::external_change::ExternalChange;
use crate::progress_store::ProgressStore;
use crate::training_data::{PageProps, TrainingData};
use ::course::{QuizSession, SessionQuestion};
use gloo::events::EventListener;
use ui::{Button, ButtonKind, browser};
use yew::{Component, Context, Html, html};

/// The id of the heading of each screen.
const HEADING: &str = "knowledge-check-heading";

/// The page of the knowledge check.
pub(crate) struct KnowledgeCheckPage {
    store: ProgressStore,
    screen: Screen,
    /// The questions that the learner practises on. They are no part of the progress.
    practice: Option<QuizSession>,
    /// The indices of the choices selected in answer to the question on screen.
    selected: Vec<u8>,
    /// Whether to show that the question on screen has no answer.
    show_error: bool,
    /// The learner's name for the completion record.
    name: String,
    /// Whether this browser is to store the name.
    remember_name: bool,
    /// The id of the element to focus after the next rendering.
    focus_target: Option<String>,
    /// Listens for as long as the component lives.
    _address_listener: EventListener,
}

#[derive(Clone, Copy)]
pub(crate) enum Screen {
    /// Before the check begins, or is continued.
    Start,
    /// The question at this index of the session.
    Question(usize),
    /// The question at this index of the practice, or its answer explained.
    Practice(usize),
    /// How the practice went.
    PracticeEnd,
    /// All answers, before they are marked.
    Review,
    /// The result of the last attempt.
    Result,
    /// The completion record.
    Record,
}

impl Screen {
    /// What tells the screens apart, so that one replaces another whole: see [`ui`] on pages that are translated.
    fn key(self) -> usize {
        match self {
            Self::Start => 0,
            Self::Review => 1,
            Self::Result => 2,
            Self::Record => 3,
            Self::PracticeEnd => 4,
            Self::Question(index) => 5 + 2 * index,
            Self::Practice(index) => 6 + 2 * index,
        }
    }
}

pub(crate) enum Message {
    /// The fragment of the address changed.
    AddressChanged,
    ExternalChange(ExternalChange),
    /// The learner begins a new check.
    Begin,
    /// The learner begins to practise.
    BeginPractice,
    /// The learner goes to another screen.
    Show(Screen),
    /// A choice of the question on screen was selected, or no longer is.
    Select {
        index: u8,
        is_selected: bool,
    },
    /// The learner submits the answer to the question on screen.
    Submit,
    /// The learner wants all answers marked.
    Mark,
    SetName(String),
    RememberName(bool),
    Print,
    DownloadWord,
}

impl Component for KnowledgeCheckPage {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let changed = ctx.link().callback(|()| Message::AddressChanged);
        let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| changed.emit(()));
        let mut page = Self {
            store: ProgressStore::open(ctx.props(), ctx.link().callback(Message::ExternalChange)),
            screen: Screen::Start,
            practice: None,
            selected: Vec::new(),
            show_error: false,
            name: learner_name(),
            remember_name: stores_name(),
            focus_target: None,
            _address_listener: listener,
        };
        if !crate::browser::address_fragment().is_empty() {
            page.follow_address(&ctx.props().data);
        }
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let data = &ctx.props().data;
        match message {
            Message::AddressChanged => return self.follow_address(data),
            Message::ExternalChange(change) => self.apply(change),
            Message::Begin => self.begin(data),
            Message::BeginPractice => self.begin_practice(data),
            Message::Show(screen) => self.show(data, screen),
            Message::Select { index, is_selected } => self.select(data, index, is_selected),
            Message::Submit => self.submit(data),
            Message::Mark => self.mark(data),
            Message::SetName(name) => {
                self.name = name;
                self.store_name();
            }
            Message::RememberName(remember) => {
                self.remember_name = remember;
                self.store_name();
            }
            Message::Print => browser::print(),
            Message::DownloadWord => self.download_word(data),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let screen = match self.screen {
            Screen::Start => None,
            Screen::Question(index) => self.question_screen(ctx, index),
            Screen::Practice(index) => self.practice_screen(ctx, index),
            Screen::PracticeEnd => self.practice_end_screen(ctx),
            Screen::Review => self.review_screen(ctx),
            Screen::Result => self.result_screen(ctx),
            Screen::Record => self.record_screen(ctx),
        };
        html! { <>
            { notices(&self.store.notices()) }
            <section class="training-panel" aria-labelledby={HEADING} key={self.screen.key()}>
                // A screen has nothing to show where another tab has cleared the progress.
                { screen.unwrap_or_else(|| self.start_screen(ctx)) }
            </section>
        </> }
    }

    fn rendered(&mut self, _: &Context<Self>, _first: bool) {
        if let Some(id) = self.focus_target.take() {
            browser::focus_at_top(&id);
            // Which question it is stands above the question, and is seen with it.
            browser::scroll_to_top(HEADING);
        }
    }
}

impl KnowledgeCheckPage {
    fn apply(&mut self, change: ExternalChange) {
        self.store.apply(change);
        // The question on screen may not belong to the check that is under way now.
        if change == ExternalChange::Device && matches!(self.screen, Screen::Question(_) | Screen::Review) {
            self.selected.clear();
            self.screen = Screen::Start;
        }
    }

    fn begin(&mut self, data: &TrainingData) {
        self.store.progress.start_quiz(QuizSession::draw(&data.course, random_seed()));
        self.store.save();
        self.show(data, Screen::Question(0));
    }

    fn show(&mut self, data: &TrainingData, screen: Screen) {
        address::note(screen);
        self.screen = screen;
        self.show_error = false;
        let asked = self.question_on_screen(data);
        let selected = asked.as_ref().and_then(|asked| asked.selected).unwrap_or_default().to_vec();
        let focus_target = asked.map_or(HEADING.to_owned(), |asked| format!("ask-{}", asked.question.id));
        self.selected = selected;
        self.focus_target = Some(focus_target);
    }

    /// The question on screen; `None` on the other screens.
    fn question_on_screen<'a>(&'a self, data: &'a TrainingData) -> Option<SessionQuestion<'a>> {
        match self.screen {
            Screen::Question(index) => self.store.progress.quiz_session()?.question(&data.course, index),
            Screen::Practice(index) => self.practice.as_ref()?.question(&data.course, index),
            _ => None,
        }
    }

    fn select(&mut self, data: &TrainingData, index: u8, is_selected: bool) {
        let mut selected = std::mem::take(&mut self.selected);
        if let Some(asked) = self.question_on_screen(data) {
            quiz::select(asked.question, &mut selected, index, is_selected);
        }
        self.selected = selected;
    }

    fn submit(&mut self, data: &TrainingData) {
        if self.selected.is_empty() {
            self.show_error = true;
            self.focus_target = Some(HEADING.to_owned());
            return;
        }
        let Screen::Question(index) = self.screen else { return self.submit_practice(data) };
        let Some(session) = self.store.progress.quiz_session_mut() else { return };
        session.answer(index, std::mem::take(&mut self.selected));
        let next = screen_after(index, session);
        self.store.save();
        self.show(data, next);
    }

    fn mark(&mut self, data: &TrainingData) {
        let version = &data.policy().version;
        self.store.progress.finish_quiz(&data.course, &browser::today(), version);
        self.store.save();
        self.show(data, Screen::Result);
    }
}

/// The screen after the question at an index was answered: the first question that has no answer, or the next question where
/// that one was passed over before; the review once all are answered.
fn screen_after(index: usize, session: &QuizSession) -> Screen {
    match session.first_unanswered() {
        Some(first) if first <= index && index + 1 < session.len() => Screen::Question(index + 1),
        Some(first) => Screen::Question(first),
        None => Screen::Review,
    }
}

/// A button that shows another screen.
fn screen_button(
    ctx: &Context<KnowledgeCheckPage>,
    kind: ButtonKind,
    label: &'static str,
    screen: Screen,
) -> Html {
    let on_click = ctx.link().callback(move |()| Message::Show(screen));
    html! { <Button {kind} {on_click}>{ label }</Button> }
}
