//! A component for each kind of page.

pub(crate) mod register;
pub(crate) mod report;

use policy::Content;
use std::rc::Rc;
use yew::Properties;

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
