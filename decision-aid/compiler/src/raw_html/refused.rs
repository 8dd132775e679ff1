//! What is said of something that a page may not have.

/// Something that a page may not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    /// What is wrong, in a sentence without a full stop.
    pub(super) message: String,
    /// What to do instead.
    pub(super) help: String,
}

impl Refused {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}
