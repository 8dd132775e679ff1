//! Every integration test, in one binary: it is linked once, and the handbook is compiled once for all of them.
//!
//! A module asks one question of the whole; what several of them need is in the library of this package.
//! `cargo test --package handbook-tests golden::` runs the tests of one module.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot find its material can only stop"
)]

mod aid_size;
mod another_policy;
mod audience;
mod block_texts;
mod branding;
mod build_faults;
mod built_book;
mod casebook;
mod changes;
mod compiled_once;
mod contact_details;
mod delivery;
mod diagnostics;
mod diff;
mod exact;
mod failed_build;
mod flow;
mod foreign_book;
mod from_the_source;
mod golden;
mod growth;
mod hostile;
mod kept_offline;
mod letters;
mod links;
mod loading;
mod manual;
mod metadata;
mod model;
mod module_circles;
mod mutants;
mod new_book;
mod output_folder;
mod page_weight;
mod paper;
mod plain_mdbook;
mod practice;
mod practice_case;
mod properties;
mod prove;
mod provisions;
mod published;
mod reproducible;
mod round_trip;
mod scorm;
mod settings;
mod supply_chain;
mod theme_drift;
mod training;
mod training_pages;
mod type_scale;
mod untrusted;
mod usual_answers;
mod whole_policy;
mod witnesses;
mod word_size;
