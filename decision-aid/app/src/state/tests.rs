//! The state's changes, on a policy of three questions.
