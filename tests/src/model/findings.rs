//! Section 3: what the answers amount to.

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use super::facts::{Case, is, ticked};

/// What the answers amount to: the findings of section 3.
#[allow(missing_docs, reason = "each is called what the section calls it")]
#[derive(Debug, Clone, Copy)]
pub struct Findings {
    pub at_risk: bool,
    pub no_warning: bool,
    pub persistent: bool,
    pub merely_persistent: bool,
    pub behaviour_reported: bool,
    pub of_concern: bool,
    pub engaged: bool,
    pub prerequisites_met: bool,
    pub prerequisites_settled: bool,
    pub cleared: bool,
    pub notice_given: bool,
    pub assessed: bool,
    pub warned_route: bool,
    pub decidable: bool,
    pub restricted_risk: bool,
    pub review_asked: bool,
}

impl Findings {
    /// In the order of [`FINDINGS`].
    pub(super) const fn in_order(&self) -> [bool; 16] {
        [
            self.at_risk,
            self.no_warning,
            self.persistent,
            self.merely_persistent,
            self.behaviour_reported,
            self.of_concern,
            self.engaged,
            self.prerequisites_met,
            self.prerequisites_settled,
            self.cleared,
            self.notice_given,
            self.assessed,
            self.warned_route,
            self.decidable,
            self.restricted_risk,
            self.review_asked,
        ]
    }
}

/// Section 3: what the answers amount to.
pub fn findings(case: Case) -> Findings {
    let no_warning = is!(case, "criminal") || is!(case, "people-at-risk");
    let at_risk = no_warning || is!(case, "immediate-risk");
    let contacts = is!(case, "contacts.too-frequent") || is!(case, "contacts.nature");
    let persistent = contacts
        && is!(case, "hinders")
        && !is!(case, "only-criticism")
        && !(is!(case, "only-challenge") && !is!(case, "thoroughly-dealt"));
    let behaviour_reported = ticked!(case, "behaviour") != 0;
    let found_unreasonable = is!(case, "contact-review.found-unreasonable");
    let engaged = persistent || behaviour_reported || (contacts && found_unreasonable);
    let prerequisites_met = prerequisites_met(case);
    let prerequisites_settled = prerequisites_met || is!(case, "departed");
    let notice_given = found_unreasonable && is!(case, "written-notice");
    let assessed = is!(case, "named-officer")
        && is!(case, "assessment-done")
        && is!(case, "factors")
        && is!(case, "health");
    let warned_route =
        !is!(case, "new-issue") && prerequisites_settled && engaged && notice_given && !is!(case, "modified");
    Findings {
        at_risk,
        no_warning,
        persistent,
        merely_persistent: contacts && !persistent,
        behaviour_reported,
        of_concern: behaviour_reported || contacts,
        engaged,
        prerequisites_met,
        prerequisites_settled,
        cleared: is!(case, "contact-review.found-acceptable"),
        notice_given,
        assessed,
        warned_route,
        decidable: assessed && engaged && (no_warning || warned_route),
        restricted_risk: at_risk || (is!(case, "restriction-in-force") && is!(case, "extreme-threat")),
        review_asked: !is!(case, "review.none"),
    }
}

const fn prerequisites_met(case: Case) -> bool {
    is!(case, "our-service")
        && is!(case, "investigated")
        && is!(case, "preferred-contact")
        && is!(case, "deadlines-given")
        && !is!(case, "new-information")
}
