//! Weighing: what is chosen, what is asked for then, and what is warned of.

use crate::sample::{DECIDE, case, case_view};
use crate::{Choice, WeighedOption};
use policy::Status;

/// What is written, each with its place.
type Texts<'a> = &'a [(&'a str, &'a str)];

/// The options of a case: id, status, choice, and the warnings.
fn weighed(answers: &str, texts: &[(&str, &str)]) -> Vec<(String, Option<Status>, Choice, Vec<String>)> {
    let case = case(answers, texts);
    let weighed = |option: &WeighedOption<'_>| {
        let warnings = option.warnings.iter().map(|warning| warning.says.clone()).collect();
        (option.id.clone(), option.status.map(|status| status.status), option.choice, warnings)
    };
    case_view(&case).options().iter().map(weighed).collect()
}

#[test]
fn what_is_required_is_taken_and_the_rest_is_undecided() {
    let found = weighed(DECIDE, &[]);
    let expected = [
        ("point".to_owned(), Some(Status::Required), Choice::Taken, Vec::new()),
        ("limit".to_owned(), Some(Status::Warranted), Choice::Undecided, Vec::new()),
        ("stop".to_owned(), Some(Status::Open), Choice::Undecided, Vec::new()),
    ];
    assert_eq!(found, expected);
    assert_eq!(weighed("danger = yes", &[]), [], "nothing is offered there");
}

#[test]
fn taking_an_option_asks_for_its_details_and_reasons() {
    let asked = |texts: &[(&str, &str)]| -> Vec<String> {
        let case = case(DECIDE, texts);
        case_view(&case).options()[1].entries.iter().map(|entry| entry.key.clone()).collect()
    };
    assert_eq!(asked(&[]), [""; 0]);
    assert_eq!(
        asked(&[("taken/limit", "yes")]),
        ["detail/limit/number", "detail/limit/stricter", "detail/limit/medium", "reason/limit/why"]
    );
    assert_eq!(asked(&[("taken/limit", "no")]), ["reason/limit/why-not"]);
}

#[test]
fn what_the_policy_requires_explains_itself() {
    let case = case(DECIDE, &[]);
    assert!(case_view(&case).options()[0].entries.is_empty());
}

#[test]
fn warnings_come_with_the_choice_and_go_with_their_cause() {
    let no_evidence =
        "No recorded behaviour stands behind this option. Note what happened, with dates, at: Kinds";
    let no_end = "This option has no end yet. Give the last day in the record.";
    let cut_off = "This cuts off the way that the customer needs.";
    let unsupported = "The answers do not support this option. Calls are no trouble.";
    let taken = ("taken/limit", "yes");
    let evidence = ("evidence/kinds", "12 calls on 3 March");
    let end = ("record/ends-on", "2027-01-31");
    let visits = "danger = no; kinds = visits; told = yes";
    let table: [(&str, Texts<'_>, &[&str]); 10] = [
        (DECIDE, &[taken], &[no_evidence, no_end]),
        (DECIDE, &[taken, evidence], &[no_end]),
        (DECIDE, &[taken, evidence, end], &[]),
        (DECIDE, &[taken, evidence, ("record/ends-on", "2027-02-31")], &[no_end]),
        (DECIDE, &[taken, ("evidence/kinds", "  "), end], &[no_evidence]),
        (
            DECIDE,
            &[taken, evidence, end, ("record/route", "letter"), ("detail/limit/medium", "phone")],
            &[cut_off],
        ),
        (DECIDE, &[taken, evidence, end, ("record/route", "phone"), ("detail/limit/medium", "phone")], &[]),
        (
            DECIDE,
            &[taken, evidence, end, ("record/route", "phone\nletter"), ("detail/limit/medium", "phone")],
            &[cut_off],
        ),
        // A route that the option does not choose between is not cut off by it.
        (DECIDE, &[taken, evidence, end, ("record/route", "none"), ("detail/limit/medium", "phone")], &[]),
        (visits, &[taken, evidence, end], &[unsupported]),
    ];
    for (answers, texts, expected) in table {
        assert_eq!(weighed(answers, texts)[1].3, expected, "{answers} with {texts:?}");
    }
    assert_eq!(weighed(DECIDE, &[("taken/limit", "no")])[1].3, [""; 0], "nothing speaks against leaving it");
    let refused = weighed(DECIDE, &[("taken/point", "no")]);
    assert_eq!(refused[0].3, ["The policy requires this. Say why it is not done."]);
}

#[test]
fn of_two_options_that_exclude_each_other_one_is_taken() {
    let clashes = |texts: Texts<'_>| -> Vec<Vec<String>> {
        let case = case(DECIDE, texts);
        let view = case_view(&case);
        view.options()
            .iter()
            .map(|option| option.clashes.iter().map(|&name| name.to_owned()).collect())
            .collect()
    };
    let named = |names: &[&str]| -> Vec<String> { names.iter().map(|&name| name.to_owned()).collect() };
    let both = [("taken/limit", "yes"), ("taken/stop", "yes")];
    let said = [
        named(&["Stop the calls"]),
        named(&["Stop the calls"]),
        named(&["Give a point of contact", "Limit the calls"]),
    ];
    assert_eq!(
        clashes(&both),
        said,
        "at each, though one names the others and what is required is taken unsaid"
    );
    let free = [named(&[]), named(&[]), named(&[])];
    assert_eq!(clashes(&[("taken/limit", "yes")]), free);
    assert_eq!(clashes(&[("taken/limit", "yes"), ("taken/stop", "no")]), free);
    assert_eq!(clashes(&[("taken/point", "no"), ("taken/stop", "yes")]), free);
    let warned = weighed(DECIDE, &both)[2].3.clone();
    for (warning, name) in warned.iter().zip(["Give a point of contact", "Limit the calls"]) {
        let begins = format!("This contradicts “{name}”.");
        assert!(warning.starts_with(&begins), "{warned:?}");
    }
}

#[test]
fn an_option_decided_on_stays_when_it_is_no_longer_offered() {
    let found = weighed("danger = yes", &[("taken/limit", "yes")]);
    let (id, status, choice, warnings) = &found[0];
    assert_eq!((id.as_str(), *status, *choice), ("limit", Some(Status::NotOffered), Choice::Taken));
    assert!(warnings[0].starts_with("The answers do not support this option."), "{warnings:?}");
}

#[test]
fn an_option_of_the_officers_own_needs_the_same_reasons() {
    let case = case(DECIDE, &[("own-option-1", "Ring on Fridays")]);
    let view = case_view(&case);
    let own = view.options().last().expect("it is the last");
    assert_eq!((own.name.as_str(), own.status, own.choice), ("Ring on Fridays", None, Choice::Taken));
    let keys: Vec<&str> = own.entries.iter().map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys, ["reason/own-option-1/why"]);
    assert!(own.entries[0].problem.is_some(), "the reason is missing");
}
