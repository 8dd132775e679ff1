//! Parts of screens. They take what they show and give elements, and know no policy by name.

pub(crate) mod button;
pub(crate) mod case_file;
pub(crate) mod clear;
pub(crate) mod duties;
pub(crate) mod field;
pub(crate) mod heading;
pub(crate) mod paper;
pub(crate) mod source;
pub(crate) mod why;
