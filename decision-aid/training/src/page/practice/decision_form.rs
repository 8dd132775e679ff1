//! The form in which the learner decides a case: the outcome, the status of each option, and what needs a person.

use super::{CaseContext, CaseEdit, CaseMessage, CaseState, heading_id};
use crate::browser;
use ::course::OutcomeChoice;
use policy::{PolicyOption, Ref, Status};
use yew::events::{Event, InputEvent, SubmitEvent};
use yew::{Html, html};

pub(super) fn decision_form(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let onsubmit = context.callback(|event: SubmitEvent| {
        event.prevent_default();
        CaseMessage::Compare
    });
    let close = context.on(|| CaseMessage::Close);
    html! {
        <form class="practice" novalidate=true {onsubmit}>
            <h3 id={heading_id(context.practice.scenario)} tabindex="-1">{ "What would you do?" }</h3>
            if case.show_errors {
                <div class="error-summary" role="alert">
                    <p>{ "Before you compare, choose an outcome, and a status for each option." }</p>
                </div>
            }
            { outcome_fields(context, case) }
            { option_fields(context, case) }
            { open_points_field(context, case) }
            <div class="actions">
                <button type="submit" class="button">{ "Compare with the policy" }</button>
                <button type="button" class="button-quiet" onclick={close}>{ "Leave this case" }</button>
            </div>
        </form>
    }
}

fn outcome_fields(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let outcomes = context.practice.policy.outcome_refs().map(OutcomeChoice::Outcome);
    let choices = outcomes.chain([OutcomeChoice::Open]);
    html! {
        <fieldset class="practice-outcome">
            <legend>{ "Where does the policy lead?" }</legend>
            <div class="answers">{ for choices.map(|choice| outcome_choice(context, case, choice)) }</div>
        </fieldset>
    }
}

fn outcome_choice(context: &CaseContext<'_>, case: &CaseState, choice: OutcomeChoice) -> Html {
    let policy = context.practice.policy;
    let (value, label) = match choice {
        OutcomeChoice::Outcome(outcome) => (policy[outcome].id.as_str(), policy[outcome].name.as_str()),
        OutcomeChoice::Open => ("open", "It depends on what is not known yet"),
    };
    let name = format!("outcome-{}", context.practice.scenario.id);
    let onchange = context.on_edit(move |_: Event| CaseEdit::Outcome(choice));
    html! {
        <label class="answer">
            <input type="radio" id={format!("{name}-{value}")} {name}
                checked={case.decision.outcome == Some(choice)} {onchange} />
            <span class="answer-label">{ label.to_owned() }</span>
        </label>
    }
}

fn option_fields(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let options = context.practice.options();
    if options.is_empty() {
        return html! {};
    }
    html! {
        <fieldset class="practice-options">
            <legend>{ "Would the facts support these options?" }</legend>
            { for options.into_iter().map(|option| option_field(context, case, option)) }
        </fieldset>
    }
}

fn option_field(context: &CaseContext<'_>, case: &CaseState, reference: Ref<PolicyOption>) -> Html {
    let option = &context.practice.policy[reference];
    let index = reference.index();
    let id = format!("option-{}-{}", context.practice.scenario.id, option.id);
    let selected = case.decision.options.get(&index).copied();
    let onchange = context.on_edit(move |event: Event| {
        CaseEdit::Option(index, status_of_word(&browser::selected_value(&event)))
    });
    let statuses = Status::WORDS.iter().map(|(status, word)| {
        html! { <option value={*word} selected={selected == Some(*status)}>{ explained_status(*status) }</option> }
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{ option.name.clone() }</label>
            <select class="input" {id} {onchange}>
                <option value="" selected={selected.is_none()}>{ "Choose a status" }</option>
                { for statuses }
            </select>
        </div>
    }
}

fn open_points_field(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let id = format!("open-points-{}", context.practice.scenario.id);
    let hint_id = format!("open-points-hint-{}", context.practice.scenario.id);
    let oninput = context.on_edit(|event: InputEvent| CaseEdit::OpenPoints(browser::field_text(&event)));
    html! {
        <div class="field">
            <label for={id.clone()}>{ "What needs a person, and why?" }<span class="field-optional">{ " (optional)" }</span></label>
            <p class="hint" id={hint_id.clone()}>{ "Name what the policy leaves to judgement, or what is not known. It is not kept." }</p>
            <textarea class="input" rows="3" {id} aria-describedby={hint_id} value={case.decision.open_points.clone()} {oninput} />
        </div>
    }
}

/// The status that is written as this word in a block; `None` for anything else.
fn status_of_word(word: &str) -> Option<Status> {
    Status::WORDS.iter().find(|(_, known)| *known == word).map(|(status, _)| *status)
}

/// A status with what it means, for somebody who is learning it.
fn explained_status(status: Status) -> String {
    let meaning = match status {
        Status::Required => "the policy requires it",
        Status::Warranted => "the facts would support it",
        Status::Open => "a person has to judge",
        Status::NotWarranted => "the facts do not support it",
        Status::NotAvailable => "something has to come first",
        Status::NotOffered => "not weighed in this outcome",
    };
    format!("{}: {meaning}", status.name())
}
