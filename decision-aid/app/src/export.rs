//! What a case is called in file names, and its dates for a calendar.

use casework::{CaseView, calendar_file};

/// The case's reference as a part of a file name: letters, digits and hyphens; `case` where there is none.
pub(crate) fn reference(case_view: &CaseView<'_>) -> String {
    let written = case_view.reference();
    let mut name = String::new();
    for letter in written.chars().take(40) {
        let plain = letter.is_ascii_alphanumeric();
        if plain || !(name.is_empty() || name.ends_with('-')) {
            name.push(if plain { letter } else { '-' });
        }
    }
    if name.is_empty() { "case".to_owned() } else { name }
}

/// The dates of the record that belong in a calendar, as a file for it. None where there is none yet.
pub(crate) fn calendar(case_view: &CaseView<'_>, today: &str) -> Option<String> {
    let sections = case_view.sections();
    let mut days = Vec::new();
    for (_, entries) in &sections {
        for entry in entries {
            if let Some(what) = &entry.field.calendar {
                days.push((entry.value.as_str(), what.as_str()));
            }
        }
    }
    calendar_file(&days, &case_view.reference(), today)
}
