//! Where a statement comes from: its clauses as links, and whether it is policy, law or guidance.

use crate::training_data::TrainingData;
use policy::Source;
use yew::{Html, html};

/// A source as text with links.
pub(crate) fn source(data: &TrainingData, source: &Source) -> Html {
    let links = source.clauses.iter().enumerate().map(|(index, clause)| {
        let clause = &data.policy()[*clause];
        let href = format!("{}{}#{}", data.site_root, clause.page, clause.id);
        html! { <>
            { if index > 0 { ", " } else { "" } }
            <a class="clause-link" {href}>{ clause.number.clone() }</a>
        </> }
    });
    html! { <span class="source">{ source.before_numbers() }{ for links }</span> }
}
