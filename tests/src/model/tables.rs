//! Sections 1, 2 and the ids of the others: what the document lists in tables.

/// The answers that a question takes (section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Yes or no.
    YesNo,
    /// Any of these, or none.
    AnyOf(&'static [&'static str]),
    /// Exactly one of these.
    OneOf(&'static [&'static str]),
}

use Takes::{AnyOf, OneOf, YesNo};

/// Section 2: every question with its group and its answers, in the order asked.
pub const QUESTIONS: [(&str, &str, Takes); 38] = [
    ("safety", "criminal", YesNo),
    ("safety", "people-at-risk", YesNo),
    ("safety", "immediate-risk", YesNo),
    ("safety", "vulnerable-at-risk", YesNo),
    ("scope", "our-service", YesNo),
    ("scope", "restriction-in-force", YesNo),
    ("scope", "extreme-threat", YesNo),
    ("scope", "decision-complete", YesNo),
    ("scope", "short-term-in-force", YesNo),
    ("scope", "new-issue", YesNo),
    ("scope", "other-route", AnyOf(&["foi", "subject-access", "statutory-complaint", "consultation"])),
    ("prerequisites", "investigated", YesNo),
    ("prerequisites", "preferred-contact", YesNo),
    ("prerequisites", "deadlines-given", YesNo),
    ("prerequisites", "new-information", YesNo),
    ("prerequisites", "departed", YesNo),
    ("behaviour", "behaviour", AnyOf(&BEHAVIOUR)),
    ("behaviour", "contacts", AnyOf(&["too-frequent", "nature"])),
    ("behaviour", "hinders", YesNo),
    ("behaviour", "only-criticism", YesNo),
    ("behaviour", "only-challenge", YesNo),
    ("behaviour", "thoroughly-dealt", YesNo),
    ("behaviour", "threatens-staff", YesNo),
    ("behaviour", "possible-disability", YesNo),
    ("behaviour", "regular", YesNo),
    (
        "behaviour",
        "where",
        AnyOf(&["phone", "email", "letter", "meetings", "visits", "many-officers", "online"]),
    ),
    ("notice", "contact-review", OneOf(&["found-unreasonable", "found-acceptable", "not-done"])),
    ("notice", "written-notice", YesNo),
    ("notice", "modified", YesNo),
    ("assessment", "named-officer", YesNo),
    ("assessment", "assessment-done", YesNo),
    ("assessment", "factors", YesNo),
    ("assessment", "health", YesNo),
    ("assessment", "external-adjudication", OneOf(&["completed", "not-sought", "under-way"])),
    ("after", "review", OneOf(&["due", "customer-asked", "council-asked", "none"])),
    ("after", "behaviour-continues", YesNo),
    ("after", "grounds-to-continue", YesNo),
    ("after", "senior-officer", YesNo),
];

pub(super) const BEHAVIOUR: [&str; 15] = [
    "refuses-stages",
    "covert-recording",
    "falsified-documents",
    "disproportionate-effect",
    "excessive-demands",
    "targets-staff",
    "inappropriate-acts",
    "refuses-to-leave",
    "impossible-expectations",
    "hinders-investigation",
    "unclear-grounds",
    "not-cooperating",
    "outside-scope",
    "own-procedure",
    "something-else",
];

/// Section 2, second table: what is weighed and what is recorded in each outcome.
pub const WEIGHED_AND_RECORDED: [(&str, &[&str], &[&str]); 12] = [
    (
        "act-on-risk",
        &["police-or-legal", "short-term-access"],
        &["behaviour", "short-term-in-force", "possible-disability", "health"],
    ),
    (
        "may-decide",
        &[
            "named-staff",
            "limit-contacts",
            "witness",
            "one-medium",
            "office-appointment",
            "same-matter",
            "keep-out",
            "police-or-legal",
            "short-term-access",
        ],
        &["behaviour", "persistent", "other-route", "possible-disability", "short-term-in-force"],
    ),
    ("feedback-policy", &[], &["other-route"]),
    (
        "not-ready",
        &[],
        &[
            "our-service",
            "investigated",
            "preferred-contact",
            "deadlines-given",
            "new-information",
            "departed",
        ],
    ),
    ("ordinary-handling", &[], &["other-route"]),
    ("isolated-incident", &[], &["behaviour", "persistent", "possible-disability", "threatens-staff"]),
    (
        "write-first",
        &[],
        &[
            "behaviour",
            "persistent",
            "other-route",
            "possible-disability",
            "threatens-staff",
            "contact-review",
            "health",
        ],
    ),
    (
        "assess-first",
        &[],
        &[
            "behaviour",
            "persistent",
            "other-route",
            "possible-disability",
            "named-officer",
            "assessment-done",
            "factors",
            "health",
        ],
    ),
    (
        "review-restriction",
        &[
            "named-staff",
            "limit-contacts",
            "witness",
            "one-medium",
            "office-appointment",
            "same-matter",
            "keep-out",
            "further-access",
            "legal-advice",
            "report-police",
            "lift",
            "modify",
            "continue",
        ],
        &["review", "behaviour-continues", "decision-complete", "health", "possible-disability"],
    ),
    (
        "step-up",
        &[
            "named-staff",
            "limit-contacts",
            "witness",
            "one-medium",
            "office-appointment",
            "same-matter",
            "keep-out",
            "short-term-access",
            "further-access",
            "legal-advice",
            "report-police",
        ],
        &["review", "decision-complete", "health", "possible-disability"],
    ),
    (
        "put-right",
        &[
            "named-staff",
            "limit-contacts",
            "witness",
            "one-medium",
            "office-appointment",
            "same-matter",
            "keep-out",
            "lift",
        ],
        &[
            "decision-complete",
            "health",
            "possible-disability",
            "named-officer",
            "assessment-done",
            "factors",
        ],
    ),
    ("keep-restriction", &[], &["decision-complete"]),
];

/// The options of section 6.
pub const OPTIONS: [&str; 16] = [
    "contact-point",
    "limit-contacts",
    "one-medium",
    "named-staff",
    "same-matter",
    "witness",
    "office-appointment",
    "keep-out",
    "police-or-legal",
    "short-term-access",
    "further-access",
    "legal-advice",
    "report-police",
    "lift",
    "modify",
    "continue",
];

/// The findings of section 3, in its order.
pub const FINDINGS: [&str; 16] = [
    "at-risk",
    "no-warning",
    "persistent",
    "merely-persistent",
    "behaviour-reported",
    "of-concern",
    "engaged",
    "prerequisites-met",
    "prerequisites-settled",
    "cleared",
    "notice-given",
    "assessed",
    "warned-route",
    "decidable",
    "restricted-risk",
    "review-asked",
];

/// The duties of section 5 but `check-danger`, in its order.
pub const DUTIES: [&str; 10] = [
    "call-police",
    "on-the-spot",
    "safeguarding",
    "protect-staff",
    "log-new-issue",
    "hold-review",
    "assess-or-end",
    "mend-decision",
    "use-other-route",
    "consider-adjustments",
];
