//! An officer who goes through a case screen by screen, and counts what it takes.

use super::facts::Facts;
use casework::state::{Action, Everything, State, update};
use casework::{Case, Choice, Entry, EntryKind, Key, Problem, Screen};
use handbook_tests::CONTENT;
use policy::{AnswerKind, FieldKind, NONE_OF_THESE, Question, Ref};
use std::collections::BTreeSet;

/// The day on which the officer works.
pub(super) const TODAY: &str = "2027-02-01";

/// What a way through a case took.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// The screens, in order.
    pub(super) screens: Vec<Screen>,
    /// What was clicked: radio buttons, boxes, choices of a list, and buttons.
    pub(super) clicks: usize,
    /// The keys of the fields that were required, and empty when they came on screen.
    pub(super) required: BTreeSet<String>,
    /// The keys of what was noted though nothing asked for it.
    pub(super) notes: BTreeSet<String>,
}

/// An officer at work on a case of which they know the facts.
pub(super) struct Officer {
    pub(super) state: State,
    pub(super) counts: Counts,
    facts: &'static Facts,
    seen: BTreeSet<String>,
}

impl Officer {
    /// An officer at the first screen of a new case.
    pub(super) fn begin(facts: &'static Facts) -> Self {
        let state = State::new(&CONTENT, Case::default(), Screen::default());
        let counts = Counts { screens: vec![state.screen], ..Counts::default() };
        Self { state, counts, facts, seen: BTreeSet::new() }
    }

    /// Goes on from screen to screen until one of a kind, which is worked on too.
    pub(super) fn until(mut self, is_last: impl Fn(Screen) -> bool) -> Self {
        self.work();
        while !is_last(self.state.screen) {
            self.go_on();
            self.work();
            assert!(self.counts.screens.len() < 40, "it does not end: {:?}", self.counts.screens);
        }
        self
    }

    /// Presses Continue, and is on another screen.
    pub(super) fn go_on(&mut self) {
        let before = self.state.screen;
        self.click(Action::Continue);
        let missing = self.state.view(&CONTENT).missing_on(before);
        assert_ne!(self.state.screen, before, "{before:?} is not left: {missing:#?}");
        self.counts.screens.push(self.state.screen);
    }

    /// Presses a button that leads to a screen.
    pub(super) fn press(&mut self, screen: Screen) {
        self.click(Action::Show(screen));
        assert_eq!(self.state.screen, screen);
        self.counts.screens.push(screen);
    }

    /// Does everything that the screen asks for, until it asks for nothing more.
    pub(super) fn work(&mut self) {
        loop {
            self.look();
            let before = self.state.case.clone();
            self.answer();
            self.take();
            self.look();
            self.fill_in();
            if self.state.case == before {
                return;
            }
        }
    }

    fn click(&mut self, action: Action) {
        self.counts.clicks += 1;
        self.act(action);
    }

    fn act(&mut self, action: Action) {
        let state = self.state.clone();
        self.state = update::<Everything>(&CONTENT, TODAY, state, action).0;
    }

    /// Counts the fields that are new on the screen.
    fn look(&mut self) {
        let entries: Vec<(String, bool)> = self.entries(|entry| {
            (entry.key.clone(), entry.problem == Some(Problem::Missing) && entry.value.trim().is_empty())
        });
        for (key, is_owed) in entries {
            if self.seen.insert(key.clone()) && is_owed {
                self.counts.required.insert(key);
            }
        }
    }

    /// The fields on the screen.
    fn entries<R>(&self, of: impl Fn(&Entry<'_>) -> R) -> Vec<R> {
        let view = self.state.view(&CONTENT);
        let mut entries: Vec<Entry<'_>> = match self.state.screen {
            Screen::Letter(index) => {
                view.to_fill_in(&CONTENT.paperwork.letters[index], &self.state.to_fill_in)
            }
            screen => view.sections_on(screen).into_iter().flat_map(|(_, entries)| entries).collect(),
        };
        if matches!(self.state.screen, Screen::Decision | Screen::AtOnce(_)) {
            let options = view.options_on(self.state.screen);
            let taken = options.filter(|option| option.choice == Choice::Taken);
            entries.extend(taken.flat_map(|option| option.entries.iter().cloned()));
            entries.extend(view.decision_reasons());
        }
        entries.iter().map(of).collect()
    }

    fn answer(&mut self) {
        let open = self.state.view(&CONTENT).unanswered_at(self.state.screen);
        for asked in open {
            self.tick(asked);
            self.note(asked);
        }
    }

    /// Ticks what is so: no click more than it takes.
    fn tick(&mut self, asked: Ref<Question>) {
        let question = &CONTENT.policy[asked];
        let known = self.facts.answers.iter().find(|(id, _)| *id == question.id);
        let (_, words) = known.unwrap_or_else(|| panic!("nobody knows: {}", question.id));
        match (&question.answers, *words) {
            (AnswerKind::AnyOf(_), []) => self.click(Action::Toggle(asked, NONE_OF_THESE.to_owned())),
            (AnswerKind::AnyOf(_), ticked) => {
                ticked.iter().for_each(|word| self.click(Action::Toggle(asked, (*word).to_owned())));
            }
            (_, [word]) => self.click(Action::Answer(asked, (*word).to_owned())),
            _ => panic!("{} takes one answer", question.id),
        }
    }

    /// Notes the evidence that is known for an answer.
    fn note(&mut self, asked: Ref<Question>) {
        let about = Key::Evidence(&CONTENT.policy[asked].id).to_string();
        let under = format!("{about}/");
        let notes = self.facts.notes.iter().filter(|(key, _)| *key == about || key.starts_with(&under));
        for (key, text) in notes {
            self.act(Action::Write((*key).to_owned(), (*text).to_owned()));
            self.counts.notes.insert((*key).to_owned());
        }
    }

    fn take(&mut self) {
        let view = self.state.view(&CONTENT);
        let offered = match self.state.screen {
            Screen::Decision | Screen::AtOnce(_) => view.options_on(self.state.screen),
            _ => return,
        };
        let open = offered.filter(|option| option.choice == Choice::Undecided);
        let open = open.filter(|option| self.facts.takes.contains(&option.id.as_str()));
        let keys: Vec<String> = open.map(|option| Key::Taken(&option.id).to_string()).collect();
        keys.into_iter().for_each(|key| self.click(Action::Write(key, "yes".to_owned())));
    }

    /// The details that an option taken has to tell of, where the officer knows them and none is filled in.
    fn told(&self) -> Vec<(String, bool)> {
        let known = |key: &String| self.facts.texts.iter().any(|(known, _)| known == key);
        let empty = self.entries(|entry| {
            let chosen = matches!(entry.field.kind, FieldKind::Choice(_));
            let of_option = entry.kind == EntryKind::Detail && entry.value.is_empty();
            of_option.then(|| (entry.key.clone(), chosen))
        });
        empty.into_iter().flatten().filter(|(key, _)| known(key)).collect()
    }

    /// Writes into each field with which something is wrong what is known; choosing is a click each.
    fn fill_in(&mut self) {
        let owed = self.entries(|entry| {
            let chosen = matches!(entry.field.kind, FieldKind::Choice(_) | FieldKind::Choices(_));
            entry.problem.is_some().then(|| (entry.key.clone(), chosen))
        });
        let told = self.told();
        self.counts.required.extend(told.iter().map(|(key, _)| key.clone()));
        for (key, chosen) in owed.into_iter().flatten().chain(told) {
            let known = self.facts.texts.iter().find(|(known, _)| *known == key);
            let (_, text) = known.unwrap_or_else(|| panic!("nobody says what stands in {key}"));
            self.counts.clicks += if chosen { text.lines().count() } else { 0 };
            self.act(Action::Write(key, (*text).to_owned()));
        }
    }
}
