//! The form in which the learner decides a case: the outcome, whether each option can be used now, and what needs a person.

use super::{CaseContext, CaseEdit, CaseMessage, CaseState, heading_id};
use ::course::{Judgement, OutcomeChoice};
use policy::{Policy, PolicyOption, Ref};
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
                    <p>{ "Before you compare, choose what happens next, and answer for each step below it." }</p>
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
    let choices: Vec<(OutcomeChoice, Choice)> = case
        .outcome_choices
        .iter()
        .map(|choice| (*choice, outcome_choice(context.practice.policy, *choice)))
        .collect();
    let answers: Vec<Choice> = choices.iter().map(|(_, answer)| answer.clone()).collect();
    let chosen = choices.iter().find(|(choice, _)| Some(*choice) == case.decision.outcome);
    let chosen = chosen.map(|(_, answer)| answer.value.clone());
    let on_choose = context.on_edit(move |value: AttrValue| {
        let chosen = choices.iter().find(|(_, answer)| answer.value == value);
        CaseEdit::Outcome(chosen.map_or(OutcomeChoice::Open, |(choice, _)| *choice))
    });
    html! {
        <QuestionRow id={format!("outcome-{}", context.practice.scenario.id)} class="practice-outcome"
            legend="What happens next?" {answers} {chosen} {on_choose} />
    }
}

fn outcome_choice(policy: &Policy, choice: OutcomeChoice) -> Choice {
    let outcome = choice.outcome();
    let value = outcome.map_or_else(|| "open".to_owned(), |outcome| policy[outcome].id.clone());
    Choice::new(value, policy.outcome_name(outcome).to_owned())
}

fn option_fields(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let options = context.practice.options();
    if options.is_empty() {
        return html! {};
    }
    html! {
        <fieldset class="practice-options">
            <legend>{ "Can these steps be used now?" }</legend>
            { for options.into_iter().map(|option| option_field(context, case, option)) }
        </fieldset>
    }
}

fn option_field(context: &CaseContext<'_>, case: &CaseState, reference: Ref<PolicyOption>) -> Html {
    let option = &context.practice.policy[reference];
    let index = reference.index();
    let id = format!("option-{}-{}", context.practice.scenario.id, option.id);
    let answers: Vec<Choice> =
        Judgement::ALL.iter().map(|judgement| Choice::new(value(*judgement), judgement.says())).collect();
    let chosen = case.decision.options.get(&index).map(|judgement| AttrValue::from(value(*judgement)));
    let on_choose = context.on_edit(move |chosen: AttrValue| {
        let judgement = Judgement::ALL.into_iter().find(|judgement| value(*judgement) == chosen);
        CaseEdit::Option(index, judgement.unwrap_or(Judgement::Person))
    });
    html! { <QuestionRow {id} class="practice-option" legend={option.name.clone()} {answers} {chosen} {on_choose} /> }
}

/// The value of the button of a judgement.
fn value(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Yes => "yes",
        Judgement::No => "no",
        Judgement::Person => "person",
    }
}

fn open_points_field(context: &CaseContext<'_>, case: &CaseState) -> Html {
    html! {
        <Field kind={FieldKind::Lines(3)} id={format!("open-points-{}", context.practice.scenario.id)}
            label="What is still for a person to decide, and why?" optional=true
            hint="Name what the policy leaves to judgement, or what is not known. It is not kept."
            value={case.decision.open_points.clone()} on_input={context.on_edit(CaseEdit::OpenPoints)} />
    }
}
