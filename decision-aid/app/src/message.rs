//! What the view says to the aid.

use casework::state::Action;
use policy::{Question, Ref};
use web_sys::File;
use yew::Callback;

/// Everything that the aid reacts to.
#[derive(Clone)]
pub enum Message {
    /// The officer does something with the case.
    Act(Action),
    /// The officer goes back.
    Back,
    /// The officer opens or closes why a question is asked.
    Explained(Ref<Question>, bool),
    /// The officer unfolds or folds the list of stages.
    Stages(bool),
    /// The officer saves the case from the case bar.
    Save,
    /// The officer wants everything removed, and is asked once more.
    AskToClear,
    /// Something outside the case is to be drawn.
    Redraw,
    /// The officer wants to take something along.
    Export(Export),
    /// Whether the page made a file.
    WordMade(bool),
    /// The officer chose a file to open.
    Chosen(File),
    /// The chosen file was read; none where it could not be.
    Read(Option<String>),
    /// Whether the case file that was chosen takes the place of the case on screen.
    Replace(bool),
    /// The page waits for what is being drawn, with everything that is done afterwards.
    WhenDrawn(Callback<()>),
    /// The officer begins another entry of the case.
    Begin(Begin),
    /// The officer makes the entry that is worked on: from then on it is locked.
    Make,
    /// The officer does without the incident or the correction that is being written down.
    Discard,
    /// Everything is removed from this tab.
    Clear,
    /// The browser went to another step of its history.
    Visited,
}

/// How another entry begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// A review of what is in force.
    Review,
    /// A check with what is known now.
    Check,
    /// Something that happened.
    Incident,
    /// A correction of the entry with a number.
    Correction(usize),
}

/// Something that the officer can take along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The case file, which opens again here.
    CaseFile,
    /// The dates of the case, for a calendar.
    Calendar,
    /// The letter on screen, or the record, in a form.
    Document(Paper, Form),
    /// The letter on screen, the record, the case file and the dates: everything at once.
    Everything,
}

/// What a case is put on paper as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// A letter, by its index.
    Letter(usize),
    /// The decision record.
    Record,
    /// The case so far.
    Entries,
}

/// A form that a document can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A Word file.
    Word,
    /// A text file with Markdown.
    Markdown,
    /// On paper.
    Print,
    /// On the clipboard, with its formatting.
    Clipboard,
}
