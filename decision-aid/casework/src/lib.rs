//! A case as an officer works on it: the answers, what is written down beside them, the options weighed, the decision
//! record and the letters.
//!
//! It may depend on `policy`, `document` and a calendar, never on the browser: what the screen shows and what the
//! tests check come from the same functions. It is pure: the date of today is an argument.
//!
//! Start with [`Case`]. [`Desk`] is a case under a policy: it knows which fields are there to fill in, what is wrong
//! with them, and what can be made of them.

mod calendar;
mod case;
mod case_file;
mod desk;
mod form;
mod lack;
mod letter;
mod options;
mod record;
#[cfg(test)]
mod sample;
pub mod state;
mod text;

pub use calendar::{calendar_file, in_words, months_after, parse};
pub use case::{Case, Key, OWN_OPTIONS};
pub use case_file::{CaseFile, NotOpened, NotSaved, Notice};
pub use desk::Desk;
pub use form::{Entry, Problem};
pub use lack::Lack;
pub use letter::{LetterState, PartState};
pub use options::{Choice, Warning, WeighedOption};
pub use text::{holds, normalized};
