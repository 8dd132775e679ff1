//! What an officer can do.
