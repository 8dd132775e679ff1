//! One module for each screen.

pub(crate) mod dates;
pub(crate) mod decision;
pub(crate) mod done;
pub(crate) mod letter;
pub(crate) mod questions;
pub(crate) mod result;

use yew::{Html, html};

/// A screen under its heading, which the focus moves to when the screen changes.
pub(crate) fn screen(class: &'static str, heading: &str, content: Html) -> Html {
    html! {
        <section class={yew::classes!("screen", class)} aria-labelledby="aid-heading">
            <h2 class="screen-heading" id="aid-heading" tabindex="-1" key={heading}>{ heading.to_owned() }</h2>
            { content }
        </section>
    }
}
