//! A policy written out as pages and compiled again is the same policy: the Council's, those of the fixture books, and policies
//! that nobody wrote.

mod generated;
mod written;

pub(crate) use generated::policies;
use handbook_tests::{HANDBOOK, books, pages};
use policy::{Paperwork, Policy};
use policy_compiler::compile;
use proptest::prelude::*;
use written::written;

/// What the pages of a policy are compiled into.
fn compiled_again(policy: &Policy, paperwork: &Paperwork) -> Policy {
    let pages = written(policy, paperwork);
    let again = compile(&pages, &policy.version);
    again.unwrap_or_else(|wrong| panic!("{}", wrong.report(&pages, false))).policy
}

#[test]
fn the_handbook_is_the_same_when_it_is_written_out_and_compiled_again() {
    let again = compiled_again(&HANDBOOK.policy, &HANDBOOK.paperwork);
    // Part by part, so that a difference can be read.
    assert_eq!(again.clauses, HANDBOOK.policy.clauses);
    assert_eq!(again.questions, HANDBOOK.policy.questions);
    assert_eq!(again.findings, HANDBOOK.policy.findings);
    assert_eq!(again.outcomes, HANDBOOK.policy.outcomes);
    assert_eq!(again.options, HANDBOOK.policy.options);
    assert!(again == HANDBOOK.policy, "the rest is the same too");
}

#[test]
fn a_fixture_book_is_the_same_when_it_is_written_out_and_compiled_again() {
    for book in books("good") {
        let compiled = compile(&pages(&book), "test").expect("the book is good");
        let again = compiled_again(&compiled.policy, &compiled.paperwork);
        assert_eq!(again, compiled.policy, "{}", book.display());
    }
}

proptest! {
    #[test]
    fn any_policy_is_the_same_when_it_is_written_out_and_compiled(policy in policies()) {
        prop_assert_eq!(compiled_again(&policy, &Paperwork::default()), policy);
    }
}
