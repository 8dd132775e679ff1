//! Practising for the knowledge check: each answer is explained at once, and nothing of it counts or is kept.

use super::{HEADING, KnowledgeCheckPage, Message, Screen, screen_button};
use crate::browser::random_seed;
use crate::components::quiz::answered_question;
use crate::training_data::TrainingData;
use ::course::{QuizSession, SessionQuestion, is_right};
use ui::{AnswerRow, Button, ButtonKind, changing};
use yew::{Context, Html, html};

impl KnowledgeCheckPage {
    pub(super) fn begin_practice(&mut self, data: &TrainingData) {
        self.practice = Some(QuizSession::draw(&data.course, random_seed()));
        self.show(data, Screen::Practice(0));
    }

    /// Takes the answer to the question on screen, which then shows it explained.
    pub(super) fn submit_practice(&mut self, data: &TrainingData) {
        let (Screen::Practice(index), Some(session)) = (self.screen, &mut self.practice) else { return };
        session.answer(index, std::mem::take(&mut self.selected));
        self.show(data, self.screen);
    }

    /// The question at an index, or its answer explained; `None` where nobody practises or there is no such question.
    pub(super) fn practice_screen(&self, ctx: &Context<Self>, index: usize) -> Option<Html> {
        let session = self.practice.as_ref()?;
        let data = &*ctx.props().data;
        let asked = session.question(&data.course, index)?;
        let content = match asked.selected {
            Some(selected) => answered_question(data, asked.question, selected, next(ctx, session, index)),
            None => self.practice_form(ctx, &asked, index),
        };
        Some(html! { <>
            <h2 id={HEADING} class="question-place" tabindex="-1">
                { changing(&format!("Practice question {} of {}", index + 1, session.len())) }
            </h2>
            { content }
        </> })
    }

    fn practice_form(&self, ctx: &Context<Self>, asked: &SessionQuestion<'_>, index: usize) -> Html {
        // Whoever stops before the first answer has nothing to look back on.
        let stop = if index == 0 { Screen::Start } else { Screen::PracticeEnd };
        let stop = screen_button(ctx, ButtonKind::Quiet, "Stop practising", stop);
        self.question_form(ctx, asked, "Check my answer", stop)
    }

    /// How the practice went; `None` where nobody practises.
    pub(super) fn practice_end_screen(&self, ctx: &Context<Self>) -> Option<Html> {
        let session = self.practice.as_ref()?;
        let data = &*ctx.props().data;
        let questions = session.questions(&data.course).map(|(_, asked)| asked);
        let answered: Vec<_> = questions.filter(|asked| asked.selected.is_some()).collect();
        let right = session.score(&data.course).right;
        let on_click = ctx.link().callback(|()| Message::BeginPractice);
        Some(html! { <>
            <h2 id={HEADING} tabindex="-1">
                { changing(&format!("Practice: {right} of {} right", answered.len())) }
            </h2>
            <p>{ "Practice does not count for passing. Take the check when you are ready." }</p>
            <div class="actions">
                { screen_button(ctx, ButtonKind::Primary, "Back to the beginning", Screen::Start) }
                <Button {on_click}>{ "Practise again" }</Button>
            </div>
            <dl class="answer-list">{ for answered.iter().map(practised) }</dl>
        </> })
    }
}

/// The button to the next question, or to the end of the practice.
fn next(ctx: &Context<KnowledgeCheckPage>, session: &QuizSession, index: usize) -> Html {
    let (label, screen) = match index + 1 {
        next if next < session.len() => ("Next question", Screen::Practice(next)),
        _ => ("See how it went", Screen::PracticeEnd),
    };
    html! { <div class="actions">{ screen_button(ctx, ButtonKind::Primary, label, screen) }</div> }
}

/// A question that was practised, and whether the answer was right.
fn practised(asked: &SessionQuestion<'_>) -> Html {
    let is_right = is_right(asked.question, asked.selected.unwrap_or_default());
    let id = asked.question.id.clone();
    html! {
        <AnswerRow key={id.clone()} question={id.clone()} asked={changing(&asked.question.ask)}>
            { changing(if is_right { "Right" } else { "Not right" }) }
        </AnswerRow>
    }
}
