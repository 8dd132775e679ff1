//! What the view says to the aid.
//!
//! Buttons, boxes and fields send a message that is a value. A closure for each would be compiled for each, several
//! times over; [`Sender`] has one for all of a kind.

use crate::aid::Aid;
use crate::browser;
use crate::state::{Action, Step};
use web_sys::{File, HtmlInputElement};
use yew::html::Scope;
use yew::prelude::*;

/// Everything that the aid reacts to.
#[derive(Clone)]
pub(crate) enum Message {
    /// The officer does something that changes the state.
    Act(Action),
    /// The officer ticks a box, or takes the tick away.
    Tick(String, bool),
    /// The officer goes on with what is ticked.
    GoOn,
    /// The officer goes back.
    Back,
    /// Whether the officer is asked if everything is to be cleared.
    Clearing(bool),
    /// The browser went to another step of its history.
    Visited,
    /// Whether the browser keeps the answers.
    Kept(bool),
    /// The officer wants what is on screen in some form.
    Take(Form),
    /// What came of it: said to the officer.
    Said(&'static str),
    /// The officer chose a file.
    Chosen(File),
    /// The file was read; none where it could not be.
    Read(Option<String>),
}

/// A form that the document on screen can be had in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A Word file.
    Word,
    /// A text file with Markdown.
    Markdown,
    /// On paper.
    Paper,
    /// On the clipboard, with its formatting.
    Clipboard,
    /// The case file, which opens again here.
    CaseFile,
    /// The date of a review for a calendar.
    Calendar,
}

/// The way to send messages.
#[derive(Clone)]
pub(crate) struct Sender(Scope<Aid>);

impl Sender {
    pub(crate) fn to(link: &Scope<Aid>) -> Self {
        Self(link.clone())
    }

    /// Sends a message now.
    pub(crate) fn send(&self, message: Message) {
        self.0.send_message(message);
    }

    /// Sends the message when a button is clicked.
    pub(crate) fn click(&self, message: Message) -> Callback<MouseEvent> {
        let link = self.0.clone();
        Callback::from(move |_| link.send_message(message.clone()))
    }

    /// Goes to a screen when a button is clicked.
    pub(crate) fn show(&self, step: Step) -> Callback<MouseEvent> {
        self.click(Message::Act(Action::Show(step)))
    }

    /// Sends the message when a form is submitted, which then goes nowhere else.
    pub(crate) fn submit(&self, message: Message) -> Callback<SubmitEvent> {
        let link = self.0.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            link.send_message(message.clone());
        })
    }

    /// Sends whether the box of that name is ticked, when that changes.
    pub(crate) fn tick(&self, name: String) -> Callback<Event> {
        let link = self.0.clone();
        Callback::from(move |event: Event| {
            let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            link.send_message(Message::Tick(name.clone(), on));
        })
    }

    /// Writes what is typed into the place of that name.
    pub(crate) fn write(&self, key: &str) -> Callback<InputEvent> {
        let (link, key) = (self.0.clone(), key.to_owned());
        Callback::from(move |event: InputEvent| {
            let text = browser::value(&event);
            link.send_message(Message::Act(Action::Write(key.clone(), text)));
        })
    }

    /// Writes a word into the place of that name when a button or box is chosen.
    pub(crate) fn choose(&self, key: &str, word: &str) -> Callback<MouseEvent> {
        self.click(Message::Act(Action::Write(key.to_owned(), word.to_owned())))
    }

    /// Sends the file that is chosen.
    pub(crate) fn file(&self) -> Callback<Event> {
        let link = self.0.clone();
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
                link.send_message(Message::Chosen(file));
            }
        })
    }
}
