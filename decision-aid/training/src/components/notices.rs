//! What the learner should know about how the progress is stored.

use ui::changing;
use yew::{Html, html};

/// Some sentences, in a live region, so that a screen reader speaks them when they appear.
pub(crate) fn notices(notices: &[String]) -> Html {
    html! {
        <div role="status" class="training-notices">
            { for notices.iter().map(|notice| html! { <p class="aid-notice">{ changing(notice) }</p> }) }
        </div>
    }
}
