//! Labels and blocks, as tables.
