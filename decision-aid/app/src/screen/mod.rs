//! The screens: one at a time is shown.

pub(crate) mod question;
pub(crate) mod result;
