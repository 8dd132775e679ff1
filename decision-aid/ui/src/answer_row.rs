//! A row of a list of answers to check.

use crate::{Button, ButtonKind};
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// The properties of an [`AnswerRow`].
#[derive(Debug, Properties, PartialEq)]
pub struct AnswerRowProps {
    /// The id of the question.
    pub question: AttrValue,
    /// What was asked.
    pub asked: Html,
    /// What the button to change the answer is about, which is not shown: see [`crate::ButtonProps`].
    #[prop_or_default]
    pub about: AttrValue,
    /// Is called when the answer is to be changed; `None` where it cannot be changed.
    #[prop_or_default]
    pub on_change: Option<Callback<()>>,
    /// The answer.
    pub children: Html,
}

/// A question with its answer and a way to change it. It stands in a `dl` with the class `answer-list`.
#[component]
pub fn AnswerRow(props: &AnswerRowProps) -> Html {
    html! {
        <div class="answer-row" data-question={&props.question}>
            <dt>{ props.asked.clone() }</dt>
            <dd>{ props.children.clone() }</dd>
            if let Some(on_click) = props.on_change.clone() {
                <dd class="change"><Button kind={ButtonKind::Link} about={&props.about} {on_click}>{ "Change" }</Button></dd>
            }
        </div>
    }
}
