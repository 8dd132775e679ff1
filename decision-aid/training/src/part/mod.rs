//! What the pages are made of.

pub(crate) mod notices;
pub(crate) mod paper;
pub(crate) mod quiz;
pub(crate) mod source;
