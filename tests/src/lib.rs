//! Stub while the ground is laid.
