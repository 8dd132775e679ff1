//! The form in which the learner decides a case: the outcome, the status of each option, and what needs a person.

use super::{CaseContext, CaseEdit, CaseMessage, CaseState, heading_id};
use ::course::OutcomeChoice;
use policy::{Policy, PolicyOption, Ref, Status};
use ui::{Button, Choice, Field, FieldKind, QuestionRow, SubmitButton};
use yew::events::SubmitEvent;
use yew::{AttrValue, Html, html};

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
                <SubmitButton>{ "Compare with the policy" }</SubmitButton>
                <Button on_click={close}>{ "Leave this case" }</Button>
            </div>
        </form>
    }
}

fn outcome_fields(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let outcomes = context.practice.policy.outcome_refs().map(OutcomeChoice::Outcome);
    let choices = outcomes.chain([OutcomeChoice::Open]);
    let choices: Vec<(OutcomeChoice, Choice)> =
        choices.map(|choice| (choice, outcome_choice(context.practice.policy, choice))).collect();
    let answers: Vec<Choice> = choices.iter().map(|(_, answer)| answer.clone()).collect();
    let chosen = choices.iter().find(|(choice, _)| Some(*choice) == case.decision.outcome);
    let chosen = chosen.map(|(_, answer)| answer.value.clone());
    let on_choose = context.on_edit(move |value: AttrValue| {
        let chosen = choices.iter().find(|(_, answer)| answer.value == value);
        CaseEdit::Outcome(chosen.map_or(OutcomeChoice::Open, |(choice, _)| *choice))
    });
    html! {
        <QuestionRow id={format!("outcome-{}", context.practice.scenario.id)} class="practice-outcome"
            legend="Where does the policy lead?" {answers} {chosen} {on_choose} />
    }
}

fn outcome_choice(policy: &Policy, choice: OutcomeChoice) -> Choice {
    match choice {
        OutcomeChoice::Outcome(outcome) => {
            Choice::new(policy[outcome].id.clone(), policy[outcome].name.clone())
        }
        OutcomeChoice::Open => Choice::new("open", "It depends on what is not known yet"),
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
    let selected = case.decision.options.get(&index);
    let word = Status::WORDS.iter().find(|(status, _)| Some(status) == selected).map_or("", |(_, word)| word);
    let statuses = Status::WORDS.iter().map(|(status, word)| Choice::new(*word, explained_status(*status)));
    let kind = FieldKind::Select("Choose a status".into(), statuses.collect());
    let on_input = context.on_edit(move |word: String| CaseEdit::Option(index, status_of_word(&word)));
    html! { <Field {kind} {id} label={option.name.clone()} value={word} {on_input} /> }
}

fn open_points_field(context: &CaseContext<'_>, case: &CaseState) -> Html {
    html! {
        <Field kind={FieldKind::Lines(3)} id={format!("open-points-{}", context.practice.scenario.id)}
            label="What needs a person, and why?" optional=true
            hint="Name what the policy leaves to judgement, or what is not known. It is not kept."
            value={case.decision.open_points.clone()} on_input={context.on_edit(CaseEdit::OpenPoints)} />
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
