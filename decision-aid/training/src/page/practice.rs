//! The practice cases, one at a time: the learner decides each below its story, compares that with what the policy gives, and
//! changes facts.
//!
//! The stories are in the page. The component shows the case that the fragment of the address names, and the first that was not
//! decided yet where it names none, so that the browser's own back and forward lead through the cases.

mod case_list;
mod comparison;
mod decision_form;
mod what_if;

use crate::browser;
use crate::components::notices::notices;
use crate::external_change::ExternalChange;
use crate::progress_store::ProgressStore;
use crate::training_data::{PageProps, TrainingData};
use ::course::{Decision, Judgement, OutcomeChoice, PracticeCase};
use gloo::events::EventListener;
use policy::{Answer, Question, RawAnswers, Ref, Scenario};
use std::collections::{BTreeMap, BTreeSet};
use ui::{Button, ButtonKind, changing};
use web_sys::Element;
use yew::{Callback, Component, Context, Html, create_portal, html};

/// The page of the practice cases.
pub(crate) struct PracticePage {
    store: ProgressStore,
    /// The elements to show cases in, by the id of the case.
    mounts: Vec<(String, Element)>,
    /// The id of the case on screen.
    case_on_screen: String,
    /// The cases that the learner has open, by id.
    open_cases: BTreeMap<String, CaseState>,
    /// The id of the element to focus after the next rendering.
    focus_target: Option<String>,
    /// Listens for as long as the component lives.
    _address_listener: EventListener,
}

/// A case that the learner has open. Nothing of it is stored.
#[derive(Default)]
pub(crate) struct CaseState {
    decision: Decision,
    /// The outcomes to choose from.
    outcome_choices: Vec<OutcomeChoice>,
    /// Whether to show that the decision is incomplete: the learner asked for the comparison too early.
    show_errors: bool,
    /// Whether the comparison is on screen, instead of the form to decide.
    is_compared: bool,
    /// The scenario's open points that the learner says to have seen: the values of their checkboxes.
    seen_points: BTreeSet<String>,
    /// The facts, as the learner has changed them.
    facts: RawAnswers,
    /// The fact that the learner has selected to change.
    selected_fact: Option<Ref<Question>>,
}

/// What happens to a case.
pub(crate) enum CaseMessage {
    /// The learner begins to decide, or begins again.
    Decide,
    Close,
    /// The learner wants the decision compared.
    Compare,
    /// The learner goes back to the facts of the case.
    RestoreFacts,
    Edit(CaseEdit),
}

/// A change to the state of an open case.
pub(crate) enum CaseEdit {
    Outcome(OutcomeChoice),
    /// What the learner says of the option at this index of the policy.
    Option(usize, Judgement),
    OpenPoints(String),
    /// Whether the learner says to have seen an open point, by the value of its checkbox.
    Seen(String, bool),
    /// The fact to change.
    SelectFact(Option<Ref<Question>>),
    ChangeFact(Ref<Question>, Answer),
}

pub(crate) enum Message {
    /// The fragment of the address changed.
    AddressChanged,
    ExternalChange(ExternalChange),
    /// Something happens to the case with this id.
    Case(String, CaseMessage),
}

impl Component for PracticePage {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let changed = link.callback(|()| Message::AddressChanged);
        let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| changed.emit(()));
        let mut page = Self {
            store: ProgressStore::open(ctx.props(), link.callback(Message::ExternalChange)),
            mounts: browser::mount_points("case"),
            case_on_screen: String::new(),
            open_cases: BTreeMap::new(),
            focus_target: None,
            _address_listener: listener,
        };
        page.show_first_case(&ctx.props().data);
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::AddressChanged => return self.follow_address(&ctx.props().data),
            Message::ExternalChange(change) => self.store.apply(change),
            Message::Case(id, message) => self.update_case(&ctx.props().data, id, message),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cases = self.mounts.iter().map(|(id, mount)| create_portal(self.case(ctx, id), mount.clone()));
        html! { <>
            { notices(&self.store.notices()) }
            { self.panel(&ctx.props().data) }
            { for cases }
        </> }
    }

    fn rendered(&mut self, _: &Context<Self>, _first: bool) {
        let shown = section_id(&self.case_on_screen);
        browser::toggle_class("section.scenario", "is-elsewhere", |section| section.id() != shown);
        for (class, is_compared) in [("is-deciding", false), ("is-compared", true)] {
            browser::toggle_class("section.scenario", class, |section| {
                let id = section.id();
                let case = self.open_cases.get(id.strip_prefix("scenario-").unwrap_or_default());
                case.is_some_and(|case| case.is_compared == is_compared)
            });
        }
        if let Some(id) = self.focus_target.take() {
            ui::browser::focus_at_top(&id);
        }
    }
}

/// The case with this id; `None` where the course has none, or its facts do not fit the policy.
fn practice_case<'a>(data: &'a TrainingData, id: &str) -> Option<PracticeCase<'a>> {
    let scenario = data.course.cases.iter().find(|case| case.id == id)?;
    PracticeCase::new(data.policy(), scenario)
}

/// The id of the section of the page that has a case; the fragment of the address that shows it.
fn section_id(case: &str) -> String {
    format!("scenario-{case}")
}

/// The id of the heading of a case in the page.
fn case_title_id(case: &str) -> String {
    format!("title-of-{case}")
}

/// The case that the fragment of the address names.
fn case_of_address(data: &TrainingData) -> Option<&Scenario> {
    let fragment = browser::address_fragment();
    let id = fragment.strip_prefix("scenario-")?;
    data.course.cases.iter().find(|case| case.id == id)
}

/// The id of the heading above the form or the comparison of a case.
fn heading_id(scenario: &Scenario) -> String {
    format!("decide-{}", scenario.id)
}

impl PracticePage {
    /// Shows the case that the address names, or else the first that was not decided yet.
    fn show_first_case(&mut self, data: &TrainingData) {
        let named = case_of_address(data);
        let cases = &data.course.cases;
        let undecided = cases.iter().find(|case| !self.store.progress.has_decided(&case.id));
        let first = named.or(undecided).or(cases.first());
        self.case_on_screen = first.map(|case| case.id.clone()).unwrap_or_default();
        self.focus_target = named.map(|case| case_title_id(&case.id));
        // The way back then leads to this case too, and a reload shows it again although it was decided since.
        if let Some(case) = first.filter(|_| browser::address_fragment().is_empty()) {
            browser::replace_address_fragment(&section_id(&case.id));
        }
    }

    /// Shows the case that the changed address names. Returns whether it names one: it may also name any other element.
    fn follow_address(&mut self, data: &TrainingData) -> bool {
        let Some(case) = case_of_address(data) else { return false };
        self.case_on_screen.clone_from(&case.id);
        self.focus_target = Some(case_title_id(&case.id));
        true
    }

    fn update_case(&mut self, data: &TrainingData, id: String, message: CaseMessage) {
        let Some(practice) = practice_case(data, &id) else { return };
        let scenario = practice.scenario;
        match message {
            CaseMessage::Decide => {
                let case = CaseState {
                    outcome_choices: practice.outcome_choices(),
                    facts: scenario.answers.clone(),
                    ..CaseState::default()
                };
                self.open_cases.insert(id, case);
                self.focus_target = Some(heading_id(scenario));
            }
            CaseMessage::Close => {
                self.open_cases.remove(&id);
                self.focus_target = Some(format!("open-{id}"));
            }
            CaseMessage::Compare => self.compare(&practice),
            CaseMessage::RestoreFacts => {
                self.open_cases.entry(id).or_default().facts = scenario.answers.clone();
                self.focus_target = Some(format!("fact-{}", scenario.id));
            }
            CaseMessage::Edit(edit) => self.open_cases.entry(id).or_default().edit(data, edit),
        }
    }

    fn compare(&mut self, practice: &PracticeCase<'_>) {
        let id = &practice.scenario.id;
        let case = self.open_cases.entry(id.clone()).or_default();
        case.is_compared = practice.is_complete(&case.decision);
        case.show_errors = !case.is_compared;
        if case.is_compared {
            self.store.progress.mark_decided(id);
            self.store.save();
        }
        self.focus_target = Some(heading_id(practice.scenario));
    }

    /// How many cases were decided, and a link to the next.
    fn panel(&self, data: &TrainingData) -> Html {
        let cases = &data.course.cases;
        let decided = self.store.progress.decided_cases(&data.course);
        let summary = format!("{decided} of {} cases decided", cases.len());
        let verb = if decided == 0 { "Begin with" } else { "Go on with" };
        html! {
            <section class="training-panel" aria-labelledby="practice-heading">
                <h2 id="practice-heading">{ "Practise" }</h2>
                <p>{ "Read a case. Say what you would do, and then compare it with what the policy gives, line by line. \
                    What you choose and write here is not kept. Only which cases you decided is remembered." }</p>
                <p class="training-progress">
                    <progress max={cases.len().to_string()} value={decided.to_string()} aria-label={summary.clone()} />
                    { changing(&summary) }
                </p>
                if let Some(case) = cases.iter().find(|case| !self.store.progress.has_decided(&case.id)) {
                    <div class="actions">
                        <a class="button" href={format!("#scenario-{}", case.id)}>{ changing(&format!("{verb} “{}”", case.title)) }</a>
                    </div>
                }
                { case_list::case_list(data, &self.store.progress, &self.case_on_screen) }
            </section>
        }
    }

    fn case(&self, ctx: &Context<Self>, id: &str) -> Html {
        let data = &*ctx.props().data;
        let Some(practice) = practice_case(data, id) else { return html! {} };
        let context = CaseContext { ctx, data, practice: &practice };
        match self.open_cases.get(id) {
            None => self.closed_case(&context),
            Some(case) if case.is_compared => {
                comparison::comparison(&context, case, self.next_undecided(data, id))
            }
            Some(case) => decision_form::decision_form(&context, case),
        }
    }

    fn closed_case(&self, context: &CaseContext<'_>) -> Html {
        let scenario = context.practice.scenario;
        let is_decided = self.store.progress.has_decided(&scenario.id);
        let on_click = context.on(|| CaseMessage::Decide);
        html! {
            <div class="actions">
                <Button kind={ButtonKind::Primary} id={format!("open-{}", scenario.id)} {on_click} about={scenario.title.clone()}>
                    { if is_decided { "Decide this case again" } else { "Decide this case" } }
                </Button>
                if is_decided { <span class="training-state">{ "You have decided it before." }</span> }
            </div>
        }
    }

    /// The next case after this one that was not decided yet. After the last case the search goes on with the first.
    fn next_undecided<'a>(&self, data: &'a TrainingData, id: &str) -> Option<&'a Scenario> {
        let cases = &data.course.cases;
        let index = cases.iter().position(|case| case.id == id)?;
        let (before, after) = cases.split_at(index);
        after.iter().chain(before).find(|case| !self.store.progress.has_decided(&case.id))
    }
}

impl CaseState {
    fn edit(&mut self, data: &TrainingData, edit: CaseEdit) {
        match edit {
            CaseEdit::Outcome(choice) => self.decision.outcome = Some(choice),
            CaseEdit::Option(index, judgement) => drop(self.decision.options.insert(index, judgement)),
            CaseEdit::OpenPoints(text) => self.decision.open_points = text,
            CaseEdit::Seen(point, true) => drop(self.seen_points.insert(point)),
            CaseEdit::Seen(point, false) => drop(self.seen_points.remove(&point)),
            CaseEdit::SelectFact(fact) => self.selected_fact = fact,
            CaseEdit::ChangeFact(fact, answer) => {
                self.facts.insert(data.policy()[fact].id.clone(), answer);
            }
        }
    }
}

/// What the parts of a case's view need: the case, the data around it, and the component to send messages to.
pub(crate) struct CaseContext<'a> {
    ctx: &'a Context<PracticePage>,
    data: &'a TrainingData,
    practice: &'a PracticeCase<'a>,
}

impl CaseContext<'_> {
    /// A callback that sends a message about the case on any event.
    fn on<E>(&self, message: fn() -> CaseMessage) -> Callback<E> {
        self.callback(move |_| message())
    }

    /// A callback that edits the case, as the event says.
    fn on_edit<E>(&self, edit: impl Fn(E) -> CaseEdit + 'static) -> Callback<E> {
        self.callback(move |event| CaseMessage::Edit(edit(event)))
    }

    /// A callback that sends a message about the case, made from the event.
    fn callback<E>(&self, message: impl Fn(E) -> CaseMessage + 'static) -> Callback<E> {
        let id = self.practice.scenario.id.clone();
        self.ctx.link().callback(move |event| Message::Case(id.clone(), message(event)))
    }
}
