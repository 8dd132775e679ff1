//! Fields to fill in: a label, a hint, and the native control for what can be written.

use crate::message::Sender;
use casework::Entry;
use policy::FieldKind;
use yew::prelude::*;

/// A field. Once the officer has asked what is missing, each says what is wrong with it; before that, only what was
/// written can be wrong.
pub(crate) fn field(entry: &Entry<'_>, tried: bool, send: &Sender) -> Html {
    let key = &entry.key;
    let problem = entry.problem.as_ref().filter(|_| tried || !entry.value.is_empty());
    let problem = problem.map(|problem| problem.says(&entry.field.label));
    let hint = [key, "-hint"].concat();
    let wrong = [key, "-problem"].concat();
    let described = match (&entry.field.hint, &problem) {
        (Some(_), Some(_)) => Some([&hint, " ", &wrong].concat()),
        (Some(_), None) => Some(hint.clone()),
        (None, Some(_)) => Some(wrong.clone()),
        (None, None) => None,
    };
    html! {
        <div class={if problem.is_some() { "field field-wrong" } else { "field" }} key={key.clone()}>
            <label class="field-label" for={key.clone()}>
                { &entry.field.label }
                if entry.field.optional { <span class="field-optional">{ " (if there is one)" }</span> }
            </label>
            if let Some(text) = &entry.field.hint { <p class="hint" id={hint}>{ text }</p> }
            if let Some(problem) = &problem {
                <p class="error-message" id={wrong}><span class="visually-hidden">{ "Error: " }</span>{ problem }</p>
            }
            { control(entry, described, problem.is_some(), send) }
        </div>
    }
}

fn control(entry: &Entry<'_>, described: Option<String>, wrong: bool, send: &Sender) -> Html {
    let (id, value) = (entry.key.clone(), entry.value.clone());
    let oninput = send.write(&entry.key);
    let invalid = wrong.then_some("true");
    let (kind, mode) = match &entry.field.kind {
        FieldKind::Choice(choices) => {
            return html! {
                <select class="input" {id} {oninput} aria-describedby={described} aria-invalid={invalid}>
                    <option value="" selected={value.is_empty()}>{ "Choose" }</option>
                    for choice in choices {
                        <option value={choice.id.clone()} selected={choice.id == value}>{ &choice.label }</option>
                    }
                </select>
            };
        }
        FieldKind::Text | FieldKind::Lines => {
            let rows = if entry.field.kind == FieldKind::Lines { "4" } else { "2" };
            return html! {
                <textarea class="input" {id} {value} {rows} {oninput} aria-describedby={described}
                    aria-invalid={invalid} />
            };
        }
        FieldKind::Date => ("date", None),
        FieldKind::Number => ("text", Some("numeric")),
    };
    html! {
        <input class="input input-short" type={kind} inputmode={mode} {id} {value} {oninput}
            aria-describedby={described} aria-invalid={invalid} />
    }
}

/// A place for a text of several lines, under a label.
pub(crate) fn text_area(key: &str, label: &str, value: &str, rows: &'static str, send: &Sender) -> Html {
    html! {
        <div class="field" key={key.to_owned()}>
            <label class="field-label" for={key.to_owned()}>{ label }</label>
            <textarea class="input" id={key.to_owned()} value={value.to_owned()} {rows} oninput={send.write(key)} />
        </div>
    }
}
