//! How what was decided is said to people: an option taken with its details, and values as words.

use crate::calendar::in_words;
use crate::case_view::CaseView;
use crate::entry::Entry;
use crate::form::chosen;
use crate::weighed_option::WeighedOption;
use policy::{Field, FieldKind};

/// What the customer is told of an option taken, sentence by sentence. Where the policy has no words for one that limits the
/// customer, its name and its details are told; of anything else, nothing.
pub(crate) fn sentences(view: &CaseView<'_>, option: &WeighedOption<'_>) -> Vec<String> {
    let known = option.option.map(|known| &view.policy()[known]);
    match known {
        Some(known) if !known.tells.is_empty() => told(&known.tells, option),
        Some(known) if !known.restricts => Vec::new(),
        _ => vec![name_and_details(option)],
    }
}

/// The sentences of an option whose every blank has something in it, or must have.
pub(crate) fn told(templates: &[String], option: &WeighedOption<'_>) -> Vec<String> {
    templates.iter().filter_map(|template| filled(template, option)).collect()
}

fn name_and_details(option: &WeighedOption<'_>) -> String {
    let details = option.details().filter(|entry| !entry.value.is_empty());
    let details: Vec<String> =
        details.map(|entry| format!("{}: {}", entry.field.label, shown(entry.field, &entry.value))).collect();
    if details.is_empty() {
        option.name.clone()
    } else {
        format!("{} – {}", option.name, details.join("; "))
    }
}

/// A sentence for the customer with each `{detail}` filled in; nothing where one is left empty that may be.
fn filled(template: &str, option: &WeighedOption<'_>) -> Option<String> {
    let mut told = String::new();
    let mut rest = template;
    // The compiler has refused templates with a brace that nothing closes or that names no detail.
    while let Some((before, (id, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        let entry = option.details().find(|entry| entry.field.id == id)?;
        if entry.field.optional && entry.value.trim().is_empty() {
            return None;
        }
        told.push_str(before);
        let value = in_sentence(entry);
        // A full stop that ends what was filled in does not stand beside that of the sentence.
        told.push_str(if after.starts_with('.') { value.trim_end_matches('.') } else { &value });
        rest = after;
    }
    Some(told + rest)
}

/// A detail in the middle of a sentence, where what stands beside a choice begins with a small letter.
fn in_sentence(entry: &Entry<'_>) -> String {
    let mut value = shown(entry.field, &entry.value);
    if let (FieldKind::Choice(_), Some(first)) = (&entry.field.kind, value.get_mut(..1)) {
        first.make_ascii_lowercase();
    }
    if value.is_empty() { "[…]".to_owned() } else { value }
}

/// A value as people read it: dates in words, choices by what stands beside them.
pub(crate) fn shown(field: &Field, value: &str) -> String {
    match &field.kind {
        FieldKind::Date => in_words(value),
        FieldKind::Choice(_) | FieldKind::Choices(_) => {
            let chosen: Vec<&str> = chosen(field, value).map(|choice| choice.label.as_str()).collect();
            if chosen.is_empty() { value.to_owned() } else { chosen.join(", ") }
        }
        FieldKind::Text | FieldKind::Lines | FieldKind::Number => value.trim().to_owned(),
    }
}
