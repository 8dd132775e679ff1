//! What a case or a letter still lacks, with where to mend it.

use crate::Key;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::weighed_option::{Choice, WeighedOption};
use policy::Status;

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
        let mut missing = Vec::new();
        of_options(&mut missing, self.options());
        for (_, entries) in &self.sections() {
            of_entries(&mut missing, "", entries);
        }
        missing
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

/// What the decision on the options lacks: each sentence begins with the name of its option.
pub(crate) fn of_options(missing: &mut Vec<Missing>, options: &[WeighedOption<'_>]) {
    let before = missing.len();
    for option in options {
        let key = Key::Taken(&option.id).to_string();
        if is_left(option) {
            add_missing(missing, &key, &option.name, "decide whether to take it");
        }
        for other in &option.clashes {
            let says = format!("do not take it together with “{other}”");
            add_missing(missing, &key, &option.name, &says);
        }
        of_entries(missing, &option.name, &option.entries);
    }
    for missing in &mut missing[before..] {
        missing.of_option = true;
    }
}

/// Whether a decision is owed: the answers support the option, and nobody has said whether it is taken.
fn is_left(option: &WeighedOption<'_>) -> bool {
    option.choice == Choice::Undecided
        && option.status.is_some_and(|status| status.status == Status::Warranted)
}
