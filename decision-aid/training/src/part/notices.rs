//! What the learner should know about what is kept.

use yew::{Html, html};

/// Some sentences, in a place that a screen reader speaks when they come.
pub(crate) fn notices(notices: &[String]) -> Html {
    html! {
        <div role="status" class="training-notices">
            { for notices.iter().map(|says| html! { <p class="aid-notice">{ says.clone() }</p> }) }
        </div>
    }
}
