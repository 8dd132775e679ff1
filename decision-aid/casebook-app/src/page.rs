//! A component for each kind of page.

pub(crate) mod register;
pub(crate) mod report;

use casebook::MADE_UP;
use policy::Content;
use std::rc::Rc;
use yew::{Html, Properties, html};

/// The properties of every page.
#[derive(Clone, Properties)]
pub(crate) struct PageProps {
    pub(crate) content: Rc<Content>,
}

impl PartialEq for PageProps {
    /// The policy never changes while a page is open, so that comparing the address of it is enough.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
    }
}

/// That nobody had the cases, above what is made of them, on screen and on paper.
fn made_up(is_made_up: bool) -> Html {
    html! { if is_made_up { <p class="casebook-made-up" key="made-up"><strong>{ MADE_UP }</strong></p> } }
}
