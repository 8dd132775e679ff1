//! Fields to fill in: a label, a hint, and the native control for what can be written.

use crate::element::Attribute::{Described, For, InputMode, Invalid, Rows, Selected, TabIndex, Type, Value};
use crate::element::{Element, fragment, tag};
use crate::message::Sender;
use crate::view::View;
use casework::{Entry, toggled};
use policy::{FieldChoice, FieldKind};

/// A field. Once the officer has asked what is missing, each says what is wrong with it; before that, only what was
/// written can be wrong.
#[inline(never)]
pub(crate) fn field(view: &View<'_>, entry: &Entry<'_>) -> Element {
    if let FieldKind::Choices(choices) = &entry.field.kind {
        return boxes(view, entry, choices);
    }
    let (key, of) = (entry.key.as_str(), entry.field);
    let mut label = label(key, &of.label);
    if of.optional {
        label.push(tag("span").class("field-optional").text(" (optional)"));
    }
    let mut control = control(entry).id(key).on_each(view.send.write(key));
    let mut described = String::new();
    let mut hint = fragment();
    if let Some(text) = &of.hint {
        let id = [key, "-hint"].concat();
        hint.push(tag("p").class("hint").id(&id).text(text));
        described = id;
    }
    let mut error = fragment();
    let mut class = "field";
    if let Some(problem) = &entry.problem
        && (view.show_errors || !entry.value.is_empty())
    {
        let id = [key, "-problem"].concat();
        error.push(error_message(&id, &problem.says(&of.label)));
        described.push_str(if described.is_empty() { "" } else { " " });
        described.push_str(&id);
        control = control.attr(Invalid, "true");
        class = "field field-wrong";
    }
    if !described.is_empty() {
        control = control.attr(Described, &described);
    }
    tag("div").class(class).key(key).child(label).child(hint).child(error).child(control)
}

/// A field of several choices: a box for each, under the label as its legend.
fn boxes(view: &View<'_>, entry: &Entry<'_>, choices: &[FieldChoice]) -> Element {
    let (key, of) = (entry.key.as_str(), entry.field);
    let mut legend = tag("legend").class("field-label").text(&of.label);
    if of.optional {
        legend.push(tag("span").class("field-optional").text(" (optional)"));
    }
    let mut set = tag("fieldset").class("field").key(key).id(key).attr(TabIndex, "-1").child(legend);
    let mut described = String::new();
    if let Some(text) = &of.hint {
        described = [key, "-hint"].concat();
        set.push(tag("p").class("hint").id(&described).text(text));
    }
    if let Some(problem) = entry.problem.as_ref().filter(|_| view.show_errors || !entry.value.is_empty()) {
        let id = [key, "-problem"].concat();
        set.push(error_message(&id, &problem.says(&of.label)));
        described = [&described, " ", &id].concat();
        set = set.class("field field-wrong");
    }
    let mut rows = tag("div").class("answers");
    for choice in choices {
        let id = [key, "/", &choice.id].concat();
        let ticked = entry.value.lines().any(|line| line == choice.id);
        let control = tag("input").attr(Type, "checkbox").id(&id).checked(ticked);
        let control = control.on(view.send.choose(key, &toggled(of, &entry.value, choice)));
        let words = tag("span").class("answer-label").text(&choice.label);
        rows.push(tag("label").class("answer").child(control).child(words));
    }
    let set = if described.is_empty() { set } else { set.attr(Described, described.trim()) };
    set.child(rows)
}

/// The fields of a list.
#[inline(never)]
pub(crate) fn fields<'e>(view: &View<'_>, entries: impl IntoIterator<Item = &'e Entry<'e>>) -> Element {
    let mut all = fragment();
    for entry in entries {
        all.push(field(view, entry));
    }
    all
}

/// The control for what can be written.
fn control(entry: &Entry<'_>) -> Element {
    let value = entry.value.as_str();
    let (kind, mode) = match &entry.field.kind {
        FieldKind::Choice(choices) => {
            let mut select = tag("select").class("input").child(option("", "Choose", value));
            for choice in choices {
                select.push(option(&choice.id, &choice.label, value));
            }
            return select;
        }
        // These have boxes of their own.
        FieldKind::Choices(_) => return fragment(),
        FieldKind::Text => return text_box("2", value),
        FieldKind::Lines => return text_box("4", value),
        FieldKind::Date => ("date", ""),
        FieldKind::Number => ("text", "numeric"),
    };
    let input = tag("input").class("input input-short").attr(Type, kind).value(value);
    if mode.is_empty() { input } else { input.attr(InputMode, mode) }
}

fn option(id: &str, label: &str, chosen: &str) -> Element {
    tag("option").attr(Value, id).flag(Selected, id == chosen).text(label)
}

/// A field for a text of several lines.
fn text_box(rows: &'static str, value: &str) -> Element {
    tag("textarea").class("input").attr(Rows, rows).value(value)
}

/// A field for a text of several lines, under a label.
#[inline(never)]
pub(crate) fn text_area(key: &str, words: &str, value: &str, rows: &'static str, send: &Sender) -> Element {
    labelled(key, words, text_box(rows, value), send)
}

/// A field that can hold anything, under a label.
#[inline(never)]
pub(crate) fn labelled(key: &str, words: &str, control: Element, send: &Sender) -> Element {
    let control = control.id(key).on_each(send.write(key));
    tag("div").class("field").key(key).child(label(key, words)).child(control)
}

/// The label of a field.
#[inline(never)]
pub(crate) fn label(key: &str, words: &str) -> Element {
    tag("label").class("field-label").attr(For, key).text(words)
}

/// What is wrong with a field.
#[inline(never)]
pub(crate) fn error_message(id: &str, words: &str) -> Element {
    tag("p").class("error-message").id(id).child(unseen("Error: ")).text(words)
}

/// Words for those who do not see how the page looks.
pub(crate) fn unseen(words: &str) -> Element {
    tag("span").class("visually-hidden").text(words)
}
