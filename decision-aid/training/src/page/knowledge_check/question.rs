//! The screen of one question.

use super::{HEADING, KnowledgeCheckPage, Message, Screen, screen_button};
use crate::components::quiz::QuestionForm;
use ::course::SessionQuestion;
use ui::{ButtonKind, changing};
use yew::{Context, Html, html};

impl KnowledgeCheckPage {
    /// The question at an index; `None` where no check is under way or it has no such question.
    pub(super) fn question_screen(&self, ctx: &Context<Self>, index: usize) -> Option<Html> {
        let session = self.store.progress.quiz_session()?;
        let asked = session.question(&ctx.props().data.course, index)?;
        let previous = index.checked_sub(1).map(Screen::Question);
        let back = previous.map(|screen| screen_button(ctx, ButtonKind::Quiet, "Back", screen));
        Some(html! { <>
            <h2 id={HEADING} class="question-place" tabindex="-1">
                { changing(&format!("Question {} of {}", index + 1, session.len())) }
            </h2>
            { self.question_form(ctx, &asked, "Continue", back.unwrap_or_default()) }
        </> })
    }

    /// The form of a question, whether it counts or is practised.
    pub(super) fn question_form(
        &self,
        ctx: &Context<Self>,
        asked: &SessionQuestion<'_>,
        submit_label: &'static str,
        secondary_action: Html,
    ) -> Html {
        let form = QuestionForm {
            question: asked.question,
            order: &asked.order,
            selected: &self.selected,
            show_error: self.show_error,
            on_select: ctx.link().callback(|(index, is_selected)| Message::Select { index, is_selected }),
            on_submit: ctx.link().callback(|()| Message::Submit),
            submit_label,
            secondary_action,
        };
        form.view()
    }
}
