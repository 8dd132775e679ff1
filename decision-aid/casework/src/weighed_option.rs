//! An option as it stands in a case: what the policy says of it, what the officer decided, and what is there to fill in.

use crate::entry::{Entry, EntryKind};
use policy::{Clause, OptionStatus, PolicyOption, Question, Reason, Ref, Status};

/// What the officer decided about an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing yet.
    Undecided,
    /// It is taken.
    Taken,
    /// It is not taken.
    Rejected,
}

/// Something that speaks against a choice, with the clauses that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The warning in words.
    pub says: String,
    /// The clauses behind it.
    pub clauses: Vec<Ref<Clause>>,
    /// Whether the record may still settle it, so that it is no news while the options are weighed.
    pub later: bool,
}

/// An option as it stands in a case.
#[derive(Debug, Clone, PartialEq)]
pub struct WeighedOption<'a> {
    /// The id, under which its texts are kept.
    pub id: String,
    /// The option of the policy; `None` for one that the officer has added.
    pub option: Option<Ref<PolicyOption>>,
    /// Its name.
    pub name: String,
    /// Its status under the policy.
    pub status: Option<OptionStatus>,
    /// Why it has that status.
    pub reason: Option<Reason<'a>>,
    /// The fewest answers that suffice for its status, where it is settled.
    pub because: Vec<Ref<Question>>,
    /// What the officer decided.
    pub choice: Choice,
    /// What is there to fill in under that choice.
    pub entries: Vec<Entry<'a>>,
    /// What speaks against the choice.
    pub warnings: Vec<Warning>,
    /// Whether taking it has to be explained.
    pub needs_reasons: bool,
    /// The names of the options taken that cannot be taken together with this one, which is taken too.
    pub clashes: Vec<&'a str>,
}

impl<'a> WeighedOption<'a> {
    /// Whether the facts would support it, or a person must judge: nobody has to decide against the rest.
    pub fn is_supported(&self) -> bool {
        self.status.is_some_and(|status| matches!(status.status, Status::Warranted | Status::Open))
    }

    /// What has to be settled about the option where it is taken.
    pub(crate) fn details(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.kind == EntryKind::Detail)
    }
}
