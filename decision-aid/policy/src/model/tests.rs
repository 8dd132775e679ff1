//! The words that pages, records and readers meet, and that data once written must keep.

use super::{Basis, Force, Source, Status};
use crate::small_policy::{REVIEW, small_policy};

#[test]
fn every_status_has_its_word_and_its_name() {
    let table = [
        (Status::Required, "required", "Required"),
        (Status::Warranted, "warranted", "Supported by the facts"),
        (Status::Open, "open", "A person must judge"),
        (Status::NotWarranted, "not-warranted", "Not supported"),
        (Status::NotAvailable, "not-available", "Not available yet"),
        (Status::NotOffered, "not-offered", "Not offered"),
    ];
    for (status, word, name) in table {
        assert_eq!((status.word(), status.name()), (word, name));
        assert_eq!(serde_json::to_value(status).expect("it can be written"), word);
    }
    assert_eq!(Status::WORDS.len(), table.len());
}

#[test]
fn every_force_has_its_word() {
    let table = [
        (Force::Must, "must"),
        (Force::Should, "should"),
        (Force::May, "may"),
        (Force::Not, "not"),
        (Force::Aim, "aim"),
        (Force::Expects, "expects"),
        (Force::Definition, "definition"),
    ];
    for (force, word) in table {
        assert_eq!(force.word(), word);
        assert_eq!(serde_json::to_value(force).expect("it can be written"), word);
    }
    assert_eq!(Force::WORDS.len(), table.len());
}

#[test]
fn every_basis_has_its_word_and_the_policy_is_the_basis_unless_said() {
    for (basis, word) in [(Basis::Policy, "policy"), (Basis::Law, "law"), (Basis::Guidance, "guidance")] {
        assert_eq!(serde_json::to_value(basis).expect("it can be written"), word);
    }
    assert_eq!(Basis::default(), Basis::Policy);
}

#[test]
fn a_source_says_on_whose_authority_it_stands() {
    let statute = Some("the Equality Act 2010".to_owned());
    for (basis, statute, said) in [
        (Basis::Policy, None, "Policy, paragraph "),
        (Basis::Law, statute, "Law: the Equality Act 2010; see paragraph "),
        (Basis::Law, None, "Law; see paragraph "),
        (Basis::Guidance, None, "Guidance; see paragraph "),
    ] {
        let source = Source { basis, statute, ..Source::default() };
        assert_eq!(source.before_numbers(), said);
    }
}

#[test]
fn a_policy_written_down_is_read_back_the_same() {
    let policy = small_policy();
    let bytes = policy.to_bytes().expect("it can be written");
    assert_eq!(super::Policy::from_bytes(&bytes), Ok(policy));
    let short = bytes.get(..bytes.len() - 1).expect("there are bytes");
    let error = super::Policy::from_bytes(short).expect_err("a part is missing").to_string();
    assert_eq!(error, "the policy and this app are not of the same version");
}

#[test]
fn a_question_is_found_by_its_id() {
    let policy = small_policy();
    assert_eq!(policy.question("review"), Some(REVIEW));
    assert_eq!(policy.question("reviews"), None);
    assert_eq!(policy.question_refs().count(), policy.questions.len());
    assert_eq!(policy.outcome_refs().count(), policy.outcomes.len());
}
