//! The result: what to do now, then the next steps, then what is met, missing and open, then why, and what would
//! change it.

use super::answers::back;
use crate::browser;
use crate::message::Sender;
use crate::part::field::text_area;
use crate::part::source::source_line;
use crate::part::why::{what_would_change, why_this_outcome};
use crate::state::{Step, weighs};
use casework::{Desk, Key};
use policy::{Answer, Assessment, Outcome, Policy, Question, RawAnswers, RecordItem, Ref};
use yew::prelude::*;

/// The result of the answers.
pub(crate) fn result_screen(desk: &Desk<'_>, root: &str, send: &Sender) -> Html {
    let (policy, assessment) = (desk.policy(), desk.assessment());
    let settled = assessment.outcome.map_or(String::new(), |outcome| policy[outcome].id.clone());
    html! {
        <section class="result" aria-labelledby="aid-heading" data-outcome={settled}>
            {
                match assessment.outcome {
                    Some(outcome) => outcome_part(policy, &policy[outcome], root),
                    None => open_part(policy, assessment, root),
                }
            }
            { onward(desk, send) }
            { checks(policy, &desk.way.answered, &desk.case.answers, root) }
            { findings(policy, assessment, root) }
            { unsettled(policy, assessment, root) }
            { open_points(desk, root, send) }
            if let Some(outcome) = assessment.outcome {
                { why_this_outcome(desk, outcome, root) }
                { what_would_change(desk, outcome) }
            }
        </section>
    }
}

/// What the officer can do with the result.
fn onward(desk: &Desk<'_>, send: &Sender) -> Html {
    let options = weighs(desk.assessment());
    html! {
        <div class="actions">
            if options {
                <button type="button" class="button" onclick={send.show(Step::Options)}>{ "Weigh the options" }</button>
            }
            <button type="button" class={if options { "button-quiet" } else { "button" }} onclick={send.show(Step::Record)}>
                { "Write the record" }
            </button>
            { back(send) }
        </div>
    }
}

/// What the policy leaves to a person, with room for what is decided.
fn open_points(desk: &Desk<'_>, root: &str, send: &Sender) -> Html {
    let points = desk.open_points();
    if points.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ "The policy does not say" }</h3>
            <p>{ "A person decides these points. Write down what was decided, and why." }</p>
            <ul class="open-points">
                for (point, key) in points {
                    <li key={key.clone()}>
                        { text_area(&key, &point.ask, desk.case.text(&Key::OpenPoint(&point.id)), "2", send) }
                        { source_line(desk.policy(), &point.source, root) }
                    </li>
                }
            </ul>
        </>
    }
}

fn outcome_part(policy: &Policy, outcome: &Outcome, root: &str) -> Html {
    html! {
        <>
            <p class="result-kicker">{ "What the policy says to do now" }</p>
            <h2 class="result-heading" id="aid-heading" tabindex="-1">{ &outcome.name }</h2>
            <p class="result-says">{ &outcome.says }</p>
            <p>{ source_line(policy, &outcome.source, root) }</p>
            if !outcome.steps.is_empty() {
                <h3>{ "What to do next" }</h3>
                <ol class="steps">
                    for step in &outcome.steps {
                        <li key={step.action.clone()}>
                            <span class="step-do">{ &step.action }</span>{ " " }
                            <span class="who">{ &step.who }</span>{ " " }
                            { source_line(policy, &step.source, root) }
                        </li>
                    }
                </ol>
            }
        </>
    }
}

/// No single outcome yet: say what is still possible.
fn open_part(policy: &Policy, assessment: &Assessment, root: &str) -> Html {
    html! {
        <>
            <p class="result-kicker">{ "The answers so far" }</p>
            <h2 class="result-heading" id="aid-heading" tabindex="-1">{ "It depends on what is not known yet" }</h2>
            <p class="result-says">{ "Settle the open questions below. Until then, this is still possible:" }</p>
            <ul class="possible">
                for outcome in assessment.possible.iter().map(|outcome| &policy[*outcome]) {
                    <li key={outcome.id.clone()}>
                        <strong>{ &outcome.name }</strong>{ ". " }{ &outcome.says }{ " " }
                        { source_line(policy, &outcome.source, root) }
                    </li>
                }
            </ul>
        </>
    }
}

/// The checks that came up: met, missing or open.
fn checks(policy: &Policy, answered: &[Ref<Question>], answers: &RawAnswers, root: &str) -> Html {
    let rows = answered.iter().filter_map(|question| {
        let asked = &policy[*question];
        let met = match (answers.get(&asked.id)?, asked.needs?) {
            (Answer::One(word), needs) if word == "yes" || word == "no" => Some((word == "yes") == needs),
            _ => None,
        };
        let (state, class) = match met {
            Some(true) => ("Met", "check-met"),
            Some(false) => ("Missing", "check-missing"),
            None => ("Open", "check-open"),
        };
        let given = answers.get(&asked.id).map(|answer| browser::lower_case(&asked.in_words(answer)));
        let otherwise = asked.otherwise.clone().filter(|_| met == Some(false));
        let settled_by = asked.settled_by.clone().filter(|_| met.is_none());
        Some(html! {
            <li class={classes!("check", class)} key={asked.id.clone()}>
                <span class="check-state">{ state }</span>{ " " }
                <span class="check-name">{ &asked.short }{ ": " }{ given }</span>{ " " }
                if let Some(otherwise) = otherwise { <span class="check-otherwise">{ otherwise }{ " " }</span> }
                if let Some(settled_by) = settled_by {
                    <span class="check-otherwise">{ "Who can settle it: " }{ settled_by }{ ". " }</span>
                }
                { source_line(policy, &asked.source, root) }
            </li>
        })
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return html! {};
    }
    html! { <><h3>{ "The checks" }</h3><ul class="checks">{ for rows }</ul></> }
}

/// The findings of the outcome's record.
fn findings(policy: &Policy, assessment: &Assessment, root: &str) -> Html {
    let Some(outcome) = assessment.outcome else { return html! {} };
    let held = policy[outcome].record.iter().filter_map(|item| match item {
        RecordItem::Finding(finding) => Some(*finding),
        RecordItem::Question(_) => None,
    });
    let rows: Vec<Html> = held
        .filter(|finding| assessment.findings[finding.index()] == Some(true))
        .map(|finding| {
            let finding = &policy[finding];
            html! {
                <li key={finding.id.clone()}>
                    { &finding.says }{ " " }
                    { source_line(policy, &finding.source, root) }
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    html! { <><h3>{ "What the answers amount to" }</h3><ul>{ for rows }</ul></> }
}

/// The questions that are still open, and who can settle each.
fn unsettled(policy: &Policy, assessment: &Assessment, root: &str) -> Html {
    if assessment.ask.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ "Still open" }</h3>
            <ul class="checks">
                { for assessment.ask.iter().map(|question| {
                    let asked = &policy[*question];
                    html! {
                        <li class="check check-open" key={asked.id.clone()}>
                            <span class="check-state">{ "Open" }</span>{ " " }
                            <span class="check-name">{ &asked.ask }</span>{ " " }
                            if let Some(settled_by) = &asked.settled_by {
                                <span class="check-otherwise">{ "Who can settle it: " }{ settled_by }{ ". " }</span>
                            }
                            { source_line(policy, &asked.source, root) }
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}
