//! The list of all cases, each with whether it was decided; folded, so that the case itself stays near the top.

use super::section_id;
use crate::training_data::TrainingData;
use ::course::Progress;
use policy::Scenario;
use yew::{Html, html};

pub(super) fn case_list(data: &TrainingData, progress: &Progress, on_screen: &str) -> Html {
    html! {
        <details class="case-list">
            <summary>{ "All cases" }</summary>
            <nav aria-label="Practice cases">
                <ol>{ for data.course.cases.iter().map(|case| entry(case, progress, on_screen)) }</ol>
            </nav>
        </details>
    }
}

fn entry(case: &Scenario, progress: &Progress, on_screen: &str) -> Html {
    let state = if progress.has_decided(&case.id) { "Decided" } else { "" };
    let is_here = case.id == on_screen;
    html! {
        <li key={case.id.as_str()}>
            <a href={format!("#{}", section_id(&case.id))} aria-current={is_here.then_some("true")}>{ case.title.clone() }</a>
            <span class="training-state" key={state}>{ state }</span>
        </li>
    }
}
