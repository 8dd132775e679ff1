//! Compares two revisions of a policy: for how many sets of answers the result changes, and from what to what.
//!
//! `union` lets both revisions speak about the same answers, `values` says for which of them a revision comes to
//! which result, `comparing` counts where the two differ, `example` finds the fewest answers that show a change, and `cases` says
//! which cases come to another result.
//!
//! What is counted are complete sets of answers to all questions of either revision, each once. "Not sure" is not part
//! of a complete set, so a duty that asks for it is compared only in what else it asks. Parts of a policy are matched
//! by their ids. A choice that a revision does not have matches none of its conditions.

mod cases;
mod comparing;
mod example;
mod inventory;
mod union;
mod values;

pub use cases::{CaseChange, PartChange, cases};
pub use example::Example;
pub use inventory::Inventory;

use crate::prove::{Count, TooEntangled};
use comparing::Comparing;
use policy::{Policy, Status};
use union::Union;

/// How the results of two revisions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How many complete sets of answers there are to the questions of both revisions together.
    pub sets: Count,
    /// In how many of them anything below changes.
    pub changed: Count,
    /// How the outcome changes.
    pub outcome: Changes,
    /// How options change, by id: those that do, in their order.
    pub options: Vec<(String, Changes)>,
    /// How duties change, by id.
    pub duties: Vec<(String, Changes)>,
    /// How findings change, by id.
    pub findings: Vec<(String, Changes)>,
    /// What only one of the revisions has.
    pub inventory: Vec<Inventory>,
}

impl Comparison {
    /// Whether every set of answers has the same result in both revisions.
    pub fn same_results(&self) -> bool {
        self.outcome.pairs.is_empty()
            && [&self.options, &self.duties, &self.findings].iter().all(|parts| parts.is_empty())
    }
}

/// How one part of a result changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// For how many sets of answers.
    pub sets: Count,
    /// Each change that there is.
    pub pairs: Vec<Change>,
}

/// A change from one value to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the earlier revision said.
    pub before: Value,
    /// What the later one says.
    pub now: Value,
    /// For how many sets of answers.
    pub sets: Count,
    /// The fewest answers that show it.
    pub example: Example,
}

/// What a part of a result can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// The outcome with this id.
    Outcome(String),
    /// Not exactly one outcome. That can only be where the revision does not know a choice of a question it asks.
    NoOutcome,
    /// The status of an option.
    Status(Status),
    /// Whether a finding holds, or a duty comes up.
    Holds(bool),
    /// The answers of a case do not settle it.
    NotSettled,
    /// The revision has no such option, duty or finding.
    NotThere,
}

impl Value {
    /// Whether a reader of the result sees nothing of it.
    fn is_nothing(&self) -> bool {
        matches!(self, Self::NotThere | Self::Holds(false) | Self::Status(Status::NotOffered))
    }

    /// Whether a reader of the result sees something else.
    fn differs_from(&self, other: &Self) -> bool {
        self != other && !(self.is_nothing() && other.is_nothing())
    }
}

/// Counts the sets of answers for which the result changes from one revision to another.
///
/// That something which does not come up, or is not offered, is no longer there at all is no change.
///
/// # Errors
/// A diagram outgrows its bound.
pub fn compare(before: &Policy, now: &Policy) -> Result<Comparison, TooEntangled> {
    let union = Union::of(before, now);
    let (moved_before, moved_now) = (union.before(before), union.now(now));
    let mut comparing = Comparing::new([before, now], &union, [&moved_before, &moved_now]);
    comparing.compare().map_err(|_| TooEntangled)
}

#[cfg(test)]
mod tests;
