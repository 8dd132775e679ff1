//! The knowledge check: one question after the other, then the result with everything explained, then the completion record.

use crate::learner::{Heard, Kept, Learner, Shared};
use crate::part::{notices::notices, paper::paper, quiz, source};
use crate::{browser, hear};
use ::course::{PER_OUTCOME, Sitting, completion_record, is_right};
use policy::{LearningOutcome, Ref};
use yew::events::{Event, InputEvent};
use yew::{Component, Context, Html, html};

/// The id of the heading of each screen.
const HEADING: &str = "knowledge-check-heading";

pub(crate) struct Check {
    kept: Kept,
    screen: Screen,
    ticked: Vec<u8>,
    missing: bool,
    name: String,
    keep_name: bool,
    focus: Option<String>,
}

#[derive(Clone, Copy)]
pub(crate) enum Screen {
    /// Before it begins, or before it goes on.
    Start,
    /// A question, by its place.
    Question(usize),
    /// Everything is answered and not yet marked.
    Ready,
    /// What came of the last one.
    Result,
    /// The completion record.
    Record,
}

pub(crate) enum Message {
    Heard(Heard),
    Begin,
    Show(Screen),
    Tick(u8, bool),
    Submit,
    Mark,
    Name(String),
    KeepName(bool),
    Print,
    Word,
}

impl Component for Check {
    type Message = Message;
    type Properties = Learner;

    fn create(ctx: &Context<Self>) -> Self {
        hear(ctx.link().callback(Message::Heard));
        Self {
            kept: Kept::read(ctx.props()),
            screen: Screen::Start,
            ticked: Vec::new(),
            missing: false,
            name: browser::name(),
            keep_name: browser::keeps_name(),
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let shared = &ctx.props().shared;
        match message {
            Message::Heard(heard) => {
                self.kept.hear(heard);
                // The question on screen may be none of the check that is under way now.
                if heard == Heard::Device && matches!(self.screen, Screen::Question(_) | Screen::Ready) {
                    self.ticked.clear();
                    self.screen = Screen::Start;
                }
            }
            Message::Begin => {
                self.kept.progress.begin(Sitting::draw(&shared.course, browser::seed()));
                self.kept.keep();
                self.go(shared, Screen::Question(0));
            }
            Message::Show(screen) => self.go(shared, screen),
            Message::Tick(place, on) => self.tick(shared, place, on),
            Message::Submit => self.submit(shared),
            Message::Mark => {
                let version = &shared.policy().version;
                self.kept.progress.end(&shared.course, &browser::today(), version);
                self.kept.keep();
                self.go(shared, Screen::Result);
            }
            Message::Name(name) => {
                self.name = name;
                self.store_name();
            }
            Message::KeepName(keep) => {
                self.keep_name = keep;
                self.store_name();
            }
            Message::Print => browser::print(),
            Message::Word => {
                if let Some(record) = self.record(shared) {
                    browser::word(&record, "completion-record.docx");
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shared = &*ctx.props().shared;
        let screen = match self.screen {
            Screen::Start => self.start(ctx, shared),
            Screen::Question(at) => self.question(ctx, shared, at),
            Screen::Ready => self.ready(ctx, shared),
            Screen::Result => self.result(ctx, shared),
            Screen::Record => self.record_screen(ctx, shared),
        };
        html! { <>
            { notices(&self.kept.notices()) }
            <section class="training-panel" aria-labelledby={HEADING}>{ screen }</section>
        </> }
    }

    fn rendered(&mut self, _: &Context<Self>, _first: bool) {
        if let Some(id) = self.focus.take() {
            browser::focus(&id);
        }
    }
}

fn show(ctx: &Context<Check>, class: &'static str, says: &'static str, screen: Screen) -> Html {
    let onclick = ctx.link().callback(move |_| Message::Show(screen));
    html! { <button type="button" {class} {onclick}>{ says }</button> }
}

impl Check {
    fn go(&mut self, shared: &Shared, screen: Screen) {
        self.missing = false;
        self.ticked.clear();
        let mut focus = HEADING.to_owned();
        if let (Screen::Question(at), Some(sitting)) = (&screen, self.kept.progress.sitting())
            && let Some(drawn) = sitting.question(&shared.course, *at)
        {
            self.ticked.extend(drawn.taken.unwrap_or_default());
            focus = format!("ask-{}", drawn.question.id);
        }
        self.focus = Some(focus);
        self.screen = screen;
    }

    fn tick(&mut self, shared: &Shared, place: u8, on: bool) {
        let Screen::Question(at) = self.screen else { return };
        let sitting = self.kept.progress.sitting();
        if let Some(drawn) = sitting.and_then(|sitting| sitting.question(&shared.course, at)) {
            quiz::tick(drawn.question, &mut self.ticked, place, on);
        }
    }

    fn submit(&mut self, shared: &Shared) {
        let Screen::Question(at) = self.screen else { return };
        if self.ticked.is_empty() {
            self.missing = true;
            self.focus = Some(HEADING.to_owned());
            return;
        }
        let taken = std::mem::take(&mut self.ticked);
        let Some(sitting) = self.kept.progress.sitting_mut() else { return };
        sitting.take(at, taken);
        let screen = match sitting.next() {
            // On to the next; where that was answered before, to the first that was not.
            Some(next) => Screen::Question(if at + 1 < sitting.len() && next <= at { at + 1 } else { next }),
            None => Screen::Ready,
        };
        self.kept.keep();
        self.go(shared, screen);
    }

    fn store_name(&self) {
        browser::keep_name(if self.keep_name { &self.name } else { "" });
    }

    fn record(&self, shared: &Shared) -> Option<document::Document> {
        let best = self.kept.progress.best()?;
        Some(completion_record(&shared.course, &self.kept.progress, best, &self.name, &browser::today()))
    }

    fn start(&self, ctx: &Context<Self>, shared: &Shared) -> Html {
        let course = &shared.course;
        let of = Sitting::draw(course, 0).len();
        let least = course.pass_mark.least(of);
        let progress = &self.kept.progress;
        let begin = ctx.link().callback(|_| Message::Begin);
        html! { <>
            <h2 id={HEADING} tabindex="-1">{ "Take the knowledge check" }</h2>
            <p>{ format!(
                "There are {of} questions, {PER_OUTCOME} on each thing that you learn. You pass with {least} right answers ({} per cent). \
                 You see what was right, and why, when you have answered them all.",
                course.pass_mark.per_cent()
            ) }</p>
            <p>{ "You can stop at any question: your answers are kept. You can take the check as often as you like: \
                the questions are drawn anew each time." }</p>
            { self.so_far() }
            <div class="actions">
                if let Some(sitting) = progress.sitting() {
                    if let Some(next) = sitting.next() {
                        { show(ctx, "button", "Go on where you stopped", Screen::Question(next)) }
                    } else {
                        { show(ctx, "button", "Go on where you stopped", Screen::Ready) }
                    }
                    <button type="button" class="button-quiet" onclick={begin}>{ "Begin again" }</button>
                } else {
                    <button type="button" class="button" onclick={begin}>
                        { if progress.attempts() == 0 { "Begin the knowledge check" } else { "Take it again" } }
                    </button>
                }
                if progress.passed() {
                    { show(ctx, "button-quiet", "Make the completion record", Screen::Record) }
                }
                if progress.last().is_some() {
                    { show(ctx, "button-quiet", "See the last result", Screen::Result) }
                }
            </div>
        </> }
    }

    /// How earlier attempts went.
    fn so_far(&self) -> Html {
        let progress = &self.kept.progress;
        let Some(best) = progress.best() else { return html! {} };
        let times = match progress.attempts() {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            more => format!("{more} times"),
        };
        let marks = best.marks();
        let passed = if best.passed { "passed" } else { "not passed yet" };
        html! { <p>{ format!(
            "You have taken it {times}. Your best result is {} of {} right ({} per cent): {passed}.",
            marks.right, marks.of, marks.per_cent()
        ) }</p> }
    }

    fn question(&self, ctx: &Context<Self>, shared: &Shared, at: usize) -> Html {
        let sitting = self.kept.progress.sitting();
        let Some((sitting, drawn)) =
            sitting.and_then(|sitting| Some((sitting, sitting.question(&shared.course, at)?)))
        else {
            return self.start(ctx, shared);
        };
        let back = match at.checked_sub(1) {
            Some(before) => show(ctx, "button-quiet", "Back", Screen::Question(before)),
            None => html! {},
        };
        html! { <>
            <h2 id={HEADING} class="question-place" tabindex="-1">{ format!("Question {} of {}", at + 1, sitting.len()) }</h2>
            { quiz::asked(&quiz::Asked {
                question: drawn.question,
                order: &drawn.order,
                ticked: &self.ticked,
                missing: self.missing,
                tick: ctx.link().callback(|(place, on)| Message::Tick(place, on)),
                submit: ctx.link().callback(|()| Message::Submit),
                go_on: "Continue",
                beside: back,
            }) }
        </> }
    }

    /// Everything is answered: a last look before it is marked.
    fn ready(&self, ctx: &Context<Self>, shared: &Shared) -> Html {
        let Some(sitting) = self.kept.progress.sitting() else { return self.start(ctx, shared) };
        let rows = (0..sitting.len()).filter_map(|at| {
            let drawn = sitting.question(&shared.course, at)?;
            let taken = drawn.taken.unwrap_or_default();
            let says: Vec<&str> = taken
                .iter()
                .filter_map(|place| drawn.question.choices.get(usize::from(*place)))
                .map(|choice| choice.says.as_str())
                .collect();
            let onclick = ctx.link().callback(move |_| Message::Show(Screen::Question(at)));
            Some(html! { <div>
                <dt>{ drawn.question.ask.clone() }</dt>
                <dd>{ says.join("; ") }{ " " }
                    <button type="button" class="link-button" {onclick}>
                        { "Change" }<span class="visually-hidden">{ format!(" your answer to question {}", at + 1) }</span>
                    </button>
                </dd>
            </div> })
        });
        html! { <>
            <h2 id={HEADING} tabindex="-1">{ "You have answered every question" }</h2>
            <p>{ "Look through your answers, then have them marked. After that they cannot be changed." }</p>
            <div class="actions">
                <button type="button" class="button" onclick={ctx.link().callback(|_| Message::Mark)}>{ "Mark my answers" }</button>
            </div>
            <dl class="check-answers">{ for rows }</dl>
        </> }
    }

    fn result(&self, ctx: &Context<Self>, shared: &Shared) -> Html {
        let Some((attempt, sitting)) = self.kept.progress.last() else { return self.start(ctx, shared) };
        let course = &shared.course;
        let marks = attempt.marks();
        let heading = match (attempt.passed, self.kept.progress.passed()) {
            (true, _) => "Passed",
            (false, true) => "Not passed this time",
            (false, false) => "Not passed yet",
        };
        let drawn: Vec<_> = (0..sitting.len()).filter_map(|at| sitting.question(course, at)).collect();
        let mut again: Vec<Ref<LearningOutcome>> = drawn
            .iter()
            .filter(|drawn| !is_right(drawn.question, drawn.taken.unwrap_or_default()))
            .map(|drawn| drawn.question.teaches)
            .collect();
        again.sort_unstable();
        again.dedup();
        html! { <>
            <h2 id={HEADING} tabindex="-1">
                { format!("{heading}: {} of {} right ({} per cent)", marks.right, marks.of, marks.per_cent()) }
            </h2>
            <p>{ format!("You pass with {} right answers. This was attempt {}.", course.pass_mark.least(marks.of), attempt.number) }</p>
            <div class="actions">
                if self.kept.progress.passed() {
                    { show(ctx, "button", "Make the completion record", Screen::Record) }
                }
                { show(ctx, "button-quiet", "Back to the beginning", Screen::Start) }
            </div>
            if !again.is_empty() { { read_again(shared, &again) } }
            <h3 class="check-explained">{ "Every question, explained" }</h3>
            { for drawn.iter().map(|drawn| quiz::answered(shared, drawn.question, drawn.taken.unwrap_or_default(), html! {})) }
        </> }
    }

    fn record_screen(&self, ctx: &Context<Self>, shared: &Shared) -> Html {
        let Some(record) = self.record(shared) else { return self.start(ctx, shared) };
        let link = ctx.link();
        html! { <>
            <h2 id={HEADING} tabindex="-1">{ "Your completion record" }</h2>
            <p>{ "It says what you did, as far as it was kept. It is your own statement, and the record says so." }</p>
            <div class="field">
                <label for="learner-name">{ "Your name" }<span class="field-optional">{ " (optional)" }</span></label>
                <p class="hint" id="learner-name-hint">{ "It goes on the record, and nowhere else." }</p>
                <input class="input" id="learner-name" autocomplete="name" aria-describedby="learner-name-hint"
                    value={self.name.clone()} oninput={link.callback(|event: InputEvent| Message::Name(browser::written(&event)))} />
            </div>
            if !browser::in_system() { <label class="answer">
                <input type="checkbox" id="keep-name" checked={self.keep_name}
                    onchange={link.callback(|event: Event| Message::KeepName(browser::ticked(&event)))} />
                <span class="answer-label">{ "Keep my name on this device for the next time" }</span>
            </label> }
            { paper(&record) }
            <div class="actions take-along">
                <button type="button" class="button" onclick={link.callback(|_| Message::Print)}>{ "Print" }</button>
                <button type="button" class="button-quiet" onclick={link.callback(|_| Message::Word)}>{ "Save as Word" }</button>
                { show(ctx, "button-quiet", "Back to the beginning", Screen::Start) }
            </div>
        </> }
    }
}

/// What to read again: the sections on what was not right.
fn read_again(shared: &Shared, outcomes: &[Ref<LearningOutcome>]) -> Html {
    let training = &shared.course.training;
    let rows = outcomes.iter().map(|outcome| {
        let taught = &training.outcomes[outcome.index()];
        let sections = training.sections.iter().filter(|section| section.teaches.contains(outcome));
        let page = shared.course.pages.course.as_deref().unwrap_or_default();
        let links = sections.map(|section| html! {
            <a href={format!("{}{page}#course-section-{}", shared.root, section.id)}>{ section.title.clone() }</a>
        });
        html! { <li>
            { taught.says.clone() }{ " " }{ source::source(shared, &taught.source) }{ " Read again: " }
            { for links.enumerate().map(|(at, link)| html! { <>{ if at > 0 { ", " } else { "" } }{ link }</> }) }
        </li> }
    });
    html! { <>
        <h3>{ "What to look at again" }</h3>
        <ul>{ for rows }</ul>
    </> }
}
