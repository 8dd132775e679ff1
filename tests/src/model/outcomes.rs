//! Sections 4 and 5: the outcomes and the duties.

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use super::facts::{Case, is, ticked};
use super::findings::Findings;

/// Section 4: every outcome whose row holds.
pub fn outcomes(case: Case, found: &Findings) -> [bool; 12] {
    let restricted = is!(case, "restriction-in-force");
    let regular = is!(case, "regular");
    // What the document writes as `…`.
    let ready = !restricted && !found.at_risk && !is!(case, "new-issue") && found.prerequisites_settled;
    let untold = !found.cleared && !found.notice_given;
    let under_restriction = restricted && !found.restricted_risk && !is!(case, "new-issue");
    let without_review = under_restriction && !found.review_asked;
    let complete = is!(case, "decision-complete");
    let continues = is!(case, "behaviour-continues");
    let rows = [
        ("act-on-risk", !restricted && found.at_risk && !found.decidable),
        ("may-decide", !restricted && found.decidable),
        ("feedback-policy", !found.restricted_risk && is!(case, "new-issue")),
        (
            "not-ready",
            !restricted && !found.at_risk && !is!(case, "new-issue") && !found.prerequisites_settled,
        ),
        (
            "ordinary-handling",
            ready
                && (!found.of_concern
                    || found.cleared
                    || (found.notice_given && is!(case, "modified"))
                    || (!found.engaged && !regular)),
        ),
        ("isolated-incident", ready && found.engaged && untold && !regular),
        ("write-first", ready && found.of_concern && untold && regular),
        (
            "assess-first",
            ready && found.engaged && found.notice_given && !is!(case, "modified") && !found.assessed,
        ),
        ("review-restriction", under_restriction && found.review_asked),
        ("step-up", restricted && (found.restricted_risk || (without_review && complete && continues))),
        ("put-right", without_review && !complete),
        ("keep-restriction", without_review && complete && !continues),
    ];
    rows.map(|(_, holds)| holds)
}

/// Section 5: what must or may be done at once, `check-danger` left out.
pub fn duties(case: Case, found: &Findings) -> [bool; 10] {
    let rows = [
        ("call-police", found.no_warning),
        ("on-the-spot", is!(case, "immediate-risk")),
        ("safeguarding", is!(case, "vulnerable-at-risk")),
        ("protect-staff", protect_staff(case, found)),
        ("log-new-issue", is!(case, "new-issue")),
        ("hold-review", is!(case, "restriction-in-force") && found.review_asked),
        ("assess-or-end", is!(case, "short-term-in-force") && !found.assessed),
        ("mend-decision", is!(case, "restriction-in-force") && !is!(case, "decision-complete")),
        ("use-other-route", ticked!(case, "other-route") != 0),
        ("consider-adjustments", is!(case, "possible-disability")),
    ];
    rows.map(|(_, holds)| holds)
}

fn protect_staff(case: Case, found: &Findings) -> bool {
    is!(case, "threatens-staff")
        || is!(case, "behaviour.inappropriate-acts")
        || is!(case, "behaviour.targets-staff")
        || is!(case, "behaviour.refuses-to-leave")
        || (found.behaviour_reported && is!(case, "contact-review.found-unreasonable"))
}
