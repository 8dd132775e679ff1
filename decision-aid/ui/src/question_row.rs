//! One question with its answers side by side.

use crate::field::Choice;
use crate::fieldset::{Described, Fieldset, choice_id};
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// The properties of a [`QuestionRow`].
#[derive(Debug, Properties, PartialEq)]
pub struct QuestionRowProps {
    /// The id of the question: that of the element, the name of its radio buttons, and its `data-question`. The radio button of
    /// an answer has the id `{id}-{value}`.
    pub id: AttrValue,
    /// The class of the element.
    #[prop_or(AttrValue::Static("row"))]
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
    /// The answers, in order. Their values differ and have no spaces.
    pub answers: Vec<Choice>,
    /// The value of the answer that is chosen.
    #[prop_or_default]
    pub chosen: Option<AttrValue>,
    /// Is told the value of an answer when it is chosen.
    pub on_choose: Callback<AttrValue>,
    /// What follows the answers: what opens on demand, and the question that an answer leads to.
    #[prop_or_default]
    pub children: Html,
}

/// One question with its answers side by side, of which one can be chosen.
///
/// ```
/// use ui::{Choice, QuestionRow};
/// use yew::{AttrValue, Callback, Html, html};
///
/// fn danger(chosen: Option<AttrValue>, on_choose: Callback<AttrValue>) -> Html {
///     let answers = vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "Not sure")];
///     html! { <QuestionRow id="danger" legend="Is anybody in danger now?" {answers} {chosen} {on_choose} /> }
/// }
/// ```
#[component]
pub fn QuestionRow(props: &QuestionRowProps) -> Html {
    Fieldset {
        class: &props.class,
        // The role of a plain fieldset cannot be invalid.
        role: Some("radiogroup"),
        described: Described {
            id: &props.id,
            hint: props.hint.as_ref(),
            error: props.error.as_ref(),
            announced: props.announced,
        },
        legend: &props.legend,
        optional: props.optional,
        choices: props.answers.iter().map(|answer| radio(props, answer)).collect(),
        children: &props.children,
    }
    .view()
}

fn radio(props: &QuestionRowProps, answer: &Choice) -> Html {
    let onchange = {
        let value = answer.value.clone();
        props.on_choose.reform(move |_| value.clone())
    };
    html! {
        <label class="answer" key={answer.value.as_str()}>
            <input type="radio" id={choice_id(&props.id, &answer.value)} name={props.id.clone()}
                value={answer.value.clone()} checked={props.chosen.as_ref() == Some(&answer.value)} {onchange} />
            <span class="answer-label" key={answer.label.as_str()}>{ answer.label.clone() }</span>
        </label>
    }
}
