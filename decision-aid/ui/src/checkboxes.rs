//! A question with several answers.

use crate::browser::is_checked;
use crate::changing::stable;
use crate::fieldset::{Described, Fieldset, choice_id};
use yew::events::Event;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// A choice with its checkbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkbox {
    /// What stands for it. It has no spaces.
    pub value: AttrValue,
    /// Its words. A text may change; what is more than a text sees to that itself.
    pub label: Html,
    /// A note below the words, which is a part of the checkbox's name.
    pub note: Option<Html>,
    /// Whether it is ticked.
    pub checked: bool,
    /// What stands below it, such as a field that opens once it is ticked.
    pub opens: Html,
}

impl Checkbox {
    /// A choice without a note, which opens nothing.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<Html>, checked: bool) -> Self {
        Self { value: value.into(), label: label.into(), note: None, checked, opens: Html::default() }
    }
}

/// The properties of [`Checkboxes`].
#[derive(Debug, Properties, PartialEq)]
pub struct CheckboxesProps {
    /// The id of the question: that of the element, the name of its checkboxes, and its `data-question`. The checkbox of a
    /// choice has the id `{id}-{value}`.
    pub id: AttrValue,
    /// The class of the element.
    #[prop_or(AttrValue::Static("row-several"))]
    pub class: AttrValue,
    /// The question. A text may change; what is more than a text sees to that itself.
    pub legend: Html,
    /// Whether it may stay without an answer.
    #[prop_or_default]
    pub optional: bool,
    /// What helps to answer it, in one line.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong with the answer.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Whether a screen reader speaks the error when it appears, where no [`ErrorSummary`](crate::ErrorSummary) does.
    #[prop_or_default]
    pub announced: bool,
    /// The choices, in order, "None of these" and "Not sure" among them. Their values differ.
    pub choices: Vec<Checkbox>,
    /// Is told the value of a choice, and whether it is now ticked.
    pub on_toggle: Callback<(AttrValue, bool)>,
    /// What follows the choices.
    #[prop_or_default]
    pub children: Html,
}

/// A question of whose answers several can be ticked.
///
/// ```
/// use ui::{Checkbox, Checkboxes};
/// use yew::{AttrValue, Callback, Html, html};
///
/// fn contacts(by_mail: bool, on_toggle: Callback<(AttrValue, bool)>) -> Html {
///     let choices = vec![
///         Checkbox { opens: html! { <p>{ "How many in a week?" }</p> }, ..Checkbox::new("mail", "By mail", by_mail) },
///         Checkbox::new("none", "None of these", !by_mail),
///     ];
///     html! { <Checkboxes id="contacts" legend="How do they reach you?" {choices} {on_toggle} /> }
/// }
/// ```
#[component]
pub fn Checkboxes(props: &CheckboxesProps) -> Html {
    let described = Described {
        id: &props.id,
        hint: props.hint.as_ref(),
        error: props.error.as_ref(),
        announced: props.announced,
    };
    let invalid = described.invalid();
    Fieldset {
        class: &props.class,
        role: None,
        choices: props.choices.iter().map(|choice| checkbox(props, choice, invalid)).collect(),
        described,
        legend: &props.legend,
        optional: props.optional,
        children: &props.children,
    }
    .view()
}

fn checkbox(props: &CheckboxesProps, choice: &Checkbox, invalid: Option<&'static str>) -> Html {
    let onchange = {
        let value = choice.value.clone();
        props.on_toggle.reform(move |event: Event| (value.clone(), is_checked(&event)))
    };
    html! {
        <div key={choice.value.as_str()}>
            <label class="answer">
                <input type="checkbox" id={choice_id(&props.id, &choice.value)} name={props.id.clone()}
                    value={choice.value.clone()} checked={choice.checked} aria-invalid={invalid} {onchange} />
                <span class="answer-label">{ stable(&choice.label) }</span>
                if let Some(note) = &choice.note { <span class="answer-note">{ note.clone() }</span> }
            </label>
            { choice.opens.clone() }
        </div>
    }
}
