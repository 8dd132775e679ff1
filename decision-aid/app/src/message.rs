//! What the view says to the aid.
//!
//! Buttons and boxes send a message that is a value. A closure for each would be compiled for each, several times
//! over; [`Sender`] has one for all buttons.

use crate::aid::Aid;
use crate::state::Action;
use web_sys::HtmlInputElement;
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
}

/// The way to send messages.
#[derive(Clone)]
pub(crate) struct Sender(Scope<Aid>);

impl Sender {
    pub(crate) fn to(link: &Scope<Aid>) -> Self {
        Self(link.clone())
    }

    /// Sends the message when a button is clicked.
    pub(crate) fn click(&self, message: Message) -> Callback<MouseEvent> {
        let link = self.0.clone();
        Callback::from(move |_| link.send_message(message.clone()))
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
}
