//! What stands in the fields of a letter: what was written there, or what the record already says.

use crate::Key;
use crate::calendar::in_words;
use crate::case_view::CaseView;
use crate::entry::{Entry, Problem};
use crate::weighed_option::{Choice, WeighedOption};
use crate::wording::{sentences, shown};
use policy::{Field, FieldKind, Letter, Prefill};

/// A field of a letter: what was written, or what the record already says.
pub(super) fn entry<'a>(view: &CaseView<'a>, letter: &Letter, field: &'a Field) -> Entry<'a> {
    let mut entry = view.entry(field, &Key::LetterField(&letter.id, &field.id));
    if entry.value.trim().is_empty() {
        entry.value = prefilled(view, letter, field);
    }
    // Whether a field may stay empty is decided by the parts that use it.
    if entry.problem == Some(Problem::Missing) && !entry.value.trim().is_empty() {
        entry.problem = None;
    }
    entry.problem = entry.problem.or_else(|| not_as_recorded(view, letter, field, &entry.value));
    entry
}

/// A date that the letter takes from the decision is that of the decision: two dates for one thing help nobody.
fn not_as_recorded(view: &CaseView<'_>, letter: &Letter, field: &Field, value: &str) -> Option<Problem> {
    let of_record = field.from.iter().filter(|from| matches!(from, Prefill::Record(_)));
    let recorded =
        of_record.map(|from| taken_from(view, letter, field, from)).find(|value| !value.is_empty())?;
    let differs = field.kind == FieldKind::Date && recorded != value;
    differs.then(|| Problem::NotAsRecorded(in_words(&recorded)))
}

/// What the record says: the first of what a field is taken from that says something.
fn prefilled(view: &CaseView<'_>, letter: &Letter, field: &Field) -> String {
    let found = field.from.iter().map(|from| taken_from(view, letter, field, from));
    found.into_iter().find(|value| !value.trim().is_empty()).unwrap_or_default()
}

fn taken_from(view: &CaseView<'_>, letter: &Letter, field: &Field, from: &Prefill) -> String {
    match from {
        Prefill::Record(id) => match (view.record_field(id), &field.kind) {
            // A sentence of the letter gets what people read, not what the case file stores.
            (Some(recorded), FieldKind::Text | FieldKind::Lines) => shown(recorded, &view.recorded(id)),
            _ => view.recorded(id),
        },
        Prefill::Evidence(asked) => {
            let between = if field.kind == FieldKind::Lines { "\n" } else { " " };
            let notes = asked.iter().flat_map(|asked| view.evidence(*asked));
            notes.collect::<Vec<_>>().join(between)
        }
        Prefill::Actions => {
            let told = view.options().iter().filter(|option| is_told(letter, option));
            told.flat_map(|option| sentences(view, option)).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Whether a letter tells of an option: it is taken, and the letter is about it, or about none in particular. One of the
/// officer's own is told of in every letter that tells what was decided.
fn is_told(letter: &Letter, option: &WeighedOption<'_>) -> bool {
    let about = option.option.is_none_or(|known| letter.about.is_empty() || letter.about.contains(&known));
    about && option.choice == Choice::Taken
}
