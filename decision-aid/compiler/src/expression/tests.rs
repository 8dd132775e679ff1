//! Conditions, as tables.
