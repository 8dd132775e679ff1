//! Finds everything that is wrong with the settings, each with its line in `book.toml` and the likely fix.
//!
//! Which settings there are and of what type, [`Settings`] alone says: each line of the file is read by itself, so that one
//! mistake does not hide the next.

use super::contact_details::{ContactDetail, ContactDetails, TABLE};
use super::{Settings, parse_text};
use mdbook_core::config::Config;
use policy_compiler::{Diagnostic, Diagnostics, Place, in_plain_words};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue, Deserializer, Error};

/// Settings without which a handbook may be previewed and not published, each with an example.
const REQUIRED: [(&str, &str); 4] = [
    ("council", "Example County Council"),
    ("policy", "Customer Handling Policy"),
    ("version", "2026-11"),
    ("contact", "the customer services team"),
];

/// Everything that is wrong with what the file says.
pub(super) fn wrong(text: &str, page: usize) -> Diagnostics {
    let mut wrong = Diagnostics::default();
    // Where mdBook's own settings are wrong, the handbook's can be read all the same, unless this is no TOML.
    if let Err(error) = toml::from_str::<Config>(text) {
        wrong.push(unreadable(&error, Place::new(page, error.span().unwrap_or(0..0))));
    }
    let Ok(file) = DeTable::parse(text) else { return wrong };
    let mut settings: Vec<_> = handbook(file.get_ref()).into_iter().flat_map(DeTable::iter).collect();
    settings.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in settings {
        if let Some(details) = value.get_ref().as_table().filter(|_| key.get_ref() == TABLE[2]) {
            wrong_details(details, page).into_iter().for_each(|found| wrong.push(found));
        } else if let Some(found) = wrong_setting(key, value, page) {
            wrong.push(found);
        }
    }
    wrong
}

/// What the file does not say, and must. An empty text says nothing.
pub(super) fn missing(text: &str, page: usize) -> Diagnostics {
    let mut missing = Diagnostics::default();
    let Ok(file) = DeTable::parse(text) else { return missing };
    let settings = handbook(file.get_ref());
    for (name, example) in REQUIRED {
        let value = settings.and_then(|settings| settings.get(name));
        if value.is_some_and(|value| value.get_ref().as_str().is_none_or(|text| !text.trim().is_empty())) {
            continue;
        }
        let at = value.map(Spanned::span).unwrap_or_else(|| heading(text));
        missing.push(
            Diagnostic::new(Place::new(page, at), format!("the setting `{name}` is missing")).help(format!(
                "write `{name} = \"{example}\"`, with your own words, under [output.handbook]"
            )),
        );
    }
    missing
}

/// The contact details that are to be added before customers read the pages that show them.
pub(super) fn missing_contact_details(
    text: &str,
    page: usize,
    shown: &BTreeSet<ContactDetail>,
) -> Diagnostics {
    let details = toml::from_str(text).ok().and_then(|config| ContactDetails::read(&config).ok());
    let span = Some(span_of(text, &TABLE)).filter(|span| !span.is_empty()).unwrap_or_else(|| heading(text));
    let mut missing = Diagnostics::default();
    for detail in details.unwrap_or_default().unset().filter(|detail| shown.contains(detail)) {
        let message = format!("the setting `{}` is missing: {}", detail.name(), detail.what());
        let help = format!("write `{}`, with your own, under [{}]", detail.example(), TABLE.join("."));
        missing.push(Diagnostic::new(Place::new(page, span.clone()), message).help(help));
    }
    missing
}

fn handbook<'a>(file: &'a DeTable<'a>) -> Option<&'a DeTable<'a>> {
    file.get("output")?.get_ref().get("handbook")?.get_ref().as_table()
}

/// Where the value stands that the names of tables and a key lead to; the start of the file where there is none.
pub(super) fn span_of(text: &str, keys: &[&str]) -> Range<usize> {
    let Ok(file) = DeTable::parse(text) else { return 0..0 };
    let mut table = Some(file.get_ref());
    let mut span = 0..0;
    for key in keys {
        let Some(value) = table.and_then(|table| table.get(*key)) else { return 0..0 };
        span = value.span();
        table = value.get_ref().as_table();
    }
    span
}

/// Where the settings of the handbook begin; the start of the file where they do not.
fn heading(text: &str) -> Range<usize> {
    span_of(text, &["output", "handbook"])
}

/// What is wrong with one setting: its name, its type or its text.
fn wrong_setting(
    key: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    page: usize,
) -> Option<Diagnostic> {
    if let Some(text) = value.get_ref().as_str()
        && let Err(invalid) = parse_text(key.get_ref(), text)
    {
        let place = Place::new(page, value.span());
        return Some(Diagnostic::new(place, invalid.value.message()).help(invalid.value.help()));
    }
    unreadable_alone::<Settings>(key, value, page)
}

/// What is wrong with a line of a table, read by itself.
fn unreadable_alone<T: DeserializeOwned>(
    key: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    page: usize,
) -> Option<Diagnostic> {
    let alone = DeTable::from_iter([(key.clone(), value.clone())]);
    let alone = Deserializer::from(Spanned::new(key.span().start..value.span().end, alone));
    let error = T::deserialize(alone).err()?;
    let at = error.span().unwrap_or_else(|| key.span());
    Some(unreadable(&error, Place::new(page, at)))
}

/// What is wrong with contact details: each by itself, and each entry of a list.
fn wrong_details(details: &DeTable<'_>, page: usize) -> Vec<Diagnostic> {
    let mut values: Vec<_> =
        details.iter().flat_map(|(key, value)| entries(value).map(move |value| (key, value))).collect();
    values.sort_by_key(|(_, value)| value.span().start);
    let unreadable =
        values.iter().filter_map(|(key, value)| unreadable_alone::<ContactDetails>(key, value, page));
    unreadable.collect()
}

/// A value; or of a list, each entry as a list by itself.
fn entries<'v, 'a>(value: &'v Spanned<DeValue<'a>>) -> impl Iterator<Item = Spanned<DeValue<'a>>> + 'v {
    let list = value.get_ref().as_array().into_iter().flat_map(|list| list.iter());
    let alone = list.map(|entry| {
        let list = DeArray::from_iter([entry.clone()]);
        Spanned::new(entry.span(), DeValue::Array(list))
    });
    let whole = value.get_ref().as_array().is_none().then(|| value.clone());
    whole.into_iter().chain(alone)
}

fn unreadable(error: &Error, place: Place) -> Diagnostic {
    let (message, help) = in_plain_words(error.message());
    Diagnostic::new(place, format!("the settings cannot be read: {message}")).maybe_help(help)
}
