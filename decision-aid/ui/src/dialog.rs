//! A dialog, which the rest of the page waits for.

use crate::changing::changing;
use yew::{AttrValue, Html, Properties, component, html};

/// The properties of a [`Dialog`].
#[derive(Debug, Properties, PartialEq)]
pub struct DialogProps {
    /// The id of the element, for [`show_dialog`](crate::browser::show_dialog) and
    /// [`close_dialog`](crate::browser::close_dialog). The heading has the id `{id}-title`.
    pub id: AttrValue,
    /// The heading.
    pub title: AttrValue,
    /// What it says, and its buttons: one of them closes it.
    pub children: Html,
}

/// A native `<dialog>`. It is closed until the browser is told to show it; the Escape key closes it too.
///
/// ```
/// use ui::{Button, Dialog, browser};
/// use yew::{Html, html};
///
/// fn keep_or_clear() -> Html {
///     let close = |()| browser::close_dialog("clear");
///     html! { <Dialog id="clear" title="Clear everything?"><Button on_click={close}>{ "Keep it" }</Button></Dialog> }
/// }
/// ```
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let title_id = AttrValue::from([&props.id, "-title"].concat());
    html! {
        <dialog class="dialog" id={props.id.clone()} aria-labelledby={title_id.clone()}>
            <h2 id={title_id}>{ changing(&props.title) }</h2>
            { props.children.clone() }
        </dialog>
    }
}
