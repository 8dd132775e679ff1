//! Parts that several screens have.

pub(crate) mod actions;
pub(crate) mod danger;
pub(crate) mod entry;
pub(crate) mod explanation;
pub(crate) mod export;
pub(crate) mod missing;
pub(crate) mod question_notes;
