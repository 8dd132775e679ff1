//! What the learner would do: the outcome, then the options, then what needs a person.

use super::{Case, Desk, Step, heading};
use crate::browser;
use ::course::Said;
use policy::Status;
use yew::events::{Event, InputEvent, SubmitEvent};
use yew::{Html, html};

/// The case to decide.
pub(super) fn decide(desk: &Desk<'_>, case: &Case) -> Html {
    let onsubmit = desk.on_event(|event: SubmitEvent| {
        event.prevent_default();
        Step::Compare
    });
    let id = &desk.practising.case.id;
    html! {
        <form class="practice" novalidate=true {onsubmit}>
            <h3 id={heading(desk.practising.case)} tabindex="-1">{ "What would you do?" }</h3>
            if case.missing {
                <div class="error-summary" role="alert">
                    <p>{ "Before you compare, choose an outcome, and a status for each option." }</p>
                </div>
            }
            { outcome(desk, case) }
            { options(desk, case) }
            <div class="field">
                <label for={format!("open-points-{id}")}>{ "What needs a person, and why?" }<span class="field-optional">{ " (optional)" }</span></label>
                <p class="hint" id={format!("open-points-hint-{id}")}>{ "Name what the policy leaves to judgement, or what is not known. It is not kept." }</p>
                <textarea class="input" rows="3" id={format!("open-points-{id}")} aria-describedby={format!("open-points-hint-{id}")}
                    value={case.decision.open.clone()} oninput={desk.on_event(|event: InputEvent| Step::Open(browser::written(&event)))} />
            </div>
            <div class="actions">
                <button type="submit" class="button">{ "Compare with the policy" }</button>
                <button type="button" class="button-quiet" onclick={desk.on(|| Step::Leave)}>{ "Leave this case" }</button>
            </div>
        </form>
    }
}

fn outcome(desk: &Desk<'_>, case: &Case) -> Html {
    let policy = desk.practising.policy;
    let id = &desk.practising.case.id;
    let said = policy.outcome_refs().map(Said::Outcome).chain([Said::Open]);
    let rows = said.map(|said| {
        let (name, label) = match said {
            Said::Outcome(outcome) => (policy[outcome].id.clone(), policy[outcome].name.clone()),
            Said::Open => ("open".to_owned(), "It depends on what is not known yet".to_owned()),
        };
        html! {
            <label class="answer">
                <input type="radio" name={format!("outcome-{id}")} id={format!("outcome-{id}-{name}")}
                    checked={case.decision.outcome == Some(said)} onchange={desk.on(move || Step::Outcome(said))} />
                <span class="answer-label">{ label }</span>
            </label>
        }
    });
    html! {
        <fieldset class="practice-outcome">
            <legend>{ "Where does the policy lead?" }</legend>
            <div class="answers">{ for rows }</div>
        </fieldset>
    }
}

fn options(desk: &Desk<'_>, case: &Case) -> Html {
    let options = desk.practising.options();
    if options.is_empty() {
        return html! {};
    }
    let policy = desk.practising.policy;
    let rows = options.into_iter().map(|option| {
        let at = option.index();
        let id = format!("option-{}-{}", desk.practising.case.id, policy[option].id);
        let chosen = case.decision.options.get(&at).copied();
        let onchange =
            desk.on_event(move |event: Event| Step::Option(at, status(&browser::selected(&event))));
        html! {
            <div class="field">
                <label for={id.clone()}>{ policy[option].name.clone() }</label>
                <select class="input" {id} {onchange}>
                    <option value="" selected={chosen.is_none()}>{ "Choose a status" }</option>
                    { for Status::WORDS.iter().map(|(status, word)| html! {
                        <option value={*word} selected={chosen == Some(*status)}>{ meaning(*status) }</option>
                    }) }
                </select>
            </div>
        }
    });
    html! {
        <fieldset class="practice-options">
            <legend>{ "Would the facts support these options?" }</legend>
            { for rows }
        </fieldset>
    }
}

fn status(word: &str) -> Option<Status> {
    Status::WORDS.iter().find(|(_, known)| *known == word).map(|(status, _)| *status)
}

/// A status with what it means, for somebody who is learning it.
fn meaning(status: Status) -> String {
    let means = match status {
        Status::Required => "the policy requires it",
        Status::Warranted => "the facts would support it",
        Status::Open => "a person has to judge",
        Status::NotWarranted => "the facts do not support it",
        Status::NotAvailable => "something has to come first",
        Status::NotOffered => "not weighed in this outcome",
    };
    format!("{}: {means}", status.name())
}
