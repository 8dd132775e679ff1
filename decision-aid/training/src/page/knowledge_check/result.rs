//! The screen of the result: the score, what to read again, and every question explained.

use super::{HEADING, KnowledgeCheckPage, Screen, screen_button};
use crate::components::{quiz::answered_question, source::source};
use crate::training_data::TrainingData;
use ::course::{SessionQuestion, is_right};
use policy::{LearningOutcome, Ref};
use std::collections::BTreeSet;
use ui::{ButtonKind, changing};
use yew::{Context, Html, html};

impl KnowledgeCheckPage {
    /// The result of the last attempt; `None` where there is none.
    pub(super) fn result_screen(&self, ctx: &Context<Self>) -> Option<Html> {
        let (attempt, session) = self.store.progress.last_attempt()?;
        let data = &*ctx.props().data;
        let score = attempt.score();
        let heading = match (attempt.passed, self.store.progress.has_passed()) {
            (true, _) => "Passed",
            (false, true) => "Not passed this time",
            (false, false) => "Not passed yet",
        };
        let required = data.course.pass_mark.required(score.total);
        let questions: Vec<_> = session.questions(&data.course).map(|(_, asked)| asked).collect();
        let explained =
            questions.iter().map(|asked| answered_question(data, asked.question, selected(asked), html! {}));
        Some(html! { <>
            <h2 id={HEADING} tabindex="-1">
                { changing(&format!("{heading}: {} of {} right ({} per cent)", score.right, score.total, score.percent())) }
            </h2>
            <p>{ changing(&format!("You pass with {required} right answers. This was attempt {}.", attempt.number)) }</p>
            <div class="actions">
                if self.store.progress.has_passed() {
                    { screen_button(ctx, ButtonKind::Primary, "Make the completion record", Screen::Record) }
                }
                { screen_button(ctx, ButtonKind::Quiet, "Back to the beginning", Screen::Start) }
            </div>
            { read_again(data, &questions) }
            <h3 class="check-explained">{ "Every question, explained" }</h3>
            { for explained }
        </> })
    }
}

/// The choices selected in answer to a question: none where it was not answered.
fn selected<'a>(asked: &SessionQuestion<'a>) -> &'a [u8] {
    asked.selected.unwrap_or_default()
}

/// What to read again: the learning outcomes whose questions were not answered rightly, with their sections.
fn read_again(data: &TrainingData, questions: &[SessionQuestion<'_>]) -> Html {
    let wrong = questions.iter().filter(|asked| !is_right(asked.question, selected(asked)));
    let outcomes: BTreeSet<Ref<LearningOutcome>> = wrong.map(|asked| asked.question.teaches).collect();
    if outcomes.is_empty() {
        return html! {};
    }
    html! { <>
        <h3>{ "What to look at again" }</h3>
        <ul>{ for outcomes.into_iter().map(|outcome| outcome_item(data, outcome)) }</ul>
    </> }
}

fn outcome_item(data: &TrainingData, outcome: Ref<LearningOutcome>) -> Html {
    let training = &data.course.training;
    let page = data.course.pages.course.as_deref().unwrap_or_default();
    let sections = training.sections.iter().filter(|section| section.teaches.contains(&outcome));
    let links = sections.enumerate().map(|(index, section)| {
        let href = format!("{}{page}#course-section-{}", data.site_root, section.id);
        html! { <>{ if index > 0 { ", " } else { "" } }<a {href}>{ section.title.clone() }</a></> }
    });
    let outcome = &training.outcomes[outcome.index()];
    html! {
        <li key={outcome.id.as_str()}>
            { outcome.says.clone() }{ " " }{ source(data, &outcome.source) }{ ". Read again: " }
            { for links }
        </li>
    }
}
