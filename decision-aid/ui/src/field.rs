//! A field to fill in.

use crate::browser::field_value;
use crate::changing::changing;
use crate::fieldset::{Described, about, optional};
use yew::events::{Event, InputEvent};
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// What can be chosen, with the value that stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it.
    pub value: AttrValue,
    /// Its words.
    pub label: AttrValue,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Several lines of text, of which this many have room at first.
    Lines(u8),
    /// A day, as `2026-08-31`.
    Date,
    /// A whole number, as text: what was typed is kept, whatever it is.
    Number,
    /// One of these, below an empty one with these words.
    Select(AttrValue, Vec<Choice>),
}

/// The properties of a [`Field`].
#[derive(Debug, Properties, PartialEq)]
pub struct FieldProps {
    /// What it takes.
    pub kind: FieldKind,
    /// The id of the control.
    pub id: AttrValue,
    /// What is to be filled in.
    pub label: AttrValue,
    /// What it is about, which is not shown: it makes the label unique, for voice control and screen readers.
    #[prop_or_default]
    pub about: AttrValue,
    /// Whether it may stay empty.
    #[prop_or_default]
    pub optional: bool,
    /// What helps to fill it in, in one line.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with what was filled in.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What the browser may fill in from elsewhere: nothing, where nothing is said.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// Is told what stands in it at each change, at times twice the same: a browser that fills a field in says so otherwise than
    /// one that somebody types into.
    pub on_input: Callback<String>,
}

/// A field under its label. What is typed into it is sent to no spell-checker.
///
/// ```
/// use ui::{Field, FieldKind};
/// use yew::{AttrValue, Callback, Html, html};
///
/// fn last_day(value: AttrValue, on_input: Callback<String>) -> Html {
///     html! { <Field kind={FieldKind::Date} id="last-day" label="Last day" hint="At most six months on." {value} {on_input} /> }
/// }
/// ```
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let described =
        Described { id: &props.id, hint: props.hint.as_ref(), error: props.error.as_ref(), announced: false };
    html! {
        <div class={if props.error.is_some() { "field field-wrong" } else { "field" }}>
            <label class="field-label" for={props.id.clone()}>
                { changing(&props.label) }{ about(&props.about) }{ optional(props.optional) }
            </label>
            { described.view() }
            { control(props, &described) }
        </div>
    }
}

fn control(props: &FieldProps, described: &Described<'_>) -> Html {
    let (id, value, autocomplete) = (props.id.clone(), props.value.clone(), props.autocomplete.clone());
    let (described_by, invalid) = (described.by(), described.invalid());
    let oninput = props.on_input.reform(|event: InputEvent| field_value(&event));
    let onchange = props.on_input.reform(|event: Event| field_value(&event));
    let (input_type, input_mode) = match &props.kind {
        FieldKind::Select(empty, choices) => {
            return html! {
                <select class="input" {id} aria-describedby={described_by} aria-invalid={invalid} {autocomplete} {oninput} {onchange}>
                    { option("", empty, &value) }
                    { for choices.iter().map(|choice| option(&choice.value, &choice.label, &value)) }
                </select>
            };
        }
        FieldKind::Lines(rows) => {
            return html! {
                <textarea class="input" rows={rows.to_string()} {id} aria-describedby={described_by} aria-invalid={invalid}
                    spellcheck="false" {autocomplete} {value} {oninput} {onchange} />
            };
        }
        FieldKind::Text => ("text", None),
        FieldKind::Date => ("date", None),
        FieldKind::Number => ("text", Some("numeric")),
    };
    let class = if props.kind == FieldKind::Text { "input" } else { "input input-short" };
    html! {
        <input {class} type={input_type} inputmode={input_mode} {id} aria-describedby={described_by} aria-invalid={invalid}
            spellcheck="false" {autocomplete} {value} {oninput} {onchange} />
    }
}

/// A choice of a list. When another becomes the one chosen, both are made anew: the attribute says which it is only until
/// somebody has chosen.
fn option(value: &str, label: &str, chosen: &str) -> Html {
    let selected = value == chosen;
    let key = [value, if selected { "\nselected\n" } else { "\n" }, label].concat();
    html! { <option {key} value={value.to_owned()} {selected}>{ label.to_owned() }</option> }
}
