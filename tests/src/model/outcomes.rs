//! Sections 4 and 5: the outcomes and the duties.

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use super::facts::{Case, is, ticked};
use super::findings::Findings;

/// Section 4: every outcome whose row holds.
pub fn outcomes(case: Case, found: &Findings) -> [bool; 11] {
    let restricted = is!(case, "restriction-in-force");
    // The row's `…`.
    let ready = !restricted && !found.at_risk && !is!(case, "new-issue") && found.prerequisites_met;
    let unnoticed = ready && found.engaged && !found.cleared && !found.notice_given;
    let under_restriction = restricted && !found.restricted_risk && !is!(case, "new-issue");
    let rows = [
        ("act-on-risk", !restricted && found.at_risk && !found.decidable),
        ("may-decide", !restricted && found.decidable),
        ("feedback-policy", !found.restricted_risk && is!(case, "new-issue")),
        ("not-ready", !restricted && !found.at_risk && !is!(case, "new-issue") && !found.prerequisites_met),
        (
            "ordinary-handling",
            ready && (!found.engaged || found.cleared || (found.notice_given && is!(case, "modified"))),
        ),
        ("isolated-incident", unnoticed && !is!(case, "regular")),
        ("write-first", unnoticed && is!(case, "regular")),
        (
            "assess-first",
            ready && found.engaged && found.notice_given && !is!(case, "modified") && !found.assessed,
        ),
        ("review-restriction", under_restriction && found.review_asked),
        (
            "step-up",
            restricted
                && (found.restricted_risk
                    || (!is!(case, "new-issue") && !found.review_asked && is!(case, "behaviour-continues"))),
        ),
        ("keep-restriction", under_restriction && !found.review_asked && !is!(case, "behaviour-continues")),
    ];
    rows.map(|(_, holds)| holds)
}

/// Section 5: what must or may be done at once, `check-danger` left out.
pub fn duties(case: Case, found: &Findings) -> [bool; 10] {
    let rows = [
        ("call-police", found.no_warning),
        ("on-the-spot", is!(case, "immediate-risk")),
        ("safeguarding", is!(case, "vulnerable-at-risk")),
        ("protect-staff", found.behaviour_reported || is!(case, "threatens-staff")),
        ("log-new-issue", is!(case, "new-issue")),
        ("hold-review", is!(case, "restriction-in-force") && found.review_asked),
        ("assess-or-end", is!(case, "short-term-in-force") && !found.assessed),
        ("mend-decision", is!(case, "restriction-in-force") && !is!(case, "decision-complete")),
        ("use-other-route", ticked!(case, "other-route") != 0),
        ("consider-adjustments", is!(case, "possible-disability")),
    ];
    rows.map(|(_, holds)| holds)
}
