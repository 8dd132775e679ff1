//! The words that pages, records and readers meet, and that data once written must keep.

use super::{Basis, Clause, Force, Scenario, Source, Status};
use crate::small_policy::{DANGER, DECIDE, REVIEW, small_policy};
use crate::{
    CourseSection, EntryKind, FieldChoice, FieldKind, QuizChoice, QuizQuestion, Ref, Training,
    WORDS_PER_MINUTE,
};

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
    let groups: Vec<&str> = policy.group_refs().map(|group| policy[group].id.as_str()).collect();
    assert_eq!(groups, ["safety", "facts"]);
}

#[test]
fn an_outcome_has_its_name_and_one_that_is_not_settled_depends() {
    let mut policy = small_policy();
    policy.outcomes[DECIDE.index()].name = "Decide on the options".to_owned();
    assert_eq!(policy.outcome_name(Some(DECIDE)), "Decide on the options");
    assert_eq!(policy.outcome_name(None), "It depends on what is not known yet");
}

#[test]
fn clauses_are_named_by_their_numbers() {
    let mut policy = small_policy();
    let clause = |number: &str| Clause {
        id: number.to_owned(),
        number: number.to_owned(),
        force: Force::May,
        codes: Vec::new(),
        page: String::new(),
        text: String::new(),
    };
    policy.clauses = vec![clause("11.2"), clause("11.3")];
    assert_eq!(policy.numbers(&[Ref::new(1), Ref::new(0)]), "11.3, 11.2");
    assert_eq!(policy.numbers(&[]), "");
}

#[test]
fn every_kind_of_entry_has_its_word_and_some_decide() {
    let kinds: Vec<EntryKind> = EntryKind::words().filter_map(EntryKind::from_word).collect();
    assert_eq!(EntryKind::from_word("mood"), None);
    assert!(kinds.iter().map(|kind| kind.word()).eq(EntryKind::words()));
    assert_eq!(kinds[1].name(), "On-the-spot notice");
    let decide: Vec<&str> = kinds.iter().filter(|kind| kind.decides()).map(|kind| kind.word()).collect();
    assert_eq!(decide, ["decision", "on-the-spot-notice", "review", "change", "end"]);
}

#[test]
fn only_a_field_with_choices_has_some() {
    let choice = FieldChoice {
        id: "a".to_owned(),
        label: "A".to_owned(),
        when: None,
        alone: false,
        cuts_off: Vec::new(),
        instead: None,
    };
    for kind in [FieldKind::Choice(vec![choice.clone()]), FieldKind::Choices(vec![choice.clone()])] {
        assert_eq!(kind.choices(), std::slice::from_ref(&choice));
    }
    for kind in [FieldKind::Text, FieldKind::Lines, FieldKind::Date, FieldKind::Number] {
        assert!(kind.choices().is_empty());
    }
}

#[test]
fn a_case_says_what_it_takes_for_granted() {
    let policy = small_policy();
    let case: Scenario = serde_json::from_value(serde_json::json!({
        "id": "", "title": "", "story": "", "answers": {}, "taken_for_granted": ["danger"], "outcome": null,
        "options": {}, "open": [], "notes": "",
    }))
    .expect("it is a case");
    assert!(case.takes_for_granted(&policy[DANGER]) && !case.takes_for_granted(&policy[REVIEW]));
}

#[test]
fn training_is_counted_in_minutes_and_asked_by_section() {
    let section = |words| CourseSection {
        id: String::new(),
        title: String::new(),
        teaches: Vec::new(),
        opening: None,
        words,
    };
    assert_eq!([0, WORDS_PER_MINUTE, WORDS_PER_MINUTE + 1].map(|words| section(words).minutes()), [1, 1, 2]);
    let question = |id: &str, of: Option<u16>, right: usize| QuizQuestion {
        id: id.to_owned(),
        ask: String::new(),
        teaches: Ref::new(0),
        section: of.map(Ref::new),
        choices: (0..3)
            .map(|number| QuizChoice { says: String::new(), right: number < right, feedback: String::new() })
            .collect(),
        source: Source::default(),
    };
    let questions = vec![question("a", Some(0), 1), question("b", None, 2), question("c", Some(0), 3)];
    assert_eq!(questions.iter().map(QuizQuestion::takes_several).collect::<Vec<_>>(), [false, true, true]);
    let training = Training { questions, ..Training::default() };
    let ids =
        |section| training.questions_in(section).map(|question| question.id.as_str()).collect::<Vec<_>>();
    assert_eq!((ids(Some(Ref::new(0))), ids(None)), (vec!["a", "c"], vec!["b"]));
}
