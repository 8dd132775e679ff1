//! The result: what to do now, then the next steps, then what is met, missing and open, then the options.

use crate::part::options::Options;
use crate::part::source::SourceLine;
use policy::{Answer, Answers, Assessment, Outcome, Policy, Question, RawAnswers, RecordItem, Ref};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ResultProperties {
    pub(crate) policy: Rc<Policy>,
    pub(crate) assessment: Rc<Assessment>,
    pub(crate) answered: Vec<Ref<Question>>,
    pub(crate) answers: RawAnswers,
    /// The answers that were read: those on the way, and no others.
    pub(crate) read: Answers,
    pub(crate) root: AttrValue,
}

/// The result of the answers.
#[component]
pub(crate) fn ResultScreen(properties: &ResultProperties) -> Html {
    let ResultProperties { policy, assessment, root, .. } = properties;
    let settled = assessment.outcome.map_or(String::new(), |outcome| policy[outcome].id.clone());
    html! {
        <section class="result" aria-labelledby="aid-heading" data-outcome={settled}>
            {
                match assessment.outcome {
                    Some(outcome) => outcome_part(policy, &policy[outcome], root),
                    None => open_part(policy, assessment, root),
                }
            }
            { checks(properties) }
            { findings(policy, assessment, root) }
            { unsettled(policy, assessment, root) }
            <Options policy={policy.clone()} answers={properties.read.clone()} assessment={assessment.clone()} root={root.clone()} />
        </section>
    }
}

fn outcome_part(policy: &Rc<Policy>, outcome: &Outcome, root: &AttrValue) -> Html {
    html! {
        <>
            <p class="result-kicker">{ "What the policy says to do now" }</p>
            <h2 class="result-heading" id="aid-heading" tabindex="-1">{ &outcome.name }</h2>
            <p class="result-says">{ &outcome.says }</p>
            <p><SourceLine policy={policy.clone()} source={outcome.source.clone()} root={root.clone()} /></p>
            if !outcome.steps.is_empty() {
                <h3>{ "What to do next" }</h3>
                <ol class="steps">
                    { for outcome.steps.iter().map(|step| html! {
                        <li key={step.action.clone()}>
                            <span class="step-do">{ &step.action }</span>{ " " }
                            <span class="who">{ &step.who }</span>{ " " }
                            <SourceLine policy={policy.clone()} source={step.source.clone()} root={root.clone()} />
                        </li>
                    }) }
                </ol>
            }
        </>
    }
}

/// No single outcome yet: say what is still possible.
fn open_part(policy: &Rc<Policy>, assessment: &Assessment, root: &AttrValue) -> Html {
    html! {
        <>
            <p class="result-kicker">{ "The answers so far" }</p>
            <h2 class="result-heading" id="aid-heading" tabindex="-1">{ "It depends on what is not known yet" }</h2>
            <p class="result-says">{ "Settle the open questions below. Until then, this is still possible:" }</p>
            <ul class="possible">
                { for assessment.possible.iter().map(|outcome| {
                    let outcome = &policy[*outcome];
                    html! {
                        <li key={outcome.id.clone()}>
                            <strong>{ &outcome.name }</strong>{ ". " }{ &outcome.says }{ " " }
                            <SourceLine policy={policy.clone()} source={outcome.source.clone()} root={root.clone()} />
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}

/// The checks that came up: met, missing or open.
fn checks(properties: &ResultProperties) -> Html {
    let ResultProperties { policy, answered, answers, root, .. } = properties;
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
        let given = answers.get(&asked.id).map(|answer| asked.in_words(answer).to_lowercase());
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
                <SourceLine policy={policy.clone()} source={asked.source.clone()} root={root.clone()} />
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
fn findings(policy: &Rc<Policy>, assessment: &Assessment, root: &AttrValue) -> Html {
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
                    <SourceLine policy={policy.clone()} source={finding.source.clone()} root={root.clone()} />
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
fn unsettled(policy: &Rc<Policy>, assessment: &Assessment, root: &AttrValue) -> Html {
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
                            <SourceLine policy={policy.clone()} source={asked.source.clone()} root={root.clone()} />
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}
