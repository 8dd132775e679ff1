//! What a case is called in file names, and its dates for a calendar.

use crate::{CaseView, calendar_file};

impl CaseView<'_> {
    /// The case's reference as a part of a file name: letters, digits and hyphens; `case` where there is none.
    pub fn file_reference(&self) -> String {
        let mut name = String::new();
        for letter in self.reference().chars().take(40) {
            let plain = letter.is_ascii_alphanumeric();
            if plain || !(name.is_empty() || name.ends_with('-')) {
                name.push(if plain { letter } else { '-' });
            }
        }
        if name.is_empty() { "case".to_owned() } else { name }
    }

    /// The dates of the record that belong in a calendar, as a file for it. None where there is none yet.
    pub fn calendar(&self, today: &str) -> Option<String> {
        let sections = self.sections();
        let entries = sections.iter().flat_map(|(_, entries)| entries);
        let days = entries.filter_map(|entry| Some((entry.value.as_str(), entry.field.calendar.as_deref()?)));
        calendar_file(&days.collect::<Vec<_>>(), &self.reference(), today)
    }
}
