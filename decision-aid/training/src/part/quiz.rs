//! A question to a learner: to answer, or answered and explained.

use super::source::source;
use crate::browser;
use crate::learner::Shared;
use ::course::is_right;
use policy::QuizQuestion;
use yew::events::{Event, SubmitEvent};
use yew::{Callback, Html, html};

/// A question while it is answered.
pub(crate) struct Asked<'a> {
    pub(crate) question: &'a QuizQuestion,
    /// The places of the choices, in the order shown.
    pub(crate) order: &'a [u8],
    /// The boxes ticked.
    pub(crate) ticked: &'a [u8],
    /// Whether the learner tried to go on without an answer.
    pub(crate) missing: bool,
    /// A box is ticked, or no longer.
    pub(crate) tick: Callback<(u8, bool)>,
    pub(crate) submit: Callback<()>,
    /// What the button says, and what stands beside it.
    pub(crate) go_on: &'static str,
    pub(crate) beside: Html,
}

/// The boxes after one is ticked, or no longer: of one right answer, one box.
pub(crate) fn tick(question: &QuizQuestion, ticked: &mut Vec<u8>, place: u8, on: bool) {
    if question.takes_several() {
        ticked.retain(|other| *other != place);
    } else {
        ticked.clear();
    }
    if on {
        ticked.push(place);
    }
}

/// A question to answer.
pub(crate) fn asked(asked: &Asked<'_>) -> Html {
    let Asked { question, order, ticked, missing, .. } = *asked;
    let id = &question.id;
    let (kind, rule) = if question.takes_several() {
        ("checkbox", "Choose each answer that is right.")
    } else {
        ("radio", "Choose one answer.")
    };
    let onsubmit = asked.submit.reform(|event: SubmitEvent| event.prevent_default());
    let rows = order.iter().filter_map(|place| {
        let choice = question.choices.get(usize::from(*place))?;
        let place = *place;
        let onchange = asked.tick.reform(move |event: Event| (place, browser::ticked(&event)));
        Some(html! {
            <label class="answer">
                <input type={kind} name={format!("choice-{id}")} id={format!("choice-{id}-{place}")}
                    checked={ticked.contains(&place)} {onchange} />
                <span class="answer-label">{ choice.says.clone() }</span>
            </label>
        })
    });
    let problem = format!("problem-{id}");
    let rule_id = format!("rule-{id}");
    html! {
        <form class="quiz" novalidate=true {onsubmit} key={id.clone()}>
            <fieldset class={missing.then_some("answers-error")}
                aria-describedby={if missing { format!("{rule_id} {problem}") } else { rule_id.clone() }}>
                <legend><h3 id={format!("ask-{id}")} tabindex="-1">{ question.ask.clone() }</h3></legend>
                <p class="hint" id={rule_id}>{ rule }</p>
                if missing {
                    <p class="error-message" id={problem} role="alert"><strong>{ "Error: " }</strong>{ "Choose an answer first" }</p>
                }
                <div class="answers">{ for rows }</div>
            </fieldset>
            <div class="actions"><button type="submit" class="button">{ asked.go_on }</button>{ asked.beside.clone() }</div>
        </form>
    }
}

/// A question that was answered, with what there is to say about each choice.
pub(crate) fn answered(shared: &Shared, question: &QuizQuestion, taken: &[u8], beside: Html) -> Html {
    let right = is_right(question, taken);
    let rows = (0..).zip(&question.choices).map(|(place, choice)| {
        let chosen = taken.contains(&place);
        let class = if choice.right { "feedback feedback-right" } else { "feedback feedback-wrong" };
        html! {
            <li class={class}>
                <p class="feedback-choice">
                    <strong class="feedback-word">{ if choice.right { "Right answer" } else { "Wrong answer" } }</strong>
                    if chosen { <span class="feedback-chosen">{ "You chose this" }</span> }
                    <span class="feedback-says">{ choice.says.clone() }</span>
                </p>
                <p>{ choice.feedback.clone() }</p>
            </li>
        }
    });
    let id = &question.id;
    html! {
        <div class="quiz-answered" key={id.clone()}>
            <h3 id={format!("ask-{id}")} tabindex="-1">
                <span class={if right { "mark mark-right" } else { "mark mark-wrong" }}>
                    { if right { "Right. " } else { "Not right. " } }
                </span>
                { question.ask.clone() }
            </h3>
            <ul class="feedback-list">{ for rows }</ul>
            <p>{ source(shared, &question.source) }</p>
            { beside }
        </div>
    }
}
