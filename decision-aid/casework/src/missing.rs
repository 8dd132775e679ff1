//! What a case or a letter still lacks, with the place to mend it.

use crate::Key;
use crate::case_view::{CaseView, Choice};
use crate::form::Entry;
use crate::options::WeighedOption;
use policy::Status;

/// Something that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The name of the place to mend it.
    pub key: String,
    /// What is wrong and what to do, in a sentence without a full stop.
    pub says: String,
    /// Whether that place is on the screen of the options.
    pub of_option: bool,
}

impl CaseView<'_> {
    /// Everything that the record still lacks, or that is wrong in it, in the order of the screens.
    pub fn missing(&self) -> Vec<Missing> {
        let mut lacking = Vec::new();
        of_options(&mut lacking, &self.options());
        for (_, entries) in &self.sections() {
            of_entries(&mut lacking, "", entries);
        }
        lacking
    }
}

/// What is wrong with some fields: each sentence begins with what they are about.
pub(crate) fn of_entries(lacking: &mut Vec<Missing>, about: &str, entries: &[Entry<'_>]) {
    for entry in entries {
        if let Some(problem) = &entry.problem {
            add_missing(lacking, &entry.key, about, &problem.says(&entry.field.label));
        }
    }
}

/// Adds something that is missing or wrong.
#[inline(never)]
pub(crate) fn add_missing(lacking: &mut Vec<Missing>, key: &str, about: &str, says: &str) {
    let says = if about.is_empty() { says.to_owned() } else { [about, " – ", says].concat() };
    lacking.push(Missing { key: key.to_owned(), says, of_option: false });
}

/// What the decision on the options lacks: each sentence begins with the name of its option.
pub(crate) fn of_options(lacking: &mut Vec<Missing>, options: &[WeighedOption<'_>]) {
    let before = lacking.len();
    for option in options {
        let key = Key::Taken(&option.id).to_string();
        if is_left(option) {
            add_missing(lacking, &key, &option.name, "decide whether to take it");
        }
        for other in &option.clashes {
            let says = ["do not take it together with “", other, "”"].concat();
            add_missing(lacking, &key, &option.name, &says);
        }
        of_entries(lacking, &option.name, &option.entries);
    }
    for lack in &mut lacking[before..] {
        lack.of_option = true;
    }
}

/// Whether a decision is owed: the answers support the option, and nobody has said whether it is taken.
fn is_left(option: &WeighedOption<'_>) -> bool {
    option.choice == Choice::Undecided
        && option.standing.is_some_and(|standing| standing.status == Status::Warranted)
}
