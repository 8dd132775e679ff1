//! Section 6: the status of each option.

#![allow(clippy::nonminimal_bool, reason = "conditions stand as the document has them")]

use super::facts::{Case, bit_of, is, ticked};
use super::findings::Findings;

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
    ticked!(case, "behaviour") == const { 1 << bit_of("behaviour.something-else") }
}
