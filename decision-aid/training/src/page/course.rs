//! The course: its sections one at a time, with their questions, and how far the learner is.
//!
//! The text of each section stands in the page. This shows the one that the address names, and the list of all where it
//! names none, so that the browser's own back and forward lead through the course.

use crate::learner::{Heard, Kept, Learner};
use crate::part::{notices::notices, quiz};
use crate::{browser, hear};
use ::course::Course;
use gloo::events::EventListener;
use policy::{CourseSection, QuizQuestion, Ref};
use std::collections::{BTreeMap, BTreeSet};
use web_sys::Element;
use yew::{Component, Context, Html, create_portal, html};

/// What the address names where the list of all sections is wanted.
const OVERVIEW: &str = "course-sections";

/// The id of the question whether all progress is to go.
const CLEAR: &str = "clear-progress";

pub(crate) struct CoursePage {
    kept: Kept,
    /// The section that is open.
    open: Option<Ref<CourseSection>>,
    /// The boxes ticked and not yet checked, by question.
    ticked: BTreeMap<String, Vec<u8>>,
    /// The questions that the learner wanted checked without an answer.
    missing: BTreeSet<String>,
    /// Whether the learner is asked if all progress is to go.
    clearing: bool,
    /// The places for questions, and for the ends of sections.
    questions: Vec<(String, Element)>,
    ends: Vec<(String, Element)>,
    /// What to focus once the page is drawn.
    focus: Option<String>,
    _address: EventListener,
}

pub(crate) enum Message {
    /// The address changed.
    Moved,
    /// Something changed elsewhere.
    Heard(Heard),
    /// A box is ticked, or no longer.
    Tick(String, u8, bool),
    /// The learner wants an answer checked.
    Submit(String),
    /// The learner wants to answer again.
    Again(String),
    /// The learner has read a section that asks nothing.
    Finish(Ref<CourseSection>),
    /// The learner wants all progress to go; is asked; says yes or no.
    Clear(Clearing),
}

pub(crate) enum Clearing {
    Asked,
    Yes,
    No,
}

/// The section that an address names: its own, or that of a question in it.
fn named(course: &Course, place: &str) -> Option<Ref<CourseSection>> {
    let own = place.strip_prefix("course-section-").and_then(|id| course.section(id));
    own.or_else(|| course.question(place.strip_prefix("quiz-question-")?)?.section)
}

impl Component for CoursePage {
    type Message = Message;
    type Properties = Learner;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        hear(link.callback(Message::Heard));
        let moved = link.callback(|()| Message::Moved);
        let address = EventListener::new(&gloo::utils::window(), "hashchange", move |_| moved.emit(()));
        let mut page = Self {
            kept: Kept::read(ctx.props()),
            open: None,
            ticked: BTreeMap::new(),
            missing: BTreeSet::new(),
            clearing: false,
            questions: browser::hosts("question"),
            ends: browser::hosts("section-end"),
            focus: None,
            _address: address,
        };
        page.open_named(&ctx.props().shared.course);
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let course = &ctx.props().shared.course;
        match message {
            Message::Moved => {
                let place = browser::place();
                // Whatever else the address names, such as the text that the skip link leads to, changes no section.
                if named(course, &place).is_none() && !place.is_empty() && place != OVERVIEW {
                    return false;
                }
                self.open_named(course);
                self.focus = Some(self.open.map_or(OVERVIEW.to_owned(), |open| anchor(course, open)));
            }
            Message::Heard(heard) => self.kept.hear(heard),
            Message::Tick(id, place, on) => {
                if let Some(question) = course.question(&id) {
                    quiz::tick(question, self.ticked.entry(id).or_default(), place, on);
                }
            }
            Message::Submit(id) => self.submit(course, id),
            Message::Again(id) => {
                self.kept.progress.take_back(&id);
                self.kept.keep();
                self.focus = Some(format!("ask-{id}"));
            }
            Message::Finish(section) => {
                self.kept.progress.finish(&course.training.sections[section.index()]);
                self.kept.keep();
                self.focus = Some(end_of(course, section));
            }
            Message::Clear(Clearing::Asked) => {
                self.clearing = true;
                self.focus = Some(CLEAR.to_owned());
            }
            Message::Clear(answer) => {
                self.clearing = false;
                if matches!(answer, Clearing::Yes) {
                    self.kept.clear();
                    self.ticked.clear();
                }
                self.focus = Some(OVERVIEW.to_owned());
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <>
            { notices(&self.kept.notices()) }
            { self.panel(ctx) }
            { for self.questions.iter().map(|(id, host)| self.question(ctx, id, host)) }
            { for self.ends.iter().map(|(id, host)| self.end(ctx, id, host)) }
        </> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let course = &ctx.props().shared.course;
        let open = self.open.map(|open| format!("course-text-{}", course.training.sections[open.index()].id));
        browser::mark(".course-text", "is-elsewhere", |section| Some(section.id()) != open);
        if let Some(id) = self.focus.take() {
            browser::focus(&id);
        }
    }
}

/// The anchor of a section on the page.
fn anchor(course: &Course, section: Ref<CourseSection>) -> String {
    format!("course-section-{}", course.training.sections[section.index()].id)
}

/// The id of what stands at the end of a section.
fn end_of(course: &Course, section: Ref<CourseSection>) -> String {
    format!("end-of-{}", course.training.sections[section.index()].id)
}

impl CoursePage {
    fn open_named(&mut self, course: &Course) {
        self.open = named(course, &browser::place());
        if let Some(open) = self.open {
            self.kept.progress.open(&course.training.sections[open.index()]);
            self.kept.keep();
        }
    }

    fn submit(&mut self, course: &Course, id: String) {
        match self.ticked.remove(&id).filter(|ticked| !ticked.is_empty()) {
            Some(taken) => {
                self.missing.remove(&id);
                self.kept.progress.answer(course, &id, taken);
                self.kept.keep();
            }
            None => drop(self.missing.insert(id.clone())),
        }
        self.focus = Some(format!("ask-{id}"));
    }

    /// How far the learner is: in short while a section is open, else with the list of all.
    fn panel(&self, ctx: &Context<Self>) -> Html {
        let course = &ctx.props().shared.course;
        let all = course.training.sections.len();
        let done = self.kept.progress.sections_done(course);
        let finished = format!("{done} of {all} sections finished");
        html! {
            <section class="training-panel" aria-labelledby={OVERVIEW}>
                <h2 id={OVERVIEW} tabindex="-1">{ "Your progress" }</h2>
                <p class="training-progress">
                    <progress max={all.to_string()} value={done.to_string()} aria-label={finished.clone()} />
                    <span>{ finished }</span>
                    if self.open.is_some() {
                        <a href={format!("#{OVERVIEW}")}>{ "All sections" }</a>
                    }
                </p>
                if self.open.is_none() { { self.overview(ctx, all, done) } }
            </section>
        }
    }

    fn overview(&self, ctx: &Context<Self>, all: usize, done: usize) -> Html {
        let course = &ctx.props().shared.course;
        let next = self.kept.progress.next_section(course);
        let begun = done > 0 || self.kept.progress.place(course).is_some();
        html! { <>
            { self.lead(course) }
            <ol class="training-sections">{ for course.sections().map(|(place, section)| {
                let state = if self.kept.progress.is_done(section) {
                    "Finished"
                } else if Some(place) == next && begun {
                    "Go on here"
                } else {
                    "To do"
                };
                html! { <li>
                    <a href={format!("#{}", anchor(course, place))}>{ section.title.clone() }</a>
                    <span class="training-state">{ format!("{state}. About {}", minutes(section.minutes())) }</span>
                </li> }
            }) }</ol>
            <div class="actions">
                if let Some(next) = next {
                    <a class="button" href={format!("#{}", anchor(course, next))}>
                        { format!("{} section {}", if begun { "Go on with" } else { "Begin with" }, next.index() + 1) }
                    </a>
                } else if all > 0 {
                    { check_link(ctx) }
                }
                if !self.kept.is_empty() && !self.clearing {
                    <button type="button" class="button-quiet" onclick={ctx.link().callback(|_| Message::Clear(Clearing::Asked))}>
                        { "Clear my progress" }
                    </button>
                }
            </div>
            if self.clearing { { clear(ctx) } }
        </> }
    }

    fn lead(&self, course: &Course) -> Html {
        let progress = &self.kept.progress;
        let left = progress.minutes_left(course);
        let says = match (left, progress.passed()) {
            (0, true) => "You have finished the course and passed the knowledge check.".to_owned(),
            (0, false) => "You have finished every section. Next is the knowledge check.".to_owned(),
            (left, _) => {
                format!("Left to read: about {}. Stop when you like: your place is kept.", minutes(left))
            }
        };
        html! { <p>{ says }</p> }
    }

    fn question(&self, ctx: &Context<Self>, id: &str, host: &Element) -> Html {
        let shared = &ctx.props().shared;
        let Some(question) = shared.course.question(id) else { return html! {} };
        let link = ctx.link();
        let of = |message: fn(String) -> Message| {
            let id = id.to_owned();
            link.callback(move |()| message(id.clone()))
        };
        let drawn = match self.kept.progress.taken(id) {
            Some(taken) => {
                let onclick = of(Message::Again).reform(|_| ());
                let again = html! { <button type="button" class="button-quiet" {onclick}>{ "Answer again" }</button> };
                quiz::answered(shared, question, taken, again)
            }
            None => quiz::asked(&quiz::Asked {
                question,
                order: &in_order(question),
                ticked: self.ticked.get(id).map(Vec::as_slice).unwrap_or_default(),
                missing: self.missing.contains(id),
                tick: link.callback({
                    let id = id.to_owned();
                    move |(place, on)| Message::Tick(id.clone(), place, on)
                }),
                submit: of(Message::Submit),
                go_on: "Check my answer",
                beside: html! {},
            }),
        };
        create_portal(drawn, host.clone())
    }

    /// What stands at the end of a section: whether it is finished, and the way on.
    fn end(&self, ctx: &Context<Self>, id: &str, host: &Element) -> Html {
        let course = &ctx.props().shared.course;
        let Some(place) = course.section(id) else { return html! {} };
        let section = &course.training.sections[place.index()];
        let done = self.kept.progress.is_done(section);
        let asks = course.questions_of(place).next().is_some();
        let next = course.sections().map(|(place, _)| place).find(|other| other.index() == place.index() + 1);
        let says = match (done, asks) {
            (true, _) => "You have finished this section.",
            (false, true) => "This section is finished when its questions are answered.",
            (false, false) => "This section has no questions.",
        };
        let class = if done { "button" } else { "button-quiet" };
        let end = html! {
            <div class="section-end">
                <p id={end_of(course, place)} tabindex="-1" role="status">{ says }</p>
                <div class="actions">
                    if !done && !asks {
                        <button type="button" class="button" onclick={ctx.link().callback(move |_| Message::Finish(place))}>
                            { "I have read this section" }
                        </button>
                    }
                    if let Some(next) = next {
                        <a {class} href={format!("#{}", anchor(course, next))}>
                            { format!("Next: {}", course.training.sections[next.index()].title) }
                        </a>
                    } else if self.kept.progress.next_section(course).is_none() {
                        { check_link(ctx) }
                    }
                    <a class="button-quiet" href={format!("#{OVERVIEW}")}>{ "All sections" }</a>
                </div>
            </div>
        };
        create_portal(end, host.clone())
    }
}

fn clear(ctx: &Context<CoursePage>) -> Html {
    let answer = |answer: fn() -> Clearing| ctx.link().callback(move |_| Message::Clear(answer()));
    html! {
        <div class="aid-notice" role="group" aria-labelledby={CLEAR}>
            <p id={CLEAR} tabindex="-1">
                { "This forgets your name, the sections and cases that you finished, and your results. \
                    What a learning system was told stays there." }
            </p>
            <div class="actions">
                <button type="button" class="button" onclick={answer(|| Clearing::Yes)}>{ "Clear everything" }</button>
                <button type="button" class="button-quiet" onclick={answer(|| Clearing::No)}>{ "Keep it" }</button>
            </div>
        </div>
    }
}

/// The way to the knowledge check, which stands beside the course.
fn check_link(ctx: &Context<CoursePage>) -> Html {
    let shared = &ctx.props().shared;
    match &shared.course.pages.knowledge_check {
        Some(page) => {
            html! { <a class="button" href={format!("{}{page}", shared.root)}>{ "Take the knowledge check" }</a> }
        }
        None => html! {},
    }
}

/// The choices as the page has them.
fn in_order(question: &QuizQuestion) -> Vec<u8> {
    (0..).take(question.choices.len()).collect()
}

fn minutes(count: u32) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}
