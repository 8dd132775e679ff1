//! One module for each screen.

pub(crate) mod dates;
pub(crate) mod decision;
pub(crate) mod done;
pub(crate) mod entries;
pub(crate) mod letter;
pub(crate) mod questions;
pub(crate) mod result;

use casework::Screen;
use policy::Policy;
use yew::{Html, html};

/// What a screen is called, in the list of stages and in the title of the page.
pub(crate) fn name(policy: &Policy, screen: Screen) -> &str {
    match screen {
        Screen::Questions(group, _) => &policy[group].name,
        Screen::Review => "The review",
        Screen::Result => "Result",
        Screen::Decision | Screen::AtOnce(_) => "Decision",
        Screen::Dates => "Dates and people",
        Screen::Letter(_) => "Letter",
        Screen::Done => "What comes next",
        Screen::Entries => "The case so far",
    }
}

/// A screen under its heading, which the focus moves to when the screen changes.
pub(crate) fn screen(class: &'static str, heading: &str, content: Html) -> Html {
    html! {
        <section class={yew::classes!("screen", class)} aria-labelledby="aid-heading">
            <h2 class="screen-heading" id="aid-heading" tabindex="-1" key={heading}>{ heading.to_owned() }</h2>
            { content }
        </section>
    }
}
