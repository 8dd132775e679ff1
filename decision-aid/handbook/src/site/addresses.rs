//! Addresses on the site: which there are, which were ever published, and where those lead that have moved.
//!
//! Letters and other websites link to pages and clauses, so none may go without leading on to what takes its place. It may use
//! the policy and the pages that were compiled, and no other room of the site.

pub(crate) mod address;
pub(crate) mod moved;
pub(crate) mod published;
pub(crate) mod redirects;
