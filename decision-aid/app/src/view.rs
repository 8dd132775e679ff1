//! What every screen is drawn from, and how it says what the officer does.

use crate::message::Message;
use casework::state::{Action, State};
use casework::{CaseView, Key, Screen};
use policy::{Assessment, Policy, Question, Ref, Source};
use std::collections::BTreeSet;
use ui::{SourceLine, SourceLineProps};
use yew::{AttrValue, Callback, Html, html};

/// What a screen is drawn from.
pub struct View<'a> {
    /// The case under the policy.
    pub(crate) case_view: &'a CaseView<'a>,
    /// Where the officer is.
    pub(crate) state: &'a State,
    /// The way from the page to the root of the site, for links.
    pub(crate) root: &'a AttrValue,
    /// The day of today, as it is written down; empty where the page is drawn without a browser.
    pub(crate) today: &'a str,
    /// What is said of each question besides itself; none where that has not arrived.
    pub(crate) notes: Option<QuestionNotes>,
    /// What was last said of what the officer took along: beside the row of buttons on the screen, or in the case bar.
    pub(crate) said: &'a AttrValue,
    pub(crate) saved_said: &'a AttrValue,
    /// The questions of which it is open why they are asked.
    pub(crate) explained: &'a BTreeSet<Ref<Question>>,
    /// Where buttons and fields send their messages.
    pub(crate) send: Callback<Message>,
}

impl<'a> View<'a> {
    pub(crate) fn policy(&self) -> &'a Policy {
        self.case_view.policy()
    }

    pub(crate) fn assessment(&self) -> &Assessment {
        self.case_view.assessment()
    }

    /// Sends a message, whatever the event is.
    pub(crate) fn on<E: 'static>(&self, message: Message) -> Callback<E> {
        self.send.reform(move |_| message.clone())
    }

    /// Does something, whatever the event is.
    pub(crate) fn act<E: 'static>(&self, action: Action) -> Callback<E> {
        self.on(Message::Act(action))
    }

    /// Goes to a screen.
    pub(crate) fn show(&self, screen: Screen) -> Callback<()> {
        self.act(Action::Show(screen))
    }

    /// Writes what a field has under a key.
    pub(crate) fn write(&self, key: &Key<'_>) -> Callback<String> {
        self.write_under(key.to_string())
    }

    /// The same, with the key as it is written.
    pub(crate) fn write_under(&self, key: String) -> Callback<String> {
        self.send.reform(move |text| Message::Act(Action::Write(key.clone(), text)))
    }

    /// What is written under a key.
    pub(crate) fn text(&self, key: &Key<'_>) -> AttrValue {
        self.case_view.case.text(key).to_owned().into()
    }

    /// Where a line comes from.
    pub(crate) fn source(&self, source: &Source) -> Html {
        html! { <SourceLine ..SourceLineProps::new(self.policy(), source, self.root) /> }
    }
}

/// What is said of a question besides itself.
#[derive(Debug, Clone, Copy)]
pub struct QuestionNotes {
    /// What does not go together with its answer.
    pub(crate) contradicted: fn(&View<'_>, Ref<Question>) -> Html,
    /// What stands under why it is asked, where that is open or not.
    pub(crate) explained: fn(&View<'_>, Ref<Question>, bool) -> Html,
}
