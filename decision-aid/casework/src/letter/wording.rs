//! How what was decided is said to people: an option taken with its details, and values as words.

use crate::calendar::in_words;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::weighed_option::WeighedOption;
use policy::{Field, FieldKind};

/// An option taken, in a line: what the policy tells the customer about it, or else its name and its details.
pub(crate) fn action(view: &CaseView<'_>, option: &WeighedOption<'_>) -> String {
    let template = option.option.and_then(|known| view.policy()[known].tells.as_deref());
    if let Some(template) = template {
        return told(template, option);
    }
    let details = option.details().filter(|entry| !entry.value.is_empty());
    let details: Vec<String> =
        details.map(|entry| format!("{}: {}", entry.field.label, shown(entry.field, &entry.value))).collect();
    if details.is_empty() {
        option.name.clone()
    } else {
        format!("{} – {}", option.name, details.join("; "))
    }
}

/// A sentence for the customer about an option taken, with each `{detail}` filled in.
fn told(template: &str, option: &WeighedOption<'_>) -> String {
    let mut told = String::new();
    let mut rest = template;
    // The compiler has refused templates with a brace that nothing closes or that names no detail.
    while let Some((before, (id, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        told.push_str(before);
        if let Some(entry) = option.details().find(|entry| entry.field.id == id) {
            told.push_str(&in_sentence(entry));
        }
        rest = after;
    }
    told + rest
}

/// A detail in the middle of a sentence, where what stands beside a choice begins with a small letter.
fn in_sentence(entry: &Entry<'_>) -> String {
    let mut value = shown(entry.field, &entry.value);
    if let (FieldKind::Choice(_), Some(first)) = (&entry.field.kind, value.get_mut(..1)) {
        first.make_ascii_lowercase();
    }
    match value.trim_end_matches('.') {
        "" => "[…]".to_owned(),
        value => value.to_owned(),
    }
}

/// A value as people read it: dates in words, choices by what stands beside them.
pub(crate) fn shown(field: &Field, value: &str) -> String {
    match &field.kind {
        FieldKind::Date => in_words(value),
        FieldKind::Choice(choices) => {
            let choice = choices.iter().find(|choice| choice.id == value);
            choice.map_or(value, |choice| &choice.label).to_owned()
        }
        FieldKind::Text | FieldKind::Lines | FieldKind::Number => value.trim().to_owned(),
    }
}
