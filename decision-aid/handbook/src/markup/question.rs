//! Questions: beside their clause, in their groups, and as the checklist for a browser that cannot run the aid.

use super::Setting;
use crate::generated::boxes;
use maud::{Markup, html};
use policy::{AnswerKind, Group, Question, Ref};

impl Setting<'_> {
    /// A question beside the clause it carries out.
    pub(super) fn question(&self, question: &Question) -> Markup {
        html! {
            details class="rule" id={ "question-" (question.id) } {
                summary { span class="rule-kind" { "In the decision aid" } " " (question.ask) }
                div class="rule-body" {
                    @if let Some(hint) = &question.hint { p { (hint) } }
                    (self.answers(question))
                    @if let Some(otherwise) = &question.otherwise {
                        p { strong { "If this is not met: " } (otherwise) }
                    }
                    @if let Some(settled_by) = &question.settled_by {
                        p { strong { "Who can settle it: " } (settled_by) }
                    }
                    p { (self.source(&question.source)) }
                }
            }
        }
    }

    fn answers(&self, question: &Question) -> Markup {
        let (lead, choices) = match &question.answers {
            AnswerKind::YesNo => return html! { p { "Answers: yes, no, or not sure." } },
            AnswerKind::AnyOf(choices) => ("Any of these, none of these, or not sure:", choices),
            AnswerKind::OneOf(choices) => ("One of these, or not sure:", choices),
        };
        html! {
            p { (lead) }
            ul { @for choice in choices {
                li {
                    (choice.label)
                    @for clause in &choice.clauses { " (" (self.clause_link(*clause)) ")" }
                }
            } }
        }
    }

    /// A group with its questions, in the order asked.
    pub(super) fn group(&self, group: Ref<Group>) -> Markup {
        html! {
            section class="question-group" id={ "group-" (self.policy[group].id) } {
                h2 { (self.policy[group].title) }
                ol {
                    @for question in self.policy.question_refs().filter(|q| self.policy[*q].group == group) {
                        li {
                            (self.link_to("question", &self.policy[question].id, &self.policy[question].ask))
                            " " (self.source(&self.policy[question].source))
                        }
                    }
                }
            }
        }
    }

    /// Every question with boxes to tick, for a browser that cannot run the aid.
    pub(super) fn questions_on_paper(&self) -> Markup {
        html! {
            div class="checklist" {
                @for (number, group) in self.policy.groups.iter().enumerate() {
                    h3 { (group.title) }
                    ol {
                        @for question in self.policy.questions.iter().filter(|q| q.group.index() == number) {
                            li { (self.paper_question(question)) }
                        }
                    }
                }
            }
        }
    }

    fn paper_question(&self, question: &Question) -> Markup {
        html! {
            p { (question.ask) " " (self.source(&question.source)) }
            ul class="paper-answers" {
                @for label in boxes(question) { li { (label) } }
            }
            @if let (Some(needs), Some(otherwise)) = (question.needs, &question.otherwise) {
                p { "If the answer is not " (if needs { "yes" } else { "no" }) ": " (otherwise) }
            }
        }
    }
}
