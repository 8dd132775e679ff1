//! The data that every page of the training works with: the course and the policy.

use ::course::Course;
use policy::{Content, Policy};
use std::rc::Rc;
use yew::Properties;

/// What the handbook hands to the training.
pub(crate) struct TrainingData {
    pub(crate) content: Content,
    pub(crate) course: Course,
    /// The path from the page to the root of the site, such as `../`.
    pub(crate) site_root: String,
}

impl TrainingData {
    pub(crate) fn policy(&self) -> &Policy {
        &self.content.policy
    }
}

/// The properties of every page.
#[derive(Clone, Properties)]
pub(crate) struct PageProps {
    pub(crate) data: Rc<TrainingData>,
}

impl PartialEq for PageProps {
    /// The data never changes while a page is open, so that comparing the address of it is enough.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
    }
}
