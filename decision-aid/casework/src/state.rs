//! What the officer has said and where they are, and every way that can change. Pure: no browser, no clock, no policy by name.
//!
//! [`update`] makes the next state of a state and an action, and says what it asks of the browser. The app draws the state and
//! does what is asked; it decides nothing.

use crate::case_view::CaseView;
use crate::screen::Screen;
use crate::weighed_option::Choice;
use crate::{Case, Key, Missing};
use policy::{
    Answer, AnswerKind, Content, Duty, Field, FieldKind, NONE_OF_THESE, NOT_SURE, Question, Ref, TODAY, Walk,
    walk,
};
use std::marker::PhantomData;
use std::rc::Rc;

/// A case on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The case.
    pub case: Case,
    /// The way through its questions.
    pub way: Rc<Walk>,
    /// The screen.
    pub screen: Screen,
    /// Whether the screen says what is wrong: the officer went on too early.
    pub show_errors: bool,
    /// The questions on the screen that came to matter while it was there, by what was answered last.
    pub appeared: Vec<Ref<Question>>,
    /// The duties that were shown in full on a screen before.
    pub announced: Vec<Ref<Duty>>,
    /// The keys of what was missing when the letter came on screen: it stays there while it is written.
    pub to_fill_in: Vec<String>,
    /// Whether something was changed since the case was saved.
    pub unsaved: bool,
    /// The time at which the case was last saved, as the case bar says it; empty where it was not.
    pub saved_at: String,
}

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The officer answers a question with one word.
    Answer(Ref<Question>, String),
    /// The officer ticks a choice of a question, or takes the tick away. See [`NONE_OF_THESE`] and [`NOT_SURE`].
    Toggle(Ref<Question>, String),
    /// The officer writes something under a key.
    Write(String, String),
    /// The officer takes back what is written under a key.
    Erase(String),
    /// The officer goes on.
    Continue,
    /// The officer goes on through questions that nobody has to answer.
    GoOnAnyway,
    /// The officer goes to the screen before this one.
    Back,
    /// The officer goes to a screen.
    Show(Screen),
    /// The officer goes to something on a screen, by its id there.
    Find(Screen, String),
    /// The officer asks for what cannot be had while something is missing.
    SayWhatIsMissing,
    /// The browser's history is at a screen.
    Visited(Screen),
    /// The officer opens a case.
    Open(Case),
    /// The officer saved the case, at a time.
    Saved(String),
}

/// What a change asks of the browser, once the screen is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep the case in this tab.
    Keep,
    /// Note the screen as a new step of the history.
    Note,
    /// Begin the screen at its top, with the focus on its heading.
    Begin,
    /// Move the focus to what says what is missing.
    ShowErrors,
    /// Move the focus to the element with an id.
    Focus(String),
}

impl State {
    /// A case at a screen.
    pub fn new(content: &Content, case: Case, screen: Screen) -> Self {
        let way = Rc::new(walk(&content.policy, &case.answers));
        let state = Self {
            case,
            way,
            screen,
            show_errors: false,
            appeared: Vec::new(),
            announced: Vec::new(),
            to_fill_in: Vec::new(),
            unsaved: false,
            saved_at: String::new(),
        };
        let screen = state.view(content).shown(screen);
        Self { screen, ..state }
    }

    /// The case under the policy.
    pub fn view<'a>(&'a self, content: &'a Content) -> CaseView<'a> {
        CaseView::with_walk(content, &self.case, Rc::clone(&self.way))
    }
}

/// Which screens there are.
pub trait Scope {
    /// Whether there are those after the questions. The aid's first program only asks: what it has no screen for, it is not able to
    /// work out, and so is a ninth smaller.
    const AFTER_QUESTIONS: bool;
}

/// Every screen.
#[derive(Debug)]
pub struct Everything;

impl Scope for Everything {
    const AFTER_QUESTIONS: bool = true;
}

/// The questions alone.
#[derive(Debug)]
pub struct QuestionsOnly;

impl Scope for QuestionsOnly {
    const AFTER_QUESTIONS: bool = false;
}

/// The next state, and what it asks of the browser. `today` is the day of today, as it is written down: `2026-08-31`.
pub fn update<S: Scope>(
    content: &Content,
    today: &str,
    state: State,
    action: Action,
) -> (State, Vec<Effect>) {
    let mut change = Change::<S> { content, today, state, effects: Vec::new(), scope: PhantomData };
    change.apply(action);
    (change.state, change.effects)
}

/// A change in the making.
struct Change<'c, S> {
    content: &'c Content,
    today: &'c str,
    state: State,
    effects: Vec<Effect>,
    scope: PhantomData<S>,
}

impl<S: Scope> Change<'_, S> {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Answer(question, word) => self.answer(question, Some(Answer::One(word))),
            Action::Toggle(question, choice) => {
                let asked = &self.content.policy[question];
                let answer = with_toggled(asked, self.state.case.answers.get(&asked.id), &choice);
                self.answer(question, answer);
            }
            Action::Write(key, text) => self.write(|case| case.write(&key, text)),
            Action::Erase(key) => self.write(|case| case.erase(&key)),
            Action::Continue => self.go_on(),
            Action::GoOnAnyway => self.show(self.view().after_anyway(self.state.screen)),
            Action::Back => self.show(self.view().before(self.state.screen)),
            Action::Show(screen) => self.show(screen),
            Action::Find(screen, id) => self.find(screen, id),
            Action::SayWhatIsMissing => self.say_what_is_missing(),
            Action::Visited(screen) => self.enter(screen),
            Action::Open(case) => {
                self.state = State::new(self.content, case, Screen::default());
                self.effects.push(Effect::Keep);
                // An empty case begins where every case does.
                let first = self.view().first_to_do();
                self.show(first);
                // No screen of this case was seen before.
                self.state.announced.clear();
            }
            Action::Saved(time) => {
                self.state.unsaved = false;
                self.state.saved_at = time;
            }
        }
    }

    fn view(&self) -> CaseView<'_> {
        self.state.view(self.content)
    }

    /// Gives a question an answer, or takes its answer back.
    fn answer(&mut self, question: Ref<Question>, answer: Option<Answer>) {
        let before = self.questions();
        let id = self.content.policy[question].id.clone();
        self.write(|case| match answer {
            Some(answer) => drop(case.answers.insert(id, answer)),
            None => drop(case.answers.remove(&id)),
        });
        // What is answered here comes from no earlier entry any more.
        self.state.case.erase(&Key::Carried(&self.content.policy[question].id).to_string());
        self.state.way = Rc::new(walk(&self.content.policy, &self.state.case.answers));
        self.fill_in_today();
        let mut now = self.questions();
        now.retain(|question| !before.contains(question));
        self.state.appeared = now;
    }

    /// The questions on the screen.
    fn questions(&self) -> Vec<Ref<Question>> {
        self.view().questions_at(self.state.screen)
    }

    fn write(&mut self, change: impl FnOnce(&mut Case)) {
        change(&mut self.state.case);
        self.state.unsaved = true;
        self.effects.push(Effect::Keep);
    }

    /// Goes on, unless something is missing on the screen.
    fn go_on(&mut self) {
        self.decide_against_the_rest();
        if self.missing().is_empty() {
            self.show(self.view().after(self.state.screen));
        } else {
            self.say_what_is_missing();
        }
    }

    fn missing(&self) -> Vec<Missing> {
        match self.state.screen {
            screen @ Screen::Questions(..) => self.view().missing_among(screen),
            screen if S::AFTER_QUESTIONS => self.view().missing_on(screen),
            _ => Vec::new(),
        }
    }

    fn say_what_is_missing(&mut self) {
        self.state.show_errors = true;
        self.effects.push(Effect::ShowErrors);
    }

    /// Who goes on from the decision has decided: what was not taken of what could be is not taken.
    fn decide_against_the_rest(&mut self) {
        if !S::AFTER_QUESTIONS || !matches!(self.state.screen, Screen::Decision | Screen::AtOnce(_)) {
            return;
        }
        let view = self.view();
        let offered = view.options_on(self.state.screen);
        let left = offered.filter(|option| option.choice == Choice::Undecided && option.is_supported());
        let keys: Vec<String> = left.map(|option| Key::Taken(&option.id).to_string()).collect();
        for key in keys {
            self.write(|case| case.write(&key, "no".to_owned()));
        }
    }

    /// Goes to a screen as a new step.
    fn show(&mut self, screen: Screen) {
        self.enter(screen);
        self.effects.push(Effect::Note);
    }

    /// Comes to a screen: what was said of the one before is said no more, and days that are usually today's are filled in.
    fn enter(&mut self, screen: Screen) {
        let holding = self.view().holding_duties();
        let new = holding.into_iter().filter(|duty| !self.state.announced.contains(duty));
        let new: Vec<Ref<Duty>> = new.collect();
        self.state.announced.extend(new);
        self.state.show_errors = false;
        self.state.appeared.clear();
        self.state.screen = self.view().shown(screen);
        self.fill_in_today();
        if S::AFTER_QUESTIONS {
            self.state.to_fill_in = self.view().keys_to_fill_in(self.state.screen);
        }
        self.effects.push(Effect::Begin);
    }

    fn find(&mut self, screen: Screen, id: String) {
        if self.state.screen != screen {
            // Whoever was told what is wrong goes on being told; whoever changes an answer is not.
            let show_errors = self.state.show_errors;
            self.show(screen);
            self.effects.retain(|effect| *effect != Effect::Begin);
            self.state.show_errors = show_errors;
        }
        self.effects.push(Effect::Focus(id));
    }

    /// Fills in the days that are today's by default, as they come on screen. One that was taken out again stays out.
    fn fill_in_today(&mut self) {
        let days: Vec<String> = {
            let view = self.view();
            let is_today =
                |field: &Field| field.kind == FieldKind::Date && field.default.as_deref() == Some(TODAY);
            let entries = match self.state.screen {
                Screen::Letter(index) if S::AFTER_QUESTIONS => view.letter_entries(index),
                Screen::Entries if S::AFTER_QUESTIONS => view.noted_entries(),
                screen => view.section_entries_on(screen),
            };
            let open =
                entries.into_iter().filter(|entry| is_today(entry.field) && !self.state.case.has(&entry.key));
            open.map(|entry| entry.key).collect()
        };
        let today = self.today;
        for key in days {
            self.write(|case| case.write(&key, today.to_owned()));
        }
    }
}

/// The answer to a question of several choices once one of them is ticked, or its tick is taken away. That no choice is so, and
/// that nobody knows, each stand alone. None where nothing is left.
fn with_toggled(question: &Question, given: Option<&Answer>, choice: &str) -> Option<Answer> {
    let one = |word: &str| Some(Answer::One(word.to_owned()));
    let before = match given {
        Some(Answer::Many(words)) => words.as_slice(),
        _ => &[],
    };
    let none_before = given == Some(&Answer::Many(Vec::new()));
    match choice {
        NOT_SURE if given == one(NOT_SURE).as_ref() => None,
        NOT_SURE => one(NOT_SURE),
        NONE_OF_THESE if none_before => None,
        NONE_OF_THESE => Some(Answer::Many(Vec::new())),
        choice if !matches!(question.answers, AnswerKind::AnyOf(_)) => one(choice),
        choice => {
            // In the order of the page, whatever was ticked first.
            let was = before.iter().any(|word| word == choice);
            let choices = question.answers.choices().iter().map(|choice| &choice.id);
            let is_ticked = |id: &String| if id == choice { !was } else { before.contains(id) };
            let ticked: Vec<String> = choices.filter(|id| is_ticked(id)).cloned().collect();
            (!ticked.is_empty()).then_some(Answer::Many(ticked))
        }
    }
}

impl CaseView<'_> {
    /// The duties that hold.
    pub fn holding_duties(&self) -> Vec<Ref<Duty>> {
        let duties = (0..).zip(&self.assessment().duties);
        duties.filter(|(_, holds)| **holds == Some(true)).map(|(index, _)| Ref::new(index)).collect()
    }

    /// The first screen with something left to do: the first with an unanswered question, else the result.
    pub fn first_to_do(&self) -> Screen {
        self.walk.next.map_or(Screen::Result, |question| self.screen_of(question))
    }
}

#[cfg(test)]
mod tests;
