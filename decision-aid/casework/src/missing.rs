//! What a case or a letter still lacks, with where to mend it.

use crate::Key;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::weighed_option::{Choice, WeighedOption};
use crate::wording::told;
use policy::{Policy, Status};

/// Something that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The key of the text to write or change.
    pub key: String,
    /// What is wrong and what to do, in a sentence without a full stop.
    pub says: String,
    /// Whether that is done on the screen of the options.
    pub of_option: bool,
}

impl CaseView<'_> {
    /// Everything that the record still lacks, or that is wrong in it, in the order of the screens.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = self.undecided();
        for (_, entries) in &self.sections() {
            of_entries(&mut missing, "", entries);
        }
        missing
    }

    /// What the decision on the options lacks.
    pub(crate) fn undecided(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        of_options(&mut missing, self.policy(), self.options());
        missing.extend(self.none_taken());
        missing
    }

    /// That none is taken of the options of which the outcome needs one.
    fn none_taken(&self) -> Option<Missing> {
        let policy = self.policy();
        let one_of = &policy[self.assessment().outcome?].decide_one;
        let first = one_of.first().filter(|_| !self.takes_any(one_of))?;
        let names: Vec<String> = one_of.iter().map(|option| format!("“{}”", policy[*option].name)).collect();
        let says = format!("Decide what follows. Take one of these: {}", names.join(", "));
        Some(Missing { key: Key::Taken(&policy[*first].id).to_string(), says, of_option: true })
    }
}

/// What is wrong with some fields: each sentence begins with what they are about.
pub(crate) fn of_entries(missing: &mut Vec<Missing>, about: &str, entries: &[Entry<'_>]) {
    for entry in entries {
        if let Some(problem) = &entry.problem {
            add_missing(missing, &entry.key, about, &problem.says(&entry.field.label));
        }
    }
}

/// Adds something that is missing or wrong.
pub(crate) fn add_missing(missing: &mut Vec<Missing>, key: &str, about: &str, says: &str) {
    let says = if about.is_empty() { says.to_owned() } else { format!("{about} – {says}") };
    missing.push(Missing { key: key.to_owned(), says, of_option: false });
}

/// What the decision on each option lacks: each sentence begins with the name of its option.
fn of_options(missing: &mut Vec<Missing>, policy: &Policy, options: &[WeighedOption<'_>]) {
    let before = missing.len();
    for option in options {
        let key = Key::Taken(&option.id).to_string();
        if is_left(option) {
            add_missing(missing, &key, &option.name, "decide whether to take it");
        }
        for other in &option.clashes {
            let says = format!("it contradicts “{other}”: take one of the two, or change one");
            add_missing(missing, &key, &option.name, &says);
        }
        of_entries(missing, &option.name, &option.entries);
        if tells_nothing(policy, option) {
            let details: Vec<&str> = option.details().map(|entry| entry.field.label.as_str()).collect();
            let says = format!("fill in at least one of these: {}", details.join(", "));
            add_missing(missing, &option.entries[0].key, &option.name, &says);
        }
    }
    for missing in &mut missing[before..] {
        missing.of_option = true;
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
