//! A component for each kind of page.

pub(crate) mod cases;
pub(crate) mod check;
pub(crate) mod course;
