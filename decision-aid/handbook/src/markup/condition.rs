//! Conditions in words, as the content of a list item.

use super::Setting;
use crate::content::{Names, condition};
use maud::{Markup, html};
use policy::{Condition, Question, Ref};

impl Setting<'_> {
    /// A condition as a list item's content: a line, or a line with a list below it.
    pub(super) fn condition(&self, of: &Condition) -> Markup {
        self.entry(&condition(self.policy, Names::Linked, of))
    }

    /// A question by its short name, linked to where it stands.
    pub(super) fn named(&self, question: Ref<Question>) -> Markup {
        let question = &self.policy[question];
        self.link_to("question", &question.id, &question.short)
    }

    /// A link to the block of a rule.
    pub(super) fn link_to(&self, kind: &'static str, id: &str, name: &str) -> Markup {
        // A site for some readers may be without the page.
        let is_here = self.site.blocks.contains_key(&(kind, id));
        html! { @if is_here { a href={ (self.page_of(kind, id)) "#" (kind) "-" (id) } { (name) } } @else { (name) } }
    }
}
