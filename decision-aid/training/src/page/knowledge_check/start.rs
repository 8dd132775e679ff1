//! The screen before the knowledge check begins or is continued.

use super::{HEADING, KnowledgeCheckPage, Message, Screen, screen_button};
use ::course::{Course, QUESTIONS_PER_OUTCOME, QuizSession};
use ui::{Button, ButtonKind, changing};
use yew::{Context, Html, html};

impl KnowledgeCheckPage {
    pub(super) fn start_screen(&self, ctx: &Context<Self>) -> Html {
        let practise = ctx.link().callback(|()| Message::BeginPractice);
        html! { <>
            <h2 id={HEADING} tabindex="-1">{ "Take the knowledge check" }</h2>
            <h3>{ "Practise: see after each answer" }</h3>
            <p>{ "You see whether each answer is right, and why. Practice does not count for passing, and nothing of it is kept." }</p>
            <div class="actions"><Button on_click={practise}>{ "Practise" }</Button></div>
            <h3>{ "Check: see at the end" }</h3>
            <p>{ rules(&ctx.props().data.course) }</p>
            <p>{ "You can stop at any question: your answers are kept. You can take the check as often as you like: \
                the questions are drawn anew each time." }</p>
            if let Some(attempts) = self.earlier_attempts() { <p>{ changing(&attempts) }</p> }
            <div class="actions">
                { self.begin_buttons(ctx) }
                if self.store.progress.has_passed() {
                    { screen_button(ctx, ButtonKind::Quiet, "Make the completion record", Screen::Record) }
                }
                if self.store.progress.last_attempt().is_some() {
                    { screen_button(ctx, ButtonKind::Quiet, "See the last result", Screen::Result) }
                }
            </div>
        </> }
    }

    /// The buttons to continue the check that is under way, or to begin one.
    fn begin_buttons(&self, ctx: &Context<Self>) -> Html {
        let on_click = ctx.link().callback(|()| Message::Begin);
        let Some(session) = self.store.progress.quiz_session() else {
            let is_first = self.store.progress.attempts() == 0;
            let label = if is_first { "Begin the knowledge check" } else { "Take it again" };
            return html! { <Button kind={ButtonKind::Primary} {on_click}>{ label }</Button> };
        };
        let screen = session.first_unanswered().map_or(Screen::Review, Screen::Question);
        html! { <>
            { screen_button(ctx, ButtonKind::Primary, "Go on where you stopped", screen) }
            <Button {on_click}>{ "Begin again" }</Button>
        </> }
    }

    /// How earlier attempts went; `None` before the first.
    fn earlier_attempts(&self) -> Option<String> {
        let progress = &self.store.progress;
        let best = progress.best_attempt()?;
        let times = match progress.attempts() {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            more => format!("{more} times"),
        };
        let score = best.score();
        let passed = if best.passed { "passed" } else { "not passed yet" };
        Some(format!(
            "You have taken it {times}. Your best result is {} of {} right ({} per cent): {passed}.",
            score.right,
            score.total,
            score.percent()
        ))
    }
}

fn rules(course: &Course) -> String {
    // Every session has the same number of questions, whatever its seed.
    let total = QuizSession::draw(course, 0).len();
    format!(
        "There are {total} questions, {QUESTIONS_PER_OUTCOME} on each thing that you learn. You pass with {} right answers ({} per cent). \
         You see what was right, and why, when you have answered them all. Only this counts.",
        course.pass_mark.required(total),
        course.pass_mark.percent()
    )
}
