//! The user interface that the decision aid and the training share.
//!
//! Each module has one component, which takes typed properties and calls its callbacks; [`browser`] has what the apps ask of
//! the browser. It may depend on `policy` and `document` for what it draws, on Yew and on the browser.
//!
//! # No component touches the browser while it is drawn
//!
//! The first stage of the aid is drawn at build, without a browser, and taken over by the app when that starts. Only listeners
//! may call [`browser`].
//!
//! # A page that the browser has translated
//!
//! A browser that translates a page moves each text node into `<font>` elements that Yew does not know. After that, a text that
//! Yew changes does not show, and an element that it puts before a text, or a text that it removes, makes the browser throw.
//! So in every view:
//!
//! - a text that can change stands alone in an element whose key is the text: then a change replaces the element, and the text
//!   node is never touched. [`changing`] makes such an element;
//! - no text node is the sibling of an element that can come, go or move. What has such siblings goes into an element of its own.
//!
//! Keys of siblings have to differ, so no two such elements with the same words stand side by side.

mod answer_row;
pub mod browser;
mod button;
mod changing;
mod checkboxes;
mod dialog;
mod disclosure;
mod error_summary;
mod field;
mod fieldset;
mod paper;
mod question_row;
mod source_line;
mod status;
#[cfg(test)]
mod tests;

pub use answer_row::{AnswerRow, AnswerRowProps};
pub use button::{Button, ButtonKind, ButtonProps, SubmitButton, SubmitButtonProps};
pub use changing::changing;
pub use checkboxes::{Checkbox, Checkboxes, CheckboxesProps};
pub use dialog::{Dialog, DialogProps};
pub use disclosure::{Disclosure, DisclosureProps};
pub use error_summary::{ErrorLink, ErrorSummary, ErrorSummaryProps};
pub use field::{Choice, Field, FieldKind, FieldProps};
pub use paper::{Paper, PaperProps};
pub use question_row::{QuestionRow, QuestionRowProps};
pub use source_line::{ClauseLink, SourceLine, SourceLineProps};
pub use status::{Status, StatusProps};
