//! The dates and people of the decision, and what else the record asks for that belongs to no question.

use super::screen;
use crate::part::actions::{actions, continue_button};
use crate::part::danger::duties_at_once;
use crate::part::entry::record_section;
use crate::part::missing::error_summary;
use crate::view::View;
use yew::{Html, html};

/// The dates and people.
pub(crate) fn dates_screen(view: &View<'_>) -> Html {
    let sections = view.case_view.sections_on(view.state.screen);
    screen(
        "dates",
        super::name(view.policy(), view.state.screen),
        html! { <>
            { error_summary(view, "Something is missing", view.case_view.missing_on(view.state.screen)) }
            { duties_at_once(view) }
            { for sections.iter().map(|(section, fields)| record_section(view, section, fields)) }
            { actions(view, continue_button(view, "Continue"), Html::default()) }
        </> },
    )
}
