//! "What if": a fact is changed, and what changes with it is shown.

use super::{Case, Desk, Step};
use crate::browser;
use crate::part::source::source;
use ::course::{Changed, WhatIf};
use policy::{Answer, AnswerKind, NOT_SURE, Question, RawAnswers, Ref};
use yew::events::Event;
use yew::{Html, html};

/// The facts to change, and what that changes.
pub(super) fn what_if(desk: &Desk<'_>, case: &Case) -> Html {
    let what_if = WhatIf::new(desk.practising, &case.facts);
    let policy = desk.practising.policy;
    let id = format!("fact-{}", desk.practising.case.id);
    let facts = what_if.facts();
    let onchange = {
        let facts = facts.clone();
        desk.on_event(move |event: Event| {
            let chosen: Option<usize> = browser::selected(&event).parse().ok();
            Step::Fact(chosen.and_then(|chosen| facts.iter().copied().find(|fact| fact.index() == chosen)))
        })
    };
    html! {
        <section class="what-if">
            <h4>{ "What if a fact were different?" }</h4>
            <div class="field">
                <label for={id.clone()}>{ "Change a fact" }</label>
                <select class="input" {id} {onchange}>
                    <option value="" selected={case.fact.is_none()}>{ "Choose a fact" }</option>
                    { for facts.iter().map(|fact| html! {
                        <option value={fact.index().to_string()} selected={case.fact == Some(*fact)}>{ policy[*fact].short.clone() }</option>
                    }) }
                </select>
            </div>
            if let Some(fact) = case.fact { { answers(desk, case, fact) } }
            { changes(desk, &what_if) }
        </section>
    }
}

/// The answers that a fact could have instead.
fn answers(desk: &Desk<'_>, case: &Case, fact: Ref<Question>) -> Html {
    let question = &desk.practising.policy[fact];
    let given = case.facts.get(&question.id);
    let row = |name: &str, label: String, several: bool| {
        let checked = match given {
            Some(Answer::One(word)) => word == name,
            Some(Answer::Many(words)) => words.iter().any(|word| word == name),
            None => false,
        };
        let (facts, id, name) = (case.facts.clone(), question.id.clone(), name.to_owned());
        let kind = if several { "checkbox" } else { "radio" };
        let control = format!("what-if-{}-{name}", desk.practising.case.id);
        let onchange = desk.on_event(move |event: Event| {
            Step::Change(fact, answer(&facts, &id, &name, several, browser::ticked(&event)))
        });
        html! {
            <label class="answer">
                <input type={kind} name={format!("what-if-{}-{}", desk.practising.case.id, question.id)} id={control} {checked} {onchange} />
                <span class="answer-label">{ label }</span>
            </label>
        }
    };
    let rows: Vec<Html> = match &question.answers {
        AnswerKind::YesNo => vec![row("yes", "Yes".to_owned(), false), row("no", "No".to_owned(), false)],
        AnswerKind::OneOf(choices) => {
            choices.iter().map(|choice| row(&choice.id, choice.label.clone(), false)).collect()
        }
        AnswerKind::AnyOf(choices) => {
            choices.iter().map(|choice| row(&choice.id, choice.label.clone(), true)).collect()
        }
    };
    let several = matches!(question.answers, AnswerKind::AnyOf(_));
    html! {
        <fieldset>
            <legend>{ question.ask.clone() }</legend>
            if several { <p class="hint">{ "Leave every box empty for none of these." }</p> }
            <div class="answers">{ for rows }{ row(NOT_SURE, "Not sure".to_owned(), several) }</div>
        </fieldset>
    }
}

/// The answer that ticking a box makes. "Not sure" stands alone.
fn answer(facts: &RawAnswers, question: &str, name: &str, several: bool, on: bool) -> Answer {
    if !several || (name == NOT_SURE && on) {
        return Answer::One(name.to_owned());
    }
    let mut words = match facts.get(question) {
        Some(Answer::Many(words)) => words.clone(),
        _ => Vec::new(),
    };
    words.retain(|word| word != name);
    if on {
        words.push(name.to_owned());
    }
    Answer::Many(words)
}

/// What is changed, in a place that stays, so that a screen reader speaks what comes into it; and the way back.
fn changes(desk: &Desk<'_>, what_if: &WhatIf<'_>) -> Html {
    let changed = what_if.changed_facts();
    let says = if changed.is_empty() {
        html! { <p class="hint">{ "These are the facts of the case." }</p> }
    } else {
        told(desk, what_if, &changed)
    };
    html! { <>
        <div role="status">{ says }</div>
        if !changed.is_empty() {
            <button type="button" class="button-quiet" onclick={desk.on(|| Step::Restore)}>{ "Back to the facts of the case" }</button>
        }
    </> }
}

/// The facts that are changed, and what changes with them.
fn told(desk: &Desk<'_>, what_if: &WhatIf<'_>, changed: &[(Ref<Question>, Option<Answer>, Answer)]) -> Html {
    let policy = desk.practising.policy;
    let facts = changed.iter().map(|(fact, was, is)| {
        let question = &policy[*fact];
        let was = was.as_ref().map_or("not known".to_owned(), |was| question.in_words(was));
        html! { <li>{ format!("{}: {was}, now ", question.short) }<strong>{ question.in_words(is) }</strong></li> }
    });
    let changes = what_if.changes();
    html! { <>
        <h5>{ "You changed" }</h5>
        <ul>{ for facts }</ul>
        <h5>{ "What changes with it" }</h5>
        if changes.is_empty() {
            <p>{ "Nothing. The policy gives the same for these facts." }</p>
        } else {
            <ul>{ for changes.iter().map(|changed| change(desk, changed)) }</ul>
        }
    </> }
}

fn change(desk: &Desk<'_>, changed: &Changed<'_>) -> Html {
    html! {
        <li>
            <strong>{ changed.about.clone() }</strong>{ format!(": {}, now ", changed.was) }<strong>{ changed.is.clone() }</strong>{ ". " }
            { changed.because.clone() }{ " " }
            if let Some(from) = changed.source { { source(desk.shared, from) } }
        </li>
    }
}
