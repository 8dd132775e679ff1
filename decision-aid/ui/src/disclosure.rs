//! What opens on demand.

use crate::browser::is_open;
use crate::changing::changing;
use yew::events::Event;
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// The properties of a [`Disclosure`].
#[derive(Debug, Properties, PartialEq)]
pub struct DisclosureProps {
    /// The words to press.
    pub summary: AttrValue,
    /// What it is about, which is not shown: it makes the words unique, for voice control and screen readers.
    #[prop_or_default]
    pub about: AttrValue,
    /// The class of the element.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// Whether it is open when it appears. After that its reader opens and closes it, until this changes.
    #[prop_or_default]
    pub open: bool,
    /// Is told whether it is open now, when that changes.
    #[prop_or_default]
    pub on_toggle: Callback<bool>,
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
    let ontoggle = props.on_toggle.reform(|event: Event| is_open(&event));
    html! {
        <details class={props.class.clone()} open={props.open} {ontoggle}>
            <summary>
                { changing(&props.summary) }
                if !props.about.is_empty() {
                    <span class="visually-hidden" key={props.about.as_str()}>{ [": ", &props.about].concat() }</span>
                }
            </summary>
            { props.children.clone() }
        </details>
    }
}
