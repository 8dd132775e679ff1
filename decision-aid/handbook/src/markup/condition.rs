//! Conditions as nested lists in words, for people who read no code.

use super::Setting;
use maud::{Markup, html};
use policy::{AnswerKind, Condition, Question, Ref, Status};

impl Setting<'_> {
    /// A condition as a list item's content: a line, or a line with a list below it.
    pub(super) fn condition(&self, condition: &Condition) -> Markup {
        self.signed(condition, true)
    }

    /// A condition, or its opposite. `not` is pushed down to where a reader meets a plain yes or no.
    fn signed(&self, condition: &Condition, holds: bool) -> Markup {
        match condition {
            Condition::Always => html! { (if holds { "always" } else { "never" }) },
            Condition::Answer { question, choice } => self.answer(*question, *choice, holds),
            Condition::AnyChoice(question) => html! {
                (self.named(*question)) ": " (if holds { "any of its choices" } else { "none of these" })
            },
            Condition::NotSure(question) => html! {
                (self.named(*question)) ": " (if holds { "not sure" } else { "yes or no" })
            },
            Condition::Finding(finding) => {
                let finding = &self.policy[*finding];
                self.reference("finding", &finding.id, &finding.name, holds)
            }
            Condition::Named(named) => {
                let named = &self.policy[*named];
                self.reference("condition", &named.id, &named.name, holds)
            }
            Condition::Outcome(outcome) => {
                let outcome = &self.policy[*outcome];
                self.reference("outcome", &outcome.id, &outcome.name, holds)
            }
            Condition::Duty(duty) => {
                let duty = &self.policy[*duty];
                self.reference("duty", &duty.id, &duty.name, holds)
            }
            Condition::Status(option, Status::NotOffered) => html! {
                (self.option_link(*option)) ": " (if holds { "not offered" } else { "offered" })
            },
            Condition::Status(option, status) => html! {
                (self.option_link(*option)) ": " @if !holds { "not " } (status.name().to_lowercase())
            },
            Condition::Not(inner) => self.signed(inner, !holds),
            Condition::All(parts) => {
                self.list(if holds { "all of these" } else { "at least one of these" }, parts, holds)
            }
            Condition::Any(parts) => {
                self.list(if holds { "at least one of these" } else { "all of these" }, parts, holds)
            }
        }
    }

    fn list(&self, lead: &str, parts: &[Condition], holds: bool) -> Markup {
        html! {
            (lead) ":"
            ul { @for part in parts { li { (self.signed(part, holds)) } } }
        }
    }

    fn answer(&self, question: Ref<Question>, choice: u8, holds: bool) -> Markup {
        let asked = &self.policy[question];
        html! {
            (self.named(question)) ": "
            @match &asked.answers {
                AnswerKind::YesNo => (if holds { "yes" } else { "no" }),
                kind => {
                    @if !holds { "not " }
                    q { (kind.choices().get(usize::from(choice)).map_or("", |choice| &choice.label)) }
                }
            }
        }
    }

    /// A question by its short name, linked to where it stands.
    pub(super) fn named(&self, question: Ref<Question>) -> Markup {
        let question = &self.policy[question];
        self.link_to("question", &question.id, &question.short)
    }

    fn reference(&self, kind: &'static str, id: &str, name: &str, holds: bool) -> Markup {
        html! { @if !holds { "not: " } (self.link_to(kind, id, name)) }
    }

    /// A link to the block of a rule.
    pub(super) fn link_to(&self, kind: &'static str, id: &str, name: &str) -> Markup {
        html! { a href={ (self.page_of(kind, id)) "#" (kind) "-" (id) } { (name) } }
    }
}
