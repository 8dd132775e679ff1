//! What a case is called in file names, and its date for a calendar.

use casework::{Desk, calendar_event};
use policy::FieldKind;

/// The case's reference as a part of a file name: letters, digits and hyphens; `case` where there is none.
pub(crate) fn reference(desk: &Desk<'_>) -> String {
    let written = desk.reference();
    let mut name = String::new();
    for letter in written.chars().take(40) {
        let plain = letter.is_ascii_alphanumeric();
        if plain || !(name.is_empty() || name.ends_with('-')) {
            name.push(if plain { letter } else { '-' });
        }
    }
    if name.is_empty() { "case".to_owned() } else { name }
}

/// The date that belongs in a calendar: the first field of the record that says so and has one.
pub(crate) fn calendar(desk: &Desk<'_>, today: &str) -> Option<String> {
    for (_, entries) in desk.sections() {
        for entry in entries {
            let what = entry.field.calendar.as_deref().filter(|_| entry.field.kind == FieldKind::Date);
            if let Some(event) =
                what.and_then(|what| calendar_event(&entry.value, what, &desk.reference(), today))
            {
                return Some(event);
            }
        }
    }
    None
}
