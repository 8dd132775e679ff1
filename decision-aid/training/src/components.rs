//! The pieces of HTML that several pages show.

pub(crate) mod notices;
pub(crate) mod quiz;
pub(crate) mod source;
