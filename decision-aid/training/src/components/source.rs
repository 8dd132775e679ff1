//! Where a statement comes from.

use crate::training_data::TrainingData;
use policy::Source;
use ui::{SourceLine, SourceLineProps};
use yew::{Html, html};

/// A source as text with links.
pub(crate) fn source(data: &TrainingData, source: &Source) -> Html {
    html! { <SourceLine ..SourceLineProps::new(data.policy(), source, &data.site_root) /> }
}
