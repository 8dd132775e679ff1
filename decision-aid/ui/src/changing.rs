//! A text that can change.

use yew::virtual_dom::VNode;
use yew::{Html, html};

/// A text that can change, alone in an element that a change replaces: see the rule for translated pages in the
/// [crate's documentation](crate).
///
/// ```
/// use ui::changing;
/// use yew::{Html, html};
///
/// fn saved(time: &str) -> Html {
///     html! { <p>{ changing(&["Saved ", time].concat()) }</p> }
/// }
/// ```
pub fn changing(words: &str) -> Html {
    html! { <span key={words}>{ words.to_owned() }</span> }
}

/// The same for what is nothing but a text; anything else as it is.
pub(crate) fn stable(content: &Html) -> Html {
    match content {
        VNode::VText(text) => changing(&text.text),
        content => content.clone(),
    }
}
