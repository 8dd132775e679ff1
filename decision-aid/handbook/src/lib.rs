//! The command line behind `cargo handbook`: reads a book, compiles its policy, sets its pages, and serves them.
//!
//! It may depend on everything: the compiler, the policy, mdBook, and the tools that make and serve the site.
//! Nothing depends on it but the tests.
//!
//! Start with [`site`]: what happens to a book from Markdown to a folder of HTML. [`markup`] makes the HTML of
//! clauses, blocks and the decision aid; [`generated`] writes the pages made from the policy, in [`content`];
//! [`browser_app`] makes the WASM; [`preview`] serves and rebuilds; [`assess`] and [`prove`] apply the policy and prove
//! what it promises; [`new_book`] begins another handbook; [`diff`] says what a change to the pages does to the results; [`practice_case`] makes a practice case of a case file, [`samples`] case files that nobody wrote; [`scorm`] makes packages for learning
//! systems; [`toolchain`] and [`test_command`] set up and test; [`console`] prints what commands say.

#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod assess;
pub mod book;
pub mod browser_app;
mod chromium;
pub mod console;
pub mod content;
pub mod diff;
mod digest;
mod download;
pub mod generated;
mod git;
pub mod markup;
pub mod new_book;
mod not_built;
pub mod practice_case;
pub mod preview;
pub mod prove;
mod rustc;
pub mod samples;
pub mod scorm;
pub mod settings;
pub mod site;
pub mod test_command;
pub mod timings;
pub mod toolchain;
mod workspace;

pub use not_built::NotBuilt;
