//! All the answers, to check before the result: by group, each with a way to change it.

use crate::message::Sender;
use crate::state::Step;
use casework::{Desk, Key};
use policy::{Question, Ref};
use yew::prelude::*;

/// All the answers.
pub(crate) fn answers_screen(desk: &Desk<'_>, send: &Sender) -> Html {
    let policy = desk.policy();
    let answered = &desk.way.answered;
    html! {
        <section class="all-answers" aria-labelledby="aid-heading">
            <h2 class="question-heading" id="aid-heading" tabindex="-1">{ "Check your answers" }</h2>
            for (place, group) in policy.groups.iter().enumerate() {
                if answered.iter().any(|asked| policy[*asked].group.index() == place) {
                    <h3>{ &group.title }</h3>
                    <dl class="answer-list">
                        for asked in answered.iter().filter(|asked| policy[**asked].group.index() == place) {
                            { row(desk, *asked, true, send) }
                        }
                    </dl>
                }
            }
            { set_aside(desk, send) }
            <div class="actions">
                <button type="button" class="button" onclick={send.show(Step::Result)}>{ "Show the result" }</button>
                { back(send) }
            </div>
        </section>
    }
}

/// The way back to the screen before.
pub(crate) fn back(send: &Sender) -> Html {
    html! {
        <button type="button" class="button-quiet" onclick={send.click(crate::message::Message::Back)}>{ "Back" }</button>
    }
}

fn row(desk: &Desk<'_>, asked: Ref<Question>, changeable: bool, send: &Sender) -> Html {
    let question = &desk.policy()[asked];
    let answer = desk.case.answers.get(&question.id).map(|answer| question.in_words(answer));
    let evidence = desk.case.text(&Key::Evidence(&question.id));
    html! {
        <div class="answer-row" key={asked.index()} data-question={question.id.clone()}>
            <dt>{ &question.short }</dt>
            <dd>{ answer }if !evidence.is_empty() { <span class="evidence-note">{ evidence }</span> }</dd>
            if changeable {
                <dd class="change">
                    <button type="button" class="link-button" onclick={send.show(Step::Change(asked))}>
                        { "Change" }<span class="visually-hidden">{ [": ", question.short.as_str()].concat() }</span>
                    </button>
                </dd>
            }
        </div>
    }
}

/// The answers that do not matter at the moment, and those that this version of the policy has no use for.
fn set_aside(desk: &Desk<'_>, send: &Sender) -> Html {
    let policy = desk.policy();
    let mut aside = Vec::new();
    for asked in policy.question_refs() {
        if desk.case.answers.contains_key(&policy[asked].id) && !desk.way.answered.contains(&asked) {
            aside.push(asked);
        }
    }
    let left_over = desk.case.left_over(policy);
    html! {
        <>
            if !aside.is_empty() {
                <h3>{ "Set aside" }</h3>
                <p>{ "These answers do not matter at the moment. They are kept, and count again if they come to matter." }</p>
                <dl class="answer-list set-aside">for asked in aside { { row(desk, asked, false, send) } }</dl>
            }
            if !left_over.is_empty() {
                <h3>{ "Not in this version of the policy" }</h3>
                <p>{ "These answers came with the case file, and this version has no use for them. The record lists them." }</p>
                <ul>for (id, answer) in left_over { <li>{ id }{ ": " }{ answer.words() }</li> }</ul>
            }
        </>
    }
}
