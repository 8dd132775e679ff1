//! "What if": the learner changes facts of a case, and sees what the policy gives for them.

use super::{CaseContext, CaseEdit, CaseMessage, CaseState};
use crate::browser;
use crate::components::source::source;
use ::course::{Change, FactChange, WhatIf};
use policy::{Answer, AnswerKind, NOT_SURE, Question, RawAnswers, Ref};
use yew::events::Event;
use yew::{Html, html};

pub(super) fn what_if(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let what_if = WhatIf::new(context.practice, &case.facts);
    html! {
        <section class="what-if">
            <h4>{ "What if a fact were different?" }</h4>
            { fact_list(context, case, what_if.changeable_facts()) }
            if let Some(fact) = case.selected_fact { { answer_fields(context, case, fact) } }
            { changes(context, &what_if) }
        </section>
    }
}

/// A list to select the fact to change from. Its values are the indices of the questions.
fn fact_list(context: &CaseContext<'_>, case: &CaseState, facts: Vec<Ref<Question>>) -> Html {
    let policy = context.practice.policy;
    let id = format!("fact-{}", context.practice.scenario.id);
    let selected = case.selected_fact;
    let items: Html = facts
        .iter()
        .map(|fact| {
            html! { <option value={fact.index().to_string()} selected={selected == Some(*fact)}>{ policy[*fact].short.clone() }</option> }
        })
        .collect();
    let onchange = context.on_edit(move |event: Event| {
        let index: Option<usize> = browser::selected_value(&event).parse().ok();
        CaseEdit::SelectFact(facts.iter().copied().find(|fact| Some(fact.index()) == index))
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{ "Change a fact" }</label>
            <select class="input" {id} {onchange}>
                <option value="" selected={selected.is_none()}>{ "Choose a fact" }</option>
                { items }
            </select>
        </div>
    }
}

/// The answers that a fact could have instead.
fn answer_fields(context: &CaseContext<'_>, case: &CaseState, fact: Ref<Question>) -> Html {
    let question = &context.practice.policy[fact];
    let mut choices: Vec<(&str, &str)> = match &question.answers {
        AnswerKind::YesNo => vec![("yes", "Yes"), ("no", "No")],
        AnswerKind::OneOf(choices) | AnswerKind::AnyOf(choices) => {
            choices.iter().map(|choice| (choice.id.as_str(), choice.label.as_str())).collect()
        }
    };
    choices.push((NOT_SURE, "Not sure"));
    let fields = choices.into_iter().map(|(id, label)| answer_field(context, case, fact, id, label));
    html! {
        <fieldset>
            <legend>{ question.ask.clone() }</legend>
            if context.practice.scenario.takes_for_granted(question) {
                <p class="hint">{ "The story does not say. The case takes the usual answer for granted." }</p>
            }
            if takes_several(question) { <p class="hint">{ "Leave every box empty for none of these." }</p> }
            <div class="answers">{ for fields }</div>
        </fieldset>
    }
}

/// The checkbox or radio button of one answer.
fn answer_field(
    context: &CaseContext<'_>,
    case: &CaseState,
    fact: Ref<Question>,
    choice: &str,
    label: &str,
) -> Html {
    let question = &context.practice.policy[fact];
    let input_type = if takes_several(question) { "checkbox" } else { "radio" };
    let scenario = &context.practice.scenario.id;
    let given = case.facts.get(&question.id);
    let onchange = {
        let (question, facts, choice) = (question.clone(), case.facts.clone(), choice.to_owned());
        context.on_edit(move |event: Event| {
            CaseEdit::ChangeFact(
                fact,
                changed_answer(&question, &facts, &choice, browser::is_checked(&event)),
            )
        })
    };
    html! {
        <label class="answer">
            <input type={input_type} name={format!("what-if-{scenario}-{}", question.id)} id={format!("what-if-{scenario}-{choice}")}
                checked={given.is_some_and(|answer| contains(answer, choice))} {onchange} />
            <span class="answer-label">{ label.to_owned() }</span>
        </label>
    }
}

fn takes_several(question: &Question) -> bool {
    matches!(question.answers, AnswerKind::AnyOf(_))
}

fn contains(answer: &Answer, choice: &str) -> bool {
    match answer {
        Answer::One(word) => word == choice,
        Answer::Many(words) => words.iter().any(|word| word == choice),
    }
}

/// The answer after a choice is selected or deselected. "Not sure" excludes every other choice.
fn changed_answer(question: &Question, facts: &RawAnswers, choice: &str, is_selected: bool) -> Answer {
    if !takes_several(question) || (choice == NOT_SURE && is_selected) {
        return Answer::One(choice.to_owned());
    }
    let mut words = match facts.get(&question.id) {
        Some(Answer::Many(words)) => words.clone(),
        _ => Vec::new(),
    };
    words.retain(|word| word != choice);
    if is_selected {
        words.push(choice.to_owned());
    }
    Answer::Many(words)
}

/// What is changed, in a live region that is always there, so that a screen reader speaks what appears in it.
fn changes(context: &CaseContext<'_>, what_if: &WhatIf<'_>) -> Html {
    let facts = what_if.fact_changes();
    html! { <>
        <div role="status">
            if facts.is_empty() {
                <p class="hint">{ "These are the facts of the case." }</p>
            } else {
                { fact_changes(context, &facts) }
                { result_changes(context, &what_if.changes()) }
            }
        </div>
        if !facts.is_empty() {
            <button type="button" class="button-quiet" onclick={context.on(|| CaseMessage::RestoreFacts)}>{ "Back to the facts of the case" }</button>
        }
    </> }
}

fn fact_changes(context: &CaseContext<'_>, facts: &[FactChange]) -> Html {
    let items = facts.iter().map(|fact| {
        let question = &context.practice.policy[fact.question];
        let before = fact.before.as_ref().map_or("not known".to_owned(), |before| question.in_words(before));
        html! { <li>{ format!("{}: {before}, now ", question.short) }<strong>{ question.in_words(&fact.after) }</strong></li> }
    });
    html! { <>
        <h5>{ "You changed" }</h5>
        <ul>{ for items }</ul>
    </> }
}

fn result_changes(context: &CaseContext<'_>, changes: &[Change<'_>]) -> Html {
    let items = changes.iter().map(|change| {
        html! {
            <li>
                <strong>{ change.subject.clone() }</strong>{ format!(": {}, now ", change.before) }<strong>{ change.after.clone() }</strong>{ ". " }
                { change.reason.clone() }{ " " }
                if let Some(from) = change.source { { source(context.data, from) } }
            </li>
        }
    });
    html! { <>
        <h5>{ "What changes with it" }</h5>
        if changes.is_empty() {
            <p>{ "Nothing. The policy gives the same for these facts." }</p>
        } else {
            <ul>{ for items }</ul>
        }
    </> }
}
