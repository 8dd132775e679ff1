//! A case as an officer works on it: the answers, what is written down beside them, the options weighed, the decision
//! record and the letters.
//!
//! It may depend on `policy`, `document`, a calendar, serde and, outside the browser, a reader of JSON; never on the browser: what
//! the screen shows and what the tests check come from the same functions. It is pure: the date of today is an argument.
//!
//! Start with [`Case`], and with [`state`] for what can happen to it: one pure function over one enum of actions.
//! [`CaseView`] is a case under a policy: it knows which fields are there to fill in, what is wrong with them, and what
//! can be made of them.
//!
//! What is written down is one list of texts, each under its [`Key`]: evidence, record, reasons, letters. So a case file is answers and
//! texts, nothing is asked twice, and no screen has a store of its own. What is ticked is a text like any other until it is given as
//! the answer, so that a reload keeps it. The record and the letters are one `document` each, which the screen, Markdown, paper and
//! Word show alike.

mod calendar;
mod calendar_file;
mod case;
mod case_file;
mod case_view;
mod entry;
mod file_name;
mod form;
mod history;
mod left_over;
mod letter;
mod missing;
mod options;
mod record;
#[cfg(test)]
mod sample;
mod screen;
mod screens;
pub mod state;
mod text;
mod weighed_option;
mod wording;

pub use calendar::{days_after, days_between, in_words, months_after, parse};
pub use calendar_file::{CalendarCase, CalendarDay, CalendarFile, calendar_of_days};
pub use case::{Case, Key, OWN_OPTIONS};
pub use case_file::{CaseFile, Json, NotOpened, NotSaved, Notice};
pub use case_view::CaseView;
pub use entry::{Entry, EntryKind, Problem};
pub use file_name::file_name;
pub use form::toggled;
pub use history::{CaseEntry, CaseHistory, Due, DueKind, InForce, KeptEntry, Limits, PastEntry};
pub use letter::{LetterState, PartState};
pub use missing::Missing;
pub use screen::Screen;
pub use screens::{Progress, StageState, weighs};
pub use text::normalized;
pub use weighed_option::{Choice, Warning, WeighedOption};
