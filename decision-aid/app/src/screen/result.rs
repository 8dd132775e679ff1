//! The result: what to do now, then the next steps, then what is met, missing and open, then the options.

use crate::browser;
use crate::part::options::options;
use crate::part::source::source_line;
use policy::{Answer, Assessment, Outcome, Policy, Question, RawAnswers, RecordItem, Ref, Walk};
use yew::prelude::*;

/// The result of the answers.
pub(crate) fn result_screen(policy: &Policy, way: &Walk, answers: &RawAnswers, root: &str) -> Html {
    let assessment = &way.assessment;
    let settled = assessment.outcome.map_or(String::new(), |outcome| policy[outcome].id.clone());
    html! {
        <section class="result" aria-labelledby="aid-heading" data-outcome={settled}>
            {
                match assessment.outcome {
                    Some(outcome) => outcome_part(policy, &policy[outcome], root),
                    None => open_part(policy, assessment, root),
                }
            }
            { checks(policy, &way.answered, answers, root) }
            { findings(policy, assessment, root) }
            { unsettled(policy, assessment, root) }
            { options(policy, &way.answers, assessment, root) }
        </section>
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
