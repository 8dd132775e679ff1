//! The learner's decision beside what the policy gives, line by line, with the clauses and the reasons.

use super::{CaseContext, CaseEdit, CaseMessage, CaseState, heading_id, what_if};
use crate::components::source::source;
use ::course::{Agreement, ComparisonLine};
use policy::{Question, Ref, Scenario};
use ui::{Button, Checkbox, Checkboxes, Status};
use yew::{AttrValue, Html, html};

/// The comparison. `next` is the case to go on with.
pub(super) fn comparison(context: &CaseContext<'_>, case: &CaseState, next: Option<&Scenario>) -> Html {
    let practice = context.practice;
    let lines = practice.compare(&case.decision);
    let same = lines.iter().filter(|line| line.agreement == Agreement::Same).count();
    let near = lines.iter().filter(|line| matches!(line.agreement, Agreement::Near(_))).count();
    html! {
        <div class="practice">
            <h3 id={heading_id(practice.scenario)} tabindex="-1">
                { format!("{same} of {} as the policy has it", lines.len()) }
                if near > 0 { { format!(", {near} close") } }
            </h3>
            { for lines.iter().map(|line| self::line(context, line)) }
            { deciding_facts(context) }
            { open_points(context, case) }
            { feedback(practice.scenario, same == lines.len()) }
            { what_if::what_if(context, case) }
            <div class="actions">
                if let Some(next) = next {
                    <a class="button" href={format!("#scenario-{}", next.id)}>{ format!("Go on with “{}”", next.title) }</a>
                }
                <Button on_click={context.on(|| CaseMessage::Decide)}>{ "Decide it again" }</Button>
                <Button on_click={context.on(|| CaseMessage::Close)}>{ "Leave this case" }</Button>
            </div>
        </div>
    }
}

fn line(context: &CaseContext<'_>, line: &ComparisonLine<'_>) -> Html {
    let (class, word, difference) = match &line.agreement {
        Agreement::Same => ("compared compared-same", "Same", None),
        Agreement::Near(difference) => ("compared compared-near", "Close", Some(difference.clone())),
        Agreement::Different => ("compared compared-different", "Different", None),
    };
    html! {
        <div {class}>
            <h4><span class="compared-word">{ word }</span>{ " " }{ line.option.unwrap_or("What happens next").to_owned() }</h4>
            <dl>
                <div><dt>{ "You said" }</dt><dd>{ line.learner.clone() }</dd></div>
                <div><dt>{ "The policy gives" }</dt><dd>{ line.policy.clone() }</dd></div>
            </dl>
            if let Some(mistake) = line.mistake { <p class="compared-mistake">{ mistake.to_owned() }</p> }
            if let Some(difference) = difference { <p class="compared-difference">{ difference }</p> }
            <p>
                if line.needs_a_person { <strong>{ "This needs a person. " }</strong> }
                { line.reason.clone() }{ " " }
                if let Some(from) = line.source { { source(context.data, from) } }
            </p>
        </div>
    }
}

/// The fewest facts that settle the outcome.
fn deciding_facts(context: &CaseContext<'_>) -> Html {
    let facts = context.practice.deciding_facts();
    if facts.is_empty() {
        return html! {};
    }
    html! {
        <details class="why">
            <summary>{ "Why the policy leads there" }</summary>
            <p>{ "These facts are enough for it, whatever the others are:" }</p>
            <ul>{ for facts.into_iter().map(|fact| deciding_fact(context, fact)) }</ul>
        </details>
    }
}

fn deciding_fact(context: &CaseContext<'_>, fact: Ref<Question>) -> Html {
    let question = &context.practice.policy[fact];
    let answer = context.practice.answers.get(fact).map(|answer| question.in_words(&question.answer(answer)));
    html! {
        <li>
            { format!("{}: ", question.short) }<strong>{ answer.unwrap_or_default() }</strong>{ " " }
            if context.practice.scenario.takes_for_granted(question) { { format!("({}) ", Scenario::TAKEN_FOR_GRANTED) } }
            { source(context.data, &question.source) }
        </li>
    }
}

/// What needs a person: in the learner's words, then as the scenario says, for the learner to compare.
fn open_points(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let text = &case.decision.open_points;
    let is_empty = text.trim().is_empty();
    if is_empty && context.practice.scenario.open.is_empty() {
        return html! {};
    }
    html! { <>
        <h4>{ "What needs a person" }</h4>
        if is_empty {
            <p>{ "You named nothing." }</p>
        } else {
            <p>{ "You wrote:" }</p>
            <blockquote class="practice-own">{ text.clone() }</blockquote>
        }
        { seen_points(context, case) }
    </> }
}

/// The open points of the scenario, for the learner to tick those that were seen.
fn seen_points(context: &CaseContext<'_>, case: &CaseState) -> Html {
    let scenario = context.practice.scenario;
    if scenario.open.is_empty() {
        return html! { <p>{ "This case leaves nothing open." }</p> };
    }
    let points = scenario.open.iter().enumerate().map(|(index, point)| {
        let value = index.to_string();
        let is_seen = case.seen_points.contains(&value);
        Checkbox::new(value, open_point(point), is_seen)
    });
    let on_toggle =
        context.on_edit(|(point, is_seen): (AttrValue, bool)| CaseEdit::Seen(point.to_string(), is_seen));
    let seen = format!("You saw {} of {}, by your own count.", case.seen_points.len(), scenario.open.len());
    html! { <>
        <Checkboxes id={format!("seen-{}", scenario.id)} class="practice-seen"
            legend="This case leaves these points open. Tick those that you saw too."
            choices={points.collect::<Vec<_>>()} {on_toggle} />
        <Status words={seen} />
    </> }
}

/// An open point. Authors write it as `Whether …: because …`, which says why a person is needed.
fn open_point(point: &str) -> Html {
    match point.split_once(": ") {
        Some((what, why)) => {
            html! { <><strong>{ what.to_owned() }</strong>{ ". This needs a person, because " }{ why.to_owned() }</> }
        }
        None => html! { <>{ "This needs a person: " }{ point.to_owned() }</> },
    }
}

/// What the author of the case says to somebody who decided as the policy does, or otherwise.
fn feedback(scenario: &Scenario, is_right: bool) -> Html {
    let feedback = scenario.practice.as_ref();
    let feedback = feedback.map(|practice| if is_right { &practice.right } else { &practice.wrong });
    html! {
        <section class="practice-note">
            <h4>{ if is_right { "You decided as the policy does" } else { "Where to look again" } }</h4>
            if let Some(feedback) = feedback { <p>{ feedback.clone() }</p> }
            { for scenario.notes.split("\n\n").map(|paragraph| html! { <p>{ paragraph.to_owned() }</p> }) }
        </section>
    }
}
