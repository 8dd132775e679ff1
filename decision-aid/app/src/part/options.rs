//! The options that the outcome weighs, least intrusive first, each with its status and the reason.

use super::source::source_line;
use policy::{Answers, Assessment, Policy, PolicyOption, Reason, Ref, Standing, Status, reason};
use yew::prelude::*;

/// The options that the possible outcomes weigh, and any other that is required or warranted.
pub(crate) fn options(policy: &Policy, answers: &Answers, assessment: &Assessment, root: &str) -> Html {
    let offered =
        (0..).map(Ref::new).zip(&assessment.options).filter(|(_, o)| o.status != Status::NotOffered);
    let offered: Vec<_> = offered.collect();
    if offered.is_empty() {
        return html! {};
    }
    let nothing_fits = offered
        .iter()
        .all(|(_, option)| matches!(option.status, Status::NotWarranted | Status::NotAvailable));
    html! {
        <>
            <h3>{ "The options, least intrusive first" }</h3>
            <p>{ "The aid shows what the facts would support. A named officer decides, and records why." }</p>
            if nothing_fits { <p><strong>{ "No restriction fits these answers." }</strong></p> }
            <ol class="options">for (option, standing) in offered { { card(policy, answers, option, *standing, root) } }</ol>
        </>
    }
}

fn card(policy: &Policy, answers: &Answers, place: Ref<PolicyOption>, standing: Standing, root: &str) -> Html {
    let Reason { because, source } = reason(policy, answers, place, standing);
    let option = &policy[place];
    html! {
        <li class={classes!("option", format!("option-{}", standing.status.word()))} key={option.id.clone()}>
            <h4 class="option-name">{ &option.name }</h4>
            <p class="option-status"><span class="status-mark" aria-hidden="true"></span>{ standing.status.name() }</p>
            <p class="because">{ because.to_owned() }</p>
            <p>{ source_line(policy, source, root) }</p>
            <details>
                <summary>{ "What it is" }</summary>
                <p>{ &option.does }</p>
            </details>
        </li>
    }
}
