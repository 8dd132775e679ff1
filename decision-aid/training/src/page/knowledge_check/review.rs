//! The screen of all answers before they are marked.

use super::{HEADING, KnowledgeCheckPage, Message, Screen};
use ::course::SessionQuestion;
use ui::{AnswerRow, Button, ButtonKind, changing};
use yew::{Context, Html, html};

impl KnowledgeCheckPage {
    /// All answers; `None` where no check is under way.
    pub(super) fn review_screen(&self, ctx: &Context<Self>) -> Option<Html> {
        let session = self.store.progress.quiz_session()?;
        let questions = session.questions(&ctx.props().data.course);
        let mark = ctx.link().callback(|()| Message::Mark);
        Some(html! { <>
            <h2 id={HEADING} tabindex="-1">{ "You have answered every question" }</h2>
            <p>{ "Look through your answers, then have them marked. After that they cannot be changed." }</p>
            <div class="actions">
                <Button kind={ButtonKind::Primary} on_click={mark}>{ "Mark my answers" }</Button>
            </div>
            <dl class="answer-list">{ for questions.map(|(index, asked)| answer(ctx, index, &asked)) }</dl>
        </> })
    }
}

/// A question with the answer, and a button to change it.
fn answer(ctx: &Context<KnowledgeCheckPage>, index: usize, asked: &SessionQuestion<'_>) -> Html {
    let choices = asked.selected.unwrap_or_default().iter();
    let choices = choices.filter_map(|index| asked.question.choices.get(usize::from(*index)));
    let says: Vec<&str> = choices.map(|choice| choice.says.as_str()).collect();
    let change = ctx.link().callback(move |()| Message::Show(Screen::Question(index)));
    html! {
        <AnswerRow key={asked.question.id.as_str()} question={asked.question.id.clone()} asked={changing(&asked.question.ask)}
            about={format!("your answer to question {}", index + 1)} on_change={change}>
            { changing(&says.join("; ")) }
        </AnswerRow>
    }
}
