//! What every screen is drawn from.

use crate::message::Sender;
use casework::CaseView;
use policy::{Assessment, Policy};

/// What a screen is drawn from.
pub(crate) struct View<'a> {
    /// The case under the policy.
    pub(crate) case_view: CaseView<'a>,
    /// The way from the page to the root of the site, for links.
    pub(crate) root: &'a str,
    /// Whether the officer went on without an answer, or asked what is missing.
    pub(crate) show_errors: bool,
    /// What buttons and fields send their messages with.
    pub(crate) send: Sender,
}

impl<'a> View<'a> {
    pub(crate) fn policy(&self) -> &'a Policy {
        self.case_view.policy()
    }

    pub(crate) fn assessment(&self) -> &Assessment {
        self.case_view.assessment()
    }
}
