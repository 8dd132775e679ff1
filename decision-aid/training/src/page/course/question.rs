//! A question at the end of a section, or the decision that it opens with.

use super::{CoursePage, Message};
use crate::components::quiz::{QuestionForm, answered_question};
use policy::QuizQuestion;
use ui::Button;
use yew::{Callback, Context, Html, html};

impl CoursePage {
    pub(super) fn question(&self, ctx: &Context<Self>, question: &QuizQuestion) -> Html {
        match self.store.progress.answer_to(&question.id) {
            Some(selected) => {
                let is_decision = ctx.props().data.course.is_decision(question);
                let on_click = callback(ctx, question, Message::Retry);
                let label = if is_decision { "Decide again" } else { "Answer again" };
                let retry = html! { <Button {on_click}>{ label }</Button> };
                answered_question(&ctx.props().data, question, selected, retry)
            }
            None => self.question_form(ctx, question),
        }
    }

    fn question_form(&self, ctx: &Context<Self>, question: &QuizQuestion) -> Html {
        let is_decision = ctx.props().data.course.is_decision(question);
        let id = question.id.clone();
        let form = QuestionForm {
            question,
            // The same order as in the text of the page.
            order: &(0..).take(question.choices.len()).collect::<Vec<u8>>(),
            selected: self.selected.get(&question.id).map(Vec::as_slice).unwrap_or_default(),
            show_error: self.unanswered.contains(&question.id),
            on_select: ctx.link().callback(move |(index, is_selected)| Message::Select {
                question: id.clone(),
                index,
                is_selected,
            }),
            on_submit: callback(ctx, question, Message::Submit),
            submit_label: if is_decision { "Check my decision" } else { "Check my answer" },
            secondary_action: html! {},
        };
        form.view()
    }
}

/// A callback that sends a message about a question.
fn callback(
    ctx: &Context<CoursePage>,
    question: &QuizQuestion,
    message: fn(String) -> Message,
) -> Callback<()> {
    let id = question.id.clone();
    ctx.link().callback(move |()| message(id.clone()))
}
