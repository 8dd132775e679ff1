//! Changes to the stored progress that another tab or the learning system made, and how the page on screen learns of them.

use std::cell::RefCell;
use yew::Callback;

/// Where the stored progress, or what there is to say about it, was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExternalChange {
    /// In the learning system.
    LearningSystem,
    /// In the storage of this browser, such as by another tab.
    Device,
}

thread_local! {
    /// The callback of the page on screen.
    static SUBSCRIBER: RefCell<Option<Callback<ExternalChange>>> = const { RefCell::new(None) };
}

/// Has the page on screen told of every change from now on.
pub(crate) fn subscribe(page: Callback<ExternalChange>) {
    SUBSCRIBER.set(Some(page));
}

/// Tells the page on screen.
pub(crate) fn notify(change: ExternalChange) {
    // The callback is cloned so that the page may subscribe anew while it is told.
    if let Some(page) = SUBSCRIBER.with_borrow(Clone::clone) {
        page.emit(change);
    }
}
