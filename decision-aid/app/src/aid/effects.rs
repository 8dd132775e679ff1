//! What a change asks of the browser, once the screen is drawn: to keep the case, and to follow with history, title and focus.

use super::Aid;
use crate::aid::Program;
use crate::history;
use crate::message::Message;
use crate::screen;
use casework::Screen;
use casework::state::Effect;
use ui::browser;
use yew::Context;

/// What this tab keeps the case under.
const KEY: &str = "decision-aid";

/// The id of the heading of a screen.
const HEADING: &str = "aid-heading";

impl<P: Program> Aid<P> {
    /// Does what is to be done now that the screen is drawn.
    pub(super) fn perform_effects(&mut self, context: &Context<Self>) {
        let effects = std::mem::take(&mut self.effects);
        if effects.contains(&Effect::Note) {
            history::push(&self.content.policy, self.state.screen);
        }
        if effects.contains(&Effect::Keep) {
            self.keep(context);
        }
        self.set_title();
        browser::toggle_page_class("case-open", self.state.screen != Screen::default());
        browser::leave_warning(self.state.unsaved && !self.is_empty());
        for effect in effects {
            match effect {
                Effect::Begin => browser::focus_at_top(HEADING),
                Effect::ShowErrors => browser::focus("aid-error"),
                Effect::Focus(id) => browser::focus(&id),
                Effect::Keep | Effect::Note => {}
            }
        }
    }

    /// Keeps the case in this tab, and says where the browser does not.
    fn keep(&mut self, context: &Context<Self>) {
        let kept = match self.is_empty() {
            true => browser::session_remove(KEY),
            false => self.text().is_some_and(|text| browser::session_set(KEY, &text)),
        };
        if kept != self.kept {
            self.kept = kept;
            context.link().send_message(Message::Redraw);
        }
    }

    /// Names the screen in the page's title, and that something is wrong on it.
    fn set_title(&mut self) {
        let name = screen::name(&self.content.policy, self.state.screen);
        let error = if self.state.show_errors { "Error: " } else { "" };
        browser::set_title(&[error, name, " – ", &self.page_title].concat());
    }
}
