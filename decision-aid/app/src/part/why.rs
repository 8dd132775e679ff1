//! Why something holds, and what would change it.

use super::source::{clause_numbers, source_line};
use casework::{Case, Desk};
use policy::{
    Change, Outcome, Policy, Question, RawAnswers, Ref, Status, changes_to_outcome, changes_to_status, trace,
    why_outcome,
};
use yew::prelude::*;

/// Some answers, each with its clause.
pub(crate) fn reasons(
    policy: &Policy,
    questions: &[Ref<Question>],
    answers: &RawAnswers,
    root: &str,
) -> Html {
    html! {
        <ul class="reasons">
            for question in questions {
                { reason(policy, &policy[*question], answers, root) }
            }
        </ul>
    }
}

fn reason(policy: &Policy, question: &Question, answers: &RawAnswers, root: &str) -> Html {
    let answer = answers.get(&question.id).map(|answer| question.in_words(answer));
    html! { <li>{ &question.short }{ ": " }<strong>{ answer }</strong>{ " " }{ source_line(policy, &question.source, root) }</li> }
}

/// Why the outcome holds: the fewest answers that suffice, and on request the whole rule.
pub(crate) fn why_this_outcome(desk: &Desk<'_>, outcome: Ref<Outcome>, root: &str) -> Html {
    let policy = desk.policy();
    let Case { answers, .. } = desk.case;
    let why = why_outcome(policy, &desk.way.answers, outcome).unwrap_or_default();
    html! {
        <>
            <h3>{ "Why this is the result" }</h3>
            <p>{ "These answers are enough for it, whatever the others are:" }</p>
            { reasons(policy, &why, answers, root) }
            <details class="why">
                <summary>{ "The whole rule, part by part" }</summary>
                <ul class="trace">
                    for line in trace(policy, &desk.way.answers, &policy[outcome].when) {
                        <li class={DEPTHS[line.depth.min(DEPTHS.len() - 1)]}>
                            { line.part.in_words(policy) }{ ": " }
                            <strong>{ match line.holds { Some(true) => "yes", Some(false) => "no", None => "not known" } }</strong>
                        </li>
                    }
                </ul>
            </details>
        </>
    }
}

const DEPTHS: [&str; 6] = ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4", "depth-5"];

/// What would change the result: the smallest sets of other answers, nearest first.
pub(crate) fn what_would_change(desk: &Desk<'_>, outcome: Ref<Outcome>) -> Html {
    let policy = desk.policy();
    let answers = &desk.way.answers;
    let mut found: Vec<(usize, Html)> = Vec::new();
    let mut add = |name: &str, changes: &[Change]| {
        if let Some(nearest) = changes.first() {
            let place = found.partition_point(|(size, _)| *size <= nearest.len());
            found.insert(place, (nearest.len(), changes_row(policy, name, changes)));
        }
    };
    for other in policy.outcome_refs() {
        if other != outcome {
            add(&policy[other].name, &changes_to_outcome(policy, answers, other));
        }
    }
    for option in &policy[outcome].weigh {
        let warranted = desk.assessment().options[option.index()].status == Status::Warranted;
        let (to, words) = if warranted {
            (Status::NotWarranted, " is not warranted")
        } else {
            (Status::Warranted, " is warranted")
        };
        let name = [policy[*option].name.as_str(), words].concat();
        add(&name, &changes_to_status(policy, answers, *option, to));
    }
    if found.is_empty() {
        return html! {};
    }
    html! {
        <details class="why">
            <summary>{ "What would change this" }</summary>
            <p>{ "The smallest changes to the answers, nearest first. A fact is not yours to choose: this shows what the result hangs on." }</p>
            <dl class="changes">for (_, row) in found { { row } }</dl>
        </details>
    }
}

/// What another result would take: each way to it, the first ones only.
fn changes_row(policy: &Policy, name: &str, changes: &[Change]) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            for change in changes.iter().take(2) {
                <dd>
                    for (place, (question, selection)) in change.iter().enumerate() {
                        if place > 0 { { "; and " } }
                        { &policy[*question].short }{ ": " }
                        <strong>{ policy[*question].in_words(&policy[*question].answer(*selection)) }</strong>
                        { " (" }{ clause_numbers(policy, &policy[*question].source.clauses) }{ ")" }
                    }
                </dd>
            }
        </div>
    }
}
