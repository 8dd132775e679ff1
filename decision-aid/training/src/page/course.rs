//! The course: its sections one at a time, with their questions, and how far the learner is.
//!
//! The text of each section is in the page. The component shows the section that the fragment of the address names, and the
//! list of all sections where it names none, so that the browser's own back and forward lead through the course.

mod overview;
mod question;
mod section_end;

use crate::browser;
use crate::components::{notices::notices, quiz};
use crate::external_change::ExternalChange;
use crate::progress_store::ProgressStore;
use crate::training_data::{PageProps, TrainingData};
use ::course::Course;
use gloo::events::EventListener;
use policy::{CourseSection, Ref};
use std::collections::{BTreeMap, BTreeSet};
use web_sys::Element;
use yew::{Component, Context, Html, create_portal, html};

/// The fragment of the address that shows the list of all sections, and the id of its heading.
const OVERVIEW: &str = "course-sections";

/// The id of the text that asks whether to clear all progress.
const CLEAR_PROMPT: &str = "clear-progress";

/// The page of the course.
pub(crate) struct CoursePage {
    store: ProgressStore,
    /// The section on screen; `None` for the list of all sections.
    section: Option<Ref<CourseSection>>,
    /// The choices selected and not yet submitted, by the id of the question.
    selected: BTreeMap<String, Vec<u8>>,
    /// The ids of the questions that were submitted without an answer.
    unanswered: BTreeSet<String>,
    /// Whether the learner is asked to confirm that all progress is cleared.
    is_confirming_clear: bool,
    /// The elements to show questions in, by the id of the question.
    question_mounts: Vec<(String, Element)>,
    /// The elements to show the end of each section in, by the id of the section.
    section_end_mounts: Vec<(String, Element)>,
    /// The id of the element to focus after the next rendering.
    focus_target: Option<String>,
    /// Listens for as long as the component lives.
    _address_listener: EventListener,
}

pub(crate) enum Message {
    /// The fragment of the address changed.
    AddressChanged,
    ExternalChange(ExternalChange),
    /// A choice of a question was selected, or no longer is.
    Select {
        question: String,
        index: u8,
        is_selected: bool,
    },
    /// The learner wants the answer to a question checked.
    Submit(String),
    /// The learner wants to answer a question again.
    Retry(String),
    /// The learner has read a section that has no questions.
    FinishSection(Ref<CourseSection>),
    Clear(Clear),
}

/// The steps of clearing all progress.
#[derive(Clone, Copy)]
pub(crate) enum Clear {
    Ask,
    Confirm,
    Cancel,
}

impl Component for CoursePage {
    type Message = Message;
    type Properties = PageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let changed = link.callback(|()| Message::AddressChanged);
        let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| changed.emit(()));
        let mut page = Self {
            store: ProgressStore::open(ctx.props(), link.callback(Message::ExternalChange)),
            section: None,
            selected: BTreeMap::new(),
            unanswered: BTreeSet::new(),
            is_confirming_clear: false,
            question_mounts: browser::mount_points("question"),
            section_end_mounts: browser::mount_points("section-end"),
            focus_target: None,
            _address_listener: listener,
        };
        page.show_section_of_address(&ctx.props().data.course);
        page
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let course = &ctx.props().data.course;
        match message {
            Message::AddressChanged => return self.follow_address(course),
            Message::ExternalChange(change) => self.store.apply(change),
            Message::Select { question: id, index, is_selected } => {
                if let Some(question) = course.question(&id) {
                    quiz::select(question, self.selected.entry(id).or_default(), index, is_selected);
                }
            }
            Message::Submit(id) => self.submit(course, id),
            Message::Retry(id) => {
                self.store.progress.clear_answer(&id);
                self.store.save();
                self.focus_target = Some(format!("ask-{id}"));
            }
            Message::FinishSection(section) => {
                self.store.progress.finish_section(&course.training.sections[section.index()]);
                self.store.save();
                self.focus_target = Some(section_end_id(course, section));
            }
            Message::Clear(step) => self.clear(step),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let data = &*ctx.props().data;
        let questions = self.question_mounts.iter().filter_map(|(id, mount)| {
            Some(create_portal(self.question(ctx, data.course.question(id)?), mount.clone()))
        });
        let section_ends = self.section_end_mounts.iter().filter_map(|(id, mount)| {
            Some(create_portal(self.section_end(ctx, data.course.section(id)?), mount.clone()))
        });
        html! { <>
            { notices(&self.store.notices()) }
            { self.panel(ctx) }
            { for questions }
            { for section_ends }
        </> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let sections = &ctx.props().data.course.training.sections;
        let shown = self.section.map(|section| format!("course-text-{}", sections[section.index()].id));
        browser::toggle_class(".course-text", "is-elsewhere", |text| Some(text.id()) != shown);
        // What introduces the course stands above the list of its sections, and not above each of them.
        browser::toggle_class("main", "shows-section", |_| self.section.is_some());
        if let Some(id) = self.focus_target.take() {
            ui::browser::focus_at_top(&id);
        }
    }
}

/// The section that a fragment of the address names: by its own id, or by that of a question in it.
fn section_of_fragment(course: &Course, fragment: &str) -> Option<Ref<CourseSection>> {
    let section = fragment.strip_prefix("course-section-").and_then(|id| course.section(id));
    section.or_else(|| course.question(fragment.strip_prefix("quiz-question-")?)?.section)
}

/// The fragment of the address that shows a section.
fn section_fragment(course: &Course, section: Ref<CourseSection>) -> String {
    format!("course-section-{}", course.training.sections[section.index()].id)
}

/// The id of the text at the end of a section that says whether it is finished.
fn section_end_id(course: &Course, section: Ref<CourseSection>) -> String {
    format!("end-of-{}", course.training.sections[section.index()].id)
}

impl CoursePage {
    /// Shows what the changed address names. Returns whether that is something of the course: the address may also name
    /// any other element of the page, such as the target of the skip link, which changes nothing here.
    fn follow_address(&mut self, course: &Course) -> bool {
        let fragment = browser::address_fragment();
        let is_overview = fragment.is_empty() || fragment == OVERVIEW;
        if !is_overview && section_of_fragment(course, &fragment).is_none() {
            return false;
        }
        self.show_section_of_address(course);
        let target = self.section.map(|section| section_fragment(course, section));
        self.focus_target = Some(target.unwrap_or_else(|| OVERVIEW.to_owned()));
        true
    }

    fn show_section_of_address(&mut self, course: &Course) {
        self.section = section_of_fragment(course, &browser::address_fragment());
        if let Some(section) = self.section {
            self.store.progress.open_section(&course.training.sections[section.index()]);
            self.store.save();
        }
    }

    fn submit(&mut self, course: &Course, id: String) {
        self.focus_target = Some(format!("ask-{id}"));
        match self.selected.remove(&id).filter(|selected| !selected.is_empty()) {
            Some(selected) => {
                self.unanswered.remove(&id);
                self.store.progress.answer_question(course, &id, selected);
                self.store.save();
            }
            None => drop(self.unanswered.insert(id)),
        }
    }

    fn clear(&mut self, step: Clear) {
        self.is_confirming_clear = matches!(step, Clear::Ask);
        if matches!(step, Clear::Confirm) {
            self.store.clear();
            self.selected.clear();
        }
        let target = if self.is_confirming_clear { CLEAR_PROMPT } else { OVERVIEW };
        self.focus_target = Some(target.to_owned());
    }
}

/// A link to the knowledge check, which has a page of its own; nothing where the handbook has no such page.
fn knowledge_check_link(data: &TrainingData) -> Html {
    let Some(page) = &data.course.pages.knowledge_check else { return html! {} };
    html! { <a class="button" href={format!("{}{page}", data.site_root)}>{ "Take the knowledge check" }</a> }
}
