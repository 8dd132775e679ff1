//! Many case files at once: the register of restrictions in force, and the report to those who oversee the use of the policy.
//!
//! It may depend on `casework`, `policy` and `document`; never on the browser or on files: whoever has the files hands
//! over their texts, one by one. It is pure: the date of today is an argument. It knows no policy by name.
//!
//! Start with [`Casebook`]: it reads files, keeps of each only what the register and the report read, and knows which of them are of
//! the same case. [`Register`] and [`Report`] are made from it. [`Report::published`] is the report without the small counts that
//! could tell of a person.

mod casebook;
mod made_up;
mod period;
mod register;
mod report;
#[cfg(test)]
mod sample;
mod spreadsheet;

pub use casebook::{Casebook, Duplicate, DuplicateKind, LeftOut};
pub use made_up::MADE_UP;
pub use period::Period;
pub use register::{Column, Register, RegisterRow};
pub use report::{Count, CountRow, Report, ReportTable};
