//! What opens on demand.

use crate::changing::changing;
use yew::{AttrValue, Html, Properties, component, html};

/// The properties of a [`Disclosure`].
#[derive(Debug, Properties, PartialEq)]
pub struct DisclosureProps {
    /// The words to press.
    pub summary: AttrValue,
    /// The class of the element.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// Whether it is open when it appears. After that its reader opens and closes it, until this changes.
    #[prop_or_default]
    pub open: bool,
    /// What it opens.
    pub children: Html,
}

/// Something that opens on demand, as a native `<details>`.
///
/// ```
/// use ui::Disclosure;
/// use yew::{Html, html};
///
/// fn why() -> Html {
///     html! { <Disclosure summary="Why, and the clause" class="why"><p>{ "Because it is policy." }</p></Disclosure> }
/// }
/// ```
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    html! {
        <details class={props.class.clone()} open={props.open}>
            <summary>{ changing(&props.summary) }</summary>
            { props.children.clone() }
        </details>
    }
}
