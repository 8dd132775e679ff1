//! The pages that the handbook makes from the policy by itself, as documents.
//!
//! [`catalogue`](mod@catalogue) is everything the aid can ask and say, [`form`](mod@form) the aid on paper, [`flow`] where each step can
//! lead, [`certificate`] what was proved and of which [`rules`], [`coverage`] what carries out each clause, [`cases`] what
//! each practice case teaches, [`facilitator`] a sheet and slides for each of them.

pub mod cases;
pub mod catalogue;
pub mod certificate;
pub mod coverage;
pub mod facilitator;
pub mod flow;
pub mod form;
mod paper;
pub mod picture;
pub mod rules;
mod wording;

pub use paper::paper;
pub use picture::{Picture, picture};
pub use wording::{boxes, counted};
