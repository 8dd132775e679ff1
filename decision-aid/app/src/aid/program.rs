//! What a program does besides asking questions: the first one nothing, the whole one everything.

use super::Aid;
use crate::frame::Opening;
use crate::message::Message;
use crate::view::{QuestionNotes, View};
use casework::state::Scope;
use casework::{Case, CaseView, Notice};
use policy::Content;
use yew::{Context, Html};

/// A program that runs the aid. [`Aid`] holds what both share.
pub trait Program: Sized + 'static {
    /// Which screens it has.
    type Scope: Scope;

    /// What is said of each question besides itself; none where the program does without.
    const NOTES: Option<QuestionNotes>;

    /// The program with what was kept of a case, as [`text`](Program::text) writes it, and that case. Empty where nothing was.
    fn begin(kept: &str) -> (Self, Option<Case>);

    /// Looks at the case that [`begin`](Program::begin) gave, under the policy.
    fn resume(&mut self, case_view: &CaseView<'_>);

    /// The case as a text to keep: this program and the other one read it. `None` where it cannot be written.
    fn text(&self, case_view: &CaseView<'_>, today: &str) -> Option<String>;

    /// A screen that asks no questions.
    fn screen(&self, view: &View<'_>) -> Html;

    /// How many entries were made of the case.
    fn entry_count(&self) -> usize;

    /// What the entries call the case; empty where they do not.
    fn reference<'a>(&'a self, content: &'a Content) -> &'a str;

    /// How the opening of a case file stands.
    fn opening(&self) -> &Opening;

    /// What is said of the case that was opened or came back.
    fn notice(&self) -> Option<&Notice>;

    /// Answers a message about files.
    fn react(aid: &mut Aid<Self>, context: &Context<Aid<Self>>, message: Message);

    /// Forgets the case.
    fn forget(&mut self);
}

/// The policy, for as long as the page stands: it is never given back, so that the code to take it apart is left out.
pub fn kept_content(content: Content) -> &'static Content {
    Box::leak(Box::new(content))
}
