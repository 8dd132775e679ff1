//! The screens of the aid.

use policy::{Group, Ref};

/// A screen, in the order of the way through a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Questions of a group: those on one of its screens, from 0.
    Questions(Ref<Group>, u8),
    /// In a review: every question after the first group that is asked afresh.
    Review,
    /// The result.
    Result,
    /// The decision on the options.
    Decision,
    /// The decision on the options that a letter is about which is made at once. The letter, by its index.
    AtOnce(usize),
    /// The dates and people of the decision.
    Dates,
    /// A letter, by its index among all letters.
    Letter(usize),
    /// What is done, and what comes next.
    Done,
    /// The entries of the case.
    Entries,
}

impl Default for Screen {
    fn default() -> Self {
        Self::Questions(Ref::new(0), 0)
    }
}
