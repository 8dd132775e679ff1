//! Section 6: the status of each option.

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use super::facts::{Case, is};
use super::findings::Findings;

/// Section 6: the status of an option in an outcome. The rows are read in the order that the section gives:
/// offered? required? not-available? open? warranted?
pub fn status(option: &str, case: Case, found: &Findings, outcome: &str) -> &'static str {
    match option {
        "contact-point" => contact_point(case, found),
        "same-matter" => same_matter(case, found, outcome),
        "limit-contacts" | "one-medium" | "named-staff" | "witness" | "office-appointment" => {
            contact_restriction(option, case, found, outcome)
        }
        "keep-out" => keep_out(case, found, outcome),
        "police-or-legal" => match outcome {
            "step-up" | "review-restriction" | "put-right" | "keep-restriction" => "not-offered",
            _ if found.no_warning => "required",
            _ => warranted_if(found.behaviour_reported && is!(case, "threatens-staff")),
        },
        "short-term-access" => match outcome {
            "act-on-risk" | "may-decide" | "step-up" => warranted_if(is!(case, "immediate-risk")),
            _ => "not-offered",
        },
        "further-access" => further_access(case, found, outcome),
        "legal-advice" => match outcome {
            "step-up" => "warranted",
            "review-restriction" if is!(case, "behaviour-continues") => "warranted",
            "review-restriction" => "not-available",
            _ => "not-offered",
        },
        "report-police" => report_police(case, found, outcome),
        "lift" => match outcome {
            "review-restriction" | "put-right" if !is!(case, "grounds-to-continue") => "warranted",
            "review-restriction" | "put-right" if !is!(case, "decision-complete") => "open",
            "review-restriction" | "put-right" => "not-warranted",
            _ => "not-offered",
        },
        "modify" => match outcome {
            "review-restriction" if !is!(case, "grounds-to-continue") => "not-available",
            "review-restriction"
                if is!(case, "senior-officer") && is!(case, "health") && is!(case, "decision-complete") =>
            {
                "warranted"
            }
            "review-restriction" => "open",
            _ => "not-offered",
        },
        "continue" => match outcome {
            "review-restriction" if !is!(case, "grounds-to-continue") || !is!(case, "decision-complete") => {
                "not-available"
            }
            "review-restriction" if !(is!(case, "senior-officer") && is!(case, "health")) => "open",
            "review-restriction" => "warranted",
            _ => "not-offered",
        },
        _ => "no such option",
    }
}

const fn warranted_if(holds: bool) -> &'static str {
    if holds { "warranted" } else { "not-warranted" }
}

const fn open_if(holds: bool) -> &'static str {
    if holds { "open" } else { "not-warranted" }
}

/// U
const fn immediate_threat(case: Case) -> bool {
    is!(case, "immediate-risk") || is!(case, "extreme-threat")
}

const fn in_person(case: Case) -> bool {
    is!(case, "where.visits") || is!(case, "where.meetings")
}

/// A change of the terms while a restriction is in force is a fresh decision.
fn fresh_decision(outcome: &str) -> bool {
    ["review-restriction", "step-up", "put-right"].contains(&outcome)
}

fn contact_point(case: Case, found: &Findings) -> &'static str {
    let found_unreasonable = is!(case, "contact-review.found-unreasonable");
    if is!(case, "restriction-in-force")
        || found.decidable
        || (!found.cleared && (found.persistent || (found.engaged && found_unreasonable)))
    {
        "required"
    } else if found.behaviour_reported && !found.cleared {
        "open"
    } else {
        "not-offered"
    }
}

fn same_matter(case: Case, found: &Findings, outcome: &str) -> &'static str {
    let barred = is!(case, "new-issue")
        || is!(case, "new-information")
        || !is!(case, "thoroughly-dealt")
        || is!(case, "external-adjudication.under-way");
    let finished = is!(case, "external-adjudication.completed");
    match outcome {
        "may-decide" if barred => "not-available",
        "may-decide" if !found.persistent => "not-warranted",
        "may-decide" if finished && found.warned_route => "warranted",
        "may-decide" => "open",
        _ if fresh_decision(outcome) && (!found.assessed || barred) => "not-available",
        _ if fresh_decision(outcome) => open_if(found.persistent),
        _ => "not-offered",
    }
}

/// The five of the six that are not `same-matter`.
fn contact_restriction(option: &str, case: Case, found: &Findings, outcome: &str) -> &'static str {
    let fits = fits(option, case, found);
    let threat = option != "limit-contacts" && found.behaviour_reported && is!(case, "threatens-staff");
    match outcome {
        "may-decide" if fits && (found.warned_route || threat) => "warranted",
        "may-decide" => open_if(fits || says_little(case, found)),
        _ if fresh_decision(outcome) && !found.assessed => "not-available",
        _ if fresh_decision(outcome) => open_if(fits),
        _ => "not-offered",
    }
}

fn keep_out(case: Case, found: &Findings, outcome: &str) -> &'static str {
    let fits = (is!(case, "behaviour.inappropriate-acts")
        || is!(case, "behaviour.refuses-to-leave")
        || is!(case, "threatens-staff")
        || found.no_warning)
        && in_person(case);
    match outcome {
        "may-decide" => open_if(fits),
        _ if fresh_decision(outcome) && !found.assessed => "not-available",
        _ if fresh_decision(outcome) => open_if(fits),
        _ => "not-offered",
    }
}

fn further_access(case: Case, found: &Findings, outcome: &str) -> &'static str {
    match outcome {
        "step-up" if !(found.assessed || immediate_threat(case)) => "not-available",
        "step-up" => warranted_if(in_person(case) || immediate_threat(case)),
        "review-restriction" if !(is!(case, "behaviour-continues") && found.assessed) => "not-available",
        "review-restriction" => open_if(in_person(case)),
        _ => "not-offered",
    }
}

fn report_police(case: Case, found: &Findings, outcome: &str) -> &'static str {
    let continues = is!(case, "behaviour-continues");
    let threatens_staff = is!(case, "threatens-staff");
    match outcome {
        "step-up" if found.no_warning => "required",
        "step-up" if immediate_threat(case) || threatens_staff => "warranted",
        "step-up" => open_if(continues),
        "review-restriction" if !continues => "not-available",
        "review-restriction" if threatens_staff => "warranted",
        "review-restriction" => "open",
        _ => "not-offered",
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
    match option {
        "limit-contacts" => {
            (persistent
                || is!(case, "behaviour.excessive-demands")
                || is!(case, "behaviour.impossible-expectations"))
                && by_message
        }
        "one-medium" => {
            (demanding && (by_message || is!(case, "where.many-officers")))
                || (is!(case, "behaviour.inappropriate-acts") && in_person(case))
        }
        "named-staff" => demanding && (by_message || is!(case, "where.many-officers")),
        "witness" => {
            (is!(case, "behaviour.inappropriate-acts")
                || is!(case, "behaviour.covert-recording")
                || is!(case, "behaviour.refuses-to-leave")
                || is!(case, "behaviour.impossible-expectations")
                || is!(case, "threatens-staff"))
                && in_person(case)
        }
        "office-appointment" => {
            (is!(case, "behaviour.inappropriate-acts")
                || is!(case, "behaviour.refuses-to-leave")
                || is!(case, "behaviour.impossible-expectations")
                || is!(case, "behaviour.excessive-demands")
                || is!(case, "threatens-staff"))
                && in_person(case)
        }
        _ => false,
    }
}

/// Section 6: every behaviour ticked is one of five that say little, and the contact is not persistent. With nothing
/// ticked, none of the others is, so that counts too.
const fn says_little(case: Case, found: &Findings) -> bool {
    let listed = is!(case, "behaviour.refuses-stages")
        || is!(case, "behaviour.covert-recording")
        || is!(case, "behaviour.falsified-documents")
        || is!(case, "behaviour.disproportionate-effect")
        || is!(case, "behaviour.excessive-demands")
        || is!(case, "behaviour.targets-staff")
        || is!(case, "behaviour.inappropriate-acts")
        || is!(case, "behaviour.refuses-to-leave")
        || is!(case, "behaviour.impossible-expectations")
        || is!(case, "behaviour.hinders-investigation");
    !listed && !found.persistent
}
