//! What the view says to the aid.
//!
//! Buttons, boxes and fields send a message that is a value. A closure for each would be compiled for each, several
//! times over; one listener does for all, for it knows what to make of its event.

use crate::aid::Aid;
use crate::browser;
use casework::state::{Action, Step};
use policy::Content;
use std::rc::Rc;
use web_sys::{Event, File};
use yew::html::Scope;
use yew::virtual_dom::{Listener, ListenerKind};

/// Everything that the aid reacts to.
#[derive(Clone)]
pub(crate) enum Message {
    /// The officer does something that changes the state.
    Act(Action),
    /// The officer ticks a box, or takes the tick away.
    Tick(String, bool),
    /// The officer goes to the field with that key, on the screen of the options or on this one, to mend what is wrong there.
    Find { key: String, of_option: bool },
    /// Whether the case file that was chosen takes the place of the case on screen.
    Replace(bool),
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
    Export(ExportFormat),
    /// What came of it: said to the officer.
    Said(&'static str),
    /// What is written down under the policy has arrived.
    Complete(&'static Content),
    /// The officer chose a file.
    Chosen(File),
    /// A file was read, by its number among those chosen; none where it could not be.
    Read(u32, Option<String>),
}

/// A form that the document on screen can be had in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExportFormat {
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

    #[inline(never)]
    fn listen(&self, to: InputEvent) -> Rc<dyn Listener> {
        Rc::new(Listening { send: self.clone(), to })
    }

    /// Sends the message when a button is clicked.
    #[inline(never)]
    pub(crate) fn click(&self, message: Message) -> Rc<dyn Listener> {
        self.listen(InputEvent::Click(message))
    }

    /// Goes to a screen when a button is clicked.
    #[inline(never)]
    pub(crate) fn show(&self, step: Step) -> Rc<dyn Listener> {
        self.click(Message::Act(Action::Show(step)))
    }

    /// Goes on when a form is submitted, which then goes nowhere else.
    pub(crate) fn submit(&self) -> Rc<dyn Listener> {
        self.listen(InputEvent::Submit)
    }

    /// Sends whether the box of that name is ticked, when that changes.
    pub(crate) fn tick(&self, name: &str) -> Rc<dyn Listener> {
        self.listen(InputEvent::Tick(name.to_owned()))
    }

    /// Writes what is typed or filled in under that key. Where the browser fills a field in, some tell of the
    /// change alone.
    #[inline(never)]
    pub(crate) fn write(&self, key: &str) -> [Rc<dyn Listener>; 2] {
        [self.listen(InputEvent::Typed(key.to_owned())), self.listen(InputEvent::Filled(key.to_owned()))]
    }

    /// On the button that submits a form: a double-click submits it once.
    pub(crate) fn submit_once(&self) -> Rc<dyn Listener> {
        self.listen(InputEvent::SubmitClick)
    }

    /// Writes a word under that key when a button or box is chosen.
    pub(crate) fn choose(&self, key: &str, word: &str) -> Rc<dyn Listener> {
        self.click(Message::Act(Action::Write(key.to_owned(), word.to_owned())))
    }

    /// Sends the file that is chosen.
    pub(crate) fn file(&self) -> Rc<dyn Listener> {
        self.listen(InputEvent::File)
    }
}

/// What is listened to.
enum InputEvent {
    /// A click, which sends this.
    Click(Message),
    /// A form that is submitted.
    Submit,
    /// A change of the box of this name.
    Tick(String),
    /// Typing into the field with this key.
    Typed(String),
    /// A change of the field with this key, by typing or by the browser.
    Filled(String),
    /// A click on the button that submits a form.
    SubmitClick,
    /// A file that is chosen.
    File,
}

/// The one listener.
struct Listening {
    send: Sender,
    to: InputEvent,
}

impl Listener for Listening {
    fn kind(&self) -> ListenerKind {
        match self.to {
            InputEvent::Click(_) | InputEvent::SubmitClick => ListenerKind::onclick,
            InputEvent::Submit => ListenerKind::onsubmit,
            InputEvent::Tick(_) | InputEvent::Filled(_) | InputEvent::File => ListenerKind::onchange,
            InputEvent::Typed(_) => ListenerKind::oninput,
        }
    }

    fn handle(&self, event: Event) {
        let message = match &self.to {
            // The next screen may be drawn between the clicks of a double-click: the second is not meant for what then
            // stands under the pointer. Only who goes back may go several steps.
            InputEvent::Click(message)
                if browser::is_repeated_click(&event) && !matches!(message, Message::Back) =>
            {
                return;
            }
            InputEvent::SubmitClick => {
                if browser::is_repeated_click(&event) {
                    event.prevent_default();
                }
                return;
            }
            InputEvent::Click(message) => message.clone(),
            InputEvent::Submit => {
                event.prevent_default();
                Message::GoOn
            }
            InputEvent::Tick(name) => Message::Tick(name.clone(), browser::checked(&event)),
            InputEvent::Typed(key) | InputEvent::Filled(key) => {
                Message::Act(Action::Write(key.clone(), browser::written_value(&event)))
            }
            InputEvent::File => match browser::take_file(&event) {
                Some(file) => Message::Chosen(file),
                None => return,
            },
        };
        self.send.send(message);
    }

    fn passive(&self) -> bool {
        false
    }
}
