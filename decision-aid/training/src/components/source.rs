//! Where a statement comes from: its clauses as links, and whether it is policy, law or guidance.

use crate::training_data::TrainingData;
use policy::{Basis, Source};
use yew::{Html, html};

/// A source as text with links.
pub(crate) fn source(data: &TrainingData, source: &Source) -> Html {
    let authority = match (source.basis, &source.statute) {
        (Basis::Policy, _) => "Policy, paragraph ".to_owned(),
        (Basis::Law, Some(statute)) => format!("Law: {statute}; see paragraph "),
        (Basis::Law, None) => "Law; see paragraph ".to_owned(),
        (Basis::Guidance, _) => "Guidance; see paragraph ".to_owned(),
    };
    let links = source.clauses.iter().enumerate().map(|(index, clause)| {
        let clause = &data.policy()[*clause];
        let href = format!("{}{}#{}", data.site_root, clause.page, clause.id);
        html! { <>
            { if index > 0 { ", " } else { "" } }
            <a class="clause-link" {href}>{ clause.number.clone() }</a>
        </> }
    });
    html! { <span class="source">{ authority }{ for links }</span> }
}
