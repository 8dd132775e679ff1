//! Where a line comes from: its clauses as links, and on whose authority it stands.

use policy::{Policy, Source};
use yew::{AttrValue, Html, Properties, component, html};

/// A link to a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseLink {
    /// The number of the clause, such as `11.3`.
    pub number: AttrValue,
    /// The address of the clause.
    pub href: AttrValue,
}

/// The properties of a [`SourceLine`].
#[derive(Debug, Properties, PartialEq)]
pub struct SourceLineProps {
    /// The words before the numbers, such as `Policy, paragraph `.
    pub authority: AttrValue,
    /// The clauses.
    pub links: Vec<ClauseLink>,
}

impl SourceLineProps {
    /// The properties for a source of a policy. `root` leads from the page to the root of the site, such as `../`.
    pub fn new(policy: &Policy, source: &Source, root: &str) -> Self {
        let links = source.clauses.iter().map(|clause| {
            let clause = &policy[*clause];
            ClauseLink {
                number: clause.number.clone().into(),
                href: [root, &clause.page, "#", &clause.id].concat().into(),
            }
        });
        Self { authority: source.before_numbers().into(), links: links.collect() }
    }
}

/// The source of a line, with links to its clauses.
///
/// ```
/// use policy::{Policy, Source};
/// use ui::{SourceLine, SourceLineProps};
/// use yew::{Html, html};
///
/// fn source(policy: &Policy, source: &Source) -> Html {
///     html! { <SourceLine ..SourceLineProps::new(policy, source, "../") /> }
/// }
/// ```
#[component]
pub fn SourceLine(props: &SourceLineProps) -> Html {
    // Text stands beside the links, so that all of it is replaced when it changes.
    let key = props.links.iter().fold(props.authority.to_string(), |key, link| key + &link.href);
    let links = props.links.iter().enumerate().map(|(index, link)| {
        html! { <>
            if index > 0 { { ", " } }
            <a class="clause-link" href={link.href.clone()}>{ link.number.clone() }</a>
        </> }
    });
    html! { <span class="source" {key}>{ props.authority.clone() }{ for links }</span> }
}
