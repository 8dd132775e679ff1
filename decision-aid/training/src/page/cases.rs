//! The practice cases: each is decided beside its story, then compared with what the policy gives, then changed.

mod compared;
mod decide;
mod what_if;

use crate::learner::{Heard, Kept, Learner, Shared};
use crate::part::notices::notices;
use crate::{browser, hear};
use ::course::{Decision, Practising, Said};
use policy::{Answer, Question, RawAnswers, Ref, Scenario, Status};
use std::collections::{BTreeMap, BTreeSet};
use web_sys::Element;
use yew::{Component, Context, Html, create_portal, html};

pub(crate) struct Cases {
    kept: Kept,
    /// The places for cases, each with its case's id.
    hosts: Vec<(String, Element)>,
    /// The cases that are being decided, or were.
    open: BTreeMap<String, Case>,
    focus: Option<String>,
}

/// A case that a learner works on.
#[derive(Default)]
pub(crate) struct Case {
    decision: Decision,
    /// Whether the learner asked for the comparison before everything was said.
    missing: bool,
    /// Whether it is compared.
    compared: bool,
    /// The open points that the learner says were seen, by their place.
    seen: BTreeSet<usize>,
    /// The facts as they are changed, and the one to change.
    facts: RawAnswers,
    fact: Option<Ref<Question>>,
}

/// What happens to a case.
pub(crate) enum Step {
    /// The learner begins, or begins again.
    Decide,
    /// The learner leaves it.
    Leave,
    Outcome(Said),
    Option(usize, Option<Status>),
    Open(String),
    /// The learner wants to compare.
    Compare,
    /// The learner says whether an open point was seen.
    Seen(usize, bool),
    /// The learner chooses a fact to change.
    Fact(Option<Ref<Question>>),
    /// The learner changes a fact.
    Change(Ref<Question>, Answer),
    /// The facts are those of the case again.
    Restore,
}

pub(crate) enum Message {
    Heard(Heard),
    Case(String, Step),
}

impl Component for Cases {
    type Message = Message;
    type Properties = Learner;

    fn create(ctx: &Context<Self>) -> Self {
        hear(ctx.link().callback(Message::Heard));
        Self {
            kept: Kept::read(ctx.props()),
            hosts: browser::hosts("case"),
            open: BTreeMap::new(),
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Heard(heard) => self.kept.hear(heard),
            Message::Case(id, step) => self.step(&ctx.props().shared, id, step),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <>
            { notices(&self.kept.notices()) }
            { self.panel(ctx) }
            { for self.hosts.iter().map(|(id, host)| create_portal(self.case(ctx, id), host.clone())) }
        </> }
    }

    fn rendered(&mut self, _: &Context<Self>, _first: bool) {
        for (class, compared) in [("is-deciding", false), ("is-compared", true)] {
            browser::mark("section.scenario", class, |section| {
                let id = section.id();
                let open = self.open.get(id.strip_prefix("scenario-").unwrap_or_default());
                open.is_some_and(|case| case.compared == compared)
            });
        }
        if let Some(id) = self.focus.take() {
            browser::focus(&id);
        }
    }
}

/// The case with an id, under its policy.
fn practising<'a>(shared: &'a Shared, id: &str) -> Option<Practising<'a>> {
    let case = shared.course.cases.iter().find(|case| case.id == id)?;
    Practising::new(shared.policy(), case)
}

/// The id of the heading of what the learner does with a case.
fn heading(case: &Scenario) -> String {
    format!("decide-{}", case.id)
}

impl Cases {
    fn step(&mut self, shared: &Shared, id: String, step: Step) {
        let Some(practising) = practising(shared, &id) else { return };
        let case = self.open.entry(id.clone()).or_default();
        match step {
            Step::Decide => {
                *case = Case { facts: practising.case.answers.clone(), ..Case::default() };
                self.focus = Some(heading(practising.case));
            }
            Step::Leave => {
                self.open.remove(&id);
                self.focus = Some(format!("open-{id}"));
            }
            Step::Compare => {
                self.focus = Some(heading(practising.case));
                case.compared = practising.is_said(&case.decision);
                case.missing = !case.compared;
                if case.compared {
                    self.kept.progress.decided(&id);
                    self.kept.keep();
                }
            }
            Step::Outcome(said) => case.decision.outcome = Some(said),
            Step::Option(option, Some(status)) => drop(case.decision.options.insert(option, status)),
            Step::Option(option, None) => drop(case.decision.options.remove(&option)),
            Step::Open(words) => case.decision.open = words,
            Step::Seen(point, true) => drop(case.seen.insert(point)),
            Step::Seen(point, false) => drop(case.seen.remove(&point)),
            Step::Fact(fact) => case.fact = fact,
            Step::Change(fact, answer) => {
                let question = shared.policy()[fact].id.clone();
                case.facts.insert(question, answer);
            }
            Step::Restore => {
                case.facts = practising.case.answers.clone();
                self.focus = Some(format!("fact-{id}"));
            }
        }
    }

    /// How many cases were decided, and which to go on with.
    fn panel(&self, ctx: &Context<Self>) -> Html {
        let course = &ctx.props().shared.course;
        let (decided, all) = (self.kept.progress.cases_decided(course), course.cases.len());
        let says = format!("{decided} of {all} cases decided");
        let next = course.cases.iter().find(|case| !self.kept.progress.has_decided(&case.id));
        html! {
            <section class="training-panel" aria-labelledby="practice-heading">
                <h2 id="practice-heading">{ "Practise" }</h2>
                <p>{ "Read a case. Say what you would do, and then compare it with what the policy gives, line by line. \
                    What you choose and write here is not kept. Only which cases you decided is remembered." }</p>
                <p class="training-progress">
                    <progress max={all.to_string()} value={decided.to_string()} aria-label={says.clone()} />
                    <span>{ says }</span>
                </p>
                if let Some(case) = next {
                    <div class="actions">
                        <a class="button" href={format!("#scenario-{}", case.id)}>
                            { format!("{} “{}”", if decided == 0 { "Begin with" } else { "Go on with" }, case.title) }
                        </a>
                    </div>
                }
            </section>
        }
    }

    fn case(&self, ctx: &Context<Self>, id: &str) -> Html {
        let shared = &*ctx.props().shared;
        let Some(practising) = practising(shared, id) else { return html! {} };
        let desk = Desk { ctx, shared, practising: &practising };
        match self.open.get(id) {
            None => self.closed(&desk),
            Some(case) if case.compared => compared::compared(&desk, case, self.next(shared, id)),
            Some(case) => decide::decide(&desk, case),
        }
    }

    fn closed(&self, desk: &Desk<'_>) -> Html {
        let case = desk.practising.case;
        let decided = self.kept.progress.has_decided(&case.id);
        html! {
            <div class="actions">
                <button type="button" class="button" id={format!("open-{}", case.id)} onclick={desk.on(|| Step::Decide)}>
                    { if decided { "Decide this case again" } else { "Decide this case" } }
                    <span class="visually-hidden">{ format!(": {}", case.title) }</span>
                </button>
                if decided { <span class="training-state">{ "You have decided it before." }</span> }
            </div>
        }
    }

    /// The next case after one that was not decided yet; from the end, the first.
    fn next<'a>(&self, shared: &'a Shared, id: &str) -> Option<&'a Scenario> {
        let cases = &shared.course.cases;
        let at = cases.iter().position(|case| case.id == id)?;
        cases[at..].iter().chain(&cases[..at]).find(|case| !self.kept.progress.has_decided(&case.id))
    }
}

/// A case on the desk of a learner.
pub(crate) struct Desk<'a> {
    ctx: &'a Context<Cases>,
    shared: &'a Shared,
    practising: &'a Practising<'a>,
}

impl Desk<'_> {
    /// What an event does to the case.
    fn on<E>(&self, step: impl Fn() -> Step + 'static) -> yew::Callback<E> {
        self.on_event(move |_| step())
    }

    fn on_event<E>(&self, step: impl Fn(E) -> Step + 'static) -> yew::Callback<E> {
        let id = self.practising.case.id.clone();
        self.ctx.link().callback(move |event| Message::Case(id.clone(), step(event)))
    }
}
