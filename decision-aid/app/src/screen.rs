//! The screens: one at a time is shown.

pub(crate) mod answers;
pub(crate) mod danger;
pub(crate) mod letter;
pub(crate) mod options;
pub(crate) mod question;
pub(crate) mod record;
pub(crate) mod result;
