//! Parts of screens. They take properties and emit values, and know no policy by name.

pub(crate) mod clear;
pub(crate) mod duties;
pub(crate) mod options;
pub(crate) mod so_far;
pub(crate) mod source;
