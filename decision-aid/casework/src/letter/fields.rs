//! What stands in the fields of a letter: what was written there, or what the record already says.

use super::wording::{action, shown};
use crate::Key;
use crate::calendar::in_words;
use crate::case_view::CaseView;
use crate::entry::{Entry, Problem};
use crate::weighed_option::Choice;
use policy::{Field, FieldKind, Letter, Prefill};

/// A field of a letter: what was written, or what the record already says.
pub(super) fn entry<'a>(view: &CaseView<'a>, letter: &Letter, field: &'a Field) -> Entry<'a> {
    let mut entry = view.entry(field, &Key::LetterField(&letter.id, &field.id));
    if entry.value.trim().is_empty() {
        entry.value = prefilled(view, field);
    }
    // Whether a field may stay empty is decided by the parts that use it.
    if entry.problem == Some(Problem::Missing) && !entry.value.trim().is_empty() {
        entry.problem = None;
    }
    entry.problem = entry.problem.or_else(|| not_as_recorded(view, field, &entry.value));
    entry
}

/// A date that the letter takes from the record is that of the record: both are the same decision.
fn not_as_recorded(view: &CaseView<'_>, field: &Field, value: &str) -> Option<Problem> {
    let (FieldKind::Date, Some(Prefill::Record(id))) = (&field.kind, &field.from) else { return None };
    let recorded = view.record_value(id);
    (!recorded.is_empty() && recorded != value).then(|| Problem::NotAsRecorded(in_words(&recorded)))
}

fn prefilled(view: &CaseView<'_>, field: &Field) -> String {
    match &field.from {
        None => String::new(),
        Some(Prefill::Record(id)) => match (view.record_field(id), &field.kind) {
            // A sentence of the letter gets what people read, not what the case file stores.
            (Some(recorded), FieldKind::Text | FieldKind::Lines) => shown(recorded, &view.record_value(id)),
            _ => view.record_value(id),
        },
        Some(Prefill::Evidence(asked)) => {
            view.case.text(&Key::Evidence(&view.policy()[*asked].id)).to_owned()
        }
        Some(Prefill::Detail(id)) => {
            let mut details = view.options().iter().flat_map(|option| option.details());
            details.find(|entry| entry.field.id == *id).map(|entry| entry.value.clone()).unwrap_or_default()
        }
        Some(Prefill::Actions) => {
            let taken = view.options().iter().filter(|option| option.choice == Choice::Taken);
            taken.map(|option| action(view, option)).collect::<Vec<_>>().join("\n")
        }
    }
}
