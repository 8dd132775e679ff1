//! The facts of cases as an officer knows them, on a sheet beside the screen.

/// What an officer knows of a case, and decides in it.
pub(super) struct Facts {
    /// The answers, by question: one word, or the choices that are so.
    pub(super) answers: &'static [(&'static str, &'static [&'static str])],
    /// What is noted beside answers, by key.
    pub(super) notes: &'static [(&'static str, &'static str)],
    /// The options that are taken, where they are offered.
    pub(super) takes: &'static [&'static str],
    /// What is written into fields, by key.
    pub(super) texts: &'static [(&'static str, &'static str)],
}

const NO: &[&str] = &["no"];
const YES: &[&str] = &["yes"];

/// Emails by the dozen, a warning letter, and no change since.
pub(super) const HEAVY_MAIL: Facts = Facts {
    answers: &[
        ("criminal", NO),
        ("people-at-risk", NO),
        ("immediate-risk", NO),
        ("vulnerable-at-risk", NO),
        ("our-service", YES),
        ("restriction-in-force", NO),
        ("short-term-in-force", NO),
        ("new-issue", NO),
        ("other-route", &[]),
        ("investigated", YES),
        ("preferred-contact", YES),
        ("deadlines-given", YES),
        ("new-information", NO),
        ("behaviour", &["excessive-demands"]),
        ("contacts", &["too-frequent"]),
        ("hinders", YES),
        ("only-criticism", NO),
        ("only-challenge", NO),
        ("thoroughly-dealt", NO),
        ("threatens-staff", NO),
        ("possible-disability", NO),
        ("regular", YES),
        ("where", &["email", "many-officers"]),
        ("contact-review", &["found-unreasonable"]),
        ("written-notice", YES),
        ("modified", NO),
        ("named-officer", YES),
        ("assessment-done", YES),
        ("factors", YES),
        ("health", YES),
    ],
    notes: &[
        (
            "evidence/behaviour/excessive-demands",
            "On 4 January 2027, you asked for an answer within the hour, nine times.",
        ),
        ("evidence/contacts/too-frequent", "On 11 January 2027, there were 38 emails."),
        ("evidence/hinders", "The officers who answered could not work on the repairs in your street."),
    ],
    takes: &["limit-contacts"],
    texts: &[
        ("record/case-reference", "CH-2027-014"),
        ("record/matter", "the road works in your street"),
        ("record/completed-by", "Team manager, highways"),
        ("record/communication-efforts", "Offered a weekly update on 8 December 2026."),
        ("record/warning-date", "2026-12-14"),
        ("record/warning-asked", "To keep to one email a week."),
        ("record/assessor", "the Head of Highways"),
        ("record/customer-account", "Asked by phone on 20 January: the works are late."),
        ("record/health-considered", "Asked on 20 January: nothing is known."),
        ("record/accessible-route", "none-known"),
        ("record/ends-on", "2027-07-30"),
        ("record/contact-point-who", "the Customer Relations team, 01632 960000"),
        ("detail/limit-contacts/period", "week"),
        ("detail/limit-contacts/messages", "1"),
        ("decision-reason/why", "Thirty emails a day hold up the repairs."),
        ("decision-reason/milder", "The weekly update did not help."),
        ("letter-field/decision-letter/behaviour", "On 11 January 2027, there were 38 emails."),
        ("letter-field/decision-letter/effect", "The officers could not work on the repairs in your street."),
    ],
};

/// The same, by an officer who notes nothing on the way.
pub(super) const HEAVY_MAIL_WITHOUT_NOTES: Facts = Facts { notes: &[], ..HEAVY_MAIL };

/// A threat at the counter, now.
pub(super) const THREAT: Facts = Facts {
    answers: &[
        ("criminal", YES),
        ("people-at-risk", YES),
        ("immediate-risk", YES),
        ("vulnerable-at-risk", NO),
    ],
    notes: &[("evidence/immediate-risk", "This put the staff at the front desk at immediate risk.")],
    takes: &["short-term-access"],
    texts: &[
        ("record/case-reference", "CH-2027-015"),
        ("record/matter", "a fine for a late book"),
        ("detail/short-term-access/building", "the library in the high street"),
        ("decision-reason/why", "He threw a chair."),
        ("decision-reason/milder", "He was asked to leave and did not."),
        ("record/ends-on", "2027-02-08"),
        ("record/assessor", "the Head of Libraries"),
        ("record/contact-point-who", "the Customer Relations team, 01632 960000"),
        ("record/review-date", "2027-02-08"),
        ("record/why-other-review-date", "The restriction ends then."),
        ("letter-field/on-the-spot-notice/behaviour", "On 1 February 2027 you threw a chair."),
        ("letter-field/on-the-spot-notice/category", "behaviour"),
    ],
};

/// A divert on a phone line that nobody decided, found by chance; it is ended.
pub(super) const UNDECIDED_LIMIT: Facts = Facts {
    answers: &[
        ("criminal", NO),
        ("people-at-risk", NO),
        ("immediate-risk", NO),
        ("vulnerable-at-risk", NO),
        ("our-service", YES),
        ("restriction-in-force", YES),
        ("extreme-threat", NO),
        ("decision-complete", NO),
        ("short-term-in-force", NO),
        ("new-issue", NO),
        ("other-route", &[]),
        ("investigated", YES),
        ("preferred-contact", NO),
        ("deadlines-given", YES),
        ("new-information", NO),
        ("departed", NO),
        ("behaviour", &[]),
        ("contacts", &[]),
        ("hinders", NO),
        ("only-criticism", NO),
        ("only-challenge", NO),
        ("thoroughly-dealt", NO),
        ("threatens-staff", NO),
        ("possible-disability", NO),
        ("regular", NO),
        ("where", &[]),
        ("contact-review", &["not-done"]),
        ("written-notice", NO),
        ("modified", NO),
        ("named-officer", NO),
        ("assessment-done", NO),
        ("factors", NO),
        ("health", NO),
        ("external-adjudication", &["not-sought"]),
        ("review", &["none"]),
        ("behaviour-continues", NO),
        ("grounds-to-continue", NO),
        ("senior-officer", NO),
    ],
    notes: &[],
    takes: &["lift"],
    texts: &[
        ("record/case-reference", "CH-2027-016"),
        ("record/matter", "the repairs at your home"),
        ("record/limit-since", "3 May 2026"),
        ("record/limit-set-by", "A team manager, as a divert in the phone system."),
        ("record/limit-missed", "While the divert was on, nobody answered the nine calls that you made."),
        ("record/completed-by", "Team manager, housing"),
        ("record/communication-efforts", "None while the divert was on."),
        ("record/accessible-route", "none-known"),
        ("record/contact-point-who", "the Customer Relations team, 01632 960000"),
        ("record/ended-on", "2027-02-01"),
        ("record/told-again", "The contact centre"),
        ("record/removed", "The divert, on 1 February 2027"),
    ],
};
