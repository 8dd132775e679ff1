//! What screen readers say when it changes.

use crate::changing::changing;
use yew::{AttrValue, Html, Properties, component, html};

/// The properties of a [`Status`].
#[derive(Debug, Properties, PartialEq)]
pub struct StatusProps {
    /// The class of the element.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// What is said; nothing where it is empty.
    pub words: AttrValue,
}

/// Words that a screen reader speaks when they change. The component stays on the page while it has nothing to say: what comes
/// onto a page together with its words is not spoken by all of them.
///
/// ```
/// use ui::Status;
/// use yew::{AttrValue, Html, html};
///
/// fn saved(words: AttrValue) -> Html {
///     html! { <Status class="said" {words} /> }
/// }
/// ```
#[component]
pub fn Status(props: &StatusProps) -> Html {
    html! {
        <p class={props.class.clone()} role="status">
            if !props.words.is_empty() { { changing(&props.words) } }
        </p>
    }
}
