//! What a change asks of the browser, once the screen is drawn: to keep the case, and to follow with history, title and focus.

use super::Aid;
use crate::browser;
use crate::message::Message;
use casework::CaseFile;
use casework::state::{Screen, Step};
use yew::Context;

/// How a change came about: that decides its effects.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// The page was loaded.
    Loaded,
    /// The officer did something: a new step in the history.
    Made,
    /// The officer wrote something: no new step.
    Written,
    /// The browser went to a step that its history knows.
    Visited,
}

/// What is to be done once the screen is drawn.
pub(super) enum Effect {
    /// The state changed: save the case, note the step, name it in the title, move the focus. The step is the one
    /// at the time, since further messages may be answered before the screen is drawn.
    Change(Change, Step),
    /// Save the case: something in it changed that no screen shows.
    Store,
    /// Something is missing: move the focus to the message that says so.
    Missing,
    /// Move the focus to the field that such a message leads to.
    Find,
    /// Print what is on paper.
    Print,
}

impl Aid {
    /// Does what is to be done now that the screen is drawn.
    pub(super) fn perform_effects(&mut self, context: &Context<Self>) {
        for effect in std::mem::take(&mut self.effects) {
            match effect {
                Effect::Change(change, step) => {
                    self.keep(context);
                    self.sync_browser(change, step);
                }
                Effect::Store => self.keep(context),
                Effect::Missing => browser::focus("aid-error"),
                Effect::Find => browser::focus(&self.focus_target),
                Effect::Print => browser::print(),
            }
        }
    }

    /// Stores the case for this tab, and says whether the browser keeps it where that is news.
    fn keep(&self, context: &Context<Self>) {
        let kept = self.store();
        if kept != self.kept {
            context.link().send_message(Message::Kept(kept));
        }
    }

    /// Stores the case for this tab. Whether the browser keeps it.
    fn store(&self) -> bool {
        if self.state.case.is_empty() {
            return browser::store(None);
        }
        browser::store(Some(&CaseFile::save(&self.case_view(), &self.history, &browser::today())))
    }

    /// Whether a change of screen is still to be drawn.
    pub(super) fn is_leaving(&self) -> bool {
        let leaves = |effect: &Effect| matches!(effect, Effect::Change(Change::Made | Change::Visited, _));
        self.effects.iter().any(leaves)
    }

    /// Brings the browser's history, title and focus to the step.
    fn sync_browser(&self, change: Change, step: Step) {
        let policy = &self.content.policy;
        match change {
            Change::Loaded => browser::replace(policy, step),
            Change::Made => browser::push(policy, step),
            Change::Visited => {}
            Change::Written => return,
        }
        self.set_title();
        if change != Change::Loaded {
            browser::focus(if self.focus_target.is_empty() { "aid-heading" } else { &self.focus_target });
        }
    }

    /// Names the screen in the page's title, and that something is wrong on it.
    pub(super) fn set_title(&self) {
        let policy = &self.content.policy;
        let name = match self.screen() {
            Screen::Question { question, .. } => policy[question].short.as_str(),
            Screen::Danger => "Before you go on",
            Screen::Answers => "Check your answers",
            Screen::Result => "Result",
            Screen::Options => "Weigh the options",
            Screen::Record => "Decision record",
            Screen::Letter(index) => {
                self.content.paperwork.letters.get(index).map_or("Letter", |letter| &letter.name)
            }
        };
        browser::title(&[if self.show_errors { "Error: " } else { "" }, name].concat());
    }
}
