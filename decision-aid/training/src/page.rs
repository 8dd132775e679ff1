//! A component for each kind of page.

pub(crate) mod course;
pub(crate) mod knowledge_check;
pub(crate) mod practice;
