//! Where a line comes from: its clauses as links, and on whose authority it stands.

use crate::learner::Shared;
use policy::{Basis, Source};
use yew::{Html, html};

/// The source of a line.
pub(crate) fn source(shared: &Shared, source: &Source) -> Html {
    let lead = match (source.basis, &source.statute) {
        (Basis::Policy, _) => "Policy, paragraph ".to_owned(),
        (Basis::Law, Some(statute)) => format!("Law: {statute}; see paragraph "),
        (Basis::Law, None) => "Law; see paragraph ".to_owned(),
        (Basis::Guidance, _) => "Guidance; see paragraph ".to_owned(),
    };
    let links = source.clauses.iter().enumerate().map(|(number, clause)| {
        let clause = &shared.policy()[*clause];
        let href = format!("{}{}#{}", shared.root, clause.page, clause.id);
        html! { <>
            { if number > 0 { ", " } else { "" } }
            <a class="clause-link" {href}>{ clause.number.clone() }</a>
        </> }
    });
    html! { <span class="source">{ lead }{ for links }</span> }
}
