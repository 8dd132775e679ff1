//! The decision model once more: slow, obvious, and written from the design document `decision-model.md`,
//! never from the pages or the engine. Where both agree on thousands of cases, the pages say what was meant.
//!
//! The sections are the document's: section 2 is [`QUESTIONS`], section 3 [`findings`], section 4 [`outcomes`],
//! section 5 [`duties`], section 6 [`status`]. Only complete answers are judged here: there is no "not known".

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use std::collections::{BTreeMap, BTreeSet};

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
pub const QUESTIONS: [(&str, &str, Takes); 37] = [
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

const BEHAVIOUR: [&str; 11] = [
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
    "something-else",
];

/// Section 2, second table: what is weighed and what is recorded in each outcome.
pub const WEIGHED_AND_RECORDED: [(&str, &[&str], &[&str]); 11] = [
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
            "police-or-legal",
            "short-term-access",
        ],
        &["behaviour", "persistent", "other-route", "possible-disability", "short-term-in-force"],
    ),
    ("feedback-policy", &[], &["other-route"]),
    (
        "not-ready",
        &[],
        &["our-service", "investigated", "preferred-contact", "deadlines-given", "new-information"],
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
            "short-term-access",
            "further-access",
            "legal-advice",
            "report-police",
        ],
        &["review", "decision-complete", "health", "possible-disability"],
    ),
    ("keep-restriction", &[], &["decision-complete"]),
];

/// The options of section 6.
pub const OPTIONS: [&str; 15] = [
    "contact-point",
    "named-staff",
    "limit-contacts",
    "witness",
    "one-medium",
    "office-appointment",
    "same-matter",
    "police-or-legal",
    "short-term-access",
    "further-access",
    "legal-advice",
    "report-police",
    "lift",
    "modify",
    "continue",
];

/// A complete set of answers: the yes-no questions answered yes, and the choices ticked, as
/// `question.choice`. Whatever is not in it is answered no, or not ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    facts: BTreeSet<String>,
}

impl Case {
    /// Answers a yes-no question yes.
    pub fn yes(&mut self, question: &str) {
        self.facts.insert(question.to_owned());
    }

    /// Ticks a choice.
    pub fn tick(&mut self, question: &str, choice: &str) {
        self.facts.insert(format!("{question}.{choice}"));
    }

    /// Whether a question is answered yes, or a choice (`question.choice`) is ticked.
    pub fn is(&self, fact: &str) -> bool {
        self.facts.contains(fact)
    }

    /// Whether any choice of a question is ticked.
    fn any(&self, question: &str) -> bool {
        let choice_of = |fact: &String| fact.split_once('.').is_some_and(|(asked, _)| asked == question);
        self.facts.iter().any(choice_of)
    }
}

/// Everything that the model says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The outcomes that hold: exactly one, as section 4 says, or the model is wrong.
    pub outcomes: Vec<&'static str>,
    /// Each finding.
    pub findings: BTreeMap<&'static str, bool>,
    /// Each duty but `check-danger`, which rests on what nobody knows.
    pub duties: BTreeMap<&'static str, bool>,
    /// The status of each option.
    pub options: BTreeMap<&'static str, &'static str>,
}

/// Judges a case.
pub fn verdict(case: &Case) -> Verdict {
    let found = findings(case);
    let outcomes = outcomes(case, &found);
    let outcome = outcomes.first().copied().unwrap_or_default();
    Verdict {
        duties: duties(case, &found),
        options: OPTIONS.iter().map(|option| (*option, status(option, case, &found, outcome))).collect(),
        findings: found,
        outcomes,
    }
}

/// The findings by id.
type Findings = BTreeMap<&'static str, bool>;

/// Section 3: what the answers amount to.
pub fn findings(case: &Case) -> Findings {
    let is = |fact| case.is(fact);
    let at_risk = is("criminal") || is("people-at-risk") || is("immediate-risk");
    let no_warning = is("criminal") || is("people-at-risk");
    let concern = is("contacts.too-frequent") || is("contacts.nature");
    let persistent = concern
        && is("hinders")
        && !is("only-criticism")
        && !(is("only-challenge") && !is("thoroughly-dealt"));
    let behaviour_reported = case.any("behaviour");
    let engaged = persistent || behaviour_reported;
    let prerequisites_met = is("our-service")
        && is("investigated")
        && is("preferred-contact")
        && is("deadlines-given")
        && !is("new-information");
    let notice_given = is("contact-review.found-unreasonable") && is("written-notice");
    let assessed = is("named-officer") && is("assessment-done") && is("factors") && is("health");
    let warned_route = !is("new-issue") && prerequisites_met && engaged && notice_given && !is("modified");
    BTreeMap::from([
        ("at-risk", at_risk),
        ("no-warning", no_warning),
        ("persistent", persistent),
        ("merely-persistent", concern && !persistent),
        ("behaviour-reported", behaviour_reported),
        ("engaged", engaged),
        ("prerequisites-met", prerequisites_met),
        ("cleared", is("contact-review.found-acceptable")),
        ("notice-given", notice_given),
        ("assessed", assessed),
        ("warned-route", warned_route),
        ("decidable", assessed && engaged && (no_warning || warned_route)),
        ("restricted-risk", at_risk || (is("restriction-in-force") && is("extreme-threat"))),
        ("review-asked", !is("review.none")),
    ])
}

/// Section 4: every outcome whose row holds.
pub fn outcomes(case: &Case, found: &Findings) -> Vec<&'static str> {
    let is = |fact| case.is(fact);
    let f = |finding| found[finding];
    let restricted = is("restriction-in-force");
    // The row's `…`.
    let ready = !restricted && !f("at-risk") && !is("new-issue") && f("prerequisites-met");
    let unnoticed = ready && f("engaged") && !f("cleared") && !f("notice-given");
    let under_restriction = restricted && !f("restricted-risk") && !is("new-issue");
    let rows = [
        ("act-on-risk", !restricted && f("at-risk") && !f("decidable")),
        ("may-decide", !restricted && f("decidable")),
        ("feedback-policy", !f("restricted-risk") && is("new-issue")),
        ("not-ready", !restricted && !f("at-risk") && !is("new-issue") && !f("prerequisites-met")),
        (
            "ordinary-handling",
            ready && (!f("engaged") || f("cleared") || (f("notice-given") && is("modified"))),
        ),
        ("isolated-incident", unnoticed && !is("regular")),
        ("write-first", unnoticed && is("regular")),
        ("assess-first", ready && f("engaged") && f("notice-given") && !is("modified") && !f("assessed")),
        ("review-restriction", under_restriction && f("review-asked")),
        (
            "step-up",
            restricted
                && (f("restricted-risk")
                    || (!is("new-issue") && !f("review-asked") && is("behaviour-continues"))),
        ),
        ("keep-restriction", under_restriction && !f("review-asked") && !is("behaviour-continues")),
    ];
    rows.iter().filter(|(_, holds)| *holds).map(|(outcome, _)| *outcome).collect()
}

/// Section 5: what must or may be done at once, `check-danger` left out.
pub fn duties(case: &Case, found: &Findings) -> BTreeMap<&'static str, bool> {
    let is = |fact| case.is(fact);
    BTreeMap::from([
        ("call-police", found["no-warning"]),
        ("on-the-spot", is("immediate-risk")),
        ("safeguarding", is("vulnerable-at-risk")),
        ("protect-staff", found["behaviour-reported"] || is("threatens-staff")),
        ("log-new-issue", is("new-issue")),
        ("hold-review", is("restriction-in-force") && found["review-asked"]),
        ("assess-or-end", is("short-term-in-force") && !found["assessed"]),
        ("mend-decision", is("restriction-in-force") && !is("decision-complete")),
        ("use-other-route", case.any("other-route")),
        ("consider-adjustments", is("possible-disability")),
    ])
}

/// Section 6: the status of an option in an outcome. The rows are read in the order that the section gives:
/// offered? required? not-available? open? warranted?
pub fn status(option: &str, case: &Case, found: &Findings, outcome: &str) -> &'static str {
    let is = |fact| case.is(fact);
    let f = |finding| found[finding];
    let fresh_decision = ["review-restriction", "step-up"].contains(&outcome);
    let warranted_if = |holds| if holds { "warranted" } else { "not-warranted" };
    // U
    let immediate_threat = is("immediate-risk") || is("extreme-threat");
    let in_person = is("where.visits") || is("where.meetings");
    match option {
        "contact-point" => {
            let required = is("restriction-in-force")
                || (f("engaged") && is("contact-review.found-unreasonable"))
                || f("decidable");
            if required { "required" } else { "not-offered" }
        }
        "same-matter" => {
            let barred = is("new-issue") || !is("thoroughly-dealt") || is("external-adjudication.under-way");
            match outcome {
                "may-decide" if !f("warned-route") || barred => "not-available",
                "may-decide" if !f("persistent") => "not-warranted",
                "may-decide" if is("external-adjudication.not-sought") => "open",
                "may-decide" => warranted_if(is("external-adjudication.completed")),
                _ if fresh_decision && (!f("assessed") || barred) => "not-available",
                _ if fresh_decision && f("persistent") => "open",
                _ if fresh_decision => "not-warranted",
                _ => "not-offered",
            }
        }
        "named-staff" | "limit-contacts" | "witness" | "one-medium" | "office-appointment" => {
            let fits = fits(option, case, found);
            match outcome {
                "may-decide" => {
                    let threat = f("behaviour-reported") && is("threatens-staff");
                    if option == "limit-contacts" && !f("warned-route") {
                        "not-available"
                    } else if fits && (f("warned-route") || threat) {
                        "warranted"
                    } else if only_something_else(case) && !f("persistent") {
                        "open"
                    } else {
                        "not-warranted"
                    }
                }
                _ if fresh_decision && !f("assessed") => "not-available",
                _ if fresh_decision && fits => "open",
                _ if fresh_decision => "not-warranted",
                _ => "not-offered",
            }
        }
        "police-or-legal" => match outcome {
            "step-up" | "review-restriction" | "keep-restriction" => "not-offered",
            _ if f("no-warning") => "required",
            _ => warranted_if(f("behaviour-reported") && is("threatens-staff")),
        },
        "short-term-access" => match outcome {
            "act-on-risk" | "may-decide" | "step-up" => warranted_if(is("immediate-risk")),
            _ => "not-offered",
        },
        "further-access" => match outcome {
            "step-up" if !(f("assessed") || immediate_threat) => "not-available",
            "step-up" => warranted_if(in_person || immediate_threat),
            _ => "not-offered",
        },
        "legal-advice" => match outcome {
            "step-up" => "warranted",
            "review-restriction" if is("behaviour-continues") => "warranted",
            "review-restriction" => "not-available",
            _ => "not-offered",
        },
        "report-police" => match outcome {
            "step-up" if f("no-warning") => "required",
            "step-up" => warranted_if(is("extreme-threat") || is("threatens-staff")),
            "review-restriction" if !is("behaviour-continues") => "not-available",
            "review-restriction" => warranted_if(is("threatens-staff")),
            _ => "not-offered",
        },
        "lift" => match outcome {
            "review-restriction" => warranted_if(!is("grounds-to-continue")),
            _ => "not-offered",
        },
        "modify" | "continue" => match outcome {
            "review-restriction" if !is("grounds-to-continue") => "not-available",
            "review-restriction" if !is("senior-officer") => "open",
            "review-restriction" => "warranted",
            _ => "not-offered",
        },
        _ => "no such option",
    }
}

/// Section 6: whether an option fits the contact.
fn fits(option: &str, case: &Case, found: &Findings) -> bool {
    let is = |fact| case.is(fact);
    let persistent = found["persistent"];
    // T
    let demanding = persistent
        || is("behaviour.excessive-demands")
        || is("behaviour.targets-staff")
        || is("behaviour.inappropriate-acts");
    let by_message = is("where.phone") || is("where.email") || is("where.letter");
    let in_person = is("where.meetings") || is("where.visits");
    match option {
        "limit-contacts" => {
            (persistent || is("behaviour.excessive-demands") || is("behaviour.impossible-expectations"))
                && by_message
        }
        "one-medium" => {
            (demanding && (by_message || is("where.many-officers")))
                || (is("behaviour.inappropriate-acts") && in_person)
        }
        "named-staff" => demanding && (by_message || is("where.many-officers")),
        "witness" => {
            (is("behaviour.inappropriate-acts")
                || is("behaviour.covert-recording")
                || is("behaviour.refuses-to-leave")
                || is("behaviour.impossible-expectations")
                || is("threatens-staff"))
                && in_person
        }
        "office-appointment" => {
            (is("behaviour.inappropriate-acts")
                || is("behaviour.refuses-to-leave")
                || is("behaviour.impossible-expectations")
                || is("behaviour.excessive-demands")
                || is("threatens-staff"))
                && in_person
        }
        _ => false,
    }
}

/// Section 6: `something-else` is the only behaviour ticked.
fn only_something_else(case: &Case) -> bool {
    BEHAVIOUR.iter().all(|choice| case.is(&format!("behaviour.{choice}")) == (*choice == "something-else"))
}
