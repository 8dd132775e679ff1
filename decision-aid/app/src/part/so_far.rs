//! The answers so far, each with a way to change it.

use policy::{Policy, Question, RawAnswers, Ref};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SoFarProperties {
    pub(crate) policy: Rc<Policy>,
    pub(crate) answered: Vec<Ref<Question>>,
    pub(crate) answers: RawAnswers,
    pub(crate) open: bool,
    pub(crate) on_change: Callback<Ref<Question>>,
}

/// The answers on the way, in the order they came up; then those that do not matter at the moment.
#[component]
pub(crate) fn SoFar(properties: &SoFarProperties) -> Html {
    let SoFarProperties { policy, answered, answers, open, on_change } = properties;
    let aside: Vec<Ref<Question>> = policy
        .question_refs()
        .filter(|question| answers.contains_key(&policy[*question].id) && !answered.contains(question))
        .collect();
    if answered.is_empty() && aside.is_empty() {
        return html! {};
    }
    let row = |question: &Ref<Question>, changeable: bool| {
        let (question, asked) = (*question, &policy[*question]);
        let answer = answers.get(&asked.id).map(|answer| asked.in_words(answer)).unwrap_or_default();
        html! {
            <div class="answer-row" key={question.index()}>
                <dt>{ &asked.short }</dt>
                <dd>{ answer }</dd>
                if changeable {
                    <dd class="change">
                        <button type="button" class="link-button" onclick={on_change.reform(move |_| question)}>
                            { "Change" }<span class="visually-hidden">{ format!(": {}", asked.short) }</span>
                        </button>
                    </dd>
                }
            </div>
        }
    };
    html! {
        <details class="so-far" open={*open}>
            <summary>{ format!("Your answers so far ({})", answered.len()) }</summary>
            <dl class="answer-list">{ for answered.iter().map(|question| row(question, true)) }</dl>
            if !aside.is_empty() {
                <p>{ "Set aside: these answers do not matter at the moment. They are kept." }</p>
                <dl class="answer-list">{ for aside.iter().map(|question| row(question, false)) }</dl>
            }
        </details>
    }
}
