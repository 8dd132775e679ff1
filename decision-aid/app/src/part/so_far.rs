//! The answers so far, each with a way to change it.

use crate::message::{Message, Sender};
use crate::state::Action;
use policy::{Policy, Question, RawAnswers, Ref};
use yew::prelude::*;

/// The answers on the way, in the order they came up; then those that do not matter at the moment.
pub(crate) fn so_far(
    policy: &Policy,
    answered: &[Ref<Question>],
    answers: &RawAnswers,
    open: bool,
    send: &Sender,
) -> Html {
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
                        <button type="button" class="link-button" onclick={send.click(Message::Act(Action::Change(question)))}>
                            { "Change" }<span class="visually-hidden">{ format!(": {}", asked.short) }</span>
                        </button>
                    </dd>
                }
            </div>
        }
    };
    html! {
        <details class="so-far" {open}>
            <summary>{ format!("Your answers so far ({})", answered.len()) }</summary>
            <dl class="answer-list">for question in answered { { row(question, true) } }</dl>
            if !aside.is_empty() {
                <p>{ "Set aside: these answers do not matter at the moment. They are kept." }</p>
                <dl class="answer-list">for question in &aside { { row(question, false) } }</dl>
            }
        </details>
    }
}
