//! What a case or a letter still lacks, with where to mend it.

use crate::Key;
use crate::case_view::CaseView;
use crate::entry::{Entry, Problem};
use crate::screen::Screen;
use crate::weighed_option::{Choice, WeighedOption};
use crate::wording::told;
use policy::{Letter, Policy, Question, Ref, Status};

/// Something that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The id of what to answer, write or change: that of a question, or the key of a text.
    pub id: String,
    /// What is wrong and what to do, in a sentence without a full stop.
    pub says: String,
    /// The screen on which that is done.
    pub screen: Screen,
}

impl<'a> CaseView<'a> {
    /// Everything that the record still lacks, or that is wrong in it, in the order of the screens.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = self.unanswered();
        missing.extend(self.undecided());
        for (section, entries) in &self.sections() {
            of_entries(&mut missing, "", entries, self.screen_of_section(section));
        }
        missing.sort_by_key(|missing| missing.screen);
        missing
    }

    /// What keeps the officer from going on from questions. Words that are still to come do not: whoever asks may not have them
    /// yet.
    pub fn missing_among(&self, screen: Screen) -> Vec<Missing> {
        let unanswered = self.unanswered_at(screen).into_iter();
        let mut missing: Vec<Missing> = unanswered.map(|asked| self.unanswered_one(asked)).collect();
        let mut entries = self.section_entries_on(screen);
        entries.retain(|entry| entry.problem != Some(Problem::Missing));
        of_entries(&mut missing, "", &entries, screen);
        missing
    }

    /// What keeps the officer from going on from a screen.
    pub fn missing_on(&self, screen: Screen) -> Vec<Missing> {
        let mut missing = match screen {
            Screen::Questions(..) | Screen::Review => return self.missing_among(screen),
            Screen::Decision => self.undecided(),
            Screen::AtOnce(_) => self.undecided_of(self.options_on(screen), screen),
            Screen::Letter(index) => {
                let letter = self.content.paperwork.letters.get(index);
                letter.map(|letter| self.missing_in(letter, screen)).unwrap_or_default()
            }
            Screen::Entries => {
                let mut missing = Vec::new();
                of_entries(&mut missing, "", &self.noted_entries(), screen);
                missing
            }
            Screen::Result | Screen::Dates | Screen::Done => Vec::new(),
        };
        of_entries(&mut missing, "", &self.section_entries_on(screen), screen);
        missing
    }

    /// What a letter lacks, each under the key of the field that stands on its screen for it.
    fn missing_in(&self, letter: &'a Letter, screen: Screen) -> Vec<Missing> {
        let state = self.letter(letter);
        let mut missing = state.missing(screen);
        for entry in state.needed() {
            let shown = self.recorded_entry(letter, entry);
            missing.iter_mut().filter(|missing| missing.id == entry.key).for_each(|missing| {
                missing.id.clone_from(&shown.key);
            });
        }
        let here = self.keys_to_fill_in(screen);
        missing.iter_mut().filter(|missing| here.contains(&missing.id)).for_each(|missing| {
            missing.screen = screen;
        });
        missing
    }

    /// The questions without an answer, in every group that is asked.
    fn unanswered(&self) -> Vec<Missing> {
        let screens = self.screens().into_iter();
        let unanswered = screens.flat_map(|screen| self.unanswered_at(screen));
        unanswered.map(|asked| self.unanswered_one(asked)).collect()
    }

    fn unanswered_one(&self, asked: Ref<Question>) -> Missing {
        let question = &self.policy()[asked];
        let says = format!("{}: choose an answer", question.short);
        Missing { id: question.id.clone(), says, screen: self.screen_of(asked) }
    }

    /// What the decision on the options lacks.
    pub(crate) fn undecided(&self) -> Vec<Missing> {
        let mut missing = self.undecided_of(self.options().iter(), Screen::Decision);
        missing.extend(self.none_taken());
        missing
    }

    /// What the decision on some options lacks, and its reasons, where that is mended on a screen.
    fn undecided_of<'o>(
        &self,
        options: impl Iterator<Item = &'o WeighedOption<'a>>,
        screen: Screen,
    ) -> Vec<Missing>
    where
        'a: 'o,
    {
        let mut missing = Vec::new();
        options.for_each(|option| of_option(&mut missing, self.policy(), option, screen));
        of_entries(&mut missing, "", &self.decision_reasons(), screen);
        missing
    }

    /// That none is taken of the options of which the outcome needs one.
    fn none_taken(&self) -> Option<Missing> {
        let policy = self.policy();
        let one_of = &policy[self.assessment().outcome?].decide_one;
        let first = one_of.first().filter(|_| !self.takes_any(one_of))?;
        let names: Vec<String> = one_of.iter().map(|option| format!("“{}”", policy[*option].name)).collect();
        let says = format!("Decide what follows. Take one of these: {}", names.join(", "));
        Some(Missing { id: Key::Taken(&policy[*first].id).to_string(), says, screen: Screen::Decision })
    }
}

/// What is wrong with some fields: each sentence begins with what they are about.
pub(crate) fn of_entries(missing: &mut Vec<Missing>, about: &str, entries: &[Entry<'_>], screen: Screen) {
    for entry in entries {
        if let Some(problem) = &entry.problem {
            add_missing(missing, &entry.key, about, &problem.says(&entry.field.label), screen);
        }
    }
}

/// Adds something that is missing or wrong.
pub(crate) fn add_missing(missing: &mut Vec<Missing>, id: &str, about: &str, says: &str, screen: Screen) {
    let says = if about.is_empty() { says.to_owned() } else { format!("{about} – {says}") };
    missing.push(Missing { id: id.to_owned(), says, screen });
}

/// What the decision on an option lacks: each sentence begins with its name.
fn of_option(missing: &mut Vec<Missing>, policy: &Policy, option: &WeighedOption<'_>, screen: Screen) {
    let id = Key::Taken(&option.id).to_string();
    if is_left(option) {
        add_missing(missing, &id, &option.name, "decide whether to take it", screen);
    }
    for other in &option.clashes {
        let says = format!("it contradicts “{other}”: take one of the two, or change one");
        add_missing(missing, &id, &option.name, &says, screen);
    }
    of_entries(missing, &option.name, &option.entries, screen);
    if tells_nothing(policy, option) {
        let details: Vec<&str> = option.details().map(|entry| entry.field.label.as_str()).collect();
        let says = format!("fill in at least one of these: {}", details.join(", "));
        add_missing(missing, &option.entries[0].key, &option.name, &says, screen);
    }
}

/// Whether all the details were left empty that would say what an option taken means.
fn tells_nothing(policy: &Policy, option: &WeighedOption<'_>) -> bool {
    let Some(known) = option.option.map(|known| &policy[known]) else { return false };
    option.choice == Choice::Taken
        && !known.tells.is_empty()
        && !option.entries.is_empty()
        && told(&known.tells, option).is_empty()
}

/// Whether a decision is owed: the answers support the option, and nobody has said whether it is taken.
fn is_left(option: &WeighedOption<'_>) -> bool {
    option.choice == Choice::Undecided
        && option.status.is_some_and(|status| status.status == Status::Warranted)
}
