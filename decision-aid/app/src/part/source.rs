//! Where a line comes from: its clauses as links, and on whose authority it stands.

use policy::{Basis, Clause, Policy, Ref, Source};
use yew::prelude::*;

/// The source of a line. `root` leads from the page to the root of the site.
pub(crate) fn source_line(policy: &Policy, source: &Source, root: &str) -> Html {
    let lead = match (source.basis, &source.statute) {
        (Basis::Policy, _) => "Policy, paragraph ".to_owned(),
        (Basis::Law, Some(statute)) => format!("Law: {statute}; see paragraph "),
        (Basis::Law, None) => "Law; see paragraph ".to_owned(),
        (Basis::Guidance, _) => "Guidance; see paragraph ".to_owned(),
    };
    let links = source.clauses.iter().enumerate().map(|(place, clause)| {
        let clause = &policy[*clause];
        let href = format!("{root}{}#{}", clause.page, clause.id);
        html! {
            <>
                if place > 0 { { ", " } }
                <a class="clause-link" {href}>{ &clause.number }</a>
            </>
        }
    });
    html! { <span class="source">{ lead }{ for links }</span> }
}

/// The numbers of some clauses.
pub(crate) fn clause_numbers(policy: &Policy, clauses: &[Ref<Clause>]) -> String {
    let mut numbers = String::new();
    for clause in clauses {
        numbers.push_str(if numbers.is_empty() { "" } else { ", " });
        numbers.push_str(&policy[*clause].number);
    }
    numbers
}
