//! "What if": the learner changes facts of a case, and sees what the policy gives for them.

use super::{CaseContext, CaseEdit, CaseMessage, CaseState};
use crate::components::source::source;
use ::course::{Change, FactChange, WhatIf};
use policy::{Answer, AnswerKind, NOT_SURE, Question, RawAnswers, Ref};
use ui::{Button, Checkbox, Checkboxes, Choice, Field, FieldKind, QuestionRow, changing};
use yew::{AttrValue, Callback, Html, html};

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
    let value_of = |fact: &Ref<Question>| fact.index().to_string();
    let choices = facts.iter().map(|fact| Choice::new(value_of(fact), policy[*fact].short.clone())).collect();
    let value = case.selected_fact.as_ref().map(value_of).unwrap_or_default();
    let on_input = context.on_edit(move |value: String| {
        CaseEdit::SelectFact(facts.iter().copied().find(|fact| fact.index().to_string() == value))
    });
    html! {
        <Field kind={FieldKind::Select("Choose a fact".into(), choices)} id={format!("fact-{}", context.practice.scenario.id)}
            label="Change a fact" {value} {on_input} />
    }
}

/// The answers that a fact could have instead.
fn answer_fields(context: &CaseContext<'_>, case: &CaseState, fact: Ref<Question>) -> Html {
    let question = &context.practice.policy[fact];
    let id = format!("what-if-{}", context.practice.scenario.id);
    let legend = html! { { changing(&question.ask) } };
    let given = case.facts.get(&question.id);
    let answers = possible_answers(question);
    if takes_several(question) {
        let ticked = |choice: &Choice| given.is_some_and(|answer| contains(answer, &choice.value));
        let box_of =
            |choice: Choice| Checkbox::new(choice.value.clone(), choice.label.clone(), ticked(&choice));
        let choices: Vec<Checkbox> = answers.into_iter().map(box_of).collect();
        let hint = hint(context, question, Some("Leave every box empty for none of these."));
        let on_toggle = change_fact(context, case, fact);
        html! { <Checkboxes key={question.id.as_str()} {id} class="practice-fact" {legend} {hint} {choices} {on_toggle} /> }
    } else {
        let chosen =
            answers.iter().find(|choice| given.is_some_and(|answer| contains(answer, &choice.value)));
        let chosen = chosen.map(|choice| choice.value.clone());
        let on_choose = change_fact(context, case, fact).reform(|value| (value, true));
        let hint = hint(context, question, None);
        html! { <QuestionRow key={question.id.as_str()} {id} class="practice-fact" {legend} {hint} {answers} {chosen} {on_choose} /> }
    }
}

/// The answers that a question can have.
fn possible_answers(question: &Question) -> Vec<Choice> {
    let mut answers = match &question.answers {
        AnswerKind::YesNo => vec![Choice::new("yes", "Yes"), Choice::new("no", "No")],
        AnswerKind::OneOf(choices) | AnswerKind::AnyOf(choices) => {
            choices.iter().map(|choice| Choice::new(choice.id.clone(), choice.label.clone())).collect()
        }
    };
    answers.push(Choice::new(NOT_SURE, "Not sure"));
    answers
}

/// What helps to change a fact: that the story does not say it, and `how` it is changed.
fn hint(context: &CaseContext<'_>, question: &Question, how: Option<&str>) -> Option<AttrValue> {
    const NOT_SAID: &str = "The story does not say. The case takes the usual answer for granted.";
    let not_said = context.practice.scenario.takes_for_granted(question).then_some(NOT_SAID);
    let hints: Vec<&str> = not_said.into_iter().chain(how).collect();
    (!hints.is_empty()).then(|| hints.join(" ").into())
}

/// A callback that changes a fact: it takes the value of a choice, and whether it is now selected.
fn change_fact(
    context: &CaseContext<'_>,
    case: &CaseState,
    fact: Ref<Question>,
) -> Callback<(AttrValue, bool)> {
    let question = context.practice.policy[fact].clone();
    let facts = case.facts.clone();
    context.on_edit(move |(choice, is_selected): (AttrValue, bool)| {
        CaseEdit::ChangeFact(fact, changed_answer(&question, &facts, &choice, is_selected))
    })
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
            <Button on_click={context.on(|| CaseMessage::RestoreFacts)}>{ "Back to the facts of the case" }</Button>
        }
    </> }
}

fn fact_changes(context: &CaseContext<'_>, facts: &[FactChange]) -> Html {
    let items = facts.iter().map(|fact| {
        let question = &context.practice.policy[fact.question];
        let before = fact.before.as_ref().map_or("not known".to_owned(), |before| question.in_words(before));
        let after = question.in_words(&fact.after);
        let key = [&question.id, ":", &after].concat();
        html! { <li {key}>{ format!("{}: {before}, now ", question.short) }<strong>{ after }</strong></li> }
    });
    html! { <>
        <h5>{ "You changed" }</h5>
        <ul>{ for items }</ul>
    </> }
}

fn result_changes(context: &CaseContext<'_>, changes: &[Change<'_>]) -> Html {
    let items = changes.iter().map(|change| {
        let key = format!("{}:{}:{}:{}", change.subject, change.before, change.after, change.reason);
        html! {
            <li {key}>
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
