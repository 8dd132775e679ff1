//! A field of the record, an option or a letter, as an officer fills it in.

use crate::view::View;
use casework::state::Action;
use casework::{Entry, toggled};
use policy::{Field as FieldOf, FieldChoice, FieldKind as Kind, RecordSection};
use ui::{Checkbox, Checkboxes, Choice, Field, FieldKind};
use yew::{AttrValue, Html, html};

/// A section of the record.
pub(crate) fn record_section(view: &View<'_>, section: &RecordSection, fields: &[Entry<'_>]) -> Html {
    html! {
        <section class="record-part" key={section.id.as_str()}>
            <h3>{ section.title.clone() }</h3>
            <p>{ view.source(&section.source) }</p>
            <div class="side-by-side">{ entries(view, fields) }</div>
        </section>
    }
}

/// Fields one below the other.
pub(crate) fn entries(view: &View<'_>, entries: &[Entry<'_>]) -> Html {
    entries.iter().map(|entry| self::entry(view, entry)).collect()
}

/// Fields of one line, one beside the other.
pub(crate) fn one_line(view: &View<'_>, entries: &[Entry<'_>]) -> Html {
    // What has several lines, from elsewhere, needs a field that shows them.
    let kind =
        |entry: &Entry<'_>| if entry.value.contains('\n') { FieldKind::Lines(2) } else { FieldKind::Text };
    entries.iter().map(|entry| field(view, entry, kind(entry), "")).collect()
}

/// A field. That nothing stands in it is said once the officer went on too early; anything else that is wrong, at once.
pub(crate) fn entry(view: &View<'_>, entry: &Entry<'_>) -> Html {
    entry_about(view, entry, "")
}

/// The same, where another field on the screen can have the same label: `about` tells them apart.
pub(crate) fn entry_about(view: &View<'_>, entry: &Entry<'_>, about: &str) -> Html {
    match &entry.field.kind {
        Kind::Choices(choices) => several(view, entry, choices),
        kind => field(view, entry, field_kind(kind), about),
    }
}

fn field(view: &View<'_>, entry: &Entry<'_>, kind: FieldKind, about: &str) -> Html {
    let (field, key) = (entry.field, entry.key.as_str());
    html! {
        <Field {key} id={entry.key.clone()} {kind} label={field.label.clone()} about={about.to_owned()} optional={field.optional}
            hint={hint(field)} error={error(view, entry)} value={entry.value.clone()} on_input={view.write_under(entry.key.clone())} />
    }
}

fn error(view: &View<'_>, entry: &Entry<'_>) -> Option<AttrValue> {
    let is_said = view.state.show_errors || !entry.value.is_empty();
    let problem = entry.problem.as_ref().filter(|_| is_said);
    problem.map(|problem| problem.says(&entry.field.label).into())
}

fn hint(field: &FieldOf) -> Option<AttrValue> {
    field.hint.clone().map(AttrValue::from)
}

fn field_kind(kind: &Kind) -> FieldKind {
    match kind {
        Kind::Text => FieldKind::Lines(2),
        Kind::Lines => FieldKind::Lines(3),
        Kind::Date => FieldKind::Date,
        Kind::Number => FieldKind::Number,
        Kind::Choice(choices) | Kind::Choices(choices) => {
            let choice = |choice: &FieldChoice| Choice::new(choice.id.clone(), choice.label.clone());
            FieldKind::Select("Choose".into(), choices.iter().map(choice).collect())
        }
    }
}

/// A field of several choices: a box for each.
fn several(view: &View<'_>, entry: &Entry<'_>, choices: &[FieldChoice]) -> Html {
    let field = entry.field;
    let is_ticked = |choice: &FieldChoice| entry.value.lines().any(|line| line == choice.id);
    let boxes = choices
        .iter()
        .map(|choice| Checkbox::new(choice.id.clone(), choice.label.clone(), is_ticked(choice)));
    let boxes: Vec<Checkbox> = boxes.collect();
    // What the field holds once a choice is ticked, or its tick is taken away, worked out for each beforehand.
    let after: Vec<(String, String)> =
        choices.iter().map(|choice| (choice.id.clone(), toggled(field, &entry.value, choice))).collect();
    let key = entry.key.clone();
    let on_toggle = view.send.reform(move |(choice, _): (AttrValue, bool)| {
        let text = after.iter().find(|(id, _)| *id == *choice).map(|(_, text)| text.clone());
        crate::message::Message::Act(Action::Write(key.clone(), text.unwrap_or_default()))
    });
    html! {
        <Checkboxes key={entry.key.as_str()} id={entry.key.clone()} legend={html! { { field.label.clone() } }}
            optional={field.optional} hint={hint(field)} error={error(view, entry)} choices={boxes} {on_toggle} />
    }
}
