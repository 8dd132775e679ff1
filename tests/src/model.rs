//! The decision model once more: slow, obvious, and written from the design document `decision-model.md`,
//! never from the pages or the engine. Where both agree on thousands of cases, the pages say what was meant.
//!
//! The sections are the document's: section 2 is [`QUESTIONS`], section 3 [`findings`], section 4 [`outcomes`],
//! section 5 [`duties`], section 6 [`status`]. Only complete answers are judged here: there is no "not known".

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use std::collections::BTreeMap;

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

/// The findings of section 3, in its order.
pub const FINDINGS: [&str; 14] = [
    "at-risk",
    "no-warning",
    "persistent",
    "merely-persistent",
    "behaviour-reported",
    "engaged",
    "prerequisites-met",
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

/// What the answers amount to: the findings of section 3.
#[allow(missing_docs, reason = "each is called what the section calls it")]
#[derive(Debug, Clone, Copy)]
pub struct Findings {
    pub at_risk: bool,
    pub no_warning: bool,
    pub persistent: bool,
    pub merely_persistent: bool,
    pub behaviour_reported: bool,
    pub engaged: bool,
    pub prerequisites_met: bool,
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
    const fn in_order(&self) -> [bool; 14] {
        [
            self.at_risk,
            self.no_warning,
            self.persistent,
            self.merely_persistent,
            self.behaviour_reported,
            self.engaged,
            self.prerequisites_met,
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

/// The place of a fact: a yes-no question answered yes, or a choice (`question.choice`) ticked. The facts are those of
/// [`QUESTIONS`], in their order.
const fn place(fact: &str) -> u32 {
    let mut number = 0;
    while number < QUESTIONS.len() {
        let choices = facts_of(number);
        let mut choice = 0;
        while choice < choices.len() {
            if names(fact, QUESTIONS[number].1, choices[choice]) {
                return first_place(number) + choice as u32;
            }
            choice += 1;
        }
        number += 1;
    }
    panic!("there is no such fact")
}

/// The choices of a question by its number; one without a name for a yes-no question.
const fn facts_of(number: usize) -> &'static [&'static str] {
    match QUESTIONS[number].2 {
        YesNo => &[""],
        AnyOf(choices) | OneOf(choices) => choices,
    }
}

/// The place of a question's first fact.
const fn first_place(number: usize) -> u32 {
    let (mut place, mut before) = (0, 0);
    while before < number {
        place += facts_of(before).len() as u32;
        before += 1;
    }
    place
}

/// Whether a fact is this choice of this question; a yes has no choice.
const fn names(fact: &str, question: &str, choice: &str) -> bool {
    let (fact, question, choice) = (fact.as_bytes(), question.as_bytes(), choice.as_bytes());
    let dot = if choice.is_empty() { 0 } else { 1 };
    if fact.len() != question.len() + dot + choice.len() {
        return false;
    }
    let mut at = 0;
    while at < fact.len() {
        let expected = match at {
            at if at < question.len() => question[at],
            at if at == question.len() => b'.',
            at => choice[at - question.len() - 1],
        };
        if fact[at] != expected {
            return false;
        }
        at += 1;
    }
    true
}

/// The facts that are choices of a question.
const fn choices_of(question: &str) -> u128 {
    let (mut facts, mut number) = (0, 0);
    while number < QUESTIONS.len() {
        let (_, asked, takes) = QUESTIONS[number];
        if let AnyOf(choices) | OneOf(choices) = takes
            && names(asked, question, "")
        {
            facts |= ((1_u128 << choices.len()) - 1) << first_place(number);
        }
        number += 1;
    }
    assert!(facts != 0, "there is no such question with choices");
    facts
}

/// A complete set of answers: the yes-no questions answered yes, and the choices ticked, a bit each. Whatever is not
/// in it is answered no, or not ticked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Case {
    facts: u128,
}

impl Case {
    /// Answers a yes-no question yes.
    pub fn yes(&mut self, question: &str) {
        self.facts |= 1 << place(question);
    }

    /// Ticks a choice.
    pub fn tick(&mut self, question: &str, choice: &str) {
        self.facts |= 1 << place(&format!("{question}.{choice}"));
    }

    /// What this case and another say of different questions, together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self { facts: self.facts | other.facts }
    }
}

/// Every answer that a question takes, each as a case that says nothing else.
pub fn every_answer(question: &str, takes: Takes) -> Vec<Case> {
    let ticked = |choice: &&str| {
        let mut case = Case::default();
        case.tick(question, choice);
        case
    };
    match takes {
        YesNo => {
            let mut yes = Case::default();
            yes.yes(question);
            vec![Case::default(), yes]
        }
        OneOf(choices) => choices.iter().map(ticked).collect(),
        AnyOf(choices) => choices.iter().map(ticked).fold(vec![Case::default()], |sets, choice| {
            sets.iter().copied().chain(sets.iter().map(|set| set.with(choice))).collect()
        }),
    }
}

/// Whether a question is answered yes, or a choice (`question.choice`) is ticked. A fact that there is not does not
/// compile.
macro_rules! is {
    ($case:expr, $fact:literal) => {
        $case.facts & const { 1 << place($fact) } != 0
    };
}

/// The choices of a question that are ticked.
macro_rules! ticked {
    ($case:expr, $question:literal) => {
        $case.facts & const { choices_of($question) }
    };
}

/// Everything that the model says of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The outcomes that hold, in the order of [`WEIGHED_AND_RECORDED`]: exactly one, as section 4 says, or the model
    /// is wrong.
    pub outcomes: [bool; 11],
    /// Each finding, in the order of [`FINDINGS`].
    pub findings: [bool; 14],
    /// Each duty but `check-danger`, which rests on what nobody knows, in the order of [`DUTIES`].
    pub duties: [bool; 10],
    /// The status of each option, in the order of [`OPTIONS`].
    pub options: [&'static str; 15],
}

impl Verdict {
    /// The outcomes that hold, by id.
    pub fn outcome_ids(&self) -> Vec<&'static str> {
        let rows = WEIGHED_AND_RECORDED.iter().zip(self.outcomes);
        rows.filter(|(_, holds)| *holds).map(|((outcome, ..), _)| *outcome).collect()
    }

    /// Each finding, by id.
    pub fn findings_by_id(&self) -> BTreeMap<&'static str, bool> {
        FINDINGS.into_iter().zip(self.findings).collect()
    }

    /// Each duty but `check-danger`, by id.
    pub fn duties_by_id(&self) -> BTreeMap<&'static str, bool> {
        DUTIES.into_iter().zip(self.duties).collect()
    }

    /// The status of each option, by id.
    pub fn options_by_id(&self) -> BTreeMap<&'static str, &'static str> {
        OPTIONS.into_iter().zip(self.options).collect()
    }
}

/// Judges a case.
pub fn verdict(case: Case) -> Verdict {
    let found = findings(case);
    let outcomes = outcomes(case, &found);
    let held = WEIGHED_AND_RECORDED.iter().zip(outcomes).find(|(_, holds)| *holds);
    let outcome = held.map(|((outcome, ..), _)| *outcome).unwrap_or_default();
    Verdict {
        outcomes,
        findings: found.in_order(),
        duties: duties(case, &found),
        options: OPTIONS.map(|option| status(option, case, &found, outcome)),
    }
}

/// Section 3: what the answers amount to.
pub fn findings(case: Case) -> Findings {
    let at_risk = is!(case, "criminal") || is!(case, "people-at-risk") || is!(case, "immediate-risk");
    let no_warning = is!(case, "criminal") || is!(case, "people-at-risk");
    let concern = is!(case, "contacts.too-frequent") || is!(case, "contacts.nature");
    let persistent = concern
        && is!(case, "hinders")
        && !is!(case, "only-criticism")
        && !(is!(case, "only-challenge") && !is!(case, "thoroughly-dealt"));
    let behaviour_reported = ticked!(case, "behaviour") != 0;
    let engaged = persistent || behaviour_reported;
    let prerequisites_met = is!(case, "our-service")
        && is!(case, "investigated")
        && is!(case, "preferred-contact")
        && is!(case, "deadlines-given")
        && !is!(case, "new-information");
    let notice_given = is!(case, "contact-review.found-unreasonable") && is!(case, "written-notice");
    let assessed = is!(case, "named-officer")
        && is!(case, "assessment-done")
        && is!(case, "factors")
        && is!(case, "health");
    let warned_route =
        !is!(case, "new-issue") && prerequisites_met && engaged && notice_given && !is!(case, "modified");
    Findings {
        at_risk,
        no_warning,
        persistent,
        merely_persistent: concern && !persistent,
        behaviour_reported,
        engaged,
        prerequisites_met,
        cleared: is!(case, "contact-review.found-acceptable"),
        notice_given,
        assessed,
        warned_route,
        decidable: assessed && engaged && (no_warning || warned_route),
        restricted_risk: at_risk || (is!(case, "restriction-in-force") && is!(case, "extreme-threat")),
        review_asked: !is!(case, "review.none"),
    }
}

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

/// Section 6: the status of an option in an outcome. The rows are read in the order that the section gives:
/// offered? required? not-available? open? warranted?
pub fn status(option: &str, case: Case, found: &Findings, outcome: &str) -> &'static str {
    let fresh_decision = ["review-restriction", "step-up"].contains(&outcome);
    let warranted_if = |holds| if holds { "warranted" } else { "not-warranted" };
    // U
    let immediate_threat = is!(case, "immediate-risk") || is!(case, "extreme-threat");
    let in_person = is!(case, "where.visits") || is!(case, "where.meetings");
    match option {
        "contact-point" => {
            let required = is!(case, "restriction-in-force")
                || (found.engaged && is!(case, "contact-review.found-unreasonable"))
                || found.decidable;
            if required { "required" } else { "not-offered" }
        }
        "same-matter" => {
            let barred = is!(case, "new-issue")
                || !is!(case, "thoroughly-dealt")
                || is!(case, "external-adjudication.under-way");
            match outcome {
                "may-decide" if !found.warned_route || barred => "not-available",
                "may-decide" if !found.persistent => "not-warranted",
                "may-decide" if is!(case, "external-adjudication.not-sought") => "open",
                "may-decide" => warranted_if(is!(case, "external-adjudication.completed")),
                _ if fresh_decision && (!found.assessed || barred) => "not-available",
                _ if fresh_decision && found.persistent => "open",
                _ if fresh_decision => "not-warranted",
                _ => "not-offered",
            }
        }
        "named-staff" | "limit-contacts" | "witness" | "one-medium" | "office-appointment" => {
            let fits = fits(option, case, found);
            match outcome {
                "may-decide" => {
                    let threat = found.behaviour_reported && is!(case, "threatens-staff");
                    if option == "limit-contacts" && !found.warned_route {
                        "not-available"
                    } else if fits && (found.warned_route || threat) {
                        "warranted"
                    } else if only_something_else(case) && !found.persistent {
                        "open"
                    } else {
                        "not-warranted"
                    }
                }
                _ if fresh_decision && !found.assessed => "not-available",
                _ if fresh_decision && fits => "open",
                _ if fresh_decision => "not-warranted",
                _ => "not-offered",
            }
        }
        "police-or-legal" => match outcome {
            "step-up" | "review-restriction" | "keep-restriction" => "not-offered",
            _ if found.no_warning => "required",
            _ => warranted_if(found.behaviour_reported && is!(case, "threatens-staff")),
        },
        "short-term-access" => match outcome {
            "act-on-risk" | "may-decide" | "step-up" => warranted_if(is!(case, "immediate-risk")),
            _ => "not-offered",
        },
        "further-access" => match outcome {
            "step-up" if !(found.assessed || immediate_threat) => "not-available",
            "step-up" => warranted_if(in_person || immediate_threat),
            _ => "not-offered",
        },
        "legal-advice" => match outcome {
            "step-up" => "warranted",
            "review-restriction" if is!(case, "behaviour-continues") => "warranted",
            "review-restriction" => "not-available",
            _ => "not-offered",
        },
        "report-police" => match outcome {
            "step-up" if found.no_warning => "required",
            "step-up" => warranted_if(is!(case, "extreme-threat") || is!(case, "threatens-staff")),
            "review-restriction" if !is!(case, "behaviour-continues") => "not-available",
            "review-restriction" => warranted_if(is!(case, "threatens-staff")),
            _ => "not-offered",
        },
        "lift" => match outcome {
            "review-restriction" => warranted_if(!is!(case, "grounds-to-continue")),
            _ => "not-offered",
        },
        "modify" | "continue" => match outcome {
            "review-restriction" if !is!(case, "grounds-to-continue") => "not-available",
            "review-restriction" if !is!(case, "senior-officer") => "open",
            "review-restriction" => "warranted",
            _ => "not-offered",
        },
        _ => "no such option",
    }
}

/// Section 6: whether an option fits the contact.
fn fits(option: &str, case: Case, found: &Findings) -> bool {
    let persistent = found.persistent;
    // T
    let demanding = persistent
        || is!(case, "behaviour.excessive-demands")
        || is!(case, "behaviour.targets-staff")
        || is!(case, "behaviour.inappropriate-acts");
    let by_message = is!(case, "where.phone") || is!(case, "where.email") || is!(case, "where.letter");
    let in_person = is!(case, "where.meetings") || is!(case, "where.visits");
    match option {
        "limit-contacts" => {
            (persistent
                || is!(case, "behaviour.excessive-demands")
                || is!(case, "behaviour.impossible-expectations"))
                && by_message
        }
        "one-medium" => {
            (demanding && (by_message || is!(case, "where.many-officers")))
                || (is!(case, "behaviour.inappropriate-acts") && in_person)
        }
        "named-staff" => demanding && (by_message || is!(case, "where.many-officers")),
        "witness" => {
            (is!(case, "behaviour.inappropriate-acts")
                || is!(case, "behaviour.covert-recording")
                || is!(case, "behaviour.refuses-to-leave")
                || is!(case, "behaviour.impossible-expectations")
                || is!(case, "threatens-staff"))
                && in_person
        }
        "office-appointment" => {
            (is!(case, "behaviour.inappropriate-acts")
                || is!(case, "behaviour.refuses-to-leave")
                || is!(case, "behaviour.impossible-expectations")
                || is!(case, "behaviour.excessive-demands")
                || is!(case, "threatens-staff"))
                && in_person
        }
        _ => false,
    }
}

/// Section 6: `something-else` is the only behaviour ticked.
fn only_something_else(case: Case) -> bool {
    ticked!(case, "behaviour") == const { 1 << place("behaviour.something-else") }
}
